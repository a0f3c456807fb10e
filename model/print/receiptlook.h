// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/receiptpaper.h"
#include "model/print/textstyle.h"

namespace Loket {

/// Sizes and colours for one paper. `density` below 1 sets everything tighter.
struct ReceiptLook {
    ReceiptPaper paper = ReceiptPaper::A5;
    double density = 1;
    bool twoLineRows = false; ///< relation and birth under a member's name, which has more room then

    bool isRoll() const { return paper == ReceiptPaper::Roll; }
    QColor ink() const;
    QColor muted() const;
    QColor accent() const;
    QColor hairline() const;
    TextStyle body() const;
    TextStyle strong() const; ///< the body in bold
    TextStyle label() const;  ///< above or before a value
    TextStyle heading() const;
    double gap(double millimetres) const { return millimetres * density; }
};

} // namespace Loket
