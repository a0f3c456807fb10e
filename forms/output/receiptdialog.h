// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/output/paperdialog.h"
#include "model/print/receiptfacts.h"
#include "model/print/receiptpaper.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

class KeyButton;

/// The receipt of a saved case, on A5 or a roll. F7 shows the message that the applicant takes home.
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
    void keyPressEvent(QKeyEvent *) override;
    void changeEvent(QEvent *) override;

private:
    void buildReady();
    void showReady();
    ReceiptFacts facts(int copy) const;
    ReceiptPaper paperSize() const;

    const QString m_caseId;
    Dialogs &m_questions;
    KeyButton *m_ready = nullptr;
    std::optional<CaseRecord> m_record;
    std::optional<FamilyView> m_known; ///< as it is now
    QString m_code;                    ///< text of the receipt's code; empty: not signed yet
};

} // namespace Loket
