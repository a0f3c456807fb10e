// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/base/ids.h"
#include "model/ports/printerport.h"

#include <QFuture>
#include <QString>

#include <functional>

namespace Loket {

/// What papers need besides the office. Outlives every dialog.
struct PaperServices {
    PrinterPort *printers = nullptr; ///< null: papers can only be saved as PDF
    /// Signs a receipt's reference with the counter's key; the answer is the text of its code
    /// (sealReceipt()). Empty: receipts have no code.
    std::function<QFuture<Outcome<QString>>(const QString &reference, const CaseId &id)> seal;
};

} // namespace Loket
