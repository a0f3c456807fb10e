// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/caseservice.h"
#include "model/store/storelookup.h"
#include "model/vault/envelopeheader.h"

namespace Loket {

class Clock;
class Connection;
class MirrorReader;

/// One submit inside the writer's transaction: known id, saveProblem(), assessment, numbers, frozen
/// envelope, rows, audit. Either everything is put or, with a failure or another Kind than Saved, nothing.
class Submission
{
public:
    /// `connection` is the writer's; both are used on the calling thread.
    Submission(Connection &connection, MirrorReader &mirror, const Context &context, const Clock &clock,
               const Actor &actor);
    /// `content` must have an id.
    Outcome<Submitted> run(const Case &content);

private:
    Outcome<std::optional<Problem>> stopProblem() const;
    Outcome<Submitted> answerAgain(const CaseId &id, bool isSame) const;
    Outcome<QList<AssignedNumber>> firstNumbers(const CaseRecord &record) const;
    Outcome<QList<Attachment>> attachments(const Case &content) const;
    std::optional<FamilyView> knownFamily(const Case &content) const;
    Outcome<QStringList> waitingBelow(const Case &content, const QString &kk) const;
    Outcome<EnvelopeHeader> header(const CaseRecord &record, const QList<UsedNumber> &used,
                                   const std::optional<FamilyView> &known) const;
    Outcome<CaseRecord> save(const CaseId &id, const Case &content, const Assessment &assessment);
    Outcome<Nothing> keepEffect(const CaseRecord &record, const std::optional<FamilyView> &known);

    Connection &m_connection;
    const StoreLookup m_lookup;
    Context m_context;
    const Actor &m_actor;
    const Clock &m_clock;
    QDateTime m_now; ///< one time for everything that is saved here
};

} // namespace Loket
