// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <functional>
#include <memory>

class QSocketNotifier;

namespace Loket {

/// One window on a store: who holds it can be asked by a later start to come to the front. A local socket in
/// the store's folder, which is open to its user alone; there is nothing to say on it but that.
class OneWindow
{
public:
    /// Listens as long as it lives; `show` is called on this thread. Only who holds the store may have one.
    /// On a file system without sockets it does nothing: a later start then says who holds the store.
    OneWindow(const QString &storeDir, std::function<void()> show);
    ~OneWindow();
    Q_DISABLE_COPY_MOVE(OneWindow)

    /// Asks who holds the store to show its window, for so long, for it may be starting itself. False: nobody
    /// answered.
    static bool ask(const QString &storeDir, std::chrono::milliseconds patience = std::chrono::seconds(10));

private:
    void answer();

    const QString m_dir;
    const std::function<void()> m_show;
    int m_socket = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Loket
