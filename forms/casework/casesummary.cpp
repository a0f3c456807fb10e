// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/casesummary.h"

#include "forms/common/cardframe.h"
#include "forms/common/format.h"
#include "forms/common/keybutton.h"
#include "forms/common/pill.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

void emptyGrid(QGridLayout &grid)
{
    while (QLayoutItem *item = grid.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

CaseSummary::CaseSummary(QWidget *parent)
    : QWidget(parent)
    , m_card(new CardFrame(this))
    , m_state(m_card->addMark())
    , m_title(roleLabel(u"page"_s, this))
    , m_reference(roleLabel(u"mono"_s, this))
    , m_next(roleLabel({}, this))
    , m_members(new QGridLayout)
    , m_facts(new QGridLayout)
    , m_print(new KeyButton(this))
    , m_form(new QPushButton(this))
    , m_another(new KeyButton(this))
    , m_family(new QPushButton(this))
    , m_void(new QPushButton(this))
    , m_correct(new QPushButton(this))
    , m_related(new QPushButton(this))
{
    setObjectName(u"summary"_s);
    m_title->setObjectName(u"summaryTitle"_s);
    m_reference->setObjectName(u"reference"_s);
    m_reference->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setSymbolVisible(true);
    m_next->setWordWrap(true);
    m_print->setObjectName(u"printReceipt"_s);
    m_print->setPrimary(true);
    m_print->setKey(u"Ctrl P"_s);
    m_form->setObjectName(u"printForm"_s);
    m_another->setObjectName(u"nextFamily"_s);
    m_another->setKey(u"F3"_s);
    m_family->setObjectName(u"openFamily"_s);
    m_void->setObjectName(u"voidCase"_s);
    m_correct->setObjectName(u"correctCase"_s);
    m_related->setObjectName(u"relatedFamily"_s);

    const Theme &theme = Theme::current();
    m_members->setHorizontalSpacing(theme.px(Metric::kSpace6));
    m_members->setVerticalSpacing(theme.px(Metric::kSpace2));
    m_members->setColumnStretch(1, 1);
    m_facts->setHorizontalSpacing(theme.px(Metric::kSpace6));
    m_facts->setVerticalSpacing(theme.px(Metric::kSpace2));
    m_facts->setColumnStretch(1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.px(Metric::kSpace3));
    buttons->addWidget(m_print);
    buttons->addWidget(m_form);
    buttons->addWidget(m_another);
    buttons->addWidget(m_family);
    buttons->addWidget(m_related);
    buttons->addStretch(1);
    buttons->addWidget(m_correct);
    buttons->addWidget(m_void);
    for (QWidget *before = m_print; QWidget * button : std::initializer_list<QWidget *>{
                                        m_form, m_another, m_family, m_related, m_correct, m_void}) {
        setTabOrder(before, button);
        before = button;
    }
    m_card->body()->setSpacing(theme.px(Metric::kSpace3));
    m_card->body()->addLayout(m_facts);
    m_membersLine = ruleLine(m_card);
    m_card->body()->addWidget(m_membersLine);
    m_card->body()->addLayout(m_members);
    m_card->body()->addWidget(ruleLine(m_card));
    m_card->body()->addWidget(m_next);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(Metric::kSpace3));
    layout->addWidget(m_title);
    layout->addWidget(m_card);
    layout->addLayout(buttons);
    layout->addStretch(1);
    m_card->setMaximumWidth(theme.px(860));
    connect(m_print, &QAbstractButton::clicked, this, &CaseSummary::receiptWanted);
    connect(m_form, &QAbstractButton::clicked, this, &CaseSummary::formWanted);
    connect(m_another, &QAbstractButton::clicked, this, &CaseSummary::nextWanted);
    connect(m_family, &QAbstractButton::clicked, this, &CaseSummary::familyWanted);
    connect(m_void, &QAbstractButton::clicked, this, &CaseSummary::voidWanted);
    connect(m_correct, &QAbstractButton::clicked, this, &CaseSummary::correctionWanted);
    connect(m_related, &QAbstractButton::clicked, this, &CaseSummary::relatedWanted);
}

void CaseSummary::show(const CaseRecord &record, QDate today, std::function<Told(const CaseRecord &)> tell)
{
    m_tell = std::move(tell);
    m_record = record;
    m_today = today;
    fill();
}

void CaseSummary::focusFirst()
{
    m_print->setFocus(Qt::OtherFocusReason);
}

void CaseSummary::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

void CaseSummary::fill()
{
    if (!m_record)
        return;
    const CaseRecord &record = *m_record;
    const bool isVoid = record.state == CaseState::Void;
    m_title->setText(isVoid ? tr("Taken back") : tr("Saved"));
    const Told told = m_tell ? m_tell(record) : Told();
    m_card->setTitle(u"%1 · %2"_s.arg(told.service, record.reference));
    m_state->set(caseStateText(record.state), caseStateTone(record.state));
    m_reference->setText(record.reference);
    m_print->setText(tr("Print receipt"));
    m_form->setText(tr("Form (FDIP)"));
    m_form->setVisible(told.hasForm);
    m_another->setText(isRegistration() ? tr("Register the next family") : tr("The same service again"));
    m_another->setKey(isRegistration() ? u"F3"_s : QString());
    m_related->setText(tr("Register a related family"));
    m_related->setVisible(!isVoid);
    m_correct->setText(tr("Correct"));
    m_correct->setToolTip(tr("A new case that names this one and takes its place"));
    m_correct->setVisible(!isVoid);
    m_void->setText(tr("Take back"));
    m_void->setToolTip(tr("Only today, and only as long as it is not sent"));
    m_void->setVisible(record.state == CaseState::Queued && record.savedAt.toLocalTime().date() == m_today);
    m_family->setText(tr("Open family"));

    fillFacts(told);
    fillMembers();
    m_membersLine->setVisible(!record.content.family.members.isEmpty());
    m_next->setText(nextSteps(told.advice));
}

bool CaseSummary::isRegistration() const
{
    return m_record->content.service == u"REG-PBPU";
}

void CaseSummary::fillFacts(const Told &told)
{
    const CaseRecord &record = *m_record;
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        if (item->widget() != m_reference)
            delete item->widget();
        delete item;
    }
    int row = 0;
    const auto fact = [this, &row](const QString &what, QWidget *value) {
        m_facts->addWidget(roleLabel(u"muted"_s, m_card, what), row, 0);
        m_facts->addWidget(value, row++, 1);
    };
    fact(tr("Reference"), m_reference);
    for (const SummaryFact &one : told.facts) {
        QLabel *value = roleLabel(u"strong"_s, m_card, one.value);
        value->setWordWrap(true);
        fact(one.label, value);
    }
    QString va;
    for (const AssignedNumber &number : record.numbers)
        va = va.isEmpty() ? number.va : va;
    if (!va.isEmpty() || isRegistration())
        fact(tr("Virtual account"),
             roleLabel(va.isEmpty() ? QString() : u"mono"_s, m_card,
                       va.isEmpty() ? tr("follows once the centre confirms") : groupedDigits(va)));
    if (record.assessment.dues)
        fact(tr("To pay every month"),
             roleLabel(u"strong"_s, m_card, moneyText(record.assessment.dues->member)));
    if (record.assessment.dates.firstPaymentFrom.isValid())
        fact(tr("First payment"),
             roleLabel(u"strong"_s, m_card,
                       dateRangeText(record.assessment.dates.firstPaymentFrom,
                                     record.assessment.dates.firstPaymentUntil)));
}

