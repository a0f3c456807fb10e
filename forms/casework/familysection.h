// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/casesection.h"
#include "forms/casework/suggestedit.h"
#include "forms/common/fieldbox.h"

namespace Loket {

/// The family's section: its fields, and whether bills go to an address of their own.
class FamilySection : public CaseSection
{
    Q_OBJECT
public:
    FamilySection(const QList<Field> &fields, CaseDraft &draft, QWidget *parent = nullptr);

protected:
    bool isAsked(const CaseField &field) const override;
    void retranslate() override;

private:
    void showBilling();
    SuggestEdit::Source billingSource() const;

    SuggestEdit *m_billing = nullptr;
    FieldBox *m_billingBox = nullptr;
};

} // namespace Loket
