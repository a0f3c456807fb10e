// SPDX-License-Identifier: Apache-2.0
#pragma once

class QDialog;

namespace Loket {

/// Gives the window behind a dialog the keyboard again when the dialog is finished. A desktop does that by
/// itself; a counter may run without a window manager.
void comeBackAfter(QDialog *dialog);

} // namespace Loket
