// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/storereader.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace Loket {

class Store;

/// Searches on a thread of its own, with a reader of its own. A question that was overtaken by a newer one is
/// not asked any more: it is answered Cancelled.
class SearchThread
{
public:
    explicit SearchThread(const Store &store);
    ~SearchThread(); ///< ends the thread; before the store is closed
    Q_DISABLE_COPY_MOVE(SearchThread)

    /// Call from one thread.
    QFuture<Outcome<SearchAnswer>> search(const QString &text, int limit);

private:
    Outcome<SearchAnswer> answer(const QString &text, int limit);

    const Store &m_store;
    QThread m_thread;
    std::unique_ptr<QObject> m_place;      ///< lives on the thread
    std::unique_ptr<StoreReader> m_reader; ///< made, used and destroyed on the thread
    std::atomic<quint64> m_newest = 0;
};

} // namespace Loket
