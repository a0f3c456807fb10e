// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/output/paperdialog.h"
#include "model/print/carddocument.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

class CardReason;

/// The card of a confirmed active participant, on white or pre-printed stock; says why there is none for
/// others. Asks why a card is printed where the rulebook wants to know.
class CardDialog : public PaperDialog
{
    Q_OBJECT

public:
    CardDialog(const QString &cardNumber, Office &office, Dialogs &dialogs, const PaperServices &services,
               QWidget *parent = nullptr);

protected:
    Paper load() override;
    std::shared_ptr<const PrintDocument> document(int copy) override;
    PrintInput input() const override;
    QStringList choices() const override;
    QString choiceLabel() const override;
    QWidget *firstAsked() const override;

private:
    CardStock stock() const;
    const QString m_cardNumber;
    FamilyView m_family;
    MemberView m_member;
    QByteArray m_photo;
    CardReason *m_reason;
};

} // namespace Loket
