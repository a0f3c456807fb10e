// SPDX-License-Identifier: Apache-2.0
#include "forms/family/familyhead.h"

#include "forms/common/format.h"
#include "forms/common/office.h"
#include "forms/common/pill.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "model/rulebook/rulebook.h"
#include "model/services/familydues.h"

#include <QHBoxLayout>
#include <QLabel>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// What the family pays each month, by the rulebook of today; empty where the rulebook knows no flat rate.
QString monthlyDuesText(const FamilyView &family, const Context &context)
{
    if (!context.rulebooks)
        return {};
    const auto sum = monthlyDues(context.rulebooks->on(context.today), family, context.today);
    return sum ? moneyText(sum->member) : QString();
}

std::optional<Arrears> arrearsToday(const FamilyView &family, const Context &context)
{
    if (!context.rulebooks)
        return std::nullopt;
    return arrearsUntil(context.rulebooks->on(context.today), family, context.today);
}

} // namespace

FamilyHead::FamilyHead(QWidget *parent)
    : QFrame(parent)
    , m_name(roleLabel(u"page"_s, this))
    , m_numbers(roleLabel(u"monoMuted"_s, this))
    , m_status(new Pill(this))
    , m_row(new QHBoxLayout(this))
{
    setProperty("role", u"card"_s);
    setObjectName("familyHead"_L1);
    m_name->setMinimumWidth(1); // side by side or below each other: resizeEvent() sees to the room
    m_numbers->setMinimumWidth(1);
    m_numbers->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *left = new QVBoxLayout;
    left->setSpacing(2);
    auto *top = new QHBoxLayout;
    top->addWidget(m_name);
    top->addWidget(m_status);
    top->addStretch(1);
    left->addLayout(top);
    m_top = top;
    left->addWidget(m_numbers);
    m_row->addLayout(left, 1);
    auto *facts = new QHBoxLayout;
    m_row->addLayout(facts);
    for (size_t i = 0; i < m_labels.size(); ++i) {
        auto *fact = new QVBoxLayout;
        fact->setSpacing(2);
        m_labels[i] = roleLabel(u"label"_s, this);
        m_values[i] = roleLabel(u"strong"_s, this);
        fact->addStretch(1);
        fact->addWidget(m_labels[i]);
        fact->addWidget(m_values[i]);
        fact->addStretch(1);
        facts->addLayout(fact);
    }
    m_facts = facts;
    applyMetrics();
    connect(&Theme::current(), &Theme::changed, this, &FamilyHead::applyMetrics);
}

void FamilyHead::show(const FamilyView &family, Office &office)
{
    const QString head = family.members.isEmpty() ? QString() : personName(family.members.first().name);
    m_name->setText(head.isEmpty() ? tr("KK %1").arg(family.kk) : tr("Family of %1").arg(head));
    QString numbers = tr("KK %1").arg(groupedDigits(family.kk));
    if (!family.va.isEmpty())
        numbers += tr(" · VA %1").arg(groupedDigits(family.va, 5));
    m_numbers->setText(numbers);

    const bool isNew = family.paidUntil.isEmpty() && family.firstPaymentFrom.isValid();
    const auto owed = arrearsToday(family, office.context());
    const std::array<QString, 5> labels
        = {tr("Segment"), tr("Class"), tr("Dues a month"), isNew ? tr("First payment") : tr("Paid until"),
           owed ? tr("Arrears, %1 month(s)").arg(owed->months) : QString()};
    const QString none = u"–"_s;
    const QString dues = monthlyDuesText(family, office.context());
    const QString paid = isNew ? dateRangeText(family.firstPaymentFrom, family.firstPaymentUntil)
                               : monthText(family.paidUntil);
    const std::array<QString, 5> values = {segmentShort(family.segment), romanClass(family.careClass), dues,
                                           paid, owed ? moneyText(owed->arrears) : QString()};
    for (size_t i = 0; i < labels.size(); ++i) {
        m_labels[i]->setVisible(!labels[i].isEmpty());
        m_values[i]->setVisible(!labels[i].isEmpty());
        m_labels[i]->setText(labels[i]);
        m_values[i]->setText(values[i].isEmpty() ? none : values[i]);
    }
    if (owed) {
        setLook(m_values[4], "tone", toneWord(Tone::Danger));
        m_values[4]->setToolTip(tr("With the month that runs: %1").arg(moneyText(owed->total)));
    }
    m_labels[0]->setToolTip(codeLabel(u"segment"_s, family.segment));
    if (!family.pendingCase.isEmpty())
        m_status->set(tr("Waits for the centre"), Tone::Info);
    else
        m_status->set(memberStatusText(family.status), memberStatusTone(family.status));
}

void FamilyHead::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const QMargins margins = m_row->contentsMargins();
    const int words = qMax(m_top->sizeHint().width(), m_numbers->sizeHint().width());
    const int needed
        = words + m_row->spacing() + m_facts->sizeHint().width() + margins.left() + margins.right();
    m_row->setDirection(width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void FamilyHead::applyMetrics()
{
    const Theme &theme = Theme::current();
    m_row->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10));
    m_row->setSpacing(theme.px(Metric::kSpace2));
    m_top->setSpacing(theme.px(Metric::kSpace3));
    m_facts->setSpacing(theme.px(28));
}

} // namespace Loket
