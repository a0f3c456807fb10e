// SPDX-License-Identifier: Apache-2.0
#include "app/searchthread.h"

#include "model/store/store.h"

#include <QPromise>

namespace Loket {

using namespace Qt::StringLiterals;

SearchThread::SearchThread(const Store &store)
    : m_store(store)
    , m_place(std::make_unique<QObject>())
{
    m_thread.setObjectName("search"_L1);
    m_place->moveToThread(&m_thread);
    m_thread.start();
}

SearchThread::~SearchThread()
{
    ++m_newest; // questions that still wait are not asked
    QMetaObject::invokeMethod(
        m_place.get(), [this] { m_reader.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QFuture<Outcome<SearchAnswer>> SearchThread::search(const QString &text, int limit)
{
    const quint64 question = ++m_newest;
    auto promise = std::make_shared<QPromise<Outcome<SearchAnswer>>>();
    promise->start();
    QMetaObject::invokeMethod(m_place.get(), [this, promise, question, text, limit] {
        if (question == m_newest)
            promise->addResult(answer(text, limit));
        else
            promise->addResult(fail(Failure{FailureKind::Cancelled, u"a newer search was asked"_s}));
        promise->finish();
    });
    return promise->future();
}

Outcome<SearchAnswer> SearchThread::answer(const QString &text, int limit)
{
    if (!m_reader) {
        auto reader = m_store.reader();
        if (!reader)
            return fail(reader.error());
        m_reader = reader.take();
    }
    return m_reader->search(text, limit);
}

} // namespace Loket
