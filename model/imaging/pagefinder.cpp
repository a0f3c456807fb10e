// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/pagefinder.h"

#include "model/imaging/facemodule.h"

namespace Loket {

std::unique_ptr<PageFinder> makePageFinder()
{
    const auto make = reinterpret_cast<MakePageFinder>(moduleFunction(kMakePageFinder));
    return std::unique_ptr<PageFinder>(make ? make() : nullptr);
}

} // namespace Loket
