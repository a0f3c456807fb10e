// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/office.h"
#include "tests/fakes/fakecards.h"

#include <QPromise>

namespace Loket {

/// An office in memory: pages are tested against it. Searches answer at once, or when the test says so.
class FakeCounter : public Office
{
    Q_OBJECT

public:
    explicit FakeCounter(QDate today = QDate(2026, 11, 21));

    // What the test prepares and looks at
    FixedClock fixedClock;
    Context world; ///< rulebooks etc. for assess(); today is kept in step with the clock
    StoreStatus storeStatus;
    QList<FamilyView> families;
    QList<CaseRecord> records; ///< newest first
    QHash<QString, Case> savedDrafts;
    QList<DraftSummary> draftList; ///< newest first
    QList<Officer> people;
    QHash<QString, QByteArray> blobs;
    QString channelCode = QStringLiteral("MCS");
    Link linkState = Link::Trial;
    SyncState sync;
    std::optional<Failure> failReads;  ///< every read answers this
    std::optional<Failure> failWrites; ///< every write answers this
    bool holdSearches = false;         ///< searches stay open until answerSearch()
    QStringList searches;              ///< texts asked for, in order
    QList<Case> submittedCases;
    QStringList discarded;
    QList<FollowUp> followUpList; ///< the most urgent first
    QStringList handedOver;       ///< "<draft> <officer>", in order
    QStringList voided;           ///< ids of cases, in order
    QString voidProblem;          ///< what voidCase() answers; empty: it does it
    QStringList printed;
    QHash<QString, Delivery> deliveries; ///< by case id
    QList<LeaseView> leaseList;
    QList<AsideView> asideList;
    CentreView centreView;
    QList<Announcement> announcementList;
    QStringList announcementsRead;
    QList<ConflictView> conflictList;
    QString conflictProblem; ///< what resolveConflict() answers; empty: it does it
    QList<std::pair<QString, ConflictDecision>> decisions;
    QStringList retried;
    QList<EnrolInput> enrolments;
    std::optional<Failure> failEnrol;
    bool holdEnrol = false; ///< enrol() stays open until finishEnrol() or cancelEnrol()
    int syncStarts = 0;
    int syncCancels = 0;

    /// Answers the `index`-th held search.
    void answerSearch(qsizetype index);
    void finishEnrol(); ///< the held one
    /// A family of four: Sari Dewi, her foreign husband, a son and a baby without NIK.
    static FamilyView sampleFamily();
    /// A saved case of that family in the given state.
    CaseRecord sampleCase(CaseState state, const QString &reason = {}) const;

    const Clock &clock() const override { return fixedClock; }
    Actor actor() const override;
    QList<Officer> officers() const override { return people; }
    Officer officer() const override;
    void setOfficer(const QString &id) override;
    QString channel() const override { return channelCode; }
    void setTrialDay(QDate day) override;
    bool isDayMoved() const override { return m_dayMoved; }
    const Context &context() const override { return world; }
    std::optional<Problem> beginProblem() override;
    StoreStatus status() const override { return storeStatus; }
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
    QByteArray blob(const QString &name) override { return blobs.value(name); }
    QFuture<Outcome<QString>> putBlob(const QByteArray &bytes) override;
    QFuture<Outcome<Submitted>> submit(const Case &) override;
    QFuture<Outcome<QString>> saveDraft(const Case &) override;
    QFuture<Outcome<Nothing>> discardDraft(const QString &id) override;
    QFuture<Outcome<Nothing>> parkDraft(const QString &draftId, const QString &note, QDate promised) override;
    QFuture<Outcome<Nothing>> handOver(const QString &draftId, const QString &officerId) override;
    QFuture<Outcome<QString>> voidCase(const QString &id, const QString &reason) override;
    QFuture<Outcome<int>> notePrinted(const QString &what, const QString &reference,
                                      const QString &reason) override;
    FakeCards &cards() override;
    Link link() const override { return linkState; }
    SyncState syncState() const override { return sync; }
    void startSync() override;
    void cancelSync() override;
    Outcome<QList<OutboxLine>> outbox(OutboxFilter filter, qint64 before, int limit) override;
    Outcome<Delivery> delivery(const QString &caseId) override;
    Outcome<QList<LeaseView>> leases() override;
    Outcome<QList<AsideView>> aside(int limit) override;
    CentreView centre() const override { return centreView; }
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
    void becomeReal();
    struct HeldSearch {
        QString text;
        int limit = 0;
        std::shared_ptr<QPromise<Outcome<SearchAnswer>>> promise;
    };
    Outcome<SearchAnswer> find(const QString &text, int limit) const;

    std::unique_ptr<FakeCards> m_cards; ///< made when it is first asked for
    QList<HeldSearch> m_held;
    std::shared_ptr<QPromise<Outcome<Nothing>>> m_enrolling;
    QString m_officer;
    bool m_dayMoved = false;
    int m_made = 0;
};

} // namespace Loket
