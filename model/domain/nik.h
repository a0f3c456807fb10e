// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/domain/sex.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace Loket {

class RegionIndex;

/// Why a text is no NIK, in the order in which it is looked at; the first one counts.
enum class NikIssue {
    Length, ///< not 16 characters
    Digits, ///< something else than 0-9
    Date,   ///< no such day in either century
    Serial  ///< 0000
};

/// What is doubtful about a NIK that is one. It never changes when birth data are corrected or the holder
/// moves, so none of these is an error.
enum class NikWarning { RegionUnknown, BirthDiffers, SexDiffers };

/// Nomor Induk Kependudukan: 16 digits PPRRDD ddmmyy SSSS, dd + 40 for women. An instance is always valid.
class Nik
{
public:
    static Result<Nik, NikIssue> parse(QStringView typed);

    const QString &text() const { return m_text; }
    /// "317401": province, regency and district of first issue.
    QString regionDigits() const { return m_text.left(6); }
    /// "31.74.01".
    QString regionCode() const;
    bool isFemale() const;
    Sex sex() const { return isFemale() ? Sex::Female : Sex::Male; }
    /// The day of birth that the digits tell. They leave the century open: it is the one that makes the day
    /// equal `entered`, else the youngest day that is not after `today` (else the oldest there is).
    QDate birthDate(std::optional<QDate> entered, QDate today) const;
    friend bool operator==(const Nik &, const Nik &) = default;

private:
    explicit Nik(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

/// Warnings in the order region, birth, sex. What is not known (no `entered`, no `sex`, `regions` null) is
/// not compared.
QList<NikWarning> nikWarnings(const Nik &nik, std::optional<QDate> entered, std::optional<Sex> sex,
                              const RegionIndex *regions, QDate today);

QString problemCode(NikIssue issue);     ///< "nik.length", …
QString problemCode(NikWarning warning); ///< "nik.region-unknown", …

} // namespace Loket
