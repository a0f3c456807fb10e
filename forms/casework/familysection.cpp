// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/familysection.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/casefield.h"
#include "forms/casework/fieldflow.h"

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

bool isBillingPath(const QString &path)
{
    return path.startsWith(u"family.billingAddress."_s);
}

} // namespace

FamilySection::FamilySection(const QList<Field> &fields, CaseDraft &draft, QWidget *parent)
    : CaseSection(u"family"_s, fields, draft, parent)
{
    m_billing = new SuggestEdit;
    m_billing->setObjectName(u"family.billingAddress"_s);
    m_billing->setSource(billingSource());
    m_billing->setOpensAtOnce(true);
    m_billingBox = new FieldBox({}, m_billing, this);
    qsizetype before = 0; // stands before the first field of the own address
    while (before < this->fields().size() && !isBillingPath(this->fields()[before]->path()))
        ++before;
    flow()->insertField(int(before), m_billingBox, 118, 1);
    const auto choose = [this](const QString &value) {
        const QString text = value.trimmed().toLower();
        const bool isOwn = text == u"own" || (!text.isEmpty() && tr("other").startsWith(text));
        this->draft().setOwnBillingAddress(isOwn);
        showBilling();
    };
    connect(m_billing, &SuggestEdit::taken, this, choose);
    connect(m_billing, &SuggestEdit::leftAsTyped, this, choose);
    connect(&draft, &CaseDraft::changed, this, &FamilySection::showBilling);
    FamilySection::retranslate();
    refresh();
}

SuggestEdit::Source FamilySection::billingSource() const
{
    return [](const QString &typed) {
        QList<Suggestion> found;
        for (const Suggestion &one :
             {Suggestion{u"same"_s, tr("same"), {}}, Suggestion{u"own"_s, tr("other"), {}}}) {
            if (one.text.startsWith(typed.trimmed(), Qt::CaseInsensitive))
                found << one;
        }
        return found;
    };
}

void FamilySection::showBilling()
{
    const QString text = draft().content().family.billingAddress ? tr("other") : tr("same");
    if (m_billing->text() != text && !(m_billing->hasFocus() && m_billing->isModified()))
        m_billing->setText(text);
}

bool FamilySection::isAsked(const CaseField &field) const
{
    return (!isBillingPath(field.path()) || draft().content().family.billingAddress)
        && CaseSection::isAsked(field);
}

void FamilySection::retranslate()
{
    CaseSection::retranslate();
    if (!m_billing)
        return;
    m_billingBox->setLabel(tr("Billing address"));
    m_billing->setText({});
    showBilling();
}

} // namespace Loket
