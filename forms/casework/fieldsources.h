// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/suggestedit.h"

#include <QString>

namespace Loket {

class FacilityIndex;
class RegionIndex;
class Rulebook;
struct Case;

// What the editors offer while typing. The indexes outlive the editors and may be null (then nothing is
// offered).

/// relation | sex | marital | citizenship, in the screen's language.
SuggestEdit::Source choiceSource(const QString &kind);
/// The codes of one kind of codes.csv ("kin", "bank", …).
SuggestEdit::Source codeSource(const QString &kind);
SuggestEdit::Source facilitySource(const FacilityIndex *facilities);
/// Villages by any part of the four names; the value is the dotted code.
SuggestEdit::Source villageSource(const RegionIndex *regions);
/// Segments that the edition allows for the service of this case.
SuggestEdit::Source segmentSource(const Rulebook &rulebook, const Case &content);
/// Classes 1 to 3 by number or Roman numeral.
SuggestEdit::Source classSource();

/// "Tebet Timur, Tebet, Jakarta Selatan" of a dotted code; the code itself when it is unknown.
QString villageText(const RegionIndex *regions, const QString &code);

} // namespace Loket
