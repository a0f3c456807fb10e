// SPDX-License-Identifier: Apache-2.0
#include "model/sync/certificatetime.h"

#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Loket {

static QDateTime timeOf(const ASN1_TIME *time)
{
    tm parts = {};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

static int ownIndex()
{
    static const int kIndex = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return kIndex;
}

CURLcode CertificateTime::install(CURL *, void *context, void *self)
{
    auto *tls = static_cast<SSL_CTX *>(context);
    SSL_CTX_set_ex_data(tls, ownIndex(), self);
    SSL_CTX_set_verify(tls, SSL_VERIFY_PEER, &CertificateTime::onVerify);
    return CURLE_OK;
}

int CertificateTime::onVerify(int isGood, x509_store_ctx_st *store)
{
    if (isGood)
        return 1;
    const int error = X509_STORE_CTX_get_error(store);
    const auto *tls
        = static_cast<const SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto *self = static_cast<CertificateTime *>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(tls), ownIndex()));
    if (error != X509_V_ERR_CERT_NOT_YET_VALID && error != X509_V_ERR_CERT_HAS_EXPIRED) {
        // The library can't always tell this apart from a line that broke.
        self->m_refusal = QString::fromLatin1(X509_verify_cert_error_string(error));
        return 0;
    }
    if (!self->accepts(store))
        return 0;
    X509_STORE_CTX_set_error(store, X509_V_OK); // the library asks again for the last error at the end
    return 1;
}

bool CertificateTime::accepts(x509_store_ctx_st *store)
{
    const X509 *certificate = X509_STORE_CTX_get_current_cert(store);
    const QDateTime from = timeOf(X509_get0_notBefore(certificate));
    const QDateTime until = timeOf(X509_get0_notAfter(certificate));
    if (!from.isValid() || !until.isValid() || (m_known.isValid() && until < m_known)) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_refusal
            = u"the certificate is good from %1 to %2, this device's clock says %3, the centre said %4"_s.arg(
                from.toString(Qt::ISODate), until.toString(Qt::ISODate), now.toString(Qt::ISODate),
                m_known.toString(Qt::ISODate));
        return false;
    }
    m_from = m_from.isValid() ? qMax(m_from, from) : from;
    m_until = m_until.isValid() ? qMin(m_until, until) : until;
    return true;
}

} // namespace Loket
