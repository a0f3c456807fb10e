// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/syncpage.h"

#include "forms/common/cardframe.h"
#include "forms/common/dialogs.h"
#include "forms/common/emptystate.h"
#include "forms/common/format.h"
#include "forms/common/linkbutton.h"
#include "forms/common/listtable.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/sidecolumn.h"
#include "forms/common/texts.h"
#include "forms/common/widgets.h"
#include "forms/common/workstopcard.h"
#include "forms/sync/asidetext.h"
#include "forms/sync/caselistmodel.h"
#include "forms/sync/chosencard.h"
#include "forms/sync/filterstrip.h"
#include "forms/sync/numbercard.h"
#include "forms/sync/runcard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QStackedWidget>

namespace Loket {

using namespace Qt::StringLiterals;

SyncPage::SyncPage(Office &office, Navigator &navigator, Dialogs &dialogs, QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_dialogs(dialogs)
    , m_list(new CardFrame(this))
{
    setObjectName("syncPage"_L1);
    buildList();
    auto *layout = pageLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(buildSide());
    connect(m_table, &ListTable::opened, this, &SyncPage::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SyncPage::showCurrent);
    connect(m_filter, &FilterStrip::chosen, this, &SyncPage::reread);
    connect(m_run, &RunCard::listWanted, m_table, [this] { m_table->setFocus(); });
    connect(&m_office, &Office::changed, this, [this] {
        if (isVisible())
            reread();
    });
    retranslate();
}

SyncPage::~SyncPage() = default;

void SyncPage::buildList()
{
    m_model = new CaseListModel(
        [this](qint64 before, int limit) {
            const auto page = m_office.outbox(m_filter->filter(), before, limit);
            m_failure = page ? QString() : failureText(page.error());
            return page ? page.value() : QList<OutboxLine>();
        },
        this);
    m_filter = new FilterStrip(m_list);
    m_list->setFlush(true);
    m_list->addToHeader(m_filter);
    m_stack = new QStackedWidget(m_list);
    m_none = new EmptyState(Icon::Sync, m_stack);
    m_table = new ListTable(m_stack);
    m_table->setObjectName("cases"_L1);
    m_table->setModel(m_model);
    m_table->setWeights({0, 1, 3, 0, 0, 2});
    m_table->setProperty("mayShorten",
                         QVariantList{CaseListModel::Service, CaseListModel::Way}); // whole beside the list
    m_stack->addWidget(m_none);
    m_stack->addWidget(m_table);
    m_list->body()->addWidget(m_stack);
}

QWidget *SyncPage::buildSide()
{
    auto *side = new SideColumn(this);
    m_workStop = new WorkStopCard(m_office, side);
    m_run = new RunCard(m_office, m_navigator, side);
    m_conflicts = new LinkButton(m_run);
    m_conflicts->setObjectName("showConflicts"_L1);
    m_conflicts->setTone(Tone::Danger);
    m_late = roleLabel(u"muted"_s, m_run);
    m_late->setObjectName("lateDecisions"_L1);
    m_late->setWordWrap(true);
    setLook(m_late, "tone", toneWord(Tone::Danger));
    m_aside = new LinkButton(m_run);
    m_aside->setObjectName("showAside"_L1);
    m_aside->setTone(Tone::Warning);
    m_run->body()->addWidget(m_conflicts);
    m_run->body()->addWidget(m_late);
    m_run->body()->addWidget(m_aside);
    m_chosen = new ChosenCard(m_office, m_navigator, side);
    m_numbers = new NumberCard(m_office, side);
    side->add(m_workStop);
    side->add(m_run);
    side->add(m_chosen);
    side->add(m_numbers);
    side->addStretch();
    connect(m_conflicts, &QPushButton::clicked, this, [this] { m_navigator.showConflict({}); });
    connect(m_aside, &QPushButton::clicked, this, &SyncPage::showAside);
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
        m_navigator.showReceipt(m_model->line(m_table->currentRow()).record.id.text());
}

void SyncPage::cameToFront()
{
    reread();
    m_run->takeFocus();
}

void SyncPage::reread()
{
    // The same case stays chosen while the list grows above it or is narrowed.
    const int before = m_table->currentRow();
    const auto chosen
        = before >= 0 ? std::optional(m_model->line(before).record.id) : std::optional<CaseId>();
    m_model->reread(m_office.clock().nowUtc());
    const int same = chosen ? m_model->rowOf(*chosen) : -1;
    m_table->selectRow(same >= 0 ? same : qMin(qMax(before, 0), m_model->rowCount() - 1));
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    m_workStop->reread();
    m_run->refresh();
    m_numbers->reread();
    retranslate();
}

void SyncPage::showCurrent()
{
    const int row = m_table->currentRow();
    m_chosen->show(row >= 0 && row < m_model->rowCount() ? std::optional(m_model->line(row))
                                                         : std::optional<OutboxLine>());
}

void SyncPage::openCurrent(int row)
{
    if (row >= 0 && !m_model->line(row).record.content.family.kk.isEmpty())
        m_navigator.showFamily(m_model->line(row).record.content.family.kk);
}

void SyncPage::showAside()
{
    constexpr int kMost = 20;
    const auto list = m_office.aside(kMost);
    QStringList lines;
    bool isAlarm = false;
    for (const AsideView &one : list ? list.value() : QList<AsideView>()) {
        lines += asideText(one);
        isAlarm = isAlarm || isAsideAlarm(one);
    }
    if (!list)
        lines += failureText(list.error());
    m_dialogs.tell(
        this, tr("Not applied"),
        tr("The centre told this, and this Loket could not apply it. It is kept; a newer Loket may "
           "understand it. Tell support:")
            + u"\n\n"_s + lines.join(u'\n')
            + (isAlarm ? u"\n\n"_s
                       + tr("Not everything came from the centre or was meant for this counter. Nothing "
                            "of that was done. Call the centre.")
                       : QString()));
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
    m_table->setAccessibleName(tr("Cases of this counter"));
    m_table->setAccessibleDescription(tr("Enter opens the family"));
    if (!m_failure.isEmpty())
        m_none->set(tr("The list can't be read"), m_failure);
    else if (m_filter->filter() == OutboxFilter::Waiting)
        m_none->set(tr("Nothing waits"), tr("The centre has decided on everything that was sent."));
    else if (m_filter->filter() == OutboxFilter::NeedsPerson)
        m_none->set(tr("Nobody is needed"), tr("What the centre sends back or what is held appears here."));
    else
        m_none->set(tr("No case has been submitted here yet"),
                    tr("What is submitted appears here with the centre's answer."));
    const CentreView centre = m_office.centre();
    m_conflicts->setText(tr("%n case(s) to be decided", nullptr, centre.undecidedConflicts));
    m_conflicts->setVisible(centre.undecidedConflicts > 0);
    m_late->setText(tr("%n too late: bring them to the supervisor", nullptr, centre.lateConflicts));
    m_late->setVisible(centre.lateConflicts > 0);
    m_aside->setText(tr("%n entry(ies) of the centre not applied", nullptr, centre.aside));
    m_aside->setVisible(centre.aside > 0);
    showCurrent();
}

} // namespace Loket
