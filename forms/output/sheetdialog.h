// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/output/paperdialog.h"
#include "model/print/sheetfacts.h"

namespace Loket {

/// A plain sheet: what is missing of a case, where to go. Place, officer and time are put in here.
class SheetDialog : public PaperDialog
{
    Q_OBJECT
public:
    SheetDialog(const SheetFacts &facts, Office &office, Dialogs &dialogs, const PaperServices &services,
                QWidget *parent = nullptr);

protected:
    Paper load() override;
    std::shared_ptr<const PrintDocument> document(int copy) override;
    QStringList choices() const override;
    QString choiceLabel() const override;

private:
    const SheetFacts m_facts;
};

} // namespace Loket
