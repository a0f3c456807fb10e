// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/casedraft.h"

#include <QDate>
#include <QString>

namespace Loket {

/// Rows copied from a spreadsheet or a family card, sorted into the fields of a member.
struct PastedRows {
    QStringList fields;        ///< field of each column ("nik"), empty for a column that is left out
    QList<MemberTexts> rows;   ///< normalised where understood, else as they were
    bool isRecognised = false; ///< by header words or by content; false: nothing told which column is what
};

/// Reads tab separated text. A first line with header words ("NIK", "Nama Lengkap", "Tgl Lahir") names the
/// columns; without one they are told by what is in them.
PastedRows readPastedRows(const QString &text, QDate today);

/// A cell's text as it is kept for this field: dates ISO, coded fields their code word, names in capitals.
QString memberTextFrom(const QString &field, const QString &typed, QDate today);

/// The cells of tab separated text, quoted cells opened.
QList<QStringList> pastedCells(const QString &text);

} // namespace Loket
