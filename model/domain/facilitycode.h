// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringView>

namespace Loket {

enum class FacilityCodeIssue {
    Length, ///< neither 8 nor, with a branch letter, 9 characters
    Form    ///< not four digits, a digit or capital letter, three digits
};

/// Code of a health facility: four digits of the insurer's own area code, then four digits or a capital
/// letter and three digits, then perhaps a small letter ("0138U020", "03010701"). An instance is always
/// valid; whether the facility exists is for FacilityIndex.
class FacilityCode
{
public:
    static Result<FacilityCode, FacilityCodeIssue> parse(QStringView typed);

    const QString &text() const { return m_text; }
    friend bool operator==(const FacilityCode &, const FacilityCode &) = default;

private:
    explicit FacilityCode(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

QString problemCode(FacilityCodeIssue issue); ///< "facility.length", …

} // namespace Loket
