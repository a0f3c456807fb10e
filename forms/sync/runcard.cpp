// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/runcard.h"

#include "forms/common/format.h"
#include "forms/common/keybutton.h"
#include "forms/common/navigator.h"
#include "forms/common/officewords.h"
#include "forms/common/pill.h"
#include "forms/common/texts.h"
#include "forms/common/whendone.h"
#include "forms/common/widgets.h"
#include "forms/sync/factgrid.h"
#include "forms/sync/summarytext.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace Loket {

using namespace Qt::StringLiterals;

RunCard::RunCard(Office &office, Navigator &navigator, QWidget *parent)
    : CardFrame(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_link(new Pill(this))
    , m_facts(new FactGrid(this))
    , m_automatic(new QCheckBox(this))
    , m_progress(new QProgressBar(this))
    , m_limit(roleLabel(QString(), this))
    , m_outcome(roleLabel(QString(), this))
    , m_start(new KeyButton(this))
    , m_cancel(new QPushButton(this))
{
    auto *linkRow = new QHBoxLayout;
    linkRow->addWidget(m_link);
    linkRow->addStretch(1);
    m_automatic->setObjectName("syncAutomatic"_L1);
    m_progress->setTextVisible(false);
    m_progress->setObjectName("syncProgress"_L1);
    m_limit->setWordWrap(true);
    m_limit->setObjectName("syncLimit"_L1);
    m_outcome->setWordWrap(true);
    m_outcome->setObjectName("syncOutcome"_L1);
    m_start->setObjectName("syncNow"_L1);
    m_start->setPrimary(true);
    m_cancel->setObjectName("syncCancel"_L1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    body()->addLayout(linkRow);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_facts, m_limit, m_progress, m_outcome})
        body()->addWidget(widget);
    body()->addLayout(buttons);
    body()->addWidget(m_automatic);
    setTabOrder(m_start, m_cancel);
    setTabOrder(m_cancel, m_automatic);
    connect(m_start, &QPushButton::clicked, this, [this] { m_office.startSync(); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_office.cancelSync(); });
    connect(m_automatic, &QCheckBox::clicked, this, &RunCard::turn);
    connect(&m_office, &Office::syncChanged, this, &RunCard::refresh);
    refresh();
}

void RunCard::takeFocus()
{
    if (m_start->isEnabled())
        m_start->setFocus();
    else
        m_cancel->setFocus();
}

void RunCard::turn(bool isOn)
{
    whenDone(m_office.setSyncEnabled(isOn), this, [this](const Outcome<Nothing> &answer) {
        if (!answer)
            m_navigator.toast(failureText(answer.error()));
        refresh();
    });
}

void RunCard::refresh()
{
    const SyncState state = m_office.syncState();
    const StoreStatus status = m_office.status();
    const CentreView centre = m_office.centre();
    const QDateTime now = m_office.clock().nowUtc();
    setTitle(tr("Synchronisation"));
    m_link->set(linkText(m_office), linkTone(m_office.link()));
    const int waiting = waitingToSend(status);
    QList<std::pair<QString, QString>> facts;
    if (!status.isTrial)
        facts += {tr("Centre"), centreText(centre)};
    facts += {tr("To send"), waiting > 0 ? numberText(waiting) : tr("nothing")};
    const UnsentStanding unsent = m_office.unsent();
    if (waiting > 0)
        facts += {tr("Oldest waiting"), waitText(unsent, now)};
    facts += {tr("Last contact"), status.lastSync.isValid() ? momentText(status.lastSync, now) : tr("never")};
    if (state.nextRun.isValid() && !state.isRunning)
        facts += {tr("Next by itself"), momentText(state.nextRun, now)};
    m_facts->set(facts);
    m_limit->setText(unsentText(unsent));
    m_limit->setVisible(unsent.pressure != Pressure::None);
    setLook(m_limit, "tone", toneWord(pressureTone(unsent.pressure)));
    m_progress->setVisible(state.isRunning);
    m_progress->setRange(0, state.total);
    m_progress->setValue(state.done);
    m_progress->setAccessibleName(tr("Progress of the synchronisation"));
    // The focus goes from the button that ends to the one that takes its place, never away from this card.
    const bool hadFocus = m_start->hasFocus() || m_cancel->hasFocus();
    m_cancel->setEnabled(!state.isCancelling);
    m_cancel->setVisible(state.isRunning);
    if (hadFocus && state.isRunning) {
        if (state.isCancelling)
            Q_EMIT listWanted();
        else
            m_cancel->setFocus();
    }
    m_start->setEnabled(!state.isRunning);
    if (hadFocus && !state.isRunning)
        m_start->setFocus();
    m_start->setText(tr("Synchronise now"));
    m_cancel->setText(state.isCancelling ? tr("Stopping…") : tr("Cancel"));
    m_outcome->setText(outcomeText());
    m_outcome->setToolTip(state.failure                             ? failureDetail(*state.failure)
                              : state.last && state.last->stoppedBy ? failureDetail(*state.last->stoppedBy)
                                                                    : QString());
    m_outcome->setVisible(!m_outcome->text().isEmpty());
    m_automatic->setVisible(!status.isTrial);
    m_automatic->setText(tr("Synchronise by itself"));
    m_automatic->setToolTip(tr("After saving and every minute"));
    m_automatic->setChecked(centre.isSyncEnabled);
}

QString RunCard::loadingText(const SnapshotProgress &snapshot)
{
    constexpr qint64 kPercent = 100;
    const QString percent
        = QString::number(snapshot.bytes > 0 ? kPercent * snapshot.bytesDone / snapshot.bytes : kPercent);
    switch (snapshot.phase) {
    case SnapshotProgress::Phase::None:
        return {};
    case SnapshotProgress::Phase::Fetching:
        return tr("Fetching the families of the area: %1 %, part %2 of %3")
            .arg(percent, numberText(int(qMin(snapshot.chunksDone + 1, snapshot.chunks))),
                 numberText(int(snapshot.chunks)));
    case SnapshotProgress::Phase::Loading:
        return tr("Loading the families of the area: %1 %").arg(percent);
    case SnapshotProgress::Phase::Indexing:
        return tr("Making the families of the area searchable…");
    }
    return {};
}

QString RunCard::outcomeText() const
{
    const SyncState state = m_office.syncState();
    const QString loading = loadingText(state.progress.snapshot);
    if (state.isRunning && !loading.isEmpty())
        return loading;
    if (state.isRunning)
        return state.total > 0 ? tr("%1 of %2 done").arg(numberText(state.done), numberText(state.total))
                               : tr("Talking to the centre…");
    if (state.failure)
        return failureText(*state.failure);
    return state.last ? syncSummaryText(*state.last) : QString();
}

void RunCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace Loket
