// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assessment.h"
#include "model/store/views.h"

#include <QJsonObject>

namespace Loket {

/// What a centre answers to a case, with a reason that a person can act on.
struct Verdict {
    CaseState state = CaseState::Accepted; ///< Accepted | NeedsCorrection | Rejected | Conflict | Void
    QString code;                          ///< "kk.registered"; empty when accepted
    QString reason;                        ///< Indonesian, names no person
    QString path;                          ///< the field that must change; empty: none in particular
    QJsonObject conflict;                  ///< "loket-conflict/1"; empty: nothing to choose
    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// What the centre knows besides the case.
struct CentreFacts {
    bool isFamilyKnown = false;       ///< a registration whose KK is registered already
    bool isFamilyMissing = false;     ///< a change of a family that the centre does not know
    QList<int> membersKnownElsewhere; ///< indexes of members whose NIK is registered already
    QList<int>
        membersSimilar; ///< who may be somebody that is registered: same birth date, nearly the same name
    bool isFromTheFuture = false;    ///< dated after the centre's tomorrow
    QList<int> membersWithTakenCard; ///< whose number is not of the device's lease, or was used before
};

/// The decision on a case: the same rules as at the counter, then what only the centre can see. A registered
/// KK is final; everything else may be corrected.
Verdict decideCase(const Assessment &, const CentreFacts &);
/// For a case that builds on one which was not taken; `base` names that one.
Verdict baseReturned(const QString &base);
/// For changes that others contradicted since the case was made: a person decides.
Verdict needsDecision(const QJsonObject &conflict);
/// Taken, but for what is told in `code`: "merge.deceased", "merge.newer".
Verdict acceptedWithNote(const QString &code, const QStringList &fields);
/// For taking back a case whose family changed since.
Verdict voidTooLate();

/// For a payload that is not a case.
Verdict unreadableCase(const QString &place);
/// For an envelope that does not follow the device's previous one: a person has to look at the device.
Verdict brokenChain();

} // namespace Loket
