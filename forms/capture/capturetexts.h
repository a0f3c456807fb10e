// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/portrait.h"
#include "model/ports/cameraport.h"

#include <QString>

namespace Loket {

// Sentences in the language that is on now. They say what to do, not only what is wrong.

QString verdictText(PortraitVerdict verdict);
QString cameraTroubleText(CameraTrouble trouble);

} // namespace Loket
