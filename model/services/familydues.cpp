// SPDX-License-Identifier: Apache-2.0
#include "model/services/familydues.h"

#include "model/domain/month.h"

namespace Loket {

using namespace Qt::StringLiterals;

std::optional<DuesSum> monthlyDues(const Rulebook &rulebook, const FamilyView &family, QDate today)
{
    const auto base = duesBase(rulebook, family.segment, today);
    if (!base || base->key != "members"_L1 || family.members.isEmpty())
        return std::nullopt;
    DuesInput input;
    input.segment = family.segment;
    input.month = today;
    input.careClass = family.careClass;
    input.members = family.members.size();
    const auto sum = duesOf(rulebook, input, nullptr);
    return sum ? std::optional(sum.value()) : std::nullopt;
}

std::optional<Arrears> arrearsUntil(const Rulebook &rulebook, const FamilyView &family, QDate today)
{
    const auto paid = Month::parse(family.paidUntil);
    if (!paid || paid.value().next() >= Month::of(today))
        return std::nullopt;
    const auto base = duesBase(rulebook, family.segment, today);
    if (!base || !base->byClass)
        return std::nullopt;
    const ArrearsInput input{family.segment, family.careClass, family.members.size(),
                             paid.value().next().firstDay(), today};
    const auto owed = arrearsOf(rulebook, input, nullptr);
    return owed && owed.value().months > 0 ? std::optional(owed.value()) : std::nullopt;
}

} // namespace Loket
