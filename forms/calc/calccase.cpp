// SPDX-License-Identifier: Apache-2.0
#include "forms/calc/calccase.h"

#include "model/domain/casefields.h"
#include "model/dues/calctexts.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/rulebook.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// "segment=PPU-PN|PPU-BU": whether the input's code is of one of these groups. Empty: always.
bool holdsFor(const QString &when, const QJsonObject &input)
{
    if (when.isEmpty())
        return true;
    const QString group = input.value(when.section(u'=', 0, 0)).toString().section(u'.', 0, 0);
    return when.section(u'=', 1).split(u'|').contains(group);
}

bool asksFor(const Rulebook &rulebook, const Service &service, const QString &path)
{
    QString general = path;
    general.replace(u"[0]"_s, u"[]"_s);
    for (const QString &id : service.fields) {
        const Field *known = field(rulebook, id);
        if (known && known->path == general)
            return true;
    }
    return false;
}

QString valueOf(const QString &key, const QJsonObject &input, const QJsonObject &out)
{
    const bool isAnswer = key.startsWith("out."_L1);
    QJsonValue given = isAnswer ? out.value(key.mid(4)) : input.value(key);
    if (given.isArray())
        given = given.toArray().first();
    if (given.isBool())
        return given.toBool() ? u"yes"_s : u"no"_s;
    return given.toVariant().toString();
}

} // namespace

QString calcService(const Rulebook &rulebook, const QString &calculator, const QJsonObject &input)
{
    for (const CalcTarget &target : calcTargets(calculator)) {
        if (holdsFor(target.when, input) && service(rulebook, target.service))
            return target.service;
    }
    return {};
}

void putCalcInput(Case &content, const Rulebook &rulebook, const QString &calculator,
                  const QJsonObject &input, const QJsonObject &out)
{
    const Service *known = service(rulebook, content.service);
    if (!known)
        return;
    for (const CalcTarget &target : calcTargets(calculator)) {
        const QString value = valueOf(target.key, input, out);
        const bool fits = target.service == content.service && !target.path.isEmpty() && !value.isEmpty()
            && holdsFor(target.when, input) && asksFor(rulebook, *known, target.path);
        if (!fits)
            continue;
        if (target.path.contains("[0]"_L1) && content.family.members.isEmpty())
            content.family.members += CaseMember();
        setFieldText(content, target.path, value);
    }
}

} // namespace Loket
