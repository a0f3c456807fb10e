// SPDX-License-Identifier: Apache-2.0
#include "model/domain/virtualaccount.h"

#include "model/domain/digits.h"

namespace Loket {

using namespace Qt::StringLiterals;

Result<VirtualAccount, VirtualAccountIssue> VirtualAccount::parse(QStringView typed)
{
    // The form of a business's number is not public: any number of digits in this range is taken as issued.
    const int length = characterCount(typed);
    if (length < 8 || length > 20)
        return fail(VirtualAccountIssue::Length);
    if (!isAsciiDigits(typed))
        return fail(VirtualAccountIssue::Digits);
    return VirtualAccount(typed.toString());
}

Result<VirtualAccount, VirtualAccountIssue> VirtualAccount::ofCard(QStringView bankPrefix,
                                                                   const CardNumber &card)
{
    return parse(bankPrefix.toString() + card.text().last(11));
}

QString problemCode(VirtualAccountIssue issue)
{
    switch (issue) {
    case VirtualAccountIssue::Length:
        return u"va.length"_s;
    case VirtualAccountIssue::Digits:
        return u"va.digits"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
