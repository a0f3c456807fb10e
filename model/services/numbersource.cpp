// SPDX-License-Identifier: Apache-2.0
#include "model/services/numbersource.h"

#include "model/services/effects.h"
#include "model/services/registration.h"
#include "model/store/casequery.h"
#include "model/store/casestore.h"
#include "model/store/leasestore.h"
#include "model/store/outbox.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

bool isSamePerson(const CaseMember &one, const CaseMember &other)
{
    if (!one.nik.isEmpty() && !other.nik.isEmpty() && one.nik == other.nik)
        return true;
    return one.name == other.name && one.birthDate == other.birthDate;
}

/// The earlier case whose numbers may be used on; none: there is nothing to take over.
Outcome<std::optional<CaseRecord>> correctedCase(Connection &connection, const Case &content)
{
    const auto id = CaseId::fromText(content.corrects);
    if (!id)
        return std::optional<CaseRecord>();
    auto record = CaseQuery(connection).byId(*id);
    if (record && record.value()
        && (record.value()->state == CaseState::Rejected || record.value()->state == CaseState::Void))
        return std::optional<CaseRecord>();
    return record;
}

/// From which lease each of the earlier case's numbers was.
Outcome<QHash<QString, QString>> leasesOf(Connection &connection, const CaseId &id)
{
    const auto envelope = frozenEnvelope(connection, id);
    if (!envelope)
        return fail(envelope.error());
    QHash<QString, QString> leases;
    if (const auto header = readEnvelopeHeader(envelope.value().header)) {
        for (const UsedNumber &used : header.value().numbers)
            leases.insert(used.card, used.lease);
    }
    return leases;
}

/// The earlier case's numbers by the members of `content`; they are no longer the earlier case's then.
Outcome<QList<UsedNumber>> takeOver(Connection &connection, const Case &content)
{
    QList<UsedNumber> numbers;
    const auto earlier = correctedCase(connection, content);
    if (!earlier)
        return fail(earlier.error());
    if (!earlier.value() || earlier.value()->numbers.isEmpty())
        return numbers;
    const auto leases = leasesOf(connection, earlier.value()->id);
    if (!leases)
        return fail(leases.error());
    QList<AssignedNumber> left = earlier.value()->numbers;
    for (int member = 0; member < content.family.members.size(); ++member) {
        const auto same = std::find_if(left.begin(), left.end(), [&](const AssignedNumber &number) {
            return isSamePerson(earlier.value()->content.family.members.value(number.member),
                                content.family.members.at(member));
        });
        if (same == left.end())
            continue;
        numbers += {leases.value().value(same->card), member, same->card};
        if (const auto freed = releaseNumber(connection, earlier.value()->id, same->card); !freed)
            return fail(freed.error());
        left.erase(same);
    }
    return numbers;
}

/// Fills up with new numbers for who has none; with none at all when they don't suffice.
Outcome<Nothing> fillUp(Connection &connection, const QList<int> &members, const QDateTime &now,
                        QList<UsedNumber> &numbers)
{
    QList<int> without;
    for (const int member : members) {
        if (std::none_of(numbers.begin(), numbers.end(),
                         [&](const UsedNumber &number) { return number.member == member; }))
            without += member;
    }
    if (without.isEmpty())
        return Nothing();
    auto leases = openLeases(connection, now);
    if (!leases)
        return fail(leases.error());
    const auto taken = takeNumbers(leases.value(), int(without.size()));
    if (!taken)
        return Nothing();
    for (qsizetype i = 0; i < without.size(); ++i)
        numbers += {taken->at(i).lease, without.at(i), taken->at(i).card};
    std::sort(numbers.begin(), numbers.end(),
              [](const UsedNumber &a, const UsedNumber &b) { return a.member < b.member; });
    return keepLeases(connection, leases.value());
}

} // namespace

Outcome<FamilyNumbers> takeFamilyNumbers(Connection &connection, const Rulebook &rulebook,
                                         const Case &content, const std::optional<FamilyView> &known,
                                         const QDateTime &now)
{
    const QList<int> members = membersInNeedOfNumbers(content, rulebook);
    if (members.isEmpty())
        return FamilyNumbers();
    auto used = takeOver(connection, content);
    if (!used)
        return fail(used.error());
    if (const auto filled = fillUp(connection, members, now, used.value()); !filled)
        return fail(filled.error());
    return FamilyNumbers{reservedNumbers(rulebook, content, used.value(), known), used.value()};
}

QList<AssignedNumber> reservedNumbers(const Rulebook &rulebook, const Case &content,
                                      const QList<UsedNumber> &used, const std::optional<FamilyView> &known)
{
    const auto head = headOf(content);
    QString va = head || !known ? QString() : known->va;
    for (const UsedNumber &number : used) {
        if (head == number.member)
            va = familyVa(rulebook, content, number.card);
    }
    QList<AssignedNumber> numbers;
    for (const UsedNumber &number : used)
        numbers += {number.member, number.card, va, u"reserved"_s};
    return numbers;
}

} // namespace Loket
