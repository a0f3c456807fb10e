// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace Loket {

/// What a NIK says about its holder.
struct NikFacts {
    QString birthDate; ///< ISO
    QString sex;       ///< L | P
    friend bool operator==(const NikFacts &, const NikFacts &) = default;
};

/// None for a text that is no valid NIK. The century is the youngest not after `today`.
std::optional<NikFacts> nikFacts(const QString &nik, QDate today);

} // namespace Loket
