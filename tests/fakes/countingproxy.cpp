// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/listener.h"
#include "tests/fakes/tlsserver.h"

#include <sys/socket.h>
#include <unistd.h>

namespace Loket::Fakes {

struct CountingProxy::Private {
    std::atomic<qint64> up{0};
    std::atomic<qint64> down{0};
    std::atomic_int tunnels{0};
    /// Last, so that it goes first. Not by reset(): its threads use the pointer until they have ended.
    std::unique_ptr<Listener> listener;

    static void relay(int from, int to, std::atomic<qint64> &count)
    {
        char buffer[16 * 1024];
        for (;;) {
            const ssize_t got = ::recv(from, buffer, sizeof buffer, 0);
            if (got <= 0)
                break;
            count += got; // before the other side can have it and look
            if (!sendAll(to, buffer, size_t(got)))
                break;
        }
        ::shutdown(to, SHUT_WR);
    }

    void serve(int socket)
    {
        QByteArray head;
        char byte = 0;
        while (!head.endsWith("\r\n\r\n") && head.size() < 8192) {
            if (::recv(socket, &byte, 1, 0) != 1)
                return;
            head += byte;
        }
        // "CONNECT 127.0.0.1:4711 HTTP/1.1"
        const QByteArray target = head.split(' ').value(1);
        const int other = head.startsWith("CONNECT ") ? connectLocal(target.split(':').value(1).toInt()) : -1;
        const QByteArray answer
            = other < 0 ? "HTTP/1.1 502 Bad Gateway\r\n\r\n" : "HTTP/1.1 200 Connection established\r\n\r\n";
        sendAll(socket, answer.constData(), size_t(answer.size()));
        if (other < 0)
            return;
        listener->keep(other);
        ++tunnels;
        std::thread back([&] { relay(other, socket, down); });
        relay(socket, other, up);
        back.join();
        listener->letGo(other);
    }
};

CountingProxy::CountingProxy()
    : d(std::make_unique<Private>())
{
    d->listener = std::make_unique<Listener>([this](int socket) { d->serve(socket); });
}

CountingProxy::~CountingProxy() = default;

QString CountingProxy::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(d->listener->port());
}

qint64 CountingProxy::up() const
{
    return d->up;
}

qint64 CountingProxy::down() const
{
    return d->down;
}

int CountingProxy::tunnels() const
{
    return d->tunnels;
}

} // namespace Loket::Fakes
