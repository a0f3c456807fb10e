// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace Loket {

/// Enter on a form: focus goes to the next thing after `from`, in reading order, that still waits for the
/// officer: an empty field, the member grid, a box that isn't ticked. What is filled is passed. False: there
/// is none.
bool focusNextOpen(QWidget *from);

/// Makes Tab go through everything below `page` in the order of its layouts. Widgets made later come last
/// until this is called again.
void putInReadingOrder(QWidget *page);

} // namespace Loket
