// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/printerport.h"

class QPrinter;

namespace Loket {

/// The printers that the system (CUPS) offers.
class QtPrinter final : public PrinterPort
{
public:
    QList<PrinterInfo> printers() const override;
    void print(std::shared_ptr<const PrintDocument> document, const QString &printerId,
               std::function<void(Outcome<Nothing>)> done) override;

    /// Paints every page in its own size on a printer that is set up already.
    static Outcome<Nothing> printOn(QPrinter &printer, const PrintDocument &document);
};

} // namespace Loket
