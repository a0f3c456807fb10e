// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace Loket {

class CameraPort;
class Dialogs;
class Office;

/// Lets the officer choose the photo of `who` and keeps it in the blob store; `done` gets its "sha256:…"
/// name, or is never called when the officer gave up. `camera` may be null. Nothing blocks; the dialog is
/// gone with `parent`.
void takePhoto(QWidget *parent, Office &office, Dialogs &dialogs, CameraPort *camera, const QString &who,
               std::function<void(const QString &name)> done);

} // namespace Loket
