// SPDX-License-Identifier: Apache-2.0
#include "model/domain/casefields.h"
#include "model/domain/nik.h"
#include "model/domain/personname.h"
#include "model/rulebook/codes.h"
#include "model/services/assessing.h"

#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

QJsonArray channelsThatOffer(const Assessing &at)
{
    QJsonArray offered;
    for (const QString &channel : codesOf(u"channel"_s)) {
        Facts facts = at.facts();
        facts.insert(u"channel"_s, channel);
        const auto row = at.rules.table(u"channels"_s).first(facts, at.c.date, nullptr);
        if (row && row->flag(u"offered"_s))
            offered += channel;
    }
    return offered;
}

/// Why the counter cannot do it, and where the person must go, in both languages.
void tellWhereToGo(Problem &problem, const RuleRow &elsewhere)
{
    for (const QString &cell : {u"whyId"_s, u"whyEn"_s, u"whereId"_s, u"whereEn"_s})
        problem.args.insert(cell, elsewhere.cell(cell));
}

QStringList segmentsOf(const Assessing &at)
{
    QStringList allowed;
    for (const QString &segment : codesOf(u"segment"_s)) {
        Facts facts = at.facts();
        facts.insert(segmentFacts(segment));
        const auto row = at.rules.table(u"service-segments"_s).first(facts, at.c.date, nullptr);
        if (row && row->flag(u"allowed"_s))
            allowed += segment;
    }
    return allowed;
}

/// What a service on an existing family need not ask, because the family is known.
bool isFilledByKnown(const Assessing &at, const QString &path)
{
    return path == "segment"_L1 && !at.segment().isEmpty();
}

void requireField(Assessing &at, const Field &field, const QString &path, const RuleRow &why)
{
    if (Assessing::isBlank(fieldText(at.c, path)) && !isFilledByKnown(at, path))
        Assessing::because(at.error(path, u"field.required"_s, {{"field"_L1, field.id}}), why);
}

const QString kMemberPrefix = u"family.members[]."_s;

bool isOfMember(const Field &field)
{
    return field.path.startsWith(kMemberPrefix);
}

/// The path of a field in the case; of a member's field for one member.
QString pathIn(const Field &field, qsizetype member)
{
    return isOfMember(field)
        ? Assessing::memberPath(member, QStringView(field.path).sliced(kMemberPrefix.size()))
        : field.path;
}

/// Fields that only some cases need: required there, and a doubtful leftover elsewhere. Looks at those of one
/// member, or with `member` -1 at those of the whole case.
void assessConditionalFields(Assessing &at, const QStringList &conditional, const Facts &facts,
                             qsizetype member)
{
    const bool ofMember = member >= 0;
    QStringList asked;
    for (const RuleRow &row : at.rules.table(u"conditional-fields"_s).all(facts, at.c.date, nullptr)) {
        const Field *field = Loket::field(at.rules, row.cell(u"field"_s));
        if (isOfMember(*field) != ofMember || !conditional.contains(field->id))
            continue;
        asked += field->id;
        at.trace.add(row.fired());
        requireField(at, *field, pathIn(*field, member), row);
    }
    for (const QString &id : conditional) {
        const Field *field = Loket::field(at.rules, id);
        if (asked.contains(id) || isOfMember(*field) != ofMember)
            continue;
        const QString path = pathIn(*field, member);
        if (!Assessing::isBlank(fieldText(at.c, path)))
            at.warning(path, u"field.unused"_s, {{"field"_L1, id}});
    }
}

} // namespace

void assessDayAndChannel(Assessing &at)
{
    const Case &c = at.c;
    if (at.context.today.isValid() && c.date > at.context.today)
        at.error(u"date"_s, u"date.future"_s, {{"today"_L1, at.context.today.toString(Qt::ISODate)}});
    const auto elsewhere = at.rules.table(u"elsewhere"_s).byKey(c.service, c.date, &at.trace);
    if (!c.channel.isEmpty()) {
        const auto row = at.rules.table(u"channels"_s).first(at.facts(), c.date, &at.trace);
        if (!row || !row->flag(u"offered"_s)) {
            Problem &problem
                = at.refusal(u"channel"_s, u"channel.not-offered"_s,
                             {{"channel"_L1, c.channel}, {"offeredAt"_L1, channelsThatOffer(at)}});
            if (row)
                Assessing::because(problem, *row);
            if (elsewhere)
                tellWhereToGo(problem, *elsewhere);
        }
    }
}

void assessSegment(Assessing &at)
{
    if (!at.segment().isEmpty()) {
        const auto row = at.rules.table(u"service-segments"_s).first(at.facts(), at.c.date, &at.trace);
        if (!row || !row->flag(u"allowed"_s)) {
            Problem &problem = at.refusal(
                u"segment"_s, u"segment.not-allowed"_s,
                {{"segment"_L1, at.segment()}, {"allowed"_L1, QJsonArray::fromStringList(segmentsOf(at))}});
            if (row)
                Assessing::because(problem, *row);
        }
    }
}

void assessFields(Assessing &at, const Service &service)
{
    const RuleRow why = *serviceRow(at);
    for (const QString &id : service.required) {
        const Field *field = Loket::field(at.rules, id);
        const qsizetype paths = isOfMember(*field) ? at.c.family.members.size() : 1;
        for (qsizetype i = 0; i < paths; ++i)
            requireField(at, *field, pathIn(*field, i), why);
    }
    assessConditionalFields(at, service.conditional, at.facts(), -1);
    for (qsizetype i = 0; i < at.c.family.members.size(); ++i)
        assessConditionalFields(at, service.conditional, at.memberFacts(i), i);
}

void assessApplicant(Assessing &at)
{
    const Applicant &applicant = at.c.applicant;
    if (applicant.kind.isEmpty()) {
        at.error(u"applicant.kind"_s, u"field.required"_s, {{"field"_L1, u"applicant.kind"_s}});
        return;
    }
    if (!Assessing::isBlank(applicant.name)) {
        const auto name = PersonName::parse(applicant.name);
        if (!name)
            at.error(u"applicant.name"_s, problemCode(name.error()));
    }
    if (!Assessing::isBlank(applicant.nik)) {
        const auto nik = Nik::parse(applicant.nik);
        if (!nik) {
            at.error(u"applicant.nik"_s, problemCode(nik.error()),
                     nik.error() == NikIssue::Length ? QJsonObject{{"digits"_L1, applicant.nik.size()}}
                                                     : QJsonObject{});
        }
    }
}

} // namespace Loket
