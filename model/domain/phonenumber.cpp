// SPDX-License-Identifier: Apache-2.0
#include "model/domain/phonenumber.h"

#include "model/domain/digits.h"

namespace Loket {

using namespace Qt::StringLiterals;

Result<PhoneNumber, PhoneNumberIssue> PhoneNumber::parse(QStringView typed)
{
    QString digits;
    bool hasPlus = false;
    for (const QChar c : withoutGrouping(typed)) {
        if (c == u'+' && digits.isEmpty() && !hasPlus) {
            hasPlus = true;
        } else if (c >= u'0' && c <= u'9') {
            digits += c;
        } else if (c != u'(' && c != u')' && c != u'/') {
            return fail(PhoneNumberIssue::Characters);
        }
    }
    if (digits.isEmpty())
        return fail(PhoneNumberIssue::Empty);
    if (!hasPlus && digits.startsWith(u"00")) {
        hasPlus = true;
        digits.remove(0, 2);
    }
    if (digits.startsWith(u"62"))
        digits.remove(0, digits.startsWith(u"620") ? 3 : 2);
    else if (hasPlus)
        return fail(PhoneNumberIssue::Foreign);
    else if (digits.startsWith(u'0'))
        digits.remove(0, 1);
    else if (!digits.startsWith(u'8'))
        return fail(PhoneNumberIssue::AreaCode);
    if (digits.isEmpty())
        return fail(PhoneNumberIssue::Length);
    if (digits.front() < u'2') // no area code begins with 0 or 1
        return fail(PhoneNumberIssue::AreaCode);
    const qsizetype rest = digits.size() - 1;
    const bool hasLength = digits.front() == u'8' ? rest >= 8 && rest <= 11 : rest >= 6 && rest <= 10;
    if (!hasLength)
        return fail(PhoneNumberIssue::Length);
    return PhoneNumber(u"+62"_s + digits);
}

QString PhoneNumber::national() const
{
    const QString all = u'0' + m_text.sliced(3);
    if (!isMobile())
        return all;
    return all.first(4) + u'-' + all.sliced(4, 4) + u'-' + all.sliced(8);
}

QString problemCode(PhoneNumberIssue issue)
{
    switch (issue) {
    case PhoneNumberIssue::Empty:
        return u"phone.empty"_s;
    case PhoneNumberIssue::Characters:
        return u"phone.characters"_s;
    case PhoneNumberIssue::Foreign:
        return u"phone.foreign"_s;
    case PhoneNumberIssue::AreaCode:
        return u"phone.area-code"_s;
    case PhoneNumberIssue::Length:
        return u"phone.length"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
