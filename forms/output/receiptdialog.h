// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/output/paperdialog.h"
#include "model/print/receiptfacts.h"
#include "model/print/receiptpaper.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

/// The receipt of a saved case, on A5 or a roll.
class ReceiptDialog : public PaperDialog
{
    Q_OBJECT

public:
    ReceiptDialog(const QString &caseId, Office &office, Dialogs &dialogs, const PaperServices &services,
                  QWidget *parent = nullptr);

protected:
    Paper load() override;
    std::shared_ptr<const PrintDocument> document(int copy) override;
    std::function<std::shared_ptr<const PrintDocument>(int copy)> printout() override;
    QStringList choices() const override;
    QString choiceLabel() const override;

private:
    QString officerName() const;
    ReceiptFacts facts(int copy) const;
    ReceiptPaper paperSize() const;

    const QString m_caseId;
    std::optional<CaseRecord> m_record;
    std::optional<FamilyView> m_known; ///< as it is now
    QString m_code;                    ///< text of the receipt's code; empty: not signed yet
};

} // namespace Loket
