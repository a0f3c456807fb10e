// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/centrefactory.h"
#include "forms/common/office.h"
#include "forms/common/pacer.h"
#include "forms/common/whendone.h"

#include <QTimer>

#include <memory>

namespace Loket {

class CounterClock;
class EnrolThread;
class Preferences;
class SearchThread;
class Store;
class StoreCards;
class SyncPilot;
class SyncThread;
struct SyncEnd;

/// The windows' Office over a real store: a reader for the window's thread, one for searches, the writer
/// behind CaseService, and the synchronisation thread.
class StoreOffice final : public Office
{
    Q_OBJECT

public:
    /// Everything outlives the office. `context` has no lookup yet; the officer of the preferences works here
    /// when the store knows him, else the first one. A counter of a real centre synchronises by itself.
    static Outcome<std::unique_ptr<StoreOffice>> open(Store &store, const Context &context,
                                                      CounterClock &clock, const Preferences &preferences,
                                                      CentreFactory centre);
    ~StoreOffice() override;

    const Clock &clock() const override;
    Actor actor() const override;
    QList<Officer> officers() const override { return m_officers; }
    Officer officer() const override { return m_officer; }
    void setOfficer(const QString &id) override;
    QString channel() const override;
    void setTrialDay(QDate day) override;
    bool isDayMoved() const override;
    const Context &context() const override { return m_context; }
    std::optional<Problem> beginProblem() override;
    StoreStatus status() const override { return m_status; }
    QFuture<Outcome<SearchAnswer>> search(const QString &text, int limit) override;
    Outcome<std::optional<FamilyView>> family(const QString &kk) override;
    Outcome<std::optional<FamilyView>> familyByCard(const QString &card) override;
    Outcome<std::optional<CaseRecord>> caseById(const QString &id) override;
    Outcome<QList<CaseRecord>> cases(qint64 before, int limit) override;
    Outcome<QList<DraftSummary>> drafts() override;
    Outcome<std::optional<Case>> draft(const QString &id) override;
    Outcome<QList<DraftSummary>> parked() override;
    Outcome<QList<FollowUp>> followUps(int limit) override;
    QString postcodeOf(const QString &village) override;
    QByteArray blob(const QString &name) override;
    QFuture<Outcome<QString>> putBlob(const QByteArray &bytes) override;
    QFuture<Outcome<Submitted>> submit(const Case &) override;
    QFuture<Outcome<QString>> saveDraft(const Case &) override;
    QFuture<Outcome<Nothing>> discardDraft(const QString &id) override;
    QFuture<Outcome<Nothing>> parkDraft(const QString &draftId, const QString &note, QDate promised) override;
    QFuture<Outcome<Nothing>> handOver(const QString &draftId, const QString &officerId) override;
    QFuture<Outcome<QString>> voidCase(const QString &id, const QString &reason) override;
    QFuture<Outcome<int>> notePrinted(const QString &what, const QString &reference,
                                      const QString &reason) override;
    CardLedger &cards() override;
    Link link() const override;
    SyncState syncState() const override;
    void startSync() override;
    void cancelSync() override;
    Outcome<QList<OutboxLine>> outbox(OutboxFilter filter, qint64 before, int limit) override;
    Outcome<Delivery> delivery(const QString &caseId) override;
    Outcome<QList<LeaseView>> leases() override;
    Outcome<QList<AsideView>> aside(int limit) override;
    CentreView centre() const override { return m_centre; }
    QFuture<Outcome<bool>> retryNow(const QString &caseId) override;
    QFuture<Outcome<Nothing>> setSyncEnabled(bool isEnabled) override;
    Outcome<QList<Announcement>> announcements() override;
    QFuture<Outcome<Nothing>> readAnnouncement(const QString &id) override;
    Outcome<QList<ConflictView>> conflicts() override;
    QFuture<Outcome<ConflictAnswer>> resolveConflict(const QString &caseId,
                                                     const ConflictDecision &decision) override;
    QFuture<Outcome<Nothing>> enrol(const EnrolInput &input) override;
    void cancelEnrol() override;

private:
    StoreOffice(Store &store, const Context &context, CounterClock &clock, const Preferences &preferences,
                CentreFactory centre, std::unique_ptr<StoreReader> reader);
    /// Lists re-read once the write is on disk. The office watches first, so a page that watches the same
    /// future finds the new state.
    template <typename T>
    QFuture<Outcome<T>> written(QFuture<Outcome<T>> future)
    {
        whenDone(future, this, [this](const Outcome<T> &outcome) {
            if (outcome && reread())
                Q_EMIT changed();
        });
        return future;
    }
    void startPilot(const QString &device);
    bool reread();
    void lookAtDay();
    void runSync(bool isAsked);
    void followSync();
    void noteProgress(const SyncProgress &progress);
    void endSync(const SyncEnd &end);
    void lookAtWipe();
    void purge();
    void takeRules(const SyncEnd &end);
    void tellVerdicts();
    Outcome<Nothing> chooseOfficer();
    void becameCounter();

    Store &m_store;
    CounterClock &m_clock;
    const Preferences &m_preferences;
    std::unique_ptr<StoreReader> m_reader;
    Context m_context;
    QList<std::shared_ptr<const void>> m_rules; ///< all that m_context ever pointed to: pages may hold parts
    CaseService m_service;
    std::unique_ptr<StoreCards> m_cards;
    std::unique_ptr<SearchThread> m_search;
    Pacer m_cardsPace;
    std::unique_ptr<SyncThread> m_syncThread;
    std::unique_ptr<EnrolThread> m_enrolThread;
    QList<Officer> m_officers;
    Officer m_officer;
    StoreStatus m_status;
    CentreView m_centre;
    SyncState m_sync;
    std::optional<Failure> m_linkFailure; ///< of the last run; none: the link was there
    bool m_wasTried = false;              ///< a run ended since the program began
    QList<CaseId> m_waitingBefore;        ///< the officer's undecided cases as the run began
    std::unique_ptr<SyncPilot> m_pilot;
    QTimer m_syncTick;
    QTimer m_dayTick;
};

} // namespace Loket
