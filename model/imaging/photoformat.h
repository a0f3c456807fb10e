// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>

namespace Loket {

// The photo of a participant: 3x4 cm in colour (Panduan: one 3x4 photo a member), at 300 dots an inch, as a
// JPEG small enough for the centre. A format of the card and the wire, so it is the same in every rulebook
// edition.

inline constexpr QSize kPhotoPixels{354, 472};       ///< 30 x 40 mm at 300 dpi
inline constexpr qsizetype kPhotoBytes = 50'000;     ///< largest JPEG
inline constexpr int kPhotoDotsPerMetre = 11'811;    ///< 300 dpi
inline constexpr qint64 kPicturePixels = 24'000'000; ///< larger pictures are refused before they are decoded
inline constexpr qint64 kDecodedBytes = 96 * 1024 * 1024;    ///< most that a decoder may hold of one picture
inline constexpr qsizetype kPictureBytes = 64 * 1024 * 1024; ///< larger files are not a photo
inline constexpr QSize kSmallestCrop{177, 236};              ///< 150 dpi on the card; less looks blurred
inline constexpr int kPreviewSide = 2'000;                   ///< longest side of a preview

} // namespace Loket
