// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/views.h"

#include <QJsonObject>

#include <optional>

namespace Loket {

// A family as the centre tells it in the feed ("loket-family/1"): the newest state, whole, so that applying
// an entry twice or leaving out an older one does no harm. Row ids, history and pending marks are the
// counter's own and not in it.

QJsonObject familyToJson(const FamilyView &);
/// The same without the members, and one member as it stands among them.
QJsonObject familyHeadToJson(const FamilyView &);
QJsonObject memberToJson(const MemberView &);
/// None when the object is not a family: no KK, a member without a name, or a wrong type.
std::optional<FamilyView> familyFromJson(const QJsonObject &);

/// Changes to come as the mirror keeps them: JSON, empty when there are none.
QString changesText(const QList<FieldChange> &);
QList<FieldChange> changesOfText(const QString &);

/// What a pending effect's body says it is.
inline constexpr auto kEffectFormat = "loket-effect/1";
QJsonObject effectToJson(const FamilyEffect &);
/// Reads bodies of the first release too. None when it is no effect, or one of a later format.
std::optional<FamilyEffect> effectFromJson(const QJsonObject &);

/// For the console: the same with status, dates and history.
QJsonObject familyForConsole(const FamilyView &);

} // namespace Loket
