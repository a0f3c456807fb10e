// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/nikfacts.h"

#include "model/domain/nik.h"

using namespace Qt::StringLiterals;

namespace Loket {

std::optional<NikFacts> nikFacts(const QString &nik, QDate today)
{
    const auto parsed = Nik::parse(nik);
    if (!parsed)
        return std::nullopt;
    const QDate born = parsed.value().birthDate(std::nullopt, today);
    return NikFacts{born.toString(Qt::ISODate), parsed.value().isFemale() ? u"P"_s : u"L"_s};
}

} // namespace Loket
