// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>

#include <atomic>
#include <functional>
#include <memory>

namespace Loket::Fakes {

/// A certificate authority and a server's certificate for 127.0.0.1, made anew.
struct TestCertificates {
    QByteArray ca;   ///< PEM
    QByteArray cert; ///< PEM
    QByteArray key;  ///< PEM
};
TestCertificates makeCertificates(const QDateTime &from, const QDateTime &until);
/// Good today.
TestCertificates makeCertificates();

struct Asked {
    QByteArray method, target;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;                       ///< as it came
};

struct Told {
    int status = 200;
    QByteArray body = {};
    QList<QByteArray> headers = {};
    qsizetype cutAfter = -1; ///< bytes of the whole answer, then the connection is closed; -1: all
    bool stalls = false;     ///< nothing more comes, and the connection stays
};

/// HTTP/1.1 over TLS 1.3 on 127.0.0.1, a thread a connection, for tests of what a line may do to a counter.
class TlsServer
{
public:
    using Handler = std::function<Told(const Asked &)>; ///< called by the connection's thread
    TlsServer(const TestCertificates &certificates, Handler handler);
    ~TlsServer();
    int port() const;
    QString url() const { return QStringLiteral("https://127.0.0.1:%1").arg(port()); }
    int connections() const; ///< that were made so far
    int resumed() const;     ///< of them, with a TLS session of before

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// A proxy for CONNECT that counts what goes through its tunnels, TLS and all.
class CountingProxy
{
public:
    CountingProxy();
    ~CountingProxy();
    QString url() const;
    qint64 up() const;   ///< bytes from the counter
    qint64 down() const; ///< bytes to it
    int tunnels() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Loket::Fakes
