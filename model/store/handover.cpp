// SPDX-License-Identifier: Apache-2.0
#include "model/store/handover.h"

#include "model/store/cardbook.h"
#include "model/store/connection.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

Outcome<PrintRecord> knownPrint(Connection &connection, qint64 id)
{
    const auto found = CardBook(connection).print(id);
    if (!found)
        return fail(found.error());
    if (!found.value())
        return fail(Failure{FailureKind::Missing, u"print %1"_s.arg(id)});
    return *found.value();
}

} // namespace

Outcome<PrintRecord> insertHandOver(Connection &connection, qint64 print, const HandOverInput &given,
                                    const CardStamp &stamp)
{
    auto known = knownPrint(connection, print);
    if (!known)
        return known;
    const PrintRecord &card = known.value();
    const bool isOut = card.state == PrintState::Out || card.state == PrintState::Confirmed;
    if (card.input.what != u"card" || !isOut || card.handOver != 0)
        return fail(Failure{FailureKind::Stale, u"print %1 waits for nobody"_s.arg(print)});
    const auto put = connection.exec("INSERT INTO hand_over (print_id, collector, name, letter, identity,"
                                     " note, day, at, officer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                     print, given.collector, given.name, given.letter, given.identity,
                                     given.note, stamp.day, stamp.at, stamp.officer);
    if (!put)
        return fail(put.error());
    const auto marked = connection.exec("UPDATE print_log SET handed = ? WHERE id = ?",
                                        connection.lastInsertRowId(), print);
    if (!marked)
        return fail(marked.error());
    return known;
}

Outcome<PrintRecord> undoHandOver(Connection &connection, qint64 print, const QString &reason,
                                  const CardStamp &stamp)
{
    auto known = knownPrint(connection, print);
    if (!known)
        return known;
    if (known.value().handOver <= 0)
        return fail(Failure{FailureKind::Stale, u"print %1 was not handed over"_s.arg(print)});
    const auto undone = connection.exec("UPDATE hand_over SET undone_at = ?, undone_by = ?, undone_reason = ?"
                                        " WHERE id = ? AND undone_at = 0",
                                        stamp.at, stamp.officer, reason, known.value().handOver);
    if (!undone)
        return fail(undone.error());
    // A card that was printed again meanwhile does not come back to the list.
    const auto later = connection.one(
        "SELECT 1 FROM print_log WHERE what = 'card' AND reference = ? AND serial > ?"
        " AND state IN ('out', 'confirmed')",
        [](const Statement &s) { return int(s.integer(0)); }, known.value().input.reference,
        known.value().serial);
    if (!later)
        return fail(later.error());
    const auto marked
        = connection.exec("UPDATE print_log SET handed = ? WHERE id = ?", later.value() ? -1 : 0, print);
    if (!marked)
        return fail(marked.error());
    return known;
}

} // namespace Loket
