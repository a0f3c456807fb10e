// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"
#include "model/print/cardbuild.h"
#include "model/services/assess.h"

#include <QString>

namespace Loket {

/// What cardStanding() says of a member, by the rulebook of today. Without a rulebook nothing is allowed.
CardStanding cardStandingOf(const Context &context, const FamilyView &family, const MemberView &member);

/// "bisa", "menunggu pusat", …: for a pill.
QString cardPillText(const CardStanding &);
Tone cardPillTone(const CardStanding &);
/// The whole sentence: what stands in the way and what to do.
QString cardStandingText(const CardStanding &);

} // namespace Loket
