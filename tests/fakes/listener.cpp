// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/listener.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace Loket::Fakes {

static sockaddr_in localAddress(int port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(uint16_t(port));
    return address;
}

static sockaddr *plain(sockaddr_in *address)
{
    return reinterpret_cast<sockaddr *>(address);
}

Listener::Listener(Serve serve)
    : m_serve(std::move(serve))
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = localAddress(0);
    socklen_t length = sizeof address;
    if (::bind(m_socket, plain(&address), length) != 0 || ::listen(m_socket, 64) != 0
        || ::getsockname(m_socket, plain(&address), &length) != 0)
        return;
    m_port = ntohs(address.sin_port);
    m_taker = std::thread([this] { takeConnections(); });
}

Listener::~Listener()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
        for (const int socket : m_open)
            ::shutdown(socket, SHUT_RDWR);
    }
    ::shutdown(m_socket, SHUT_RDWR);
    if (m_taker.joinable())
        m_taker.join();
    for (std::thread &thread : m_threads)
        thread.join();
    ::close(m_socket);
}

void Listener::keep(int socket)
{
    const std::lock_guard lock(m_mutex);
    m_open.insert(socket);
    if (m_ends)
        ::shutdown(socket, SHUT_RDWR);
}

void Listener::letGo(int socket)
{
    const std::lock_guard lock(m_mutex);
    m_open.erase(socket);
    ::close(socket);
}

void Listener::takeConnections()
{
    for (;;) {
        const int socket = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            return;
        const int on = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        keep(socket);
        m_threads.emplace_back([this, socket] {
            sigset_t pipe; // a side that is gone must not end the test
            sigemptyset(&pipe);
            sigaddset(&pipe, SIGPIPE);
            pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
            m_serve(socket);
            letGo(socket);
        });
    }
}

int connectLocal(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = localAddress(port);
    if (::connect(socket, plain(&address), sizeof address) == 0) {
        const int on = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        return socket;
    }
    ::close(socket);
    return -1;
}

bool sendAll(int socket, const char *bytes, size_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(socket, bytes, size, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes += sent;
        size -= size_t(sent);
    }
    return true;
}

} // namespace Loket::Fakes
