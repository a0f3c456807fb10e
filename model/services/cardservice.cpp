// SPDX-License-Identifier: Apache-2.0
#include "model/services/cardservice.h"

#include "model/base/clock.h"
#include "model/desk/cardrules.h"
#include "model/rulebook/codes.h"
#include "model/store/audit.h"
#include "model/store/cardbook.h"
#include "model/store/cardstock.h"
#include "model/store/handover.h"
#include "model/store/store.h"
#include "model/store/writer.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

CardStamp stampOf(const Store &store, const Actor &actor)
{
    return {actor.officer, store.clock().today(), store.clock().nowUtc()};
}

template <typename T>
Outcome<T> audited(Connection &connection, const AuditEntry &entry, Outcome<T> answer)
{
    if (!answer)
        return answer;
    if (const auto put = appendAudit(connection, entry); !put)
        return fail(put.error());
    return answer;
}

/// Why a card may not go to a printer now: the code of a problem; empty: it may. Asked in the writer's
/// transaction, so neither a second click nor another window comes between.
Outcome<QString> standsAgainst(Connection &connection, const PrintInput &input)
{
    if (input.what != u"card")
        return QString();
    const auto prints = CardBook(connection).printsOf(input.what, input.reference);
    if (!prints)
        return fail(prints.error());
    const auto &all = prints.value();
    if (std::any_of(all.cbegin(), all.cend(),
                    [](const PrintRecord &print) { return print.state == PrintState::Sent; }))
        return u"card.at-printer"_s;
    return printsThatCount(all) > 0 && input.reasonCode.isEmpty() ? u"card.printed"_s : QString();
}

QString missingFault(const QString &what)
{
    return what + u" is missing"_s;
}

} // namespace

CardService::CardService(Store &store, const Context &context)
    : m_store(store)
    , m_context(context)
{
}

QFuture<Outcome<PrintTicket>> CardService::insert(const PrintInput &input, PrintState state,
                                                  const Actor &actor)
{
    return m_store.writer()->run(
        Writer::Priority::Save,
        [input, state, actor,
         stamp = stampOf(m_store, actor)](Connection &connection) -> Outcome<PrintTicket> {
            if (state == PrintState::Sent) {
                const auto against = standsAgainst(connection, input);
                if (!against)
                    return fail(against.error());
                if (!against.value().isEmpty())
                    return fail(Failure{FailureKind::Conflict, against.value()});
            }
            auto ticket = insertPrint(connection, input, state, stamp);
            if (!ticket)
                return ticket;
            const QString action = input.what + (state == PrintState::File ? u".file"_s : u".print"_s);
            const QStringList detail = {QString::number(ticket.value().serial), input.reasonCode,
                                        input.reason, input.documents.join(u' ')};
            return audited(connection, {actor, stamp.at, action, input.reference, detail.join(u" · "_s)},
                           std::move(ticket));
        });
}

QFuture<Outcome<PrintTicket>> CardService::noteSent(const PrintInput &input, const Actor &actor)
{
    return insert(input, PrintState::Sent, actor);
}

QFuture<Outcome<PrintTicket>> CardService::noteFile(const PrintInput &input, const Actor &actor)
{
    return insert(input, PrintState::File, actor);
}

QFuture<Outcome<bool>> CardService::end(qint64 print, PrintState state, const QString &code,
                                        const QString &reason, bool byQueue, const Actor &actor)
{
    const PrintEnd end{print, state, code, reason, byQueue};
    return m_store.writer()->run(
        Writer::Priority::Save,
        [end, actor, stamp = stampOf(m_store, actor)](Connection &connection) -> Outcome<bool> {
            if (end.state == PrintState::Spoilt && !isCode(u"spoil-reason"_s, end.reasonCode))
                return fail(Failure{FailureKind::BadInput, missingFault(u"the reason"_s)});
            const auto before = endPrint(connection, end, stamp);
            if (!before)
                return fail(before.error());
            if (!before.value())
                return false;
            const PrintInput &input = before.value()->input;
            QString detail = QString::number(before.value()->serial);
            if (!end.reasonCode.isEmpty())
                detail += u" · "_s + end.reasonCode;
            return audited(
                connection,
                {actor, stamp.at, input.what + u'.' + printStateWord(end.state), input.reference, detail},
                Outcome<bool>(true));
        });
}

