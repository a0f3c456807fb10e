// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/block.h"
#include "model/print/receipt.h"

namespace Loket {

/// A piece of the receipt from top to bottom.
struct ReceiptPart {
    BlockPtr block;
    double gap = 0;            ///< room above it, not at the top of a page
    bool keepWithNext = false; ///< a heading never stands alone at the foot of a page
    bool isTableHead = false;  ///< said again where the table goes on
    bool isTableRow = false;
};

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
    TextStyle label() const; ///< above or before a value
    TextStyle heading() const;
    double gap(double millimetres) const { return millimetres * density; }
};

/// The receipt's content; what stands at its end (officer, place, code) is receiptEnd().
std::vector<ReceiptPart> receiptParts(const ReceiptFacts &facts, const ReceiptLook &look);
BlockPtr receiptEnd(const ReceiptFacts &facts, const ReceiptLook &look);

} // namespace Loket
