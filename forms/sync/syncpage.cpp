// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/syncpage.h"

#include "forms/common/cardframe.h"
#include "forms/common/correction.h"
#include "forms/common/emptystate.h"
#include "forms/common/format.h"
#include "forms/common/keybutton.h"
#include "forms/common/listtable.h"
#include "forms/common/navigator.h"
#include "forms/common/officewords.h"
#include "forms/common/pill.h"
#include "forms/common/sidecolumn.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "forms/sync/caselistmodel.h"
#include "forms/sync/summarytext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace Loket {

using namespace Qt::StringLiterals;

SyncPage::SyncPage(Office &office, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_list(new CardFrame(this))
{
    setObjectName("syncPage"_L1);
    m_model = new CaseListModel(
        [this](qint64 before, int limit) {
            const auto page = m_office.cases(before, limit);
            m_failure = page ? QString() : failureText(page.error());
            return page ? page.value() : QList<CaseRecord>();
        },
        this);
    m_list->setFlush(true);
    m_stack = new QStackedWidget(m_list);
    m_none = new EmptyState(Icon::Sync, m_stack);
    m_table = new ListTable(m_stack);
    m_table->setObjectName("cases"_L1);
    m_table->setModel(m_model);
    m_table->setWeights({0, 1, 2, 0, 0, 3});
    m_table->setProperty("mayShorten", QVariantList{CaseListModel::Reason}); // whole beside the list
    m_stack->addWidget(m_none);
    m_stack->addWidget(m_table);
    m_list->body()->addWidget(m_stack);

    auto *layout = pageLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(buildSide());
    connect(m_table, &ListTable::opened, this, &SyncPage::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SyncPage::showCurrent);
    connect(&m_office, &Office::changed, this, [this] {
        if (isVisible())
            reread();
    });
    connect(&m_office, &Office::syncChanged, this, &SyncPage::showState);
    retranslate();
}

SyncPage::~SyncPage() = default;

QWidget *SyncPage::buildSide()
{
    auto *side = new SideColumn(this);
    m_run = new CardFrame(side);
    auto *linkRow = new QHBoxLayout;
    m_link = new Pill(m_run);
    linkRow->addWidget(m_link);
    linkRow->addStretch(1);
    m_waiting = roleLabel(QString(), m_run);
    m_last = roleLabel(u"muted"_s, m_run);
    m_progress = new QProgressBar(m_run);
    m_progress->setTextVisible(false);
    m_progress->setObjectName("syncProgress"_L1);
    m_outcome = roleLabel(QString(), m_run);
    m_outcome->setWordWrap(true);
    m_outcome->setObjectName("syncOutcome"_L1);
    m_start = new KeyButton(m_run);
    m_start->setObjectName("syncNow"_L1);
    m_start->setPrimary(true);
    m_cancel = new QPushButton(m_run);
    m_cancel->setObjectName("syncCancel"_L1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    m_run->body()->addLayout(linkRow);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_waiting, m_last, m_progress, m_outcome})
        m_run->body()->addWidget(widget);
    m_run->body()->addLayout(buttons);
    side->add(m_run);

    m_chosen = new CardFrame(side);
    m_chosenTitle = roleLabel(u"strong"_s, m_chosen);
    m_chosenTitle->setWordWrap(true);
    m_chosenReason = roleLabel(u"muted"_s, m_chosen);
    m_chosenReason->setWordWrap(true);
    m_openFamily = new QPushButton(m_chosen);
    m_openFamily->setObjectName("caseFamily"_L1);
    m_receipt = new QPushButton(m_chosen);
    m_receipt->setObjectName("caseReceipt"_L1);
    m_correct = new QPushButton(m_chosen);
    m_correct->setObjectName("caseCorrect"_L1);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_chosenTitle, m_chosenReason, m_correct, m_openFamily, m_receipt})
        m_chosen->body()->addWidget(widget);
    side->add(m_chosen);
    side->addStretch();

    connect(m_start, &QPushButton::clicked, this, [this] { m_office.startSync(); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_office.cancelSync(); });
    connect(m_openFamily, &QPushButton::clicked, this, [this] { openCurrent(m_table->currentRow()); });
    connect(m_receipt, &QPushButton::clicked, this, [this] { perform(Act::Print); });
    connect(m_correct, &QPushButton::clicked, this,
            [this] { m_navigator.openCase(correctionOf(m_office, m_model->record(m_table->currentRow()))); });
    return side;
}

