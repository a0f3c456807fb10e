// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/block.h"
#include "model/print/receiptfacts.h"
#include "model/print/receiptlook.h"

namespace Loket {

/// A piece of the receipt from top to bottom.
struct ReceiptPart {
    BlockPtr block;
    double gap = 0;            ///< room above it, not at the top of a page
    bool keepWithNext = false; ///< a heading never stands alone at the foot of a page
    bool isTableHead = false;  ///< said again where the table goes on
    bool isTableRow = false;
};

/// The receipt's content, with receiptDues() in its middle; what stands at its end (officer, place, code) is
/// receiptEnd().
std::vector<ReceiptPart> receiptParts(const ReceiptFacts &facts, const ReceiptLook &look);
/// What a service on a known family does: whom it is about, the values, from when, what to know.
std::vector<ReceiptPart> receiptWhat(const ReceiptFacts &facts, const ReceiptLook &look);
BlockPtr receiptDues(const ReceiptFacts &facts, const ReceiptLook &look);
BlockPtr receiptEnd(const ReceiptFacts &facts, const ReceiptLook &look);

} // namespace Loket
