// SPDX-License-Identifier: Apache-2.0
// What the paper dialog looks like: its parts, their places and words.
#include "forms/common/keybutton.h"
#include "forms/common/pill.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "forms/output/paperdialog.h"
#include "forms/output/paperview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

QWidget *PaperDialog::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metric::kSpace3);
    m_title = roleLabel(u"page"_s, head);
    m_subject = roleLabel(u"muted"_s, head);
    m_mark = new Pill(head);
    m_copy = new Pill(head);
    m_copy->setObjectName(u"copyMark"_s);
    row->addWidget(m_title);
    row->addWidget(m_subject);
    row->addWidget(m_mark);
    row->addWidget(m_copy);
    row->addStretch(1);
    return head;
}

QWidget *PaperDialog::makeTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metric::kSpace2);
    m_choiceLabel = roleLabel(u"label"_s, tools);
    m_choice = new QComboBox(tools);
    m_choice->setObjectName(u"paperChoice"_s);
    m_choiceLabel->setBuddy(m_choice);
    m_printerLabel = roleLabel(u"label"_s, tools);
    m_printer = new QComboBox(tools);
    m_printer->setObjectName(u"printerChoice"_s);
    m_printer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_printerLabel->setBuddy(m_printer);
    row->addWidget(m_choiceLabel);
    row->addWidget(m_choice);
    row->addSpacing(Metric::kSpace3);
    row->addWidget(m_printerLabel);
    row->addWidget(m_printer);
    row->addStretch(1);
    const std::pair<QToolButton **, Icon> buttons[]
        = {{&m_zoomOut, Icon::ZoomOut}, {&m_zoomIn, Icon::ZoomIn}, {&m_fit, Icon::Crop}};
    for (const auto &[place, icon] : buttons) {
        *place = new QToolButton(tools);
        (*place)->setIcon(Theme::current().icon(icon));
        (*place)->setFocusPolicy(Qt::TabFocus);
        row->addWidget(*place);
    }
    return tools;
}

QWidget *PaperDialog::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metric::kSpace2);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metric::kSpace2);
    m_message = roleLabel(u"muted"_s, foot);
    m_message->setObjectName(u"paperMessage"_s);
    m_message->setWordWrap(true);
    const std::pair<QPushButton **, QString> answers[]
        = {{&m_cameOut, u"cameOut"_s}, {&m_didNot, u"didNotComeOut"_s}, {&m_takeBack, u"takeBack"_s}};
    for (const auto &[place, name] : answers) {
        *place = new QPushButton(foot);
        (*place)->setObjectName(name);
        (*place)->setVisible(false);
    }
    m_close = new QPushButton(foot);
    m_close->setAutoDefault(false);
    m_save = new KeyButton(foot);
    m_save->setObjectName(u"savePaper"_s);
    m_save->setKey(u"Ctrl S"_s);
    m_save->setAutoDefault(false);
    m_print = new KeyButton(foot);
    m_print->setObjectName(u"printPaper"_s);
    m_print->setKey(u"Ctrl P"_s);
    m_print->setPrimary(true);
    m_print->setDefault(true);
    column->addWidget(m_message);
    column->addLayout(row);
    row->addStretch(1);
    row->addWidget(m_cameOut);
    row->addWidget(m_didNot);
    row->addWidget(m_takeBack);
    row->addWidget(m_close);
    row->addWidget(m_save);
    row->addWidget(m_print);
    return foot;
}

void PaperDialog::addPanel(QWidget *panel)
{
    auto *whole = static_cast<QVBoxLayout *>(layout());
    whole->insertWidget(whole->indexOf(m_view), panel);
}

void PaperDialog::build()
{
    setModal(true);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(Metric::kSpace4, Metric::kSpace4, Metric::kSpace4, Metric::kSpace4);
    whole->setSpacing(Metric::kSpace3);
    whole->addWidget(makeHead());
    whole->addWidget(makeTools());
    m_view = new PaperView(this);
    m_view->setObjectName(u"paperView"_s);
    m_refusal = roleLabel(u"section"_s, this);
    m_refusal->setObjectName(u"paperRefusal"_s);
    m_refusal->setWordWrap(true);
    m_refusal->setAlignment(Qt::AlignCenter);
    whole->addWidget(m_view, 1);
    whole->addWidget(m_refusal, 1);
    whole->addWidget(makeFoot());
    resizeOver(this, 760, 690);
}

void PaperDialog::retranslate()
{
    setWindowTitle(m_paper.title);
    const int chosen = choice();
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    m_choice->addItems(choices());
    m_choice->setCurrentIndex(chosen);
    m_choiceLabel->setText(choiceLabel());
    m_choice->setAccessibleName(choiceLabel());
    m_printerLabel->setText(tr("Printer"));
    m_printer->setAccessibleName(tr("Printer"));
    if (m_printer->count() == 0)
        m_printer->setPlaceholderText(m_trouble.isEmpty() ? tr("no printer found") : tr("no print service"));
    m_printer->setToolTip(m_trouble);
    m_cameOut->setText(tr("It came out"));
    m_didNot->setText(tr("It did not come out"));
    m_takeBack->setText(tr("Take it back"));
    const std::pair<QToolButton *, QString> tools[]
        = {{m_zoomIn, tr("Zoom in")}, {m_zoomOut, tr("Zoom out")}, {m_fit, tr("Whole page")}};
    for (const auto &[tool, name] : tools) {
        tool->setToolTip(name);
        tool->setAccessibleName(name);
    }
    m_view->setAccessibleName(tr("Preview of the paper"));
    m_close->setText(tr("Close"));
    m_save->setText(tr("Save as PDF"));
    m_print->setText(tr("Print"));
}

} // namespace Loket
