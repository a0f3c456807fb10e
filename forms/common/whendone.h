// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <utility>

namespace Loket {

/// Runs `act(answer)` on the thread of `context` when the future has its answer; never when `context` is gone
/// by then or the future was cancelled. QFuture::then(context, …) of Qt 6.4 may not outlive its context, and
/// pages are closed while a save is on its way: forms use this instead.
template <typename T, typename Act>
void whenDone(const QFuture<T> &future, QObject *context, Act act)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, act = std::move(act)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             act(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace Loket
