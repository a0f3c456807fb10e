// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace Loket {

/// Enter on a form: focus goes to the next thing after `from`, in reading order, that still waits for the
/// officer: an empty field, the member grid, a box that isn't ticked. What is filled is passed. False: there
/// is none.
bool focusNextOpen(QWidget *from);

} // namespace Loket