QString SyncPage::title() const
{
    return tr("Sync");
}

bool SyncPage::can(Act act) const
{
    return act == Act::Print && m_table->currentRow() >= 0;
}

void SyncPage::perform(Act act)
{
    if (act == Act::Print)
        m_navigator.showReceipt(m_model->record(m_table->currentRow()).id.text());
}

void SyncPage::cameToFront()
{
    reread();
    if (m_start->isEnabled())
        m_start->setFocus();
    else
        m_cancel->setFocus();
}

void SyncPage::reread()
{
    const int row = m_table->currentRow();
    m_model->reread(m_office.clock().nowUtc());
    m_table->selectRow(qMin(qMax(row, 0), m_model->rowCount() - 1));
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    retranslate();
}

void SyncPage::showState()
{
    const SyncState state = m_office.syncState();
    const StoreStatus status = m_office.status();
    m_link->set(linkText(m_office.link()), linkTone(m_office.link()));
    const int waiting = waitingToSend(status);
    m_waiting->setText(waiting > 0 ? tr("%1 waiting to be sent").arg(numberText(waiting))
                                   : tr("Everything has been sent"));
    m_last->setText(lastSyncText(status, m_office.clock().nowUtc()));
    m_progress->setVisible(state.isRunning);
    m_progress->setRange(0, state.total);
    m_progress->setValue(state.done);
    m_progress->setAccessibleName(tr("Progress of the synchronisation"));
    // The focus goes from the button that ends to the one that takes its place, never away from this card.
    const bool hadFocus = m_start->hasFocus() || m_cancel->hasFocus();
    m_cancel->setEnabled(!state.isCancelling);
    m_cancel->setVisible(state.isRunning);
    if (hadFocus && state.isRunning)
        (state.isCancelling ? static_cast<QWidget *>(m_table) : m_cancel)->setFocus();
    m_start->setEnabled(!state.isRunning);
    if (hadFocus && !state.isRunning)
        m_start->setFocus();
    m_cancel->setText(state.isCancelling ? tr("Stopping…") : tr("Cancel"));
    m_outcome->setText(summaryText());
    m_outcome->setVisible(!m_outcome->text().isEmpty());
}

QString SyncPage::summaryText() const
{
    const SyncState state = m_office.syncState();
    if (state.isRunning)
        return state.total > 0 ? tr("%1 of %2 done").arg(numberText(state.done), numberText(state.total))
                               : tr("Talking to the centre…");
    if (state.failure)
        return failureText(*state.failure);
    return state.last ? syncSummaryText(*state.last) : QString();
}

void SyncPage::showCurrent()
{
    const int row = m_table->currentRow();
    m_chosen->setVisible(row >= 0);
    if (row < 0)
        return;
    const CaseRecord &record = m_model->record(row);
    m_chosen->setTitle(record.reference);
    m_chosen->setCount(caseStateText(record.state), caseStateTone(record.state));
    m_chosenTitle->setText(
        tr("%1 · %2").arg(familyTitle(record.content), codeLabel(u"service"_s, record.content.service)));
    m_chosenReason->setText(record.reason);
    m_chosenReason->setVisible(!record.reason.isEmpty());
    m_correct->setVisible(needsAction(record.state));
}

void SyncPage::openCurrent(int row)
{
    if (row >= 0)
        m_navigator.showFamily(m_model->record(row).content.family.kk);
}

void SyncPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        retranslate();
        Q_EMIT titleChanged();
    }
}

void SyncPage::retranslate()
{
    m_list->setTitle(tr("Cases of this counter"));
    m_list->setHint(m_model->rowCount() > 0 ? tr("Enter opens the family") : QString());
    m_table->setAccessibleName(tr("Cases of this counter"));
    if (m_failure.isEmpty())
        m_none->set(tr("No case has been submitted here yet"),
                    tr("What is submitted appears here with the centre's answer."));
    else
        m_none->set(tr("The list can't be read"), m_failure);
    m_run->setTitle(tr("Synchronisation"));
    m_start->setText(tr("Synchronise now"));
    m_openFamily->setText(tr("Open family"));
    m_receipt->setText(tr("Receipt"));
    m_correct->setText(tr("Open correction"));
    showState();
    showCurrent();
}

} // namespace Loket
