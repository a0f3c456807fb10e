// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/pagequad.h"

#include <memory>
#include <optional>

namespace Loket {

/// Finds the document that lies in a picture.
class PageFinder
{
public:
    PageFinder() = default;
    PageFinder(const PageFinder &) = delete;
    PageFinder &operator=(const PageFinder &) = delete;
    virtual ~PageFinder() = default;

    /// The corners of the largest page whose four sides all show; nothing where that is doubtful: a crop that
    /// cuts a document is worse than none. The same picture gives the same answer. Some 30 ms, whatever the
    /// picture's size. Any thread.
    virtual std::optional<PageQuad> find(const QImage &picture) const = 0;
};

/// The page finder of this installation; null when the program was built without OpenCV. Loads libraries, so
/// call it on a worker thread when a document is about to be scanned. Needs a QCoreApplication. Any thread.
std::unique_ptr<PageFinder> makePageFinder();

} // namespace Loket
