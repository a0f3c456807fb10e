// SPDX-License-Identifier: Apache-2.0
#include "model/print/receiptchanges.h"

#include "model/domain/casefields.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/domain/rupiah.h"
#include "model/print/printtexts.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/codes.h"

#include <QLocale>

namespace Loket {

using namespace Qt::StringLiterals;

namespace ReceiptChanging {

static QString nameOf(const QString &key, const std::optional<FamilyView> &known)
{
    for (const MemberView &member : known ? known->members : QList<MemberView>()) {
        if (memberKey(member) == key)
            return member.name;
    }
    return key;
}

static QString villageName(const QString &code, const RegionIndex *regions)
{
    const auto village = regions ? regions->village(code) : std::nullopt;
    return village ? u"%1, %2, %3"_s.arg(village->village, village->district, village->regency) : code;
}

static QString monthName(const QString &month, const QString &language)
{
    const QDate first = QDate::fromString(month + u"-01"_s, Qt::ISODate);
    const QLocale locale = language == u"en" ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                             : QLocale(QLocale::Indonesian, QLocale::Indonesia);
    return first.isValid() ? locale.toString(first, u"MMMM yyyy"_s) : month;
}

/// Fields that the receipt tells elsewhere, or not at all.
static bool isToldElsewhere(const Field &field)
{
    return field.kind == u"member"
        || !(field.path.startsWith(u"details."_s) || field.path.startsWith(u"family.bank."_s));
}

} // namespace ReceiptChanging

QString printedValue(const Field &field, const QString &value, const PaperWorld &world,
                     const std::optional<FamilyView> &known)
{
    using namespace ReceiptChanging;
    const QString &kind = field.kind;
    if (kind == u"code")
        return codeText(field.codes, value, world.language);
    if (kind == u"date")
        return QDate::fromString(value, Qt::ISODate).isValid()
            ? printedDay(QDate::fromString(value, Qt::ISODate))
            : value;
    if (kind == u"month")
        return monthName(value, world.language);
    if (kind == u"flag")
        return printText(value == u"yes" ? u"word.yes"_s : u"word.no"_s, world.language);
    if (kind == u"village")
        return villageName(value, world.regions);
    if (kind == u"facility") {
        const auto facility = world.facilities ? world.facilities->facility(value) : std::nullopt;
        return facility ? facility->name : value;
    }
    if (kind == u"member" || kind == u"members") {
        QStringList names;
        for (const QString &key : value.split(u'|'))
            names << nameOf(key, known);
        return names.join(u", "_s);
    }
    bool isNumber = false;
    const qint64 rupiah = kind == u"money" ? value.toLongLong(&isNumber) : 0;
    return isNumber ? Rupiah(rupiah).text() : value;
}

QList<ReceiptChange> receiptChanges(const CaseRecord &record, const Rulebook &rules, const PaperWorld &world,
                                    const std::optional<FamilyView> &known)
{
    using namespace ReceiptChanging;
    QList<ReceiptChange> changes;
    const Service *asked = service(rules, record.content.service);
    for (const QString &id : asked ? asked->fields : QStringList()) {
        const Field *one = field(rules, id);
        const QString value = one ? fieldText(record.content, one->path).trimmed() : QString();
        if (value.isEmpty() || isToldElsewhere(*one))
            continue;
        ReceiptChange change;
        change.label = world.language == u"en" ? one->labelEn : one->labelId;
        change.after = printedValue(*one, value, world, known);
        for (const ReplacedValue &replaced : record.assessment.replaced) {
            if (replaced.path == one->path)
                change.before = printedValue(*one, replaced.before, world, known);
        }
        changes << change;
    }
    return changes;
}

} // namespace Loket
