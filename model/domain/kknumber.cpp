// SPDX-License-Identifier: Apache-2.0
#include "model/domain/kknumber.h"

#include "model/domain/digits.h"

namespace Loket {

using namespace Qt::StringLiterals;

Result<KkNumber, KkNumberIssue> KkNumber::parse(QStringView typed)
{
    if (characterCount(typed) != 16)
        return fail(KkNumberIssue::Length);
    if (!isAsciiDigits(typed))
        return fail(KkNumberIssue::Digits);
    return KkNumber(typed.toString());
}

QString KkNumber::regionCode() const
{
    return m_text.left(2) + u'.' + m_text.mid(2, 2) + u'.' + m_text.mid(4, 2);
}

QString problemCode(KkNumberIssue issue)
{
    switch (issue) {
    case KkNumberIssue::Length:
        return u"kk.length"_s;
    case KkNumberIssue::Digits:
        return u"kk.digits"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
