// SPDX-License-Identifier: Apache-2.0
#include "model/domain/facilitycode.h"

#include "model/domain/digits.h"

namespace Loket {

using namespace Qt::StringLiterals;

Result<FacilityCode, FacilityCodeIssue> FacilityCode::parse(QStringView typed)
{
    const int length = characterCount(typed);
    if (length != 8 && length != 9)
        return fail(FacilityCodeIssue::Length);
    const bool hasLetter = typed[4] >= u'A' && typed[4] <= u'Z';
    const bool hasForm = isAsciiDigits(typed.first(4)) && (hasLetter || isAsciiDigits(typed.sliced(4, 1)))
        && typed.size() == length && isAsciiDigits(typed.sliced(5, 3))
        && (length == 8 || (typed[8] >= u'a' && typed[8] <= u'z'));
    if (!hasForm)
        return fail(FacilityCodeIssue::Form);
    return FacilityCode(typed.toString());
}

QString problemCode(FacilityCodeIssue issue)
{
    switch (issue) {
    case FacilityCodeIssue::Length:
        return u"facility.length"_s;
    case FacilityCodeIssue::Form:
        return u"facility.form"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
