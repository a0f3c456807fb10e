// SPDX-License-Identifier: Apache-2.0
#include "app/enrolthread.h"

#include "model/sync/enrolment.h"

#include <QFile>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostCaBytes = 1024 * 1024; ///< no bundle of certificates is larger

Outcome<Nothing> ask(Store &store, const EnrolInput &input, const Actor &actor,
                     const std::atomic_bool *cancel)
{
    QFile file(input.caFile);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Failure{FailureKind::Missing, file.errorString()});
    const auto enrolled = enrolWith(store, input.url, file.read(kMostCaBytes), input.code, actor, cancel);
    if (!enrolled)
        return fail(enrolled.error());
    return Nothing();
}

} // namespace

EnrolThread::EnrolThread(Store &store)
    : m_store(store)
{
}

EnrolThread::~EnrolThread()
{
    m_cancel = true;
    if (m_thread.joinable())
        m_thread.join();
}

QFuture<Outcome<Nothing>> EnrolThread::start(const EnrolInput &input, const Actor &actor)
{
    auto promise = std::make_shared<QPromise<Outcome<Nothing>>>();
    promise->start();
    const QFuture<Outcome<Nothing>> future = promise->future();
    if (m_isRunning) {
        promise->addResult(
            Outcome<Nothing>(fail(Failure{FailureKind::Busy, u"a centre is asked already"_s})));
        promise->finish();
        return future;
    }
    if (m_thread.joinable())
        m_thread.join(); // ended; its answer has been told
    m_cancel = false;
    m_isRunning = true;
    m_thread = std::thread([this, promise, input, actor] {
        promise->addResult(ask(m_store, input, actor, &m_cancel));
        m_isRunning = false;
        promise->finish();
    });
    return future;
}

} // namespace Loket
