// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <curl/curl.h>

struct x509_store_ctx_st;

namespace Loket {

/// Judges the days of certificates for a counter whose clock may be wrong: a certificate that this clock
/// stands outside of is still taken when it had not run out at the last time that the centre told. Everything
/// else of the chain is judged as ever. One line, one thread.
class CertificateTime
{
public:
    void setKnownTime(const QDateTime &known) { m_known = known; }
    /// Before each exchange. A doubt stays as long as the connection that it is of may be in use.
    void forget() { m_refusal.clear(); }
    /// Why a certificate was refused, with both times when it is for its days; empty: it was not.
    QString refusal() const { return m_refusal; }
    /// The days of the one that was taken in spite of the clock; null: there was none.
    QDateTime doubtFrom() const { return m_from; }
    QDateTime doubtUntil() const { return m_until; }

    /// For CURLOPT_SSL_CTX_FUNCTION; `self`: a CertificateTime.
    static CURLcode install(CURL *easy, void *context, void *self);

private:
    static int onVerify(int isGood, x509_store_ctx_st *store);
    bool accepts(x509_store_ctx_st *store);

    QDateTime m_known;
    QString m_refusal;
    QDateTime m_from, m_until;
};

} // namespace Loket
