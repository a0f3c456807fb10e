// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QImage>
#include <QList>
#include <QString>

namespace Loket {

/// One thing to type, and where: the object name of a field, or "member.<row>.<field>" for a cell of the
/// grid.
using TypedData = QHash<QString, QString>;

/// A made-up family of four: a foreign husband and a baby that has no NIK yet. `today` sets the baby's age
/// (18 days).
TypedData sampleFamily(QDate today);
inline constexpr int kSampleMembers = 4;

/// A drawn portrait (JPEG, 900 x 1200) for the member at `index`; nobody's face.
QByteArray drawnPortrait(int index);

/// A drawn letter on a dark desk, a little turned, as a camera above it sees it; nobody's.
QImage drawnPage(QSize size);

} // namespace Loket
