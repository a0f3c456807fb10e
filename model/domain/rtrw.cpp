// SPDX-License-Identifier: Apache-2.0
#include "model/domain/rtrw.h"

#include "model/domain/digits.h"

namespace Loket {

using namespace Qt::StringLiterals;

Result<RtRw, RtRwIssue> RtRw::parse(QStringView typed)
{
    const QStringView bare = typed.trimmed();
    if (bare.isEmpty())
        return fail(RtRwIssue::Empty);
    if (!isAsciiDigits(bare))
        return fail(RtRwIssue::Digits);
    if (bare.size() > 3)
        return fail(RtRwIssue::Length);
    return RtRw(bare.toString().rightJustified(3, u'0'));
}

QString problemCode(RtRwIssue issue)
{
    switch (issue) {
    case RtRwIssue::Empty:
        return u"rtrw.empty"_s;
    case RtRwIssue::Digits:
        return u"rtrw.digits"_s;
    case RtRwIssue::Length:
        return u"rtrw.length"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
