// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Loket {

/// Why a picture can't be used. The sentence is made by forms.
struct PictureIssue {
    enum class Kind {
        NotAnImage,  ///< text, PDF, an empty file, …
        Unsupported, ///< a picture, but not JPEG or PNG (or a rare kind of them)
        TooLarge, ///< more pixels than kPicturePixels; `megapixels` says how many. Or far too many bytes (0)
        TooSmall, ///< the crop would be blurred on the card
        Broken,   ///< ends early or can't be decoded
        NoPage,   ///< the corners make no page
        TooDetailed ///< does not fit the byte budget even at the lowest quality
    };
    Kind kind = Kind::NotAnImage;
    double megapixels = 0;
    friend bool operator==(const PictureIssue &, const PictureIssue &) = default;
};

} // namespace Loket