QFuture<Outcome<bool>> CardService::noteOut(qint64 print, const Actor &actor)
{
    return end(print, PrintState::Out, {}, {}, true, actor);
}

QFuture<Outcome<bool>> CardService::confirm(qint64 print, const Actor &actor)
{
    return end(print, PrintState::Confirmed, {}, {}, false, actor);
}

QFuture<Outcome<bool>> CardService::noteFailed(qint64 print, const QString &why, const Actor &actor)
{
    return end(print, PrintState::Failed, why, {}, true, actor);
}

QFuture<Outcome<bool>> CardService::spoil(qint64 print, const QString &reasonCode, const QString &reason,
                                          const Actor &actor)
{
    return end(print, PrintState::Spoilt, reasonCode, reason.trimmed(), false, actor);
}

QFuture<Outcome<Nothing>> CardService::noteStock(const StockInput &input, const Actor &actor)
{
    StockInput clean = input;
    clean.reason = input.reason.trimmed();
    clean.box = input.box.trimmed();
    return m_store.writer()->run(
        Writer::Priority::Save,
        [clean, actor, stamp = stampOf(m_store, actor)](Connection &connection) -> Outcome<Nothing> {
            if (!isCode(u"card-blank"_s, clean.blank))
                return fail(Failure{FailureKind::BadInput, u"blank: "_s + clean.blank});
            if (clean.kind == StockEvent::Spoilt && !isCode(u"spoil-reason"_s, clean.reasonCode))
                return fail(Failure{FailureKind::BadInput, missingFault(u"the reason"_s)});
            auto noted = Loket::noteStock(connection, clean, stamp);
            const QStringList detail
                = {QString::number(clean.amount), clean.box, clean.reasonCode, clean.reason};
            return audited(connection,
                           {actor, stamp.at, u"stock."_s + stockEventWord(clean.kind), clean.blank,
                            detail.join(u" · "_s)},
                           std::move(noted));
        });
}

QFuture<Outcome<Nothing>> CardService::handOver(qint64 print, const HandOverInput &input, const Actor &actor)
{
    HandOverInput given = input;
    given.name = input.name.simplified();
    given.letter = input.letter.simplified();
    given.note = input.note.trimmed();
    const QDate today = m_store.clock().today();
    const bool needsLetter
        = !handOverNeeds(m_context.rulebooks->on(today), given.collector == u"proxy", today, nullptr)
               .isEmpty();
    return m_store.writer()->run(Writer::Priority::Save,
                                 [print, given, needsLetter, actor, stamp = stampOf(m_store, actor)](
                                     Connection &connection) -> Outcome<Nothing> {
                                     QString missing;
                                     if (!isCode(u"card-collector"_s, given.collector))
                                         missing = u"collector"_s;
                                     else if (given.collector != u"member" && given.name.isEmpty())
                                         missing = u"name"_s;
                                     else if (needsLetter && given.letter.isEmpty())
                                         missing = u"letter"_s;
                                     if (!missing.isEmpty())
                                         return fail(Failure{FailureKind::BadInput, missingFault(missing)});
                                     const auto card = insertHandOver(connection, print, given, stamp);
                                     if (!card)
                                         return fail(card.error());
                                     return audited(connection,
                                                    {actor, stamp.at, u"card.hand-over"_s,
                                                     card.value().input.reference, given.collector},
                                                    Outcome<Nothing>(Nothing()));
                                 });
}

QFuture<Outcome<Nothing>> CardService::undoHandOver(qint64 print, const QString &reason, const Actor &actor)
{
    return m_store.writer()->run(
        Writer::Priority::Save,
        [print, why = reason.trimmed(), actor,
         stamp = stampOf(m_store, actor)](Connection &connection) -> Outcome<Nothing> {
            if (why.isEmpty())
                return fail(Failure{FailureKind::BadInput, missingFault(u"the reason"_s)});
            const auto card = Loket::undoHandOver(connection, print, why, stamp);
            if (!card)
                return fail(card.error());
            return audited(connection,
                           {actor, stamp.at, u"card.hand-over-undone"_s, card.value().input.reference, why},
                           Outcome<Nothing>(Nothing()));
        });
}

} // namespace Loket
