// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/capturetools.h"

#include <QString>

#include <functional>

class QWidget;

namespace Loket {

class Dialogs;
class Office;

/// Lets the officer take or choose the photo of `who` and keeps it in the blob store; `done` gets its name,
/// or is never called when the officer gave up. Nothing blocks; the dialog is gone with `parent`.
void takePhoto(QWidget *parent, Office &office, Dialogs &dialogs, const CaptureTools &tools,
               const QString &who, std::function<void(const TakenPhoto &)> done);

} // namespace Loket
