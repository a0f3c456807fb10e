// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace Loket {

class PrintDocument;

/// A printer of this computer.
struct PrinterInfo {
    QString id; ///< what the system calls it
    QString name;
    bool isDefault = false;
    friend bool operator==(const PrinterInfo &, const PrinterInfo &) = default;
};

/// Puts papers on printers. Lives on the window's thread.
class PrinterPort
{
public:
    virtual ~PrinterPort() = default;
    /// The printers that are there now; empty: none.
    virtual QList<PrinterInfo> printers() const = 0;
    /// Prints every page in its own size, without scaling. `done` comes later, on the window's thread,
    /// exactly once: a value means that the system took the job.
    virtual void print(std::shared_ptr<const PrintDocument> document, const QString &printerId,
                       std::function<void(Outcome<Nothing>)> done)
        = 0;
};

} // namespace Loket
