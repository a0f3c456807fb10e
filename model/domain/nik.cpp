// SPDX-License-Identifier: Apache-2.0
#include "model/domain/nik.h"

#include "model/domain/digits.h"
#include "model/domain/regions.h"

#include <array>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFemaleDayOffset = 40;
constexpr std::array<int, 2> kNikCenturies = {2000, 1900}; // youngest first

int nikNumber(QStringView text, qsizetype at, qsizetype count)
{
    return text.sliced(at, count).toInt();
}

/// Null when there is no such day in that century.
QDate nikDay(QStringView digits, int century)
{
    const int day = nikNumber(digits, 6, 2);
    return QDate(century + nikNumber(digits, 10, 2), nikNumber(digits, 8, 2),
                 day > kFemaleDayOffset ? day - kFemaleDayOffset : day);
}

} // namespace

Result<Nik, NikIssue> Nik::parse(QStringView typed)
{
    if (characterCount(typed) != 16)
        return fail(NikIssue::Length);
    if (!isAsciiDigits(typed))
        return fail(NikIssue::Digits);
    if (!nikDay(typed, kNikCenturies[0]).isValid() && !nikDay(typed, kNikCenturies[1]).isValid())
        return fail(NikIssue::Date);
    if (nikNumber(typed, 12, 4) == 0)
        return fail(NikIssue::Serial);
    return Nik(typed.toString());
}

QString Nik::regionCode() const
{
    return m_text.left(2) + u'.' + m_text.mid(2, 2) + u'.' + m_text.mid(4, 2);
}

bool Nik::isFemale() const
{
    return nikNumber(m_text, 6, 2) > kFemaleDayOffset;
}

QDate Nik::birthDate(std::optional<QDate> entered, QDate today) const
{
    QDate youngest;
    QDate oldest;
    for (const int century : kNikCenturies) {
        const QDate day = nikDay(m_text, century);
        if (!day.isValid())
            continue;
        if (entered && *entered == day)
            return day;
        if (youngest.isNull() && day <= today)
            youngest = day;
        oldest = day;
    }
    return youngest.isNull() ? oldest : youngest;
}

QList<NikWarning> nikWarnings(const Nik &nik, std::optional<QDate> entered, std::optional<Sex> sex,
                              const RegionIndex *regions, QDate today)
{
    QList<NikWarning> warnings;
    if (regions && !regions->isKnownDistrict(nik.regionDigits()))
        warnings += NikWarning::RegionUnknown;
    if (entered && entered->isValid() && nik.birthDate(entered, today) != *entered)
        warnings += NikWarning::BirthDiffers;
    if (sex && nik.sex() != *sex)
        warnings += NikWarning::SexDiffers;
    return warnings;
}

QString problemCode(NikIssue issue)
{
    switch (issue) {
    case NikIssue::Length:
        return u"nik.length"_s;
    case NikIssue::Digits:
        return u"nik.digits"_s;
    case NikIssue::Date:
        return u"nik.date"_s;
    case NikIssue::Serial:
        return u"nik.serial"_s;
    }
    Q_UNREACHABLE();
}

QString problemCode(NikWarning warning)
{
    switch (warning) {
    case NikWarning::RegionUnknown:
        return u"nik.region-unknown"_s;
    case NikWarning::BirthDiffers:
        return u"nik.birth-differs"_s;
    case NikWarning::SexDiffers:
        return u"nik.sex-differs"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
