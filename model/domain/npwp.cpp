// SPDX-License-Identifier: Apache-2.0
#include "model/domain/npwp.h"

#include "model/domain/digits.h"

namespace Loket {

using namespace Qt::StringLiterals;

Result<Npwp, NpwpIssue> Npwp::parse(QStringView typed)
{
    const QString bare = withoutGrouping(typed);
    if (!bare.isEmpty() && !isAsciiDigits(bare))
        return fail(NpwpIssue::Digits);
    if (bare.size() != 15 && bare.size() != 16 && bare.size() != 22)
        return fail(NpwpIssue::Length);
    return Npwp(bare);
}

bool Npwp::hasCheckDigit() const
{
    if (m_text.size() == 15)
        return hasLuhnCheckDigit(m_text.first(9));
    return m_text.front() != u'0' || hasLuhnCheckDigit(m_text.sliced(1, 9));
}

QString Npwp::formatted() const
{
    if (m_text.size() != 15)
        return grouped(m_text);
    return m_text.first(2) + u'.' + m_text.sliced(2, 3) + u'.' + m_text.sliced(5, 3) + u'.'
        + m_text.sliced(8, 1) + u'-' + m_text.sliced(9, 3) + u'.' + m_text.sliced(12, 3);
}

QString problemCode(NpwpIssue issue)
{
    switch (issue) {
    case NpwpIssue::Digits:
        return u"npwp.digits"_s;
    case NpwpIssue::Length:
        return u"npwp.length"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
