// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"

namespace Loket {

/// The short name of pages that came before model/print had its Card.
using Card = CardFrame;

} // namespace Loket
