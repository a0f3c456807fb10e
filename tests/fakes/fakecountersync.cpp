// SPDX-License-Identifier: Apache-2.0
// What the office in memory says of synchronisation and of its centre.
#include "tests/fakes/fakecounter.h"
#include "tests/fakes/readyfuture.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

bool fits(OutboxFilter filter, CaseState state)
{
    switch (filter) {
    case OutboxFilter::Waiting:
        return state == CaseState::Queued || state == CaseState::WaitingApproval
            || state == CaseState::Sending || state == CaseState::Received;
    case OutboxFilter::NeedsPerson:
        return state == CaseState::NeedsCorrection || state == CaseState::Rejected
            || state == CaseState::Conflict || state == CaseState::Parked;
    case OutboxFilter::All:
        break;
    }
    return true;
}

} // namespace

void FakeCounter::startSync()
{
    ++syncStarts;
    sync.isRunning = true;
    sync.isAsked = true;
    Q_EMIT syncChanged();
}

void FakeCounter::cancelSync()
{
    ++syncCancels;
    sync.isCancelling = true;
    Q_EMIT syncChanged();
}

Outcome<QList<OutboxLine>> FakeCounter::outbox(OutboxFilter filter, qint64 before, int limit)
{
    if (failReads)
        return fail(*failReads);
    QList<OutboxLine> page;
    for (const CaseRecord &record : records) {
        if ((before == 0 || record.deviceSeq < before) && page.size() < limit && fits(filter, record.state))
            page += {record, deliveries.value(record.id.text())};
    }
    return page;
}

Outcome<Delivery> FakeCounter::delivery(const QString &caseId)
{
    return deliveries.value(caseId);
}

Outcome<QList<LeaseView>> FakeCounter::leases()
{
    return leaseList;
}

Outcome<QList<AsideView>> FakeCounter::aside(int limit)
{
    return asideList.mid(0, limit);
}

QFuture<Outcome<bool>> FakeCounter::retryNow(const QString &caseId)
{
    if (failWrites)
        return ready<bool>(fail(*failWrites));
    retried += caseId;
    for (CaseRecord &record : records) {
        if (record.id.text() == caseId && record.state == CaseState::Parked)
            record.state = CaseState::Queued;
    }
    deliveries[caseId].nextTry = {};
    QMetaObject::invokeMethod(this, &Office::changed, Qt::QueuedConnection);
    return ready<bool>(true);
}

QFuture<Outcome<Nothing>> FakeCounter::setSyncEnabled(bool isEnabled)
{
    if (failWrites)
        return ready<Nothing>(fail(*failWrites));
    centreView.isSyncEnabled = isEnabled;
    Q_EMIT syncChanged();
    return ready<Nothing>(Nothing{});
}

Outcome<QList<Announcement>> FakeCounter::announcements()
{
    return announcementList;
}

QFuture<Outcome<Nothing>> FakeCounter::readAnnouncement(const QString &id)
{
    announcementsRead += id;
    announcementList.removeIf([&](const Announcement &one) { return one.id == id; });
    QMetaObject::invokeMethod(this, &Office::changed, Qt::QueuedConnection);
    return ready<Nothing>(Nothing{});
}

Outcome<QList<ConflictView>> FakeCounter::conflicts()
{
    if (failReads)
        return fail(*failReads);
    return conflictList;
}

QFuture<Outcome<ConflictAnswer>> FakeCounter::resolveConflict(const QString &caseId,
                                                              const ConflictDecision &decision)
{
    if (failWrites)
        return ready<ConflictAnswer>(fail(*failWrites));
    if (!conflictProblem.isEmpty())
        return ready<ConflictAnswer>(ConflictAnswer{conflictProblem, {}, {}});
    decisions += {caseId, decision};
    for (ConflictView &one : conflictList) {
        if (one.record.id.text() != caseId)
            continue;
        CaseRecord decided = sampleCase(CaseState::Queued);
        decided.content.corrects = caseId;
        decided.savedAt = fixedClock.nowUtc();
        for (auto it = decision.sides.cbegin(); it != decision.sides.cend(); ++it)
            decided.content.overrides
                += {it.value() == ConflictSide::Mine ? u"conflict.mine"_s : u"conflict.theirs"_s, it.key(),
                    decision.reason};
        one.decidedBy = decided;
    }
    QMetaObject::invokeMethod(this, &Office::changed, Qt::QueuedConnection);
    return ready<ConflictAnswer>(ConflictAnswer{{}, u"01930000-0000-7000-8000-0000000000ff"_s, {}});
}

QFuture<Outcome<Nothing>> FakeCounter::enrol(const EnrolInput &input)
{
    enrolments += input;
    if (failEnrol)
        return ready<Nothing>(fail(*failEnrol));
    m_enrolling = std::make_shared<QPromise<Outcome<Nothing>>>();
    m_enrolling->start();
    const QFuture<Outcome<Nothing>> future = m_enrolling->future();
    if (!holdEnrol)
        finishEnrol();
    return future;
}

void FakeCounter::finishEnrol()
{
    becomeReal();
    m_enrolling->addResult(Outcome<Nothing>(Nothing{}));
    m_enrolling->finish();
}

void FakeCounter::becomeReal()
{
    storeStatus.isTrial = false;
    storeStatus.office = u"KC Garut"_s;
    storeStatus.workstation = u"0901-3"_s;
    linkState = Link::Online;
    centreView.url = enrolments.last().url;
    people = {{u"dewi"_s, u"Dewi Lestari"_s, u"petugas"_s}, {u"agus"_s, u"Agus Salim"_s, u"penyelia"_s}};
    m_officer = u"dewi"_s;
    records.clear();
    draftList.clear();
    families.clear();
    Q_EMIT enrolled();
    Q_EMIT officerChanged();
    Q_EMIT syncChanged();
    Q_EMIT changed();
}

void FakeCounter::cancelEnrol()
{
    if (!m_enrolling || m_enrolling->future().isFinished())
        return;
    m_enrolling->addResult(Outcome<Nothing>(fail(Failure{FailureKind::Cancelled, {}})));
    m_enrolling->finish();
}

} // namespace Loket
