// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/capturetools.h"
#include "forms/common/casetab.h"

namespace Loket {

/// Makes case pages for the main window. A new case gets the day, the channel and the id that it lacks.
CaseTabFactory casePageFactory(const CaptureTools &tools);

} // namespace Loket
