// SPDX-License-Identifier: Apache-2.0
#include "model/domain/facilities.h"
#include "model/domain/facilitycode.h"
#include "model/domain/npwp.h"
#include "model/domain/personname.h"
#include "model/services/assessing.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

qsizetype headOf(const QList<CaseMember> &members)
{
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (members.at(i).relation == "head"_L1)
            return i;
    }
    return -1;
}

void assessHeads(Assessing &at)
{
    const QList<CaseMember> &members = at.c.family.members;
    if (members.isEmpty()) {
        at.error(u"family.members"_s, u"members.none"_s);
        return;
    }
    const qsizetype head = headOf(members);
    if (at.isOnKnownFamily()) { // the family has its head already
        if (head >= 0)
            at.error(Assessing::memberPath(head, "relation"_L1), u"head.several"_s, {{"first"_L1, head}});
        return;
    }
    if (head < 0)
        at.error(u"family.members"_s, u"head.missing"_s);
    for (qsizetype i = head + 1; head >= 0 && i < members.size(); ++i) {
        if (members.at(i).relation == "head"_L1)
            at.error(Assessing::memberPath(i, "relation"_L1), u"head.several"_s, {{"first"_L1, head}});
    }
}

void assessBirth(Assessing &at, qsizetype index, std::optional<QDate> headBorn)
{
    const CaseMember &member = at.c.family.members.at(index);
    if (Assessing::isBlank(member.birthDate))
        return;
    const QString path = Assessing::memberPath(index, "birthDate"_L1);
    const std::optional<QDate> born = Assessing::day(member.birthDate);
    if (!born) {
        at.error(path, u"birth.date"_s);
        return;
    }
    if (*born > at.c.date) {
        at.error(path, u"birth.future"_s);
        return;
    }
    const int years = Assessing::yearsOn(at.c.date, *born);
    const qint64 oldest = at.rules.number(u"person.max-age"_s, &at.trace);
    if (years > oldest) {
        at.because(at.warning(path, u"birth.too-old"_s, {{"years"_L1, years}, {"limit"_L1, oldest}}),
                   u"person.max-age"_s);
    }
    if (member.relation == "head"_L1) {
        const qint64 youngest = at.rules.number(u"head.min-age"_s, &at.trace);
        if (years < youngest) {
            at.because(at.warning(path, u"head.young"_s, {{"years"_L1, years}, {"limit"_L1, youngest}}),
                       u"head.min-age"_s);
        }
    }
    if (member.relation == "child"_L1 && headBorn && *born <= *headBorn)
        at.warning(path, u"birth.before-head"_s);
}

/// What the plausibility of every member depends on.
struct HeadFacts {
    QString sex;
    bool hasSpouse = false;
};

/// What member-checks.csv finds implausible.
void assessPlausibility(Assessing &at, qsizetype index, const HeadFacts &head)
{
    Facts facts = at.memberFacts(index);
    facts.insert(u"headSex"_s, head.sex);
    facts.insert(u"spouse"_s, head.hasSpouse ? u"yes"_s : u"no"_s);
    for (const RuleRow &row : at.rules.table(u"member-checks"_s).all(facts, at.c.date, &at.trace)) {
        QString path = field(at.rules, row.cell(u"field"_s))->path;
        path.replace("[]"_L1, u"[%1]"_s.arg(index));
        const bool isWarning = row.cell(u"severity"_s) == "warning"_L1;
        Problem &problem
            = isWarning ? at.warning(path, row.cell(u"problem"_s)) : at.error(path, row.cell(u"problem"_s));
        Assessing::because(problem, row);
        problem.refuses = row.cell(u"severity"_s) == "refused"_L1;
    }
}

void assessFacility(Assessing &at, qsizetype index, QAnyStringView field, const QString &code,
                    const QString &unknown)
{
    if (Assessing::isBlank(code))
        return;
    const QString path = Assessing::memberPath(index, field);
    const auto parsed = FacilityCode::parse(code);
    if (!parsed)
        at.error(path, problemCode(parsed.error()));
    else if (at.context.facilities && !at.context.facilities->facility(code))
        at.warning(path, unknown, {{"code"_L1, code}});
}

