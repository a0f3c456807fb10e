// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringView>

namespace Loket {

enum class BankAccountNumberIssue {
    Empty,  ///< nothing typed
    Digits, ///< something else than digits and grouping
    Length  ///< not 8 to 20 digits
};

/// Number of a bank account: 8 to 20 digits; what people put between groups is dropped. How many digits a
/// certain bank has is the rulebook's business. An instance is always valid.
class BankAccountNumber
{
public:
    static Result<BankAccountNumber, BankAccountNumberIssue> parse(QStringView typed);

    const QString &text() const { return m_text; }
    friend bool operator==(const BankAccountNumber &, const BankAccountNumber &) = default;

private:
    explicit BankAccountNumber(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

QString problemCode(BankAccountNumberIssue issue); ///< "account.empty", …

} // namespace Loket
