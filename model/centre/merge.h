// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/views.h"

#include <QJsonObject>

namespace Loket {

/// One revision of a family and the one after it, made by somebody else than the case that is merged.
struct ForeignStep {
    std::optional<FamilyView> before; ///< none: not kept any more
    FamilyView after;
};

/// What became of putting a case's changes on a family that others changed since the case was made.
struct Merged {
    FamilyEffect effect;  ///< what may be put
    QJsonObject conflict; ///< "loket-conflict/1"; empty: nothing for a person to decide, and `effect` is all
    QStringList notes;    ///< fields where both sides said something else and the newer one is taken
    bool isLate = false;  ///< the member died meanwhile: the change to that member was left out
};

/// Three-way merge by field group (reliability.md B.9): `steps` are the changes of others since the case's
/// base, oldest first; `now` is the family as it is. Pure. A value that is the same on both sides is no
/// conflict. Groups where a person decides when both changed: identity, address, bank, membership, and a
/// death with a payment after it. Contact: the case is newer and is taken, with a note. Facility, class,
/// segment and the rest: taken, for assess() was asked with the family as it is now.
Merged mergeChanges(const QList<ForeignStep> &steps, const FamilyView &now, const FamilyEffect &mine);

/// The group of a field as a FieldChange names it: "identity", "address", "contact", "bank", "end",
/// "membership", "right".
QString mergeGroupOf(const QString &field);

} // namespace Loket
