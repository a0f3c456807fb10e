// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/views.h"

#include <QJsonObject>

#include <optional>

namespace Loket {

class Rulebook;
class RuleTrace;

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

/// Three-way merge by field group (table `merge-groups`, whose rows that were asked are added to `trace`):
/// `steps` are the changes of others since the case's base, oldest first; `now` is the family as it is. Pure.
/// A value that is the same on both sides is no conflict. What others decided for a later day belongs to its
/// group like what holds already. Where no person is needed the case is newer and is taken, with a note: that
/// the rules allow it assess() was asked with the family as it is now. A death is taken unless somebody paid
/// since, and edits of the dead are left out.
Merged mergeChanges(const Rulebook &rulebook, const QList<ForeignStep> &steps, const FamilyView &now,
                    const FamilyEffect &mine, RuleTrace *trace = nullptr);

/// The group of a field as a FieldChange names it: "identity", "address", …
QString mergeGroupOf(const Rulebook &rulebook, const QString &field);

/// The family without what was decided for a later day in these groups (ConflictGroup::key()), and without
/// an earlier decision on what `changes` say anew: the newer one counts.
FamilyView withoutReplaced(const Rulebook &rulebook, FamilyView family, const QList<FieldChange> &changes,
                           const QStringList &groups);

} // namespace Loket
