// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/tlsserver.h"

#include "tests/fakes/listener.h"

#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <sys/socket.h>
#include <unistd.h>

namespace Loket::Fakes {

namespace {

struct FreeTls {
    void operator()(SSL *tls) const { SSL_free(tls); }
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(BIO *bio) const { BIO_free(bio); }
};
template <typename T>
using Tls = std::unique_ptr<T, FreeTls>;

Tls<BIO> memory(const QByteArray &bytes)
{
    return Tls<BIO>(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

/// Reads a request; false: the other side is gone.
bool readAsked(SSL *tls, Asked *asked)
{
    QByteArray head;
    char byte = 0;
    while (!head.endsWith("\r\n\r\n")) {
        if (SSL_read(tls, &byte, 1) != 1)
            return false;
        head += byte;
    }
    const QList<QByteArray> lines = head.split('\n');
    asked->method = lines.first().split(' ').value(0);
    asked->target = lines.first().split(' ').value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            asked->headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const int length = asked->headers.value("content-length").toInt();
    asked->body.resize(length);
    for (int at = 0; at < length;) {
        const int got = SSL_read(tls, asked->body.data() + at, length - at);
        if (got <= 0)
            return false;
        at += got;
    }
    return true;
}

QByteArray answerOf(const Told &told)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(told.status) + " X\r\n";
    for (const QByteArray &header : told.headers)
        out += header + "\r\n";
    if (told.status != 204)
        out += "Content-Length: " + QByteArray::number(told.body.size()) + "\r\n";
    return out + "\r\n" + told.body;
}

} // namespace

struct TlsServer::Private {
    Tls<SSL_CTX> context;
    Handler handler;
    std::atomic_int connections{0};
    std::atomic_int resumed{0};
    std::unique_ptr<Listener> listener;

    void serve(int socket)
    {
        ++connections;
        const Tls<SSL> tls(SSL_new(context.get()));
        SSL_set_fd(tls.get(), socket);
        if (SSL_accept(tls.get()) != 1)
            return;
        if (SSL_session_reused(tls.get()))
            ++resumed;
        Asked asked;
        while (readAsked(tls.get(), &asked)) {
            const Told told = handler(asked);
            asked = {};
            const QByteArray whole = answerOf(told);
            const QByteArray answer = told.cutAfter < 0 ? whole : whole.left(told.cutAfter);
            if (!answer.isEmpty() && SSL_write(tls.get(), answer.constData(), int(answer.size())) <= 0)
                return;
            if (told.stalls) {
                char byte = 0;
                SSL_read(tls.get(), &byte, 1); // until the other side goes
                return;
            }
            if (told.cutAfter >= 0)
                return; // without a word of TLS, as a cut line
        }
        SSL_shutdown(tls.get());
    }
};

TlsServer::TlsServer(const TestCertificates &certificates, Handler handler)
    : d(std::make_unique<Private>())
{
    d->context.reset(SSL_CTX_new(TLS_server_method()));
    d->handler = std::move(handler);
    const Tls<X509> certificate(
        PEM_read_bio_X509(memory(certificates.cert).get(), nullptr, nullptr, nullptr));
    const Tls<EVP_PKEY> key(
        PEM_read_bio_PrivateKey(memory(certificates.key).get(), nullptr, nullptr, nullptr));
    SSL_CTX_use_certificate(d->context.get(), certificate.get());
    SSL_CTX_use_PrivateKey(d->context.get(), key.get());
    static const unsigned char kName[] = "loket";
    SSL_CTX_set_session_id_context(d->context.get(), kName, sizeof kName - 1);
    d->listener = std::make_unique<Listener>([this](int socket) { d->serve(socket); });
}

TlsServer::~TlsServer()
{
    d->listener.reset();
}

int TlsServer::port() const
{
    return d->listener->port();
}

int TlsServer::connections() const
{
    return d->connections;
}

int TlsServer::resumed() const
{
    return d->resumed;
}

} // namespace Loket::Fakes
