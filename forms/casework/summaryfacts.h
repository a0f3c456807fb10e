// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/views.h"

#include <QList>
#include <QString>

namespace Loket {

class CaseDraft;

/// A line of the summary of a saved case.
struct SummaryFact {
    QString label;
    QString value; ///< "before → after" where something was replaced
};

/// What a service other than a registration did: whom it is about, each value, from when on. In the language
/// that is on now.
QList<SummaryFact> summaryFacts(const CaseDraft &draft, const CaseRecord &record);

/// What the person must know, by the service; empty: nothing.
QString summaryAdvice(const CaseDraft &draft);

} // namespace Loket
