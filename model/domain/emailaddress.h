// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringView>

namespace Loket {

enum class EmailAddressIssue {
    Empty,      ///< nothing typed
    At,         ///< not exactly one @ with something on both sides
    Domain,     ///< what follows the @ is no domain name
    Characters, ///< a character that no mail address has
    Length      ///< more than 254 characters
};

/// A mail address of the plain form name@domain.tld in ASCII; the domain is kept in lower case. Whether it
/// exists only a letter can tell. An instance is always valid.
class EmailAddress
{
public:
    static Result<EmailAddress, EmailAddressIssue> parse(QStringView typed);

    const QString &text() const { return m_text; }
    friend bool operator==(const EmailAddress &, const EmailAddress &) = default;

private:
    explicit EmailAddress(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

QString problemCode(EmailAddressIssue issue); ///< "email.empty", …

} // namespace Loket
