// SPDX-License-Identifier: Apache-2.0
#include "app/storecards.h"

#include "model/desk/cardrules.h"
#include "model/rulebook/rulebook.h"
#include "model/store/store.h"
#include "model/store/storereader.h"

namespace Loket {

using namespace Qt::StringLiterals;

StoreCards::StoreCards(Store &store, const StoreReader &reader, const Context &context,
                       std::function<Actor()> actor, std::function<void()> committed)
    : m_reader(reader)
    , m_context(context)
    , m_service(store, context)
    , m_actor(std::move(actor))
    , m_committed(std::move(committed))
{
    reread();
}

void StoreCards::reread()
{
    const QDate today = m_context.today;
    const QDate before = overdueBefore(m_context.rulebooks->on(today), today, nullptr);
    if (const auto counts = m_reader.cards().counts(before))
        m_counts = counts.value();
}

Outcome<std::optional<PrintRecord>> StoreCards::print(qint64 id)
{
    return m_reader.cards().print(id);
}

Outcome<QList<PrintRecord>> StoreCards::printsOf(const QString &what, const QString &reference)
{
    return m_reader.cards().printsOf(what, reference);
}

Outcome<QList<PrintRecord>> StoreCards::openPrints(int limit)
{
    return m_reader.cards().openPrints(limit);
}

Outcome<QList<PrintRecord>> StoreCards::batch(const QString &name)
{
    return m_reader.cards().batch(name);
}

Outcome<QList<StockLevel>> StoreCards::levels()
{
    return m_reader.cards().levels();
}

Outcome<QList<StockEntry>> StoreCards::stockHistory(qint64 before, int limit)
{
    return m_reader.cards().stockHistory(before, limit);
}

Outcome<QList<PrintRecord>> StoreCards::waiting(const QString &text, int limit)
{
    return m_reader.cards().waiting(text, limit);
}

Outcome<QList<PrintRecord>> StoreCards::unclear(const QString &text, int limit)
{
    return m_reader.cards().unclear(text, limit);
}

Outcome<QList<HandedCard>> StoreCards::handed(const QString &text, qint64 before, int limit)
{
    return m_reader.cards().handed(text, before, limit);
}

QFuture<Outcome<PrintTicket>> StoreCards::noteSent(const PrintInput &input)
{
    return written(m_service.noteSent(input, m_actor()));
}

QFuture<Outcome<PrintTicket>> StoreCards::noteFile(const PrintInput &input)
{
    return written(m_service.noteFile(input, m_actor()));
}

QFuture<Outcome<bool>> StoreCards::noteOut(qint64 print)
{
    return written(m_service.noteOut(print, m_actor()));
}

QFuture<Outcome<bool>> StoreCards::confirm(qint64 print)
{
    return written(m_service.confirm(print, m_actor()));
}

QFuture<Outcome<bool>> StoreCards::noteFailed(qint64 print, const QString &why)
{
    return written(m_service.noteFailed(print, why, m_actor()));
}

QFuture<Outcome<bool>> StoreCards::spoil(qint64 print, const QString &reasonCode, const QString &reason)
{
    return written(m_service.spoil(print, reasonCode, reason, m_actor()));
}

QFuture<Outcome<Nothing>> StoreCards::noteStock(const StockInput &input)
{
    return written(m_service.noteStock(input, m_actor()));
}

QFuture<Outcome<Nothing>> StoreCards::handOver(qint64 print, const HandOverInput &input)
{
    return written(m_service.handOver(print, input, m_actor()));
}

QFuture<Outcome<Nothing>> StoreCards::undoHandOver(qint64 print, const QString &reason)
{
    return written(m_service.undoHandOver(print, reason, m_actor()));
}

} // namespace Loket
