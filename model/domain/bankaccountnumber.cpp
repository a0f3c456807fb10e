// SPDX-License-Identifier: Apache-2.0
#include "model/domain/bankaccountnumber.h"

#include "model/domain/digits.h"

namespace Loket {

using namespace Qt::StringLiterals;

Result<BankAccountNumber, BankAccountNumberIssue> BankAccountNumber::parse(QStringView typed)
{
    const QString bare = withoutGrouping(typed);
    if (bare.isEmpty())
        return fail(BankAccountNumberIssue::Empty);
    if (!isAsciiDigits(bare))
        return fail(BankAccountNumberIssue::Digits);
    if (bare.size() < 8 || bare.size() > 20)
        return fail(BankAccountNumberIssue::Length);
    return BankAccountNumber(bare);
}

QString problemCode(BankAccountNumberIssue issue)
{
    switch (issue) {
    case BankAccountNumberIssue::Empty:
        return u"account.empty"_s;
    case BankAccountNumberIssue::Digits:
        return u"account.digits"_s;
    case BankAccountNumberIssue::Length:
        return u"account.length"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
