// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardledger.h"
#include "model/base/actor.h"
#include "model/base/clock.h"
#include "model/base/failure.h"
#include "model/services/assess.h"
#include "model/services/beginning.h"
#include "model/services/caseservice.h"
#include "model/store/storereader.h"
#include "model/sync/syncengine.h"

#include <QFuture>
#include <QObject>

namespace Loket {

/// Whether the centre can be reached.
enum class Link {
    Trial,   ///< the built-in trial centre: always there
    Online,  ///< answered last time
    Offline, ///< did not answer last time, or was not asked yet
    Off,     ///< the counter does not synchronise by itself
    Refused  ///< answered, and does not let this counter in
};

/// Where a running synchronisation is.
struct SyncState {
    bool isRunning = false;
    bool isCancelling = false;
    int done = 0;         ///< of `total`; 0 of 0: not known
    int total = 0;        ///
    bool isAsked = false; ///< somebody asked for this run (or the last one), it did not begin by itself
    std::optional<SyncSummary> last; ///< of the last run in this session
    std::optional<Failure> failure;  ///< when the last run could not be done at all
    SyncProgress progress = {};      ///< of the run that goes on
    QDateTime offlineSince = {};     ///< UTC; null: the link is there, or was never tried
    QDateTime nextRun = {};          ///< UTC, by itself; null: none is planned
};

/// What makes this counter one of a centre.
struct EnrolInput {
    QString url;    ///< "https://…"
    QString caFile; ///< file with the certificate that the centre's must come from
    QString code;   ///< one-time, of the supervisor
};

/// All that the windows know of store, services and synchronisation. Lives on the window's thread. Reads
/// answer at once (indexed, a few milliseconds) except search(), which runs on its own thread. Writes go to
/// the writer's thread; their futures are finished after the commit: use whenDone(), never wait.
class Office : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Who, where, when
    virtual const Clock &clock() const = 0;
    QDate today() const { return clock().today(); }
    virtual Actor actor() const = 0;
    virtual QList<Officer> officers() const = 0;
    virtual Officer officer() const = 0;
    virtual void setOfficer(const QString &id) = 0;
    virtual QString channel() const = 0; ///< code of where this counter stands: KC | KLOK | MPP | MCS
    /// Moves the day of a trial store (a trainer's tool); ignored in a real one. Null: the real day again.
    virtual void setTrialDay(QDate day) = 0;
    virtual bool isDayMoved() const = 0;

    // Rules: pure, any number of times
    virtual const Context &context() const = 0;
    Assessment assess(const Case &content) const { return Loket::assess(content, context()); }

    /// Why no new case can be begun now (beginProblem() of the model). Looks at the store anew.
    virtual std::optional<Problem> beginProblem() = 0;
    UnsentStanding unsent() const; ///< as of the last changed()

    // Reads
    virtual StoreStatus status() const = 0; ///< as of the last changed()
    virtual QFuture<Outcome<SearchAnswer>> search(const QString &text, int limit) = 0;
    virtual Outcome<std::optional<FamilyView>> family(const QString &kk) = 0;
    virtual Outcome<std::optional<FamilyView>> familyByCard(const QString &card) = 0;
    virtual Outcome<std::optional<CaseRecord>> caseById(const QString &id) = 0;
    virtual Outcome<QList<CaseRecord>> cases(qint64 before, int limit) = 0;
    virtual Outcome<QList<DraftSummary>> drafts() = 0; ///< of the officer at work
    virtual Outcome<std::optional<Case>> draft(const QString &id) = 0;
    virtual Outcome<QList<DraftSummary>> parked() = 0; ///< drafts put aside, of all officers
    /// What the officer at work should look after, the most urgent first.
    virtual Outcome<QList<FollowUp>> followUps(int limit) = 0;
    virtual QString postcodeOf(const QString &village) = 0;
    virtual QByteArray blob(const QString &name) = 0; ///< picture or scan; empty: not at hand

    // Writes
    virtual QFuture<Outcome<QString>> putBlob(const QByteArray &bytes) = 0; ///< answers "sha256:…"
    virtual QFuture<Outcome<Submitted>> submit(const Case &) = 0;
    virtual QFuture<Outcome<QString>> saveDraft(const Case &) = 0;
    virtual QFuture<Outcome<Nothing>> discardDraft(const QString &id) = 0;
    /// An empty note brings the draft back. `promised` may be null.
    virtual QFuture<Outcome<Nothing>> parkDraft(const QString &draftId, const QString &note, QDate promised)
        = 0;
    virtual QFuture<Outcome<Nothing>> handOver(const QString &draftId, const QString &officerId) = 0;
    /// The answer is empty when the case is void now, else the code of the problem ("void.sent", …) and
    /// nothing was changed. Can't be undone.
    virtual QFuture<Outcome<QString>> voidCase(const QString &id, const QString &reason) = 0;
    virtual QFuture<Outcome<int>> notePrinted(const QString &what, const QString &reference,
                                              const QString &reason)
        = 0;

    /// Prints, blank cards, cards to collect.
    virtual CardLedger &cards() = 0;

    // Synchronisation
    virtual Link link() const = 0;
    virtual SyncState syncState() const = 0;
    virtual void startSync() = 0;  ///< waits for nothing; does nothing while one runs
    virtual void cancelSync() = 0; ///< stops between two steps; what was done stays
    /// Where the cases are on their way, newest first, below `before` (a device_seq; 0: the newest).
    virtual Outcome<QList<OutboxLine>> outbox(OutboxFilter filter, qint64 before, int limit) = 0;
    virtual Outcome<Delivery> delivery(const QString &caseId) = 0;
    virtual Outcome<QList<LeaseView>> leases() = 0;
    /// Entries of the feed that could not be applied.
    virtual Outcome<QList<AsideView>> aside(int limit) = 0;
    virtual CentreView centre() const = 0; ///< as of the last changed()
    /// The case is sent with the next run, which begins at once. False: it was sent already.
    virtual QFuture<Outcome<bool>> retryNow(const QString &caseId) = 0;
    virtual QFuture<Outcome<Nothing>> setSyncEnabled(bool isEnabled) = 0;

    // What the centre says to people
    virtual Outcome<QList<Announcement>> announcements() = 0; ///< in force and unread
    virtual QFuture<Outcome<Nothing>> readAnnouncement(const QString &id) = 0;
    virtual Outcome<QList<ConflictView>> conflicts() = 0;
    virtual QFuture<Outcome<ConflictAnswer>> resolveConflict(const QString &caseId,
                                                             const ConflictDecision &decision)
        = 0;

    /// Makes a trial store a counter of a centre: what was practised is put aside and never sent. Afterwards
    /// enrolled() is emitted and everything that was read is another.
    virtual QFuture<Outcome<Nothing>> enrol(const EnrolInput &input) = 0;
    virtual void cancelEnrol() = 0; ///< as long as the centre has not answered

Q_SIGNALS:
    void changed();     ///< something was committed: lists and status re-read
    void syncChanged(); ///< syncState() or link() is another
    void dayChanged();  ///< today() is another
    void officerChanged();
    /// The centre decided on these cases of the officer at work.
    void verdictsCame(const QList<Loket::CaseRecord> &cases);
    void enrolled(); ///< the store belongs to a centre now
    /// context() has other rules or another list of facilities; what it pointed to before lives on.
    /// `editions` are the new ones, may be empty.
    void rulesChanged(const QStringList &editions);
    void wipeDue(); ///< the store has to be closed and everything deleted, by order of the centre
};

} // namespace Loket
