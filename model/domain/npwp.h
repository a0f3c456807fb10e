// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringView>

namespace Loket {

enum class NpwpIssue {
    Digits, ///< something else than digits, dots, hyphens and spaces
    Length  ///< not 15, 16 or 22 digits
};

/// Taxpayer number, kept as bare digits: 15 (the old form 99.999.999.9-999.999), 16 (NIK of a resident, or
/// "0" and the old form) or 22 (NITKU of a branch: 16 and 6). An instance is always valid.
class Npwp
{
public:
    static Result<Npwp, NpwpIssue> parse(QStringView typed);

    /// False when the Luhn check digit of the old form is wrong: worth a warning, not an error. Always true
    /// for a 16-digit number that does not begin with 0 (a NIK has no check digit).
    bool hasCheckDigit() const;
    /// The form that is read aloud: "02.183.241.5-000.000", else groups of four.
    QString formatted() const;

    const QString &text() const { return m_text; }
    friend bool operator==(const Npwp &, const Npwp &) = default;

private:
    explicit Npwp(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

QString problemCode(NpwpIssue issue); ///< "npwp.digits", …

} // namespace Loket
