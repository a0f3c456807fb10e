// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/casetab.h"

namespace Loket {

class CameraPort;

/// Makes case pages for the main window. A new case gets the day, the channel and the id that it lacks.
/// `camera` may be null and outlives the pages.
CaseTabFactory casePageFactory(CameraPort *camera);

} // namespace Loket
