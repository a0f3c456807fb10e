// SPDX-License-Identifier: Apache-2.0
#include "forms/output/carddialog.h"

#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/family/cardwords.h"
#include "forms/output/cardreason.h"
#include "model/print/cardbuild.h"
#include "model/print/carddocument.h"
#include "model/rulebook/rulebook.h"

namespace Loket {

using namespace Qt::StringLiterals;

CardDialog::CardDialog(const QString &cardNumber, Office &cardOffice, Dialogs &dialogs,
                       const PaperServices &paperServices, QWidget *parent)
    : PaperDialog(cardOffice, dialogs, paperServices, parent)
    , m_cardNumber(cardNumber)
    , m_reason(new CardReason(this))
{
    addPanel(m_reason);
    connect(m_reason, &CardReason::changed, this, &CardDialog::refresh);
    reload();
}

PaperDialog::Paper CardDialog::load()
{
    Paper paper;
    paper.title = tr("Card");
    paper.what = u"card"_s;
    paper.kind = PaperKind::Card;
    paper.reference = m_cardNumber;
    auto family = office().familyByCard(m_cardNumber);
    if (!family) {
        paper.refusal = failureText(family.error());
        return paper;
    }
    const MemberView *member = family.value() ? memberWithCard(*family.value(), m_cardNumber) : nullptr;
    if (!member) {
        paper.refusal
            = tr("No participant with this card number is known here. Synchronise, then search again.");
        return paper;
    }
    m_family = *family.value();
    m_member = *member;
    paper.title = tr("Card %1").arg(m_cardNumber);
    paper.subject = m_member.name;
    paper.mark = memberStatusText(m_member.status);
    paper.markTone = memberStatusTone(m_member.status);
    const Context &context = office().context();
    const Rulebook *rules = context.rulebooks ? &context.rulebooks->on(context.today) : nullptr;
    const CardStanding standing = cardStandingOf(context, m_family, m_member);
    const auto prints = office().cards().printsOf(paper.what, m_cardNumber);
    if (!prints)
        paper.refusal = failureText(prints.error()); // nobody knows whether it is a reprint
    else if (!standing.refusal.isEmpty())
        paper.refusal = cardStandingText(standing);
    paper.printedBefore = prints ? printsThatCount(prints.value()) : 0;
    const QSignalBlocker quiet(m_reason); // what is shown is put together after load()
    m_reason->set(paper.refusal.isEmpty() ? rules : nullptr, standing, paper.printedBefore, context.today);
    if (paper.refusal.isEmpty())
        m_photo = m_member.photo.isEmpty() ? QByteArray() : office().blob(m_member.photo);
    return paper;
}

QWidget *CardDialog::firstAsked() const
{
    return m_reason->first();
}

std::shared_ptr<const PrintDocument> CardDialog::document(int)
{
    return std::make_shared<CardDocument>(cardFacts(m_family, m_member, m_photo, world()), stock());
}

CardStock CardDialog::stock() const
{
    return choice() == 1 ? CardStock::Preprinted : CardStock::Blank;
}

PrintInput CardDialog::input() const
{
    PrintInput made = cardPrint(m_family, m_member);
    made.blank = blankOf(stock());
    m_reason->fill(made);
    return made;
}

QStringList CardDialog::choices() const
{
    return {tr("White card"), tr("Pre-printed card")};
}

QString CardDialog::choiceLabel() const
{
    return tr("Card stock");
}

} // namespace Loket
