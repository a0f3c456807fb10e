// SPDX-License-Identifier: Apache-2.0
#include "model/services/numbersource.h"

#include "model/services/registration.h"
#include "model/store/leasestore.h"

using namespace Qt::StringLiterals;

namespace Loket {

Outcome<FamilyNumbers> takeFamilyNumbers(Connection &connection, const Rulebook &rulebook,
                                         const Case &content)
{
    const int count = int(content.family.members.size());
    const auto head = headOf(content);
    if (count == 0 || !head)
        return FamilyNumbers();
    auto leases = openLeases(connection);
    if (!leases)
        return fail(leases.error());
    const auto taken = takeNumbers(leases.value(), count);
    if (!taken)
        return FamilyNumbers();
    if (const auto kept = keepLeases(connection, leases.value()); !kept)
        return fail(kept.error());

    FamilyNumbers numbers;
    const QString va = familyVa(rulebook, content, taken->at(*head).card);
    for (int member = 0; member < count; ++member) {
        numbers.assigned += {member, taken->at(member).card, va, u"reserved"_s};
        numbers.used += {taken->at(member).lease, member, taken->at(member).card};
    }
    return numbers;
}

} // namespace Loket
