// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/base/failure.h"
#include "model/services/assess.h"
#include "model/store/views.h"

#include <QFuture>

namespace Loket {

class Store;

/// What submitting a case came to.
struct Submitted {
    enum class Kind {
        Saved,        ///< on disk now
        Again,        ///< the same id and content was saved before; the first answer
        OtherContent, ///< the id is known with other content; nothing was done
        NotReady,     ///< assess() said no; nothing was done
        Stopped       ///< no case may be saved here now; nothing was done. The only problem of `assessment`
                      ///< is that of saveProblem()
    };
    Kind kind = Kind::NotReady;
    std::optional<CaseRecord> record;   ///< of Saved and Again, as it is now
    QList<AssignedNumber> firstNumbers; ///< of Saved and Again, as they were when it was saved
    Assessment assessment;
};

/// Whose value is kept.
enum class ConflictSide { Mine, Theirs };

/// How a person decided a conflict: a side for every group (ConflictGroup::key()), and why.
struct ConflictDecision {
    QHash<QString, ConflictSide> sides;
    QString reason;
};

/// What deciding a conflict came to.
struct ConflictAnswer {
    QString problem; ///< code; empty: it is decided. conflict.unknown, conflict.decided, conflict.open-group,
                     ///< conflict.whole (it can only be kept or left as a whole), conflict.not-ready,
                     ///< unsent.limit, or a WorkStop ("work.frozen")
    QString newCase; ///< id of the case that stands in its place; empty: it was withdrawn
    Assessment assessment; ///< of conflict.not-ready: what the rules say of the new case
};

/// Everything that changes cases and drafts. Each call is one transaction on the writer's thread; the future
/// is finished after the commit (with fsync). Call from any thread; never wait for a future on the window's
/// thread, use .then().
class CaseService
{
public:
    /// `context` must outlive the service; its lookup is replaced by one inside the writing transaction.
    CaseService(Store &store, const Context &context);
    /// For what is submitted from now on; both outlive the service. On the thread that submits.
    void setRules(const RulebookLibrary *rulebooks, const FacilityIndex *facilities);

    /// saveProblem() is asked first. Assess, then in one transaction: case, pending effect, numbers
    /// from the lease, frozen signed envelope, audit row; the draft of the same id is gone. Pictures and
    /// scans must be in the blob store before.
    QFuture<Outcome<Submitted>> submit(const Case &, const Actor &);
    /// Keeps a draft exactly as typed. An empty id gets one; the answer is the id.
    QFuture<Outcome<QString>> saveDraft(const Case &, const Actor &);
    QFuture<Outcome<Nothing>> discardDraft(const QString &id, const Actor &);
    /// Puts a draft aside for the back office or for what is to be brought until `promised` (may be null). An
    /// empty note brings it back. Missing: there is no such draft.
    QFuture<Outcome<Nothing>> parkDraft(const QString &id, const QString &note, QDate promised,
                                        const Actor &);
    /// Gives a draft to another officer. Missing: there is no such draft; BadInput: no such officer.
    QFuture<Outcome<Nothing>> handOver(const QString &draftId, const QString &officerId, const Actor &);
    /// Takes a case back on the day it was saved, before it is sent; can't be undone. The answer is empty
    /// when it is void now, else the code of the problem (Voiding, WorkStop), and nothing was changed.
    /// BadInput: no reason.
    QFuture<Outcome<QString>> voidCase(const QString &id, const QString &reason, const Actor &);
    /// Decides a conflict: a new case on the centre's revision that corrects the one in conflict, or, when
    /// all is left to the centre, one that withdraws it. With a problem nothing was changed. BadInput: no
    /// reason.
    QFuture<Outcome<ConflictAnswer>> resolveConflict(const QString &caseId, const ConflictDecision &,
                                                     const Actor &);
    /// Remembers that a receipt or card was printed (audit row). Answers how often it was printed before.
    QFuture<Outcome<int>> notePrinted(const QString &what, const QString &reference, const QString &reason,
                                      const Actor &);

private:
    Store &m_store;
    Context m_context;
};

} // namespace Loket
