// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace Loket {

/// What belongs together on a sheet: lines of a name and its value, then whole sentences.
struct SheetSection {
    struct Line {
        QString label;
        QString value; ///< wraps
        bool isStrong = false;
        friend bool operator==(const Line &, const Line &) = default;
    };
    QString title;
    QList<Line> lines;
    QStringList texts;
    friend bool operator==(const SheetSection &, const SheetSection &) = default;
};

/// A plain sheet that is handed to a person or put with a file: what is there and what is missing, where to
/// go, how a sum was made. All of it in words.
struct SheetFacts {
    QString language = QStringLiteral("id"); ///< id | en
    QString title;
    QString subtitle;
    QString reference; ///< title of the print job: nothing personal
    QList<SheetSection> sections;
    QString office;
    QString officer; ///< name; empty: nobody signs
    QDateTime printedAt;
    bool trial = false;
    friend bool operator==(const SheetFacts &, const SheetFacts &) = default;
};

} // namespace Loket
