// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/suggestedit.h"

#include <QString>

namespace Loket {

class CaseDraft;
class CasePort;
class RegionIndex;
class Rulebook;
struct Case;
struct Field;

// What the editors offer while typing. The indexes outlive the editors and may be null (then nothing is
// offered).

/// relation | sex | marital | citizenship, in the screen's language.
SuggestEdit::Source choiceSource(const QString &kind);
/// The codes of one kind of codes.csv ("kin", "bank", …).
SuggestEdit::Source codeSource(const QString &kind);
SuggestEdit::Source facilitySource(const CasePort &port);
/// Villages by any part of the four names; the value is the dotted code.
SuggestEdit::Source villageSource(const RegionIndex *regions);
/// Segments that the edition allows for the service of this case.
SuggestEdit::Source segmentSource(const Rulebook &rulebook, const Case &content);
/// Classes 1 to 3 by number or Roman numeral.
SuggestEdit::Source classSource();

/// Yes and no.
SuggestEdit::Source flagSource();
/// The members of the family that the case is about, by number, part of the name, NIK or card. `draft`
/// outlives the editor.
SuggestEdit::Source knownMemberSource(const CaseDraft &draft);

/// The members that "2, 3" or "bima, sari" names: their keys joined by "|". A text that names somebody else
/// comes back as it is.
QString knownMembersOf(const CaseDraft &draft, const QString &typed);

/// What the screen shows for a value of a field: a name for a code, dd-mm-yyyy for a date, Rp for money.
QString valueText(const Field &field, const QString &value, const CaseDraft &draft);

/// "Tebet Timur, Tebet, Jakarta Selatan" of a dotted code; the code itself when it is unknown.
QString villageText(const RegionIndex *regions, const QString &code);

} // namespace Loket
