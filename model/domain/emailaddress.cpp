// SPDX-License-Identifier: Apache-2.0
#include "model/domain/emailaddress.h"

#include <QList>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

bool isMailLetterOrDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

bool isMailAtom(QChar c)
{
    return isMailLetterOrDigit(c) || QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(c);
}

/// Two labels or more of letters, digits and inner hyphens; the last has two letters or more.
bool isMailDomain(QStringView domain)
{
    const auto labels = domain.split(u'.');
    for (const QStringView label : labels) {
        if (label.isEmpty() || label.size() > 63 || label.startsWith(u'-') || label.endsWith(u'-'))
            return false;
        for (const QChar c : label) {
            if (c != u'-' && !isMailLetterOrDigit(c))
                return false;
        }
    }
    const QStringView last = labels.last();
    return labels.size() >= 2 && last.size() >= 2
        && std::none_of(last.begin(), last.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

Result<EmailAddress, EmailAddressIssue> EmailAddress::parse(QStringView typed)
{
    const QStringView bare = typed.trimmed();
    if (bare.isEmpty())
        return fail(EmailAddressIssue::Empty);
    for (const QChar c : bare) {
        if (c != u'@' && !isMailAtom(c) && c != u'.')
            return fail(EmailAddressIssue::Characters);
    }
    if (bare.size() > 254)
        return fail(EmailAddressIssue::Length);
    const qsizetype at = bare.indexOf(u'@');
    if (at < 1 || at > 64 || at == bare.size() - 1 || bare.lastIndexOf(u'@') != at)
        return fail(EmailAddressIssue::At);
    const QStringView name = bare.first(at);
    if (name.startsWith(u'.') || name.endsWith(u'.') || name.contains(u".."))
        return fail(EmailAddressIssue::Characters);
    const QString domain = bare.sliced(at + 1).toString().toLower();
    if (!isMailDomain(domain))
        return fail(EmailAddressIssue::Domain);
    return EmailAddress(name.toString() + u'@' + domain);
}

QString problemCode(EmailAddressIssue issue)
{
    switch (issue) {
    case EmailAddressIssue::Empty:
        return u"email.empty"_s;
    case EmailAddressIssue::At:
        return u"email.at"_s;
    case EmailAddressIssue::Domain:
        return u"email.domain"_s;
    case EmailAddressIssue::Characters:
        return u"email.characters"_s;
    case EmailAddressIssue::Length:
        return u"email.length"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
