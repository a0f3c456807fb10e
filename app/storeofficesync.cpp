// SPDX-License-Identifier: Apache-2.0
// The office's side of synchronising: runs by itself and on demand, where cases are, what the centre says to
// people.
#include "app/storeoffice.h"

#include "app/counterclock.h"
#include "app/enrolthread.h"
#include "app/syncpilot.h"
#include "app/syncthread.h"
#include "forms/common/officewords.h"
#include "model/rulebook/rulebook.h"
#include "model/store/connection.h"
#include "model/store/deviceorders.h"
#include "model/store/store.h"
#include "model/store/writer.h"

#include <chrono>

namespace Loket {

using namespace std::chrono_literals;

namespace {

constexpr int kMostWatched = 200; ///< nobody has more undecided cases of each state in sight

std::optional<Failure> linkFailureOf(const Outcome<SyncSummary> &outcome)
{
    if (!outcome || !outcome.value().linkFailed)
        return std::nullopt;
    return outcome.value().stoppedBy.value_or(Failure{FailureKind::Network, outcome.value().problem});
}

bool isDecision(CaseState state)
{
    return state == CaseState::Accepted || state == CaseState::AcceptedChanged
        || state == CaseState::NeedsCorrection || state == CaseState::Rejected
        || state == CaseState::Conflict;
}

} // namespace

Link StoreOffice::link() const
{
    if (m_status.isTrial)
        return Link::Trial;
    if (m_linkFailure && m_linkFailure->kind == FailureKind::Denied)
        return Link::Refused;
    if (!m_centre.isSyncEnabled)
        return Link::Off;
    return m_wasTried && !m_linkFailure ? Link::Online : Link::Offline;
}

SyncState StoreOffice::syncState() const
{
    SyncState state = m_sync;
    if (const auto wait = m_pilot->untilNext())
        state.nextRun = m_clock.nowUtc().addMSecs(*wait);
    return state;
}

void StoreOffice::startSync()
{
    runSync(true);
}

void StoreOffice::runSync(bool isAsked)
{
    if (m_sync.isRunning)
        return;
    const QDateTime offlineSince = m_sync.offlineSince;
    m_sync = {};
    m_sync.isRunning = true;
    m_sync.isAsked = isAsked;
    m_sync.offlineSince = offlineSince;
    m_sync.total = waitingToSend(m_status);
    const auto waiting = m_reader->outbox().waitingOf(m_officer.id, kMostWatched);
    m_waitingBefore = waiting ? waiting.value() : QList<CaseId>();
    m_pilot->runBegan();
    m_syncThread->start(actor(), isAsked);
    m_syncTick.start(250ms);
    Q_EMIT syncChanged();
}

void StoreOffice::cancelSync()
{
    if (!m_sync.isRunning)
        return;
    m_sync.isCancelling = true;
    m_syncThread->cancel();
    Q_EMIT syncChanged();
}

void StoreOffice::followSync()
{
    if (reread())
        Q_EMIT syncChanged();
}

void StoreOffice::noteProgress(const SyncProgress &progress)
{
    if (!m_sync.isRunning)
        return;
    const int left = progress.envelopes + progress.attachments;
    m_sync.progress = progress;
    m_sync.total = qMax(m_sync.total, left);
    m_sync.done = m_sync.total - left;
}

void StoreOffice::endSync(const SyncEnd &end)
{
    const Outcome<SyncSummary> &outcome = end.outcome;
    m_syncTick.stop();
    m_linkFailure = linkFailureOf(outcome);
    m_wasTried = m_wasTried || outcome;
    const SyncState before = m_sync;
    m_sync = {};
    m_sync.isAsked = before.isAsked;
    if (m_linkFailure)
        m_sync.offlineSince = before.offlineSince.isValid() ? before.offlineSince : m_clock.nowUtc();
    if (outcome)
        m_sync.last = outcome.value();
    else
        m_sync.failure = outcome.error();
    m_pilot->runEnded(m_linkFailure.has_value() || !outcome, m_linkFailure ? m_linkFailure->retryAfter : 0);
    reread();
    Q_EMIT syncChanged();
    Q_EMIT changed();
    tellVerdicts();
    if (end.rulebooks || end.facilities)
        takeRules(end); // said last: the words of the run do not cover it
    if (end.isWiping)
        Q_EMIT wipeDue();
    else
        lookAtDay(); // the computer may have slept
}

/// What the centre sent counts from now on. A case that is open is assessed anew, by the edition of its date.
void StoreOffice::takeRules(const SyncEnd &end)
{
    QStringList fresh;
    if (end.rulebooks) {
        fresh = end.rulebooks->ids();
        for (const QString &id : m_context.rulebooks->ids())
            fresh.removeAll(id);
        m_rules += end.rulebooks;
        m_context.rulebooks = end.rulebooks.get();
    }
    if (end.facilities) {
        m_rules += end.facilities;
        m_context.facilities = end.facilities.get();
    }
    m_service.setRules(m_context.rulebooks, m_context.facilities);
    Q_EMIT rulesChanged(fresh);
}

/// The order to wipe is carried out in time whatever the line does, and whether or not the counter
/// synchronises by itself.
void StoreOffice::lookAtWipe()
{
    const WorkState &work = m_status.work;
    if (work.stop != WorkStop::Wiping || !isWipeDue(work.since, m_clock.nowUtc()))
        return;
    if (m_sync.isRunning)
        m_syncThread->cancel();
    else
        runSync(false);
}

void StoreOffice::tellVerdicts()
{
    const auto waiting = m_reader->outbox().waitingOf(m_officer.id, kMostWatched);
    QList<CaseRecord> decided;
    for (const CaseId &id : waiting ? std::exchange(m_waitingBefore, {}) : QList<CaseId>()) {
        if (waiting.value().contains(id))
            continue;
        const auto record = m_reader->caseById(id);
        if (record && record.value() && record.value()->officer == m_officer.id
            && isDecision(record.value()->state))
            decided += *record.value();
    }
    if (!decided.isEmpty())
        Q_EMIT verdictsCame(decided);
}

Outcome<QList<OutboxLine>> StoreOffice::outbox(OutboxFilter filter, qint64 before, int limit)
{
    return m_reader->outbox().below(filter, before, limit);
}

Outcome<Delivery> StoreOffice::delivery(const QString &caseId)
{
    const auto id = CaseId::fromText(caseId);
    return id ? m_reader->outbox().delivery(*id) : Delivery();
}

Outcome<QList<LeaseView>> StoreOffice::leases()
{
    return m_reader->outbox().leases();
}

Outcome<QList<AsideView>> StoreOffice::aside(int limit)
{
    return m_reader->outbox().aside(limit);
}

QFuture<Outcome<bool>> StoreOffice::retryNow(const QString &caseId)
{
    auto future = written(m_store.writer()->run(
        Writer::Priority::Save,
        [id = CaseId::fromText(caseId), who = actor(), now = m_clock.nowUtc()](Connection &connection) {
            return id ? Loket::retryNow(connection, *id, who, now) : Outcome<bool>(false);
        }));
    whenDone(future, this, [this](const Outcome<bool> &answer) {
        if (answer && answer.value())
            runSync(true);
    });
    return future;
}

QFuture<Outcome<Nothing>> StoreOffice::setSyncEnabled(bool isEnabled)
{
    auto future = written(m_store.writer()->run(
        Writer::Priority::Save, [isEnabled, who = actor(), now = m_clock.nowUtc()](Connection &connection) {
            return Loket::setSyncEnabled(connection, isEnabled, who, now);
        }));
    whenDone(future, this, [this, isEnabled](const Outcome<Nothing> &answer) {
        if (!answer)
            return;
        if (isEnabled && !m_status.isTrial)
            m_pilot->begin();
        else
            m_pilot->end();
        Q_EMIT syncChanged();
    });
    return future;
}

Outcome<QList<Announcement>> StoreOffice::announcements()
{
    return m_reader->inbox().announcements(today());
}

QFuture<Outcome<Nothing>> StoreOffice::readAnnouncement(const QString &id)
{
    return written(
        m_store.writer()->run(Writer::Priority::Draft, [id, now = m_clock.nowUtc()](Connection &connection) {
            return markRead(connection, id, now);
        }));
}

Outcome<QList<ConflictView>> StoreOffice::conflicts()
{
    return m_reader->inbox().conflicts();
}

QFuture<Outcome<ConflictAnswer>> StoreOffice::resolveConflict(const QString &caseId,
                                                              const ConflictDecision &decision)
{
    auto future = written(m_service.resolveConflict(caseId, decision, actor()));
    whenDone(future, this, [this](const Outcome<ConflictAnswer> &answer) {
        if (answer && answer.value().problem.isEmpty())
            m_pilot->saved();
    });
    return future;
}

QFuture<Outcome<Nothing>> StoreOffice::enrol(const EnrolInput &input)
{
    if (m_sync.isRunning)
        cancelSync(); // what it would do is put aside with the rest
    auto future = m_enrolThread->start(input, actor());
    whenDone(future, this, [this](const Outcome<Nothing> &answer) {
        if (answer)
            becameCounter();
    });
    return future;
}

void StoreOffice::cancelEnrol()
{
    m_enrolThread->cancel();
}

/// Everything that was read is of the trial store: it is read anew, and the counter begins to synchronise.
void StoreOffice::becameCounter()
{
    m_clock.moveTo({}); // a training day is of the trial
    m_context.today = m_clock.today();
    m_sync = {};
    m_linkFailure.reset();
    m_wasTried = true; // the centre has just answered
    (void)chooseOfficer();
    reread();
    startPilot(m_centre.device);
    Q_EMIT enrolled();
    Q_EMIT officerChanged();
    Q_EMIT dayChanged();
    Q_EMIT syncChanged();
    Q_EMIT changed();
    runSync(false);
}

} // namespace Loket
