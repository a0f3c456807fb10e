// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/printlog.h"

namespace Loket {

// Writing the stock of blank cards. Every function works in the caller's transaction on the writer's
// connection; rows are never changed.

struct StockMove {
    StockEvent kind = StockEvent::Used;
    QString blank;
    int amount = 0;
    int change = 0; ///< of what is left
    QString reasonCode = {}, reason = {};
    qint64 print = 0; ///< row of the print log; 0: none
    QString box = {};
};
Outcome<Nothing> insertStock(Connection &connection, const StockMove &move, const CardStamp &stamp);

/// Notes what an officer says of the stock. BadInput: an amount or a reason is missing, or a use.
Outcome<Nothing> noteStock(Connection &connection, const StockInput &input, const CardStamp &stamp);

} // namespace Loket
