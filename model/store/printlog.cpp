// SPDX-License-Identifier: Apache-2.0
#include "model/store/printlog.h"

#include "model/domain/namekey.h"
#include "model/store/cardbook.h"
#include "model/store/cardstock.h"
#include "model/store/connection.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

bool cameOut(PrintState state)
{
    return state == PrintState::Out || state == PrintState::Confirmed;
}

/// Whether a print in the state `from` may come to `to`.
bool mayEnd(const PrintRecord &print, PrintState to)
{
    switch (print.state) {
    case PrintState::Sent:
        return true;
    case PrintState::Failed: // the queue gave it up, and then it came out after all
        return cameOut(to) || to == PrintState::Spoilt;
    case PrintState::Out:
    case PrintState::Confirmed: // a card that somebody has is not spoilt, it is damaged
        return to == PrintState::Spoilt && print.handOver <= 0;
    case PrintState::Noted:
    case PrintState::File:
    case PrintState::Spoilt:
        break;
    }
    return false;
}

Outcome<int> nextSerial(Connection &connection, const QString &what, const QString &reference)
{
    const auto last = connection.one(
        "SELECT max(serial) FROM print_log WHERE what = ? AND reference = ? AND state <> 'failed'",
        [](const Statement &s) { return int(s.integer(0)); }, what, reference);
    if (!last)
        return fail(last.error());
    return last.value().value_or(0) + 1;
}

Outcome<Nothing> moveStock(Connection &connection, const PrintRecord &print, PrintState to,
                           const PrintEnd &end, const CardStamp &stamp)
{
    if (print.input.blank.isEmpty() || to == PrintState::Failed)
        return Nothing();
    StockMove move{StockEvent::Used, print.input.blank, 1, -1, {}, {}, print.id};
    if (to == PrintState::Spoilt) {
        if (cameOut(print.state)) { // it was no use after all
            StockMove back = move;
            back.amount = -1;
            back.change = 1;
            if (const auto put = insertStock(connection, back, stamp); !put)
                return put;
        }
        move.kind = StockEvent::Spoilt;
        move.reasonCode = end.reasonCode;
        move.reason = end.reason;
    }
    return insertStock(connection, move, stamp);
}

} // namespace

Outcome<PrintTicket> insertPrint(Connection &connection, const PrintInput &input, PrintState state,
                                 const CardStamp &stamp)
{
    if (state != PrintState::Sent && state != PrintState::File)
        return fail(Failure{FailureKind::BadInput, u"state: a print is sent, or it is a file"_s});
    if (input.what.isEmpty() || input.reference.isEmpty())
        return fail(Failure{FailureKind::BadInput, u"reference: what is printed has none"_s});
    int serial = 0;
    if (state == PrintState::Sent) {
        const auto next = nextSerial(connection, input.what, input.reference);
        if (!next)
            return fail(next.error());
        serial = next.value();
    }
    const auto put = connection.exec(
        "INSERT INTO print_log (what, reference, serial, state, reason_code, reason, collector, documents, "
        "kk,"
        " nik, name, name_key, blank, printer, batch, place, day, at, officer)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        input.what, input.reference, serial, printStateWord(state), input.reasonCode, input.reason,
        input.collector, input.documents.join(u' '), input.kk, input.nik, input.name, nameKey(input.name),
        input.blank, input.printer, input.batch, input.place, stamp.day, stamp.at, stamp.officer);
    if (!put)
        return fail(put.error());
    return PrintTicket{connection.lastInsertRowId(), serial};
}

Outcome<std::optional<PrintRecord>> endPrint(Connection &connection, const PrintEnd &end,
                                             const CardStamp &stamp)
{
    const bool isEnd
        = cameOut(end.state) || end.state == PrintState::Failed || end.state == PrintState::Spoilt;
    if (!isEnd)
        return fail(Failure{FailureKind::BadInput, u"state: a print does not end so"_s});
    const auto found = CardBook(connection).print(end.id);
    if (!found)
        return fail(found.error());
    if (!found.value())
        return fail(Failure{FailureKind::Missing, u"print %1"_s.arg(end.id)});
    const PrintRecord &print = *found.value();
    if (!mayEnd(print, end.state))
        return std::optional<PrintRecord>();
    int serial = print.serial;
    if (print.state == PrintState::Failed) { // another print may have taken its number meanwhile
        const auto next = nextSerial(connection, print.input.what, print.input.reference);
        if (!next)
            return fail(next.error());
        serial = next.value();
    }
    const QString error = end.reasonCode.isEmpty() ? end.reason : end.reasonCode;
    const auto put = connection.exec("UPDATE print_log SET state = ?, serial = ?, ended_at = ?, ended_by = ?,"
                                     " error = ? WHERE id = ?",
                                     printStateWord(end.state), serial, stamp.at,
                                     end.byQueue ? u"queue"_s : stamp.officer, error, end.id);
    if (!put)
        return fail(put.error());
    if (cameOut(end.state)) {
        const auto replaced = connection.exec(
            "UPDATE print_log SET handed = -1 WHERE what = 'card' AND what = ? AND reference = ? AND id <> ?"
            " AND handed = 0 AND state IN ('out', 'confirmed')",
            print.input.what, print.input.reference, end.id);
        if (!replaced)
            return fail(replaced.error());
    }
    if (const auto moved = moveStock(connection, print, end.state, end, stamp); !moved)
        return fail(moved.error());
    return std::optional<PrintRecord>(print);
}

} // namespace Loket
