// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringView>

namespace Loket {

enum class RtRwIssue {
    Empty,  ///< nothing typed
    Digits, ///< something else than 0-9
    Length  ///< more than 3 digits
};

/// Number of a neighbourhood unit (RT or RW), kept with three digits: "1" -> "001". "000" says that there is
/// none. An instance is always valid.
class RtRw
{
public:
    static Result<RtRw, RtRwIssue> parse(QStringView typed);

    const QString &text() const { return m_text; }
    friend bool operator==(const RtRw &, const RtRw &) = default;

private:
    explicit RtRw(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

QString problemCode(RtRwIssue issue); ///< "rtrw.empty", …

} // namespace Loket
