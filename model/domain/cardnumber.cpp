// SPDX-License-Identifier: Apache-2.0
#include "model/domain/cardnumber.h"

#include "model/domain/digits.h"

namespace Loket {

using namespace Qt::StringLiterals;

Result<CardNumber, CardNumberIssue> CardNumber::parse(QStringView typed)
{
    if (characterCount(typed) != 13)
        return fail(CardNumberIssue::Length);
    if (!isAsciiDigits(typed))
        return fail(CardNumberIssue::Digits);
    return CardNumber(typed.toString());
}

QString problemCode(CardNumberIssue issue)
{
    switch (issue) {
    case CardNumberIssue::Length:
        return u"card.length"_s;
    case CardNumberIssue::Digits:
        return u"card.digits"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
