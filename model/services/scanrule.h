// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

namespace Loket {

class Rulebook;
class RuleTrace;

/// How a document is kept when it is scanned: a row of the table `scans`.
struct ScanRule {
    enum class Shape { Card, A4, Free };
    Shape shape = Shape::Free;
    bool isGrey = true;
    int longSide = 0; ///< pixels, at most
    qint64 bytes = 0; ///< of the JPEG, at most
    QString source;
    friend bool operator==(const ScanRule &, const ScanRule &) = default;
};

/// The rule for the document `code` on `date`; every document has one. Pure, any thread.
ScanRule scanRule(const Rulebook &rulebook, const QString &code, QDate date, RuleTrace *trace = nullptr);

} // namespace Loket
