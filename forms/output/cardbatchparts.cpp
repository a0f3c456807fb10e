// SPDX-License-Identifier: Apache-2.0
// What the window of a batch looks like: its parts, their places and words.
#include "forms/common/emptystate.h"
#include "forms/common/keybutton.h"
#include "forms/common/listtable.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "forms/output/cardbatch.h"
#include "forms/output/cardbatchmodel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

QHBoxLayout *rowOf(QWidget *whole, int space)
{
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space);
    return row;
}

QPushButton *namedButton(const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

QWidget *CardBatch::makeTools()
{
    auto *tools = new QWidget(this);
    auto *row = rowOf(tools, Metric::kSpace2);
    m_stockLabel = roleLabel(u"label"_s, tools);
    m_stock = new QComboBox(tools);
    m_stock->setObjectName(u"batchStock"_s);
    m_stock->addItems({QString(), QString()});
    m_stockLabel->setBuddy(m_stock);
    m_printerLabel = roleLabel(u"label"_s, tools);
    m_printer = new QComboBox(tools);
    m_printer->setObjectName(u"batchPrinter"_s);
    m_printer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_printerLabel->setBuddy(m_printer);
    row->addWidget(m_stockLabel);
    row->addWidget(m_stock);
    row->addSpacing(Metric::kSpace3);
    row->addWidget(m_printerLabel);
    row->addWidget(m_printer);
    row->addStretch(1);
    return tools;
}

QWidget *CardBatch::makeQuestion()
{
    m_question = new QWidget(this);
    auto *row = rowOf(m_question, Metric::kSpace2);
    m_asked = roleLabel(u"strong"_s, m_question);
    m_asked->setObjectName(u"batchQuestion"_s);
    m_asked->setWordWrap(true);
    m_cameOut = namedButton(u"batchCameOut"_s, m_question);
    m_didNot = namedButton(u"batchDidNot"_s, m_question);
    row->addWidget(m_asked, 1);
    row->addWidget(m_cameOut);
    row->addWidget(m_didNot);
    return m_question;
}

QWidget *CardBatch::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metric::kSpace2);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metric::kSpace2);
    m_message = roleLabel(u"muted"_s, foot);
    m_message->setObjectName(u"batchMessage"_s);
    m_message->setWordWrap(true);
    m_close = namedButton(u"batchClose"_s, foot);
    m_takeBack = namedButton(u"batchTakeBack"_s, foot);
    m_end = namedButton(u"batchEnd"_s, foot);
    m_pause = namedButton(u"batchPause"_s, foot);
    m_fromHere = namedButton(u"batchFromHere"_s, foot);
    m_print = new KeyButton(foot);
    m_print->setObjectName(u"batchPrint"_s);
    m_print->setKey(u"Ctrl P"_s);
    m_print->setPrimary(true);
    m_print->setDefault(true);
    column->addWidget(m_message);
    column->addLayout(row);
    row->addStretch(1);
    for (QPushButton *button : {m_close, m_takeBack, m_end, m_pause, m_fromHere})
        row->addWidget(button);
    row->addWidget(m_print);
    return foot;
}

void CardBatch::build()
{
    setObjectName(u"cardBatch"_s);
    setModal(true);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(Metric::kSpace4, Metric::kSpace4, Metric::kSpace4, Metric::kSpace4);
    whole->setSpacing(Metric::kSpace3);
    auto *head = new QWidget(this);
    auto *row = rowOf(head, Metric::kSpace3);
    m_title = roleLabel(u"page"_s, head);
    m_standing = roleLabel(u"muted"_s, head);
    m_standing->setObjectName(u"batchStanding"_s);
    row->addWidget(m_title);
    row->addWidget(m_standing, 1);
    m_progress = new QProgressBar(this);
    m_progress->setObjectName(u"batchProgress"_s);
    m_progress->setTextVisible(false);
    QWidget *tools = makeTools(); // Tab goes through it before the cards
    m_stack = new QStackedWidget(this);
    m_none = new EmptyState(Icon::IdCard, m_stack);
    m_table = new ListTable(m_stack);
    m_table->setObjectName(u"batchCards"_s);
    m_table->setModel(m_model);
    m_table->setWeights({0, 3, 1, 0});
    m_table->installEventFilter(this);
    m_stack->addWidget(m_none);
    m_stack->addWidget(m_table);
    whole->addWidget(head);
    whole->addWidget(tools);
    whole->addWidget(m_progress);
    whole->addWidget(m_stack, 1);
    whole->addWidget(makeQuestion());
    whole->addWidget(makeFoot());
    resizeOver(this, 820, 640);
}

void CardBatch::retranslate()
{
    setWindowTitle(tr("Print cards"));
    m_title->setText(tr("Print cards"));
    m_stockLabel->setText(tr("Card stock"));
    m_stock->setAccessibleName(tr("Card stock"));
    m_stock->setItemText(0, tr("White card"));
    m_stock->setItemText(1, tr("Pre-printed card"));
    m_printerLabel->setText(tr("Printer"));
    m_printer->setAccessibleName(tr("Printer"));
    m_progress->setAccessibleName(tr("How many cards came out"));
    m_table->setAccessibleName(tr("Cards of the batch"));
    m_none->set(tr("No card to print"), tr("Choose cards on the page of cards or of a family."));
    m_cameOut->setText(tr("It came out"));
    m_didNot->setText(tr("It did not come out"));
    m_close->setText(tr("Close"));
    m_takeBack->setText(tr("Take back what waits"));
    m_end->setText(tr("End the batch"));
    m_pause->setText(tr("Stop after these"));
}

} // namespace Loket
