// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/capturetexts.h"

#include <QCoreApplication>

namespace Loket {

namespace {

struct CaptureWords {
    Q_DECLARE_TR_FUNCTIONS(CaptureWords)
};

} // namespace

QString verdictText(PortraitVerdict verdict)
{
    switch (verdict) {
    case PortraitVerdict::NoFace:
        return CaptureWords::tr("No face is seen. Look straight into the camera, with the face uncovered.");
    case PortraitVerdict::SeveralFaces:
        return CaptureWords::tr("Several faces are seen. Only the applicant may be in the picture.");
    case PortraitVerdict::TooSmall:
        return CaptureWords::tr("The face is too small. Come closer to the camera.");
    case PortraitVerdict::TooDark:
        return CaptureWords::tr("The face is too dark. Turn it to the window or to the lamp.");
    case PortraitVerdict::BurntOut:
        return CaptureWords::tr("The face is too bright. Turn it away from the lamp, or close the curtain.");
    case PortraitVerdict::Blurred:
        return CaptureWords::tr("The picture is blurred. Hold still, and wipe the lens of the camera.");
    case PortraitVerdict::Tilted:
        return CaptureWords::tr("The head is tilted. Hold it upright.");
    case PortraitVerdict::BackgroundBusy:
        return CaptureWords::tr("Things are seen behind the head. Sit in front of a plain wall.");
    }
    return {};
}

QString cameraTroubleText(CameraTrouble trouble)
{
    switch (trouble) {
    case CameraTrouble::Pulled:
        return CaptureWords::tr("The camera was pulled out. Plug it in again; it goes on by itself.");
    case CameraTrouble::Busy:
        return CaptureWords::tr("Another program uses the camera. Close it; the camera goes on by itself.");
    case CameraTrouble::Denied:
        return CaptureWords::tr("This user may not use the camera. Ask the administrator to add the user to "
                                "the group \"video\".");
    case CameraTrouble::Silent:
        return CaptureWords::tr("The camera sends no picture. Wait a moment, or pull it out and plug it in "
                                "again.");
    case CameraTrouble::Failed:
        break;
    }
    return CaptureWords::tr("The camera does not work. Pull it out and plug it in again, or choose another "
                            "one.");
}

} // namespace Loket
