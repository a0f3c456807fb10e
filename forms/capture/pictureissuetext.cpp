// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/pictureissuetext.h"

#include "model/imaging/photoformat.h"

#include <QCoreApplication>
#include <QLocale>

namespace Loket {

namespace {

struct PictureWords {
    Q_DECLARE_TR_FUNCTIONS(PictureWords)
};

} // namespace

QString pictureIssueText(const PictureIssue &issue)
{
    switch (issue.kind) {
    case PictureIssue::Kind::NotAnImage:
        return PictureWords::tr("This is not a picture. Choose a JPEG or PNG file.");
    case PictureIssue::Kind::Unsupported:
        return PictureWords::tr(
            "Pictures of this kind can't be read. Save it as JPEG or PNG, then choose it again.");
    case PictureIssue::Kind::TooLarge:
        if (issue.megapixels > 0) {
            return PictureWords::tr(
                       "The picture is too large (%1 megapixels; at most %2). Make it smaller, then choose "
                       "it again.")
                .arg(QLocale().toString(issue.megapixels, 'f', 0),
                     QString::number(kPicturePixels / 1'000'000));
        }
        return PictureWords::tr("The file is too large to be a photo. Choose another one.");
    case PictureIssue::Kind::TooSmall:
        return PictureWords::tr(
                   "The picture is too small and would be blurred on the card (at least %1 x %2 pixels). "
                   "Choose a larger one.")
            .arg(kSmallestCrop.width())
            .arg(kSmallestCrop.height());
    case PictureIssue::Kind::Broken:
        return PictureWords::tr(
            "The picture is damaged or was not copied completely. Copy it again or choose another "
            "one.");
    case PictureIssue::Kind::NoPage: // of scans only
    case PictureIssue::Kind::TooDetailed:
        break;
    }
    return PictureWords::tr("The photo can't be made small enough to be sent. Choose another picture.");
}

} // namespace Loket
