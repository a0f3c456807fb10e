// SPDX-License-Identifier: Apache-2.0
#include "model/domain/postcode.h"

#include "model/domain/digits.h"

namespace Loket {

using namespace Qt::StringLiterals;

Result<Postcode, PostcodeIssue> Postcode::parse(QStringView typed)
{
    if (characterCount(typed) != 5)
        return fail(PostcodeIssue::Length);
    if (!isAsciiDigits(typed))
        return fail(PostcodeIssue::Digits);
    if (typed.front() == u'0')
        return fail(PostcodeIssue::LeadingZero);
    return Postcode(typed.toString());
}

QString problemCode(PostcodeIssue issue)
{
    switch (issue) {
    case PostcodeIssue::Length:
        return u"postcode.length"_s;
    case PostcodeIssue::Digits:
        return u"postcode.digits"_s;
    case PostcodeIssue::LeadingZero:
        return u"postcode.leading-zero"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
