// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/conflicttext.h"

#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/rulebook.h"

#include <QCoreApplication>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

struct ConflictTexts {
    Q_DECLARE_TR_FUNCTIONS(Loket::ConflictTexts)
};

QString memberName(const QString &key, const Case &content)
{
    for (const CaseMember &one : content.family.members) {
        if (one.nik == key || one.name == key)
            return personName(one.name);
    }
    return key;
}

QString groupWord(const QString &group)
{
    const std::pair<QLatin1StringView, QString> words[] = {
        {"address"_L1, ConflictTexts::tr("Address")},
        {"contact"_L1, ConflictTexts::tr("Phone and e-mail")},
        {"phone"_L1, ConflictTexts::tr("Phone")},
        {"email"_L1, ConflictTexts::tr("E-mail")},
        {"identity"_L1, ConflictTexts::tr("Identity")},
        {"facility"_L1, ConflictTexts::tr("Primary care facility")},
        {"fktp"_L1, ConflictTexts::tr("Primary care facility")},
        {"class"_L1, ConflictTexts::tr("Class")},
        {"segment"_L1, ConflictTexts::tr("Segment")},
        {"right"_L1, ConflictTexts::tr("Segment and class")},
        {"bank"_L1, ConflictTexts::tr("Bank account")},
        {"membership"_L1, ConflictTexts::tr("Members of the family")},
        {"members"_L1, ConflictTexts::tr("Members of the family")},
        {"end"_L1, ConflictTexts::tr("End of membership")},
        {"status"_L1, ConflictTexts::tr("Status")},
    };
    for (const auto &[word, text] : words) {
        if (group == word)
            return text;
    }
    return group;
}

} // namespace

int daysToDecide(const ConflictView &one, const Office &office)
{
    const QDate today = office.today();
    const auto days = office.context().rulebooks->on(today).number(u"conflict.days"_s);
    return int(today.daysTo(one.since.toLocalTime().date().addDays(days)));
}

QString conflictGroupText(const ConflictGroup &group, const ConflictView &view)
{
    const QString what = groupWord(group.group);
    return group.member.isEmpty() ? what
                                  : ConflictTexts::tr("%1 · %2", "what, of whom")
                                        .arg(what, memberName(group.member, view.record.content));
}

QString conflictFieldText(const QString &field, const Office &office)
{
    if (office.context().rulebooks) {
        for (const Field &one : fields(office.context().rulebooks->on(office.today()))) {
            if (one.path == "family."_L1 + field || one.path == "family.members[]."_L1 + field)
                return currentLanguage() == "en"_L1 ? one.labelEn : one.labelId;
        }
    }
    if (field == "segment"_L1)
        return ConflictTexts::tr("Segment");
    if (field == "wage"_L1)
        return ConflictTexts::tr("Wage");
    if (field == "employer"_L1)
        return ConflictTexts::tr("Employer");
    if (field == "status"_L1)
        return ConflictTexts::tr("Status");
    if (field == "left"_L1)
        return ConflictTexts::tr("Leaves the family");
    return field;
}

QString conflictValueText(const QString &field, const QString &value, const Office &office)
{
    if (value.isEmpty())
        return u"–"_s;
    const Context &context = office.context();
    if (field == "address.village"_L1 && context.regions) {
        const QString name = context.regions->name(value);
        return name.isEmpty() ? value : name;
    }
    if (field == "fktp"_L1 && context.facilities) {
        const auto facility = context.facilities->facility(value);
        return facility ? facility->name : value;
    }
    if (const QDate day = QDate::fromString(value, Qt::ISODate); day.isValid())
        return dateText(day);
    if (field == "class"_L1)
        return romanClass(value.toInt());
    if (field == "segment"_L1 || field == "sex"_L1 || field == "marital"_L1)
        return codeLabel(field, value);
    if (field == "status"_L1)
        return memberStatusText(value);
    if (field == "left"_L1)
        return ConflictTexts::tr("yes");
    return value;
}

} // namespace Loket
