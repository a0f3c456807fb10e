// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/output/paperdialog.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

/// The filled registration form of a saved case, on A4 with room to sign.
class FormDialog : public PaperDialog
{
    Q_OBJECT

public:
    FormDialog(const QString &caseId, Office &office, Dialogs &dialogs, const PaperServices &services,
               QWidget *parent = nullptr);

protected:
    Paper load() override;
    std::shared_ptr<const PrintDocument> document(int copy) override;
    QStringList choices() const override;
    QString choiceLabel() const override;

private:
    const QString m_caseId;
    std::optional<CaseRecord> m_record;
};

} // namespace Loket
