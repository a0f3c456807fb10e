// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/views.h"

namespace Loket {

/// The text of what is known now, by the words of the catalogue's column `shows`: "member.fktp" of the member
/// concerned, "family.class", "family.address.rt". Empty: not known, nobody concerned, or no such word.
QString knownValue(const FamilyView &, const std::optional<MemberView> &person, const QString &shows);

} // namespace Loket
