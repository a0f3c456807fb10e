// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringView>

namespace Loket {

enum class StayPermitIssue {
    Empty,     ///< nothing typed
    Length,    ///< more than 16 characters
    Characters ///< something else than A-Z and 0-9
};

/// Number of a foreigner's stay permit (KITAS or KITAP): at most 16 letters and digits, kept in upper case.
/// An instance is always valid.
class StayPermit
{
public:
    static Result<StayPermit, StayPermitIssue> parse(QStringView typed);

    const QString &text() const { return m_text; }
    friend bool operator==(const StayPermit &, const StayPermit &) = default;

private:
    explicit StayPermit(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

QString problemCode(StayPermitIssue issue); ///< "permit.empty", …

} // namespace Loket
