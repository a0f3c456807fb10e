// SPDX-License-Identifier: Apache-2.0
#include "forms/common/availabilitytexts.h"

#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/texts.h"
#include "model/domain/facilities.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/rulebook.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

struct AvailabilityTexts {
    Q_DECLARE_TR_FUNCTIONS(Loket::AvailabilityTexts)
};

constexpr int kSoonDays = 30; ///< what comes within so many days is marked

QString channelsText(const QJsonArray &channels)
{
    QStringList words;
    for (const QJsonValue &one : channels)
        words += codeLabel(u"channel"_s, one.toString());
    return words.join(u", "_s);
}

/// A fact that the rulebook has in both languages.
QString inLanguage(const QJsonObject &args, const QString &name)
{
    return args.value(name + (currentLanguage() == "id"_L1 ? u"Id"_s : u"En"_s)).toString();
}

QString answerReason(const PossibilityAnswer &answer)
{
    if (!answer.problem)
        return {};
    if (answer.state == Possibility::Elsewhere) {
        const QString where = inLanguage(answer.problem->args, u"where"_s);
        return AvailabilityTexts::tr("At: %1").arg(
            where.isEmpty() ? channelsText(answer.problem->args.value("offeredAt"_L1).toArray()) : where);
    }
    Problem bare = *answer.problem;
    bare.earliest = {}; // the pill says it
    bare.path.clear();
    return problemText(bare, {});
}

QString namesText(const QList<int> &members, const FamilyView &family)
{
    QStringList names;
    for (const int member : members)
        names += personName(family.members.at(member).name);
    return names.join(u", "_s);
}

/// What a scheduled change puts, as people say it.
QString changeText(const QJsonObject &args, const FacilityIndex *facilities)
{
    const QString field = args.value("field"_L1).toString();
    const QString value = args.value("value"_L1).toString();
    if (field == "class"_L1)
        return AvailabilityTexts::tr("class %1").arg(romanClass(value.toInt()));
    if (field == "segment"_L1)
        return codeLabel(u"segment"_s, value);
    if (field == "fktp"_L1 || field == "dentist"_L1) {
        const auto known = facilities ? facilities->facility(value) : std::nullopt;
        return known ? known->name : value;
    }
    if (field == "status"_L1)
        return memberStatusText(value);
    return field == "left"_L1 ? AvailabilityTexts::tr("leaves the family") : value;
}

} // namespace

QString possibilityText(const PossibilityAnswer &answer)
{
    if (answer.state == Possibility::NotYet)
        return AvailabilityTexts::tr("from %1").arg(longDateText(answer.earliest));
    return codeLabel(u"possibility"_s, possibilityWord(answer.state));
}

Tone possibilityTone(const PossibilityAnswer &answer)
{
    switch (answer.state) {
    case Possibility::Available:
        return Tone::Ok;
    case Possibility::NotYet:
    case Possibility::BackOffice:
        return Tone::Warning;
    case Possibility::Refused:
    case Possibility::Elsewhere:
        break;
    }
    return Tone::Neutral;
}

QString possibilityReason(const ServiceAvailability &service)
{
    QString reason = answerReason(service.answer);
    if (!service.lifted.isEmpty())
        reason = AvailabilityTexts::tr("%1 · now only with a reason").arg(reason);
    return reason;
}

QString possibilityWhy(const ServiceAvailability &service, const FamilyView &family, const Rulebook &rules)
{
    QStringList lines{AvailabilityTexts::tr("%1: %2").arg(codeLabel(u"service"_s, service.service),
                                                          possibilityText(service.answer))};
    if (service.answer.problem)
        lines += inLanguage(service.answer.problem->args, u"why"_s);
    lines += answerReason(service.answer);
    QStringList choices;
    for (const LiftingChoice &one : service.lifted) {
        if (const Field *asked = field(rules, one.field))
            choices += codeLabel(asked->codes, one.code);
    }
    if (!choices.isEmpty())
        lines += AvailabilityTexts::tr("Possible now with: %1").arg(choices.join(u", "_s));
    for (qsizetype i = 0; i < service.members.size() && i < family.members.size(); ++i) {
        const PossibilityAnswer &one = service.members.at(i).answer;
        if (one != service.answer)
            lines += AvailabilityTexts::tr("%1: %2").arg(personName(family.members.at(i).name),
                                                         possibilityText(one));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString upcomingText(const Upcoming &one, const FamilyView &family, QDate today,
                     const FacilityIndex *facilities)
{
    const QString who = namesText(one.members, family);
    const int age = one.args.value("age"_L1).toInt();
    const QString month = monthText(one.args.value("month"_L1).toString());
    if (one.code == "child.age"_L1)
        return AvailabilityTexts::tr("%1 turns %2: leaves unless there is a school letter").arg(who).arg(age);
    if (one.code == "child.student-age"_L1)
        return AvailabilityTexts::tr("%1 turns %2: leaves even with a school letter").arg(who).arg(age);
    if (one.code == "letter.expires"_L1)
        return AvailabilityTexts::tr("School letter of %1 expires").arg(who);
    if (one.code == "payment.first"_L1)
        return AvailabilityTexts::tr("Last day of the first payment");
    if (one.code == "nik.due"_L1)
        return AvailabilityTexts::tr("NIK of %1 must be there").arg(who);
    if (one.code == "term.ends"_L1)
        return AvailabilityTexts::tr("Term of office or contract of %1 ends").arg(who);
    if (one.code == "fktp.free"_L1)
        return one.members.size() == family.members.size()
            ? AvailabilityTexts::tr("Everybody may change the facility")
            : AvailabilityTexts::tr("%1 may change the facility").arg(who);
    if (one.code == "arrears.suspended"_L1)
        return one.day <= today ? AvailabilityTexts::tr("Cover is suspended: %1 is unpaid").arg(month)
                                : AvailabilityTexts::tr("Cover is suspended unless %1 is paid").arg(month);
    if (one.code == "arrears.most"_L1)
        return AvailabilityTexts::tr("Arrears reach %1 months and grow no more")
            .arg(one.args.value("months"_L1).toInt());
    if (one.code == "change.effective"_L1) {
        const QString service = codeLabel(u"service"_s, one.args.value("service"_L1).toString());
        const QString what = changeText(one.args, facilities);
        return who.isEmpty()
            ? AvailabilityTexts::tr("%1: %2", "service, value").arg(service, what)
            : AvailabilityTexts::tr("%1: %2, %3", "service, member, value").arg(service, who, what);
    }
    return codeLabel(u"upcoming"_s, one.code);
}

QString upcomingDayText(const Upcoming &one, QDate today)
{
    return one.day < today ? AvailabilityTexts::tr("since %1").arg(longDateText(one.day))
                           : longDateText(one.day);
}

Tone upcomingTone(const Upcoming &one, QDate today)
{
    const bool isGood = one.code.endsWith(".free"_L1) || one.code == "change.effective"_L1;
    if (isGood)
        return Tone::Neutral;
    if (one.day < today)
        return Tone::Danger;
    return one.day <= today.addDays(kSoonDays) ? Tone::Warning : Tone::Neutral;
}

} // namespace Loket
