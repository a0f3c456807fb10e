// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/base/ids.h"

#include <QFuture>
#include <QString>

#include <functional>

namespace Loket {

class CardBatchDesk;
class Preferences;
class PrintDesk;

/// What papers need besides the office. Outlives every dialog.
struct PaperServices {
    PrintDesk *desk = nullptr; ///< null: papers can only be saved as PDF
    /// Signs a receipt's reference with the counter's key; the answer is the text of its code
    /// (sealReceipt()). Empty: receipts have no code.
    std::function<QFuture<Outcome<QString>>(const QString &reference, const CaseId &id)> seal;
    Preferences *preferences = nullptr; ///< printers of this workplace; null: the usual ones
    CardBatchDesk *batch = nullptr;     ///< null: cards are printed one by one
};

} // namespace Loket
