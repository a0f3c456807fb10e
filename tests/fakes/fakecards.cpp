// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakecards.h"

#include "model/store/store.h"
#include "model/store/storereader.h"
#include "tests/fakes/readyfuture.h"

#include <QDir>
#include <QFileInfo>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

QString folder()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/loket-cards-XXXXXX"_s;
}

std::unique_ptr<Store> smallStore(const QString &dir, const Clock &clock)
{
    auto store = Store::open({dir, {}, true, true, &clock});
    if (!store)
        qFatal("the store of cards does not open: %s", qPrintable(store.error().detail));
    return store.take();
}

} // namespace

FakeCards::FakeCards(const Clock &clock, const Context &context, std::function<Actor()> actor,
                     std::function<void()> committed)
    : m_clock(clock)
    , m_actor(std::move(actor))
    , m_committed(std::move(committed))
    , m_dir(folder())
    , m_store(smallStore(m_dir.path(), clock))
    , m_service(*m_store, context)
{
    auto reader = m_store->reader();
    if (!reader)
        qFatal("the store of cards can't be read: %s", qPrintable(reader.error().detail));
    m_reader = reader.take();
}

FakeCards::~FakeCards() = default;

CardCounts FakeCards::counts()
{
    const auto counts = m_reader->cards().counts(m_clock.today().addDays(-collectDays));
    return counts ? counts.value() : CardCounts();
}

Outcome<std::optional<PrintRecord>> FakeCards::print(qint64 id)
{
    if (failReads)
        return fail(*failReads);
    return m_reader->cards().print(id);
}

Outcome<QList<PrintRecord>> FakeCards::printsOf(const QString &what, const QString &reference)
{
    if (failReads)
        return fail(*failReads);
    return m_reader->cards().printsOf(what, reference);
}

Outcome<QList<PrintRecord>> FakeCards::openPrints(int limit)
{
    if (failReads)
        return fail(*failReads);
    return m_reader->cards().openPrints(limit);
}

Outcome<QList<PrintRecord>> FakeCards::batch(const QString &name)
{
    if (failReads)
        return fail(*failReads);
    return m_reader->cards().batch(name);
}

Outcome<QList<StockLevel>> FakeCards::levels()
{
    if (failReads)
        return fail(*failReads);
    return m_reader->cards().levels();
}

Outcome<QList<StockEntry>> FakeCards::stockHistory(qint64 before, int limit)
{
    if (failReads)
        return fail(*failReads);
    return m_reader->cards().stockHistory(before, limit);
}

Outcome<QList<PrintRecord>> FakeCards::waiting(const QString &text, int limit)
{
    if (failReads)
        return fail(*failReads);
    return m_reader->cards().waiting(text, limit);
}

Outcome<QList<PrintRecord>> FakeCards::unclear(const QString &text, int limit)
{
    if (failReads)
        return fail(*failReads);
    return m_reader->cards().unclear(text, limit);
}

Outcome<QList<HandedCard>> FakeCards::handed(const QString &text, qint64 before, int limit)
{
    if (failReads)
        return fail(*failReads);
    return m_reader->cards().handed(text, before, limit);
}

QFuture<Outcome<PrintTicket>> FakeCards::noteSent(const PrintInput &input)
{
    if (failWrites)
        return ready<PrintTicket>(fail(*failWrites));
    return written(m_service.noteSent(input, m_actor()));
}

QFuture<Outcome<PrintTicket>> FakeCards::noteFile(const PrintInput &input)
{
    if (failWrites)
        return ready<PrintTicket>(fail(*failWrites));
    return written(m_service.noteFile(input, m_actor()));
}

QFuture<Outcome<bool>> FakeCards::noteOut(qint64 print)
{
    if (failWrites)
        return ready<bool>(fail(*failWrites));
    return written(m_service.noteOut(print, m_actor()));
}

QFuture<Outcome<bool>> FakeCards::confirm(qint64 print)
{
    if (failWrites)
        return ready<bool>(fail(*failWrites));
    return written(m_service.confirm(print, m_actor()));
}

QFuture<Outcome<bool>> FakeCards::noteFailed(qint64 print, const QString &why)
{
    if (failWrites)
        return ready<bool>(fail(*failWrites));
    return written(m_service.noteFailed(print, why, m_actor()));
}

QFuture<Outcome<bool>> FakeCards::spoil(qint64 print, const QString &reasonCode, const QString &reason)
{
    if (failWrites)
        return ready<bool>(fail(*failWrites));
    return written(m_service.spoil(print, reasonCode, reason, m_actor()));
}

QFuture<Outcome<Nothing>> FakeCards::noteStock(const StockInput &input)
{
    if (failWrites)
        return ready<Nothing>(fail(*failWrites));
    return written(m_service.noteStock(input, m_actor()));
}

QFuture<Outcome<Nothing>> FakeCards::handOver(qint64 print, const HandOverInput &input)
{
    if (failWrites)
        return ready<Nothing>(fail(*failWrites));
    return written(m_service.handOver(print, input, m_actor()));
}

QFuture<Outcome<Nothing>> FakeCards::undoHandOver(qint64 print, const QString &reason)
{
    if (failWrites)
        return ready<Nothing>(fail(*failWrites));
    return written(m_service.undoHandOver(print, reason, m_actor()));
}

} // namespace Loket
