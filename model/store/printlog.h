// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/cardviews.h"

namespace Loket {

class Connection;

// Writing what was printed. Every function works in the caller's transaction on the writer's connection.

/// Who does it and when.
struct CardStamp {
    QString officer;
    QDate day;
    QDateTime at; ///< UTC
};

/// Notes a print that goes to a printer (Sent) or into a file (File). BadInput: neither of the two.
Outcome<PrintTicket> insertPrint(Connection &connection, const PrintInput &input, PrintState state,
                                 const CardStamp &stamp);

/// What became of a print.
struct PrintEnd {
    qint64 id = 0;
    PrintState state = PrintState::Out; ///< Out | Confirmed | Failed | Spoilt
    QString reasonCode = {}; ///< of Spoilt: kind spoil-reason; of Failed: a code or the queue's word
    QString reason = {};     ///< in an officer's words
    bool byQueue = false;
};
/// Puts the fate of a print, moves the stock of blank cards, and lets the card wait for its owner. The answer
/// is the print as it was before; none: nothing was to be done (it is so already, or what is known of it
/// stands against it). Missing: there is no such print; BadInput: no end.
Outcome<std::optional<PrintRecord>> endPrint(Connection &connection, const PrintEnd &end,
                                             const CardStamp &stamp);

} // namespace Loket
