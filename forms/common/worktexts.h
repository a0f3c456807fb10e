// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/workstop.h"

#include <QString>

namespace Loket {

// Words for whether new cases may be made here. In the language that is on now; empty: nothing to say.

/// For a mark: "Counter frozen".
QString workTitle(const WorkState &);
/// What it means and what is still possible.
QString workSentence(const WorkState &);
/// The reason that the centre gave.
QString workReason(const WorkState &);
/// What will stop new cases before long.
QString workWarning(const WorkState &);

} // namespace Loket