void CaseSummary::fillMembers()
{
    emptyGrid(*m_members);
    const QList<CaseMember> &members = m_record->content.family.members;
    for (int i = 0; i < members.size(); ++i) {
        m_members->addWidget(roleLabel(u"muted"_s, m_card, relationText(members[i].relation, members[i].kin)),
                             i, 0);
        m_members->addWidget(roleLabel({}, m_card, members[i].name), i, 1);
        QString card;
        bool isConfirmed = false;
        for (const AssignedNumber &number : m_record->numbers) {
            if (number.member == i) {
                card = number.card;
                isConfirmed = number.state == u"confirmed";
            }
        }
        m_members->addWidget(roleLabel(card.isEmpty() ? u"muted"_s : u"mono"_s, m_card,
                                       card.isEmpty() ? tr("number follows") : groupedDigits(card)),
                             i, 2);
        auto *pill = card.isEmpty() ? new Pill(tr("waiting"), Tone::Neutral, m_card)
            : isConfirmed           ? new Pill(tr("confirmed"), Tone::Ok, m_card)
                                    : new Pill(tr("reserved"), Tone::Warning, m_card);
        m_members->addWidget(pill, i, 3);
    }
}

QString CaseSummary::nextSteps(const QString &advice) const
{
    if (m_record->state == CaseState::Void)
        return tr("The case is void; its numbers are spoilt. The family is as it was before.");
    const QString hand = tr("Print the receipt and hand it to the applicant.");
    const QString wait = isWaiting(m_record->state) ? m_record->numbers.isEmpty()
            ? tr("The case is sent to the centre with the next synchronisation.")
            : tr("The case is sent to the centre with the next synchronisation; the numbers count from its "
                 "confirmation on.")
                                                    : tr("The centre has decided; see the family's page.");
    const QDate from = m_record->assessment.dates.firstPaymentFrom;
    const QString pay = from.isValid() && isRegistration()
        ? tr("The cards can be printed once the first payment is in, from %1 at the earliest.")
              .arg(longDateText(from))
        : QString();
    return QStringList{hand, wait, pay, advice}.join(u' ').simplified();
}

} // namespace Loket
