// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"
#include "model/services/availability.h"
#include "model/services/upcoming.h"

namespace Loket {

class FacilityIndex;

// Words for what is possible and what changes soon. In the language that is on now.

/// "bisa", "mulai 10 Apr 2022", "tidak bisa", …: for a pill.
QString possibilityText(const PossibilityAnswer &);
Tone possibilityTone(const PossibilityAnswer &);

/// Why it can't be done now, and whether a reason lifts that; empty: it can.
QString possibilityReason(const ServiceAvailability &);

/// The whole answer, and that of each member where it differs; for "why". `rules` name the choices.
QString possibilityWhy(const ServiceAvailability &, const FamilyView &, const Rulebook &rules);

/// "Bima Peters berumur 21: keluar, kecuali ada surat sekolah".
/// `facilities` may be null: then codes are shown.
QString upcomingText(const Upcoming &, const FamilyView &, QDate today, const FacilityIndex *facilities);
/// The day for a pill: "3 Mei 2022", "lewat 3 Mei 2022".
QString upcomingDayText(const Upcoming &, QDate today);
Tone upcomingTone(const Upcoming &, QDate today);

} // namespace Loket
