// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/capturetools.h"
#include "model/services/scanrule.h"

#include <QString>

#include <functional>
#include <memory>

class QWidget;

namespace Loket {

class Dialogs;
class Office;
class ScanReader;

/// `reader` may serve many dialogs. Lets the officer scan the document `what` by `rule` and keeps it in the
/// blob store; `done` gets its "sha256:…" name, or is never called when the officer gave up. Nothing blocks;
/// the dialog is gone with `parent`.
void takeScan(QWidget *parent, Office &office, Dialogs &dialogs, const CaptureTools &tools,
              std::shared_ptr<const ScanReader> reader, const QString &what, const ScanRule &rule,
              std::function<void(const QString &name)> done);

/// Shows a scan that is kept.
void showScan(QWidget *parent, Office &office, Dialogs &dialogs, const QString &what, const QString &name);

} // namespace Loket
