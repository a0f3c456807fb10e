// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/printerport.h"

namespace Loket {

/// Two printers that keep what they get, or refuse it.
class FakePrinter final : public PrinterPort
{
public:
    QList<PrinterInfo> there = {{QStringLiteral("roll"), QStringLiteral("Printer struk"), false},
                                {QStringLiteral("office"), QStringLiteral("Printer kantor"), true}};
    bool refuses = false;
    QList<std::shared_ptr<const PrintDocument>> papers;
    QStringList usedPrinters;

    QList<PrinterInfo> printers() const override { return there; }
    void print(std::shared_ptr<const PrintDocument> document, const QString &printerId,
               std::function<void(Outcome<Nothing>)> done) override
    {
        if (refuses) {
            done(fail(Failure{FailureKind::Io, QStringLiteral("out of paper")}));
            return;
        }
        papers += std::move(document);
        usedPrinters += printerId;
        done(Nothing());
    }
};

} // namespace Loket
