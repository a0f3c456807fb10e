// SPDX-License-Identifier: Apache-2.0
#include "model/domain/personname.h"

namespace Loket {

using namespace Qt::StringLiterals;

Result<PersonName, PersonNameIssue> PersonName::parse(QStringView typed)
{
    QString name;
    bool hasLetter = false;
    for (QChar c : typed.toString().normalized(QString::NormalizationForm_C).simplified()) {
        if (c == QChar(0x2018) || c == QChar(0x2019) || c == u'`' || c == QChar(0x00b4))
            c = u'\'';
        const bool isLetter = c.isLetter() && c.script() == QChar::Script_Latin;
        if (!isLetter && !QStringView(u" '.,-/").contains(c))
            return fail(PersonNameIssue::Characters);
        hasLetter = hasLetter || isLetter;
        name += c;
    }
    if (name.isEmpty())
        return fail(PersonNameIssue::Empty);
    if (!hasLetter)
        return fail(PersonNameIssue::NoLetter);
    name = name.toUpper(); // may grow
    if (name.size() > 100)
        return fail(PersonNameIssue::Length);
    return PersonName(name);
}

QString problemCode(PersonNameIssue issue)
{
    switch (issue) {
    case PersonNameIssue::Empty:
        return u"name.empty"_s;
    case PersonNameIssue::Characters:
        return u"name.characters"_s;
    case PersonNameIssue::NoLetter:
        return u"name.no-letter"_s;
    case PersonNameIssue::Length:
        return u"name.length"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Loket