void assessForeigner(Assessing &at, qsizetype index)
{
    const CaseMember &member = at.c.family.members.at(index);
    if (member.citizenship != "WNA"_L1 || Assessing::isBlank(member.workMonths))
        return;
    const QString path = Assessing::memberPath(index, "workMonths"_L1);
    bool ok = false;
    const int months = member.workMonths.toInt(&ok);
    if (!ok || months < 0) {
        at.error(path, u"work-months.number"_s);
        return;
    }
    const QString rule = u"foreign.work-months"_s;
    const qint64 least = at.rules.number(rule, &at.trace);
    if (months < least) {
        at.because(at.refusal(path, u"wna.six-months"_s, {{"months"_L1, months}, {"required"_L1, least}}),
                   rule);
    }
}

bool hasPassportForm(const QString &typed)
{
    return std::all_of(typed.cbegin(), typed.cend(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
    });
}

void assessMemberTexts(Assessing &at, qsizetype index)
{
    const CaseMember &member = at.c.family.members.at(index);
    if (!Assessing::isBlank(member.name)) {
        const auto name = PersonName::parse(member.name);
        if (!name)
            at.error(Assessing::memberPath(index, "name"_L1), problemCode(name.error()));
    }
    if (!Assessing::isBlank(member.passport) && !hasPassportForm(member.passport))
        at.error(Assessing::memberPath(index, "passport"_L1), u"passport.characters"_s);
    if (!Assessing::isBlank(member.npwp)) {
        const QString path = Assessing::memberPath(index, "npwp"_L1);
        const auto npwp = Npwp::parse(member.npwp);
        if (!npwp)
            at.error(path, problemCode(npwp.error()));
        else if (!npwp.value().hasCheckDigit())
            at.warning(path, u"npwp.check-digit"_s);
    }
}

/// The same NIK for two people of this case: the centre decides, so both are shown and nothing is blocked.
void assessTwins(Assessing &at)
{
    const QList<CaseMember> &members = at.c.family.members;
    QHash<QString, qsizetype> seen;
    for (qsizetype i = 0; i < members.size(); ++i) {
        const QString &nik = members.at(i).nik;
        if (Assessing::isBlank(nik))
            continue;
        const auto first = seen.constFind(nik);
        if (first == seen.cend()) {
            seen.insert(nik, i);
            continue;
        }
        at.warning(Assessing::memberPath(i, "nik"_L1), u"nik.twice"_s,
                   {{"members"_L1, QJsonArray{*first, i}},
                    {"names"_L1, QJsonArray{members.at(*first).name, members.at(i).name}}});
    }
}

/// Whether the service asks for members at all.
bool asksMembers(const Assessing &at)
{
    return std::any_of(at.service->fields.cbegin(), at.service->fields.cend(),
                       [](const QString &id) { return id.startsWith("member."_L1); });
}

} // namespace

void assessMembers(Assessing &at)
{
    if (!asksMembers(at))
        return;
    assessHeads(at);
    const QList<CaseMember> &members = at.c.family.members;
    const qsizetype head = headOf(members);
    const auto isSpouse
        = [](const auto &one) { return one.relation == "husband"_L1 || one.relation == "wife"_L1; };
    HeadFacts headFacts{head < 0 ? QString() : members.at(head).sex,
                        std::any_of(members.cbegin(), members.cend(), isSpouse)};
    std::optional<QDate> headBorn = head < 0 ? std::nullopt : Assessing::day(members.at(head).birthDate);
    if (head < 0 && at.known && !at.known->members.isEmpty()) {
        const MemberView &knownHead = at.known->members.first();
        headFacts = {knownHead.sex,
                     headFacts.hasSpouse
                         || std::any_of(at.known->members.cbegin(), at.known->members.cend(), isSpouse)};
        headBorn = knownHead.birthDate.isValid() ? std::optional(knownHead.birthDate) : std::nullopt;
    }
    for (qsizetype i = 0; i < members.size(); ++i) {
        assessIdentity(at, i);
        assessMemberTexts(at, i);
        assessBirth(at, i, headBorn);
        assessPlausibility(at, i, headFacts);
        assessForeigner(at, i);
        assessFacility(at, i, "fktp"_L1, members.at(i).fktp, u"fktp.unknown"_s);
        assessFacility(at, i, "dentist"_L1, members.at(i).dentist, u"dentist.unknown"_s);
    }
    assessTwins(at);
}

} // namespace Loket
