// SPDX-License-Identifier: Apache-2.0
#include "model/services/effects.h"

#include "model/services/registration.h"

namespace Loket {

FamilyEffect effectOf(const Case &content, const std::optional<FamilyView> & /*known*/,
                      const QList<AssignedNumber> &numbers, const Assessment &assessment,
                      const Rulebook & /*rulebook*/, const QString &status)
{
    FamilyEffect effect;
    if (headOf(content))
        effect.registered = registeredFamily(content, numbers, assessment, status);
    return effect;
}

QList<int> membersInNeedOfNumbers(const Case &content, const Rulebook & /*rulebook*/)
{
    QList<int> members;
    for (int i = 0; i < content.family.members.size(); ++i)
        members += i;
    return members;
}

} // namespace Loket
