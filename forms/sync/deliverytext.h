// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/outboxview.h"

#include <QList>
#include <QString>

namespace Loket {

// Words for where a case is on its way to the centre, and what happens next. In the language that is on now.

/// One short line for a list: "dicoba lagi 10.12", "data aman di pusat, lampiran 3 dari 5".
QString deliveryLine(const OutboxLine &, const QDateTime &now);

/// What a person may want to know of one case, as label and words; what says nothing is not in it.
struct DeliveryFact {
    QString label;
    QString words;
};
QList<DeliveryFact> deliveryFacts(const OutboxLine &, const QDateTime &now);

/// Why the last try did not succeed, and what happens next.
QString deliveryErrorText(const OutboxLine &);

/// Whether "Kirim lagi" does something for it.
bool canRetry(CaseState);

} // namespace Loket
