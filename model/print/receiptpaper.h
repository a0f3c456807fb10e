// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Loket {

enum class ReceiptPaper {
    A5,  ///< 148 x 210 mm, upright
    Roll ///< 80 mm wide, as long as needed
};

} // namespace Loket
