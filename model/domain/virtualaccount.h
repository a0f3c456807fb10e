// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/domain/cardnumber.h"

#include <QString>
#include <QStringView>

namespace Loket {

enum class VirtualAccountIssue {
    Length, ///< not 8 to 20 characters
    Digits  ///< something else than 0-9
};

/// Number that a family (16 digits) or a business pays to at a bank. An instance is always valid.
class VirtualAccount
{
public:
    static Result<VirtualAccount, VirtualAccountIssue> parse(QStringView typed);

    /// Number of a family: the bank's prefix (rulebook, table of banks) and the last 11 digits of the head's
    /// card.
    static Result<VirtualAccount, VirtualAccountIssue> ofCard(QStringView bankPrefix, const CardNumber &card);

    const QString &text() const { return m_text; }
    friend bool operator==(const VirtualAccount &, const VirtualAccount &) = default;

private:
    explicit VirtualAccount(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

QString problemCode(VirtualAccountIssue issue); ///< "va.length", …

} // namespace Loket
