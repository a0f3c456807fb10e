// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/suggestedit.h"
#include "model/dues/calctexts.h"

#include <QDate>
#include <QHash>
#include <QJsonValue>
#include <QString>

namespace Loket {

// Between what an officer types into a field of a calculator and the value that the calculator reads.

/// The value of a typed text; undefined: nothing is typed, or half of a name from a list. A text that isn't
/// understood comes back as it is: the calculator says what is wrong with it. `isLeft`: the field was left,
/// so half of a name is no longer waited for.
QJsonValue calcTyped(const CalcField &field, const QString &typed, QDate today, bool isLeft);

/// How the editor shows a value.
QString calcShown(const CalcField &field, const QJsonValue &value);

/// What the editor offers while typing; an empty function for open kinds. The value of a suggestion is read
/// with calcTaken().
SuggestEdit::Source calcSource(const CalcField &field);
QJsonValue calcTaken(const CalcField &field, const QString &value);

/// Whether the words of this kind come from a list.
bool isCalcClosed(const CalcField &field);

/// The value that a field begins with; undefined: none. `known`: what the family at hand tells
/// (calcKnownOf()).
QJsonValue calcStandard(const CalcField &field, QDate today, const QHash<QString, QJsonValue> &known);

} // namespace Loket
