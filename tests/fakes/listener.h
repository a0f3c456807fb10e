// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace Loket::Fakes {

/// Takes connections on a free port of 127.0.0.1 and serves each on a thread of its own. Going away it shuts
/// all sockets down, so that whoever waits on one wakes up.
class Listener
{
public:
    using Serve = std::function<void(int socket)>; ///< does not close it
    explicit Listener(Serve serve);
    ~Listener();
    int port() const { return m_port; }
    /// A socket that is shut down with the others until it is closed by letGo().
    void keep(int socket);
    void letGo(int socket);

private:
    void takeConnections();

    const Serve m_serve;
    int m_socket = -1;
    int m_port = 0;
    std::mutex m_mutex;
    bool m_ends = false;
    std::set<int> m_open;
    std::vector<std::thread> m_threads;
    std::thread m_taker; ///< last: uses all of the above
};

/// Connects to 127.0.0.1; -1: nobody there.
int connectLocal(int port);
bool sendAll(int socket, const char *bytes, size_t size);

} // namespace Loket::Fakes
