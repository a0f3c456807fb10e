// SPDX-License-Identifier: Apache-2.0
#include "forms/output/cardreasondialog.h"

#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "forms/output/cardreason.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

CardReasonDialog::CardReasonDialog(int cards, const Rulebook &rules, QDate today, QWidget *parent)
    : QDialog(parent)
    , m_reason(new CardReason(this))
{
    setObjectName("cardReasonDialog"_L1);
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%n cards need a reason", nullptr, cards));
    CardStanding standing;
    standing.needsReason = true;
    m_reason->set(&rules, standing, 0, today);
    const Theme &theme = Theme::current();
    auto *column = new QVBoxLayout(this);
    const int margin = theme.px(Metric::kSpace6);
    column->setContentsMargins(margin, margin, margin, theme.px(Metric::kSpace4));
    column->setSpacing(theme.px(Metric::kSpace3));
    auto *title = roleLabel(u"section"_s, this, windowTitle());
    title->setMinimumWidth(theme.px(380));
    column->addWidget(title);
    column->addWidget(m_reason);
    auto *buttons = new QHBoxLayout;
    auto *no = new QPushButton(tr("Cancel"), this);
    no->setAutoDefault(false);
    auto *yes = new QPushButton(tr("Print"), this);
    yes->setObjectName("printWithReason"_L1);
    yes->setProperty("role", u"primary"_s);
    yes->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(no);
    buttons->addWidget(yes);
    column->addLayout(buttons);
    const auto refresh = [this, yes] { yes->setEnabled(m_reason->isComplete()); };
    connect(m_reason, &CardReason::changed, this, refresh);
    connect(no, &QPushButton::clicked, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
    refresh();
    m_reason->first()->setFocus();
}

QString CardReasonDialog::reason() const
{
    PrintInput input;
    m_reason->fill(input);
    return input.reason;
}

} // namespace Loket
