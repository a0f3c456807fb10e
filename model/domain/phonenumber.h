// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringView>

namespace Loket {

enum class PhoneNumberIssue {
    Empty,      ///< nothing typed
    Characters, ///< something else than digits, + in front, and grouping
    Foreign,    ///< a country code other than 62
    AreaCode,   ///< neither 0, +62 nor a mobile 8 in front
    Length      ///< too short or too long
};

/// An Indonesian telephone number in the form +62 and digits. Typed as 0812…, 812…, 62812…, +62 (0)812… or a
/// landline with its area code. Mobile: +628 and 8 to 11 digits; landline: +62, a digit 2-7 or 9, and 6 to 10
/// digits. An instance is always valid.
class PhoneNumber
{
public:
    static Result<PhoneNumber, PhoneNumberIssue> parse(QStringView typed);

    bool isMobile() const { return m_text[3] == u'8'; }
    /// The form that people dial and read: "0812-3456-7890".
    QString national() const;

    const QString &text() const { return m_text; }
    friend bool operator==(const PhoneNumber &, const PhoneNumber &) = default;

private:
    explicit PhoneNumber(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

QString problemCode(PhoneNumberIssue issue); ///< "phone.empty", …

} // namespace Loket
