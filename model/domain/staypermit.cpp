// SPDX-License-Identifier: Apache-2.0
#include "model/domain/staypermit.h"

#include "model/domain/digits.h"

namespace Loket {

using namespace Qt::StringLiterals;

Result<StayPermit, StayPermitIssue> StayPermit::parse(QStringView typed)
{
    const QStringView bare = typed.trimmed();
    if (bare.isEmpty())
        return fail(StayPermitIssue::Empty);
    if (characterCount(bare) > 16)
        return fail(StayPermitIssue::Length);
    for (const QChar c : bare) {
        if ((c < u'0' || c > u'9') && (c < u'A' || c > u'Z') && (c < u'a' || c > u'z'))
            return fail(StayPermitIssue::Characters);
    }
    return StayPermit(bare.toString().toUpper());
}

QString problemCode(StayPermitIssue issue)
{
    switch (issue) {
    case StayPermitIssue::Empty:
        return u"permit.empty"_s;
    case StayPermitIssue::Length:
        return u"permit.length"_s;
    case StayPermitIssue::Characters:
        return u"permit.characters"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
