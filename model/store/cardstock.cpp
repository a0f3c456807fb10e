// SPDX-License-Identifier: Apache-2.0
#include "model/store/cardstock.h"

#include "model/store/cardbook.h"
#include "model/store/connection.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

Failure badInput(const QString &what)
{
    return {FailureKind::BadInput, what};
}

} // namespace

Outcome<Nothing> insertStock(Connection &connection, const StockMove &move, const CardStamp &stamp)
{
    const auto put
        = connection.exec("INSERT INTO card_stock (kind, blank, amount, change, box, reason_code, reason,"
                          " print_id, day, at, officer) VALUES (?, ?, ?, ?, ?, ?, ?, nullif(?, 0), ?, ?, ?)",
                          stockEventWord(move.kind), move.blank, move.amount, move.change, move.box,
                          move.reasonCode, move.reason, move.print, stamp.day, stamp.at, stamp.officer);
    if (!put)
        return fail(put.error());
    return Nothing();
}

Outcome<Nothing> noteStock(Connection &connection, const StockInput &input, const CardStamp &stamp)
{
    if (input.blank.isEmpty())
        return fail(badInput(u"blank: which cards?"_s));
    StockMove move{input.kind,   input.blank, input.amount, input.amount, input.reasonCode,
                   input.reason, 0,           input.box};
    switch (input.kind) {
    case StockEvent::Used:
        return fail(badInput(u"kind: a use comes with a print"_s));
    case StockEvent::Received:
        if (input.amount < 1)
            return fail(badInput(u"amount: at least one card"_s));
        break;
    case StockEvent::Spoilt:
        if (input.amount < 1)
            return fail(badInput(u"amount: at least one card"_s));
        if (input.reasonCode.isEmpty())
            return fail(badInput(u"reason: a card is not given up without one"_s));
        move.change = -input.amount;
        break;
    case StockEvent::Counted: {
        if (input.amount < 0)
            return fail(badInput(u"amount: fewer than none"_s));
        const auto level = CardBook(connection).level(input.blank);
        if (!level)
            return fail(level.error());
        move.change = input.amount - level.value().left;
        if (move.change != 0 && level.value().isKept && input.reason.isEmpty())
            return fail(badInput(u"reason: a number is not corrected without one"_s));
        break;
    }
    }
    return insertStock(connection, move, stamp);
}

} // namespace Loket
