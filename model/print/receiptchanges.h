// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/paperworld.h"
#include "model/print/receiptfacts.h"

#include <optional>

namespace Loket {

class Rulebook;
struct Field;

/// A value of a field in words: the name of a code, a place or a person, Rp for money, "Maret 2022" for a
/// month. `known` gives names to members and may be none.
QString printedValue(const Field &field, const QString &value, const PaperWorld &world,
                     const std::optional<FamilyView> &known);

/// What a service asked beside the people and what stood there before, in the order of the service.
QList<ReceiptChange> receiptChanges(const CaseRecord &record, const Rulebook &rules, const PaperWorld &world,
                                    const std::optional<FamilyView> &known);

} // namespace Loket
