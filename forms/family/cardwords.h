// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"
#include "model/print/cardbuild.h"

#include <QString>

namespace Loket {

/// "bisa", "menunggu pusat", …: for a pill. What cardRefusal() says about a member.
QString cardPillText(std::optional<CardRefusal>);
Tone cardPillTone(std::optional<CardRefusal>);
/// The whole sentence: what stands in the way and what to do.
QString cardRefusalText(std::optional<CardRefusal>);

} // namespace Loket
