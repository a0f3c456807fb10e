// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Loket {

class FaceFinder;
class PageFinder;

// How the program reaches its one library with OpenCV inside. OpenCV brings twenty-six more libraries along,
// and loading them costs more than the rest of a start: so nothing links it, and it is opened when a face is
// wanted.

/// Makes a finder with the cascades of `folder`; null when they can't be read. The caller owns it.
using MakeFaceFinder = FaceFinder *(*)(const char *folder);

/// The number grows with any change of FaceFinder or Face, so that a library of another version is not used.
inline constexpr char kMakeFaceFinder[] = "loket_make_face_finder_1";

/// Makes a finder of pages; never null. The caller owns it.
using MakePageFinder = PageFinder *(*)();
inline constexpr char kMakePageFinder[] = "loket_make_page_finder_1";

/// A function of the library by its name; null when the library or the function is not there. Opens the
/// library, which stays open. Any thread.
using ModuleFunction = void (*)();
ModuleFunction moduleFunction(const char *name);

/// Where opencv-data keeps its cascades: Debian 12 and its neighbours, then a build of OpenCV's own.
inline constexpr const char *kCascadeFolders[] = {
    "/usr/share/opencv4/haarcascades",
    "/usr/share/opencv/haarcascades",
    "/usr/local/share/opencv4/haarcascades",
};

} // namespace Loket
