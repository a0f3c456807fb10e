// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/caseservice.h"
#include "model/store/centreinbox.h"

namespace Loket {

class Clock;
class Connection;
class MirrorReader;
class Rulebook;

/// The content that takes the place of a case in conflict: as it was, on the centre's new revision, without
/// what was decided for the centre. What the service can't do without gets the centre's value when
/// `fillsTheirs`, else it is left out. None: a group that was decided for the centre is no field of the case,
/// so the case stands or falls as a whole.
std::optional<Case> decidedContent(const ConflictView &conflict, const ConflictDecision &decision,
                                   const Rulebook &rulebook, bool fillsTheirs);

/// Decides one conflict inside the writer's transaction: a new case that corrects the one in conflict, or,
/// when everything that it asks for is left to the centre, one that withdraws it. With an audit row. Either
/// everything is put or, with a problem or a failure, nothing.
class ConflictResolution
{
public:
    /// `connection` is the writer's; both are used on the calling thread.
    ConflictResolution(Connection &connection, MirrorReader &mirror, const Context &context,
                       const Clock &clock, const Actor &actor);
    Outcome<ConflictAnswer> run(const CaseId &id, const ConflictDecision &decision);

private:
    Outcome<bool> asksForMore(const ConflictView &conflict) const;
    Outcome<ConflictAnswer> withdraw(const ConflictView &conflict, const ConflictDecision &decision);
    Outcome<ConflictAnswer> replace(const ConflictView &conflict, const ConflictDecision &decision);
    Outcome<Nothing> audit(const ConflictView &conflict, const ConflictDecision &decision);

    Connection &m_connection;
    MirrorReader &m_mirror;
    const Context &m_context;
    const Clock &m_clock;
    const Actor &m_actor;
};

/// Codes of the overrides by which the new case tells the centre what was decided, and why.
inline constexpr QStringView kConflictMine = u"conflict.mine";
inline constexpr QStringView kConflictTheirs = u"conflict.theirs";

} // namespace Loket
