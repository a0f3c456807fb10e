// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QString>
#include <QStringView>

namespace Loket {

enum class PersonNameIssue {
    Empty,      ///< nothing typed
    Characters, ///< something else than Latin letters and ' . , - /
    NoLetter,   ///< no letter at all
    Length      ///< more than 100 characters
};

/// A person's name as it is registered: upper case, single spaces, Latin letters (with their marks) and the
/// signs ' . , - / of titles and apostrophes. One word is a full name here. An instance is always valid.
class PersonName
{
public:
    static Result<PersonName, PersonNameIssue> parse(QStringView typed);

    const QString &text() const { return m_text; }
    friend bool operator==(const PersonName &, const PersonName &) = default;

private:
    explicit PersonName(QString text)
        : m_text(std::move(text))
    {
    }
    QString m_text;
};

QString problemCode(PersonNameIssue issue); ///< "name.empty", …

} // namespace Loket
