// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Loket {

/// One code that the program can emit, with its short texts.
struct CodeText {
    QString kind; ///< channel | document | problem | service | segment | state | decision | relation | kin |
                  ///< marital | …
    QString code;
    QString id; ///< Indonesian
    QString en;
};

/// All codes, in file order (resources/codes/codes.csv).
const QList<CodeText> &allCodes();

/// The codes of one kind, in file order; none: no such kind.
QStringList codesOf(const QString &kind);
bool isCode(const QString &kind, const QString &code);

/// The text of a code in "id" or "en"; an unknown code answers itself.
QString codeText(const QString &kind, const QString &code, const QString &language);

} // namespace Loket
