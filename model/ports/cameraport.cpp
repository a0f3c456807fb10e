// SPDX-License-Identifier: Apache-2.0
#include "model/ports/cameraport.h"

namespace Loket {

CameraPort::~CameraPort() = default;

} // namespace Loket
