// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/output/paperdialog.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

/// The filled registration form of a case, on A4 with room to sign. Before the case is saved it says so and
/// has no number.
class FormDialog : public PaperDialog
{
    Q_OBJECT

public:
    FormDialog(const Case &content, Office &office, Dialogs &dialogs, const PaperServices &services,
               QWidget *parent = nullptr);

protected:
    Paper load() override;
    std::shared_ptr<const PrintDocument> document(int copy) override;
    QStringList choices() const override;
    QString choiceLabel() const override;

private:
    const Case &content() const;

    const Case m_typed;
    std::optional<CaseRecord> m_record; ///< none: not saved yet
};

} // namespace Loket
