// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/catalogue.h"
#include "model/store/views.h"

#include <QString>

namespace Loket {

class Rulebook;
struct Case;

// What a case page asks of the family that a service is done on.

/// How a service of this case stands to a family; New for a service that the edition does not have.
enum class FamilyNeed {
    New,      ///< it makes one
    Existing, ///< it changes one
    Any,      ///< it may be about one
    None
};
FamilyNeed familyNeed(const Rulebook &rulebook, const QString &service);

/// The field in which the service names the member whom it is about; null: it is about none.
const Field *memberField(const Rulebook &rulebook, const QString &service);

/// The member of this key; null: nobody.
const MemberView *knownMember(const FamilyView &family, const QString &key);
/// The head; null for a family without one.
const MemberView *knownHead(const FamilyView &family);
/// "Bima Peters" of a key; the key itself when it is nobody's.
QString knownMemberName(const FamilyView &family, const QString &key);
/// "Keluarga Sari Dewi", or by its KK.
QString knownFamilyName(const FamilyView &family);

/// Turns a case towards a family: its KK (the head's card where it has none), segment, and the revision that
/// the officer saw; `memberKey` (may be empty) into the field of the service that asks for a member.
void putFamily(Case &content, const Rulebook &rulebook, const FamilyView &family,
               const QString &memberKey = {});
/// Takes all of that out again.
void dropFamily(Case &content, const Rulebook &rulebook);

} // namespace Loket
