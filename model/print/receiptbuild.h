// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/paperworld.h"
#include "model/print/receiptfacts.h"

#include <optional>

namespace Loket {

/// What differs from one printing of a receipt to the next.
struct ReceiptStamp {
    QString officer;           ///< name of the officer who served
    int copy = 0;              ///< how often this receipt was printed before
    QString qrText;            ///< see receiptseal.h
    QByteArray signature = {}; ///< bytes of consent.signature; empty: none, or not at hand
};

/// What the receipt of a saved case says. `known`: the family of a service on one that is there already, for
/// its names; none: not at hand.
ReceiptFacts receiptFacts(const CaseRecord &record, const ReceiptStamp &stamp, const PaperWorld &world,
                          const std::optional<FamilyView> &known = std::nullopt);

/// How far the numbers of a case are: Confirmed when the centre confirmed every one of them.
NumberState numberState(const QList<AssignedNumber> &numbers);

} // namespace Loket
