// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringView>

namespace Loket {

enum class PostcodeIssue {
    Length,     ///< not 5 characters
    Digits,     ///< something else than 0-9
    LeadingZero ///< no Indonesian postcode begins with 0
};

/// Indonesian postcode: five digits, the first not 0. An instance is always valid.
class Postcode
{
public:
    static Result<Postcode, PostcodeIssue> parse(QStringView typed);

    const QString &text() const { return m_text; }
    friend bool operator==(const Postcode &, const Postcode &) = default;

private:
    explicit Postcode(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

QString problemCode(PostcodeIssue issue); ///< "postcode.length", …

} // namespace Loket
