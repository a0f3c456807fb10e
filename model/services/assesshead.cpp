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

void requireField(Assessing &at, const Field &field, const QString &path, const QString &source)
{
    if (Assessing::isBlank(fieldText(at.c, path)))
        at.error(path, u"field.required"_s, {{"field"_L1, field.id}}).source = source;
}

/// Paths of one field: one for each member, or the one of the case.
QStringList pathsOf(const Assessing &at, const Field &field)
{
    static const QString memberPrefix = u"family.members[]."_s;
    if (!field.path.startsWith(memberPrefix))
        return {field.path};
    QStringList paths;
    const QString leaf = field.path.sliced(memberPrefix.size());
    for (qsizetype i = 0; i < at.c.family.members.size(); ++i)
        paths += u"family.members[%1].%2"_s.arg(QString::number(i), leaf);
    return paths;
}

/// Fields that only some cases need: required there, and a doubtful leftover elsewhere.
void assessConditionalFields(Assessing &at)
{
    const RuleTable &table = at.rules.table(u"conditional-fields"_s);
    QStringList conditional;
    for (qsizetype i = 0; i < table.size(); ++i) {
        if (!conditional.contains(table.row(i).cell(u"field"_s)))
            conditional += table.row(i).cell(u"field"_s);
    }
    const auto look = [&](const Facts &facts, bool ofMember, qsizetype member) {
        QStringList asked;
        const auto rows = table.all(facts, at.c.date, nullptr);
        for (const RuleRow &row : rows) {
            const Field *field = Loket::field(at.rules, row.cell(u"field"_s));
            const QStringList paths = pathsOf(at, *field);
            if (field->path.contains(u"[]"_s) != ofMember)
                continue;
            asked += field->id;
            at.trace.add(row.fired());
            requireField(at, *field, paths.at(ofMember ? member : 0), row.source());
        }
        for (const QString &id : std::as_const(conditional)) {
            const Field *field = Loket::field(at.rules, id);
            if (asked.contains(id) || field->path.contains(u"[]"_s) != ofMember)
                continue;
            const QString path = pathsOf(at, *field).at(ofMember ? member : 0);
            if (!Assessing::isBlank(fieldText(at.c, path)))
                at.warning(path, u"field.unused"_s, {{"field"_L1, id}});
        }
    };
    look(at.facts(), false, 0);
    for (qsizetype i = 0; i < at.c.family.members.size(); ++i)
        look(at.memberFacts(i), true, i);
}

} // namespace

void assessHead(Assessing &at)
{
    const Case &c = at.c;
    if (at.context.today.isValid() && c.date > at.context.today)
        at.error(u"date"_s, u"date.future"_s, {{"today"_L1, at.context.today.toString(Qt::ISODate)}});
    if (!c.channel.isEmpty()) {
        const auto row = at.rules.table(u"channels"_s).first(at.facts(), c.date, &at.trace);
        if (!row || !row->flag(u"offered"_s)) {
            at.refusal(u"channel"_s, u"channel.not-offered"_s, row ? row->source() : QString(),
                       {{"channel"_L1, c.channel}, {"offeredAt"_L1, channelsThatOffer(at)}});
        }
    }
    if (!c.segment.isEmpty()) {
        const auto row = at.rules.table(u"service-segments"_s).first(at.facts(), c.date, &at.trace);
        if (!row || !row->flag(u"allowed"_s)) {
            at.refusal(
                u"segment"_s, u"segment.not-allowed"_s, row ? row->source() : QString(),
                {{"segment"_L1, c.segment}, {"allowed"_L1, QJsonArray::fromStringList(segmentsOf(at))}});
        }
    }
}

void assessFields(Assessing &at, const Service &service)
{
    for (const QString &id : service.required) {
        const Field *field = Loket::field(at.rules, id);
        const QStringList paths = pathsOf(at, *field);
        for (const QString &path : paths)
            requireField(at, *field, path, service.source);
    }
    assessConditionalFields(at);
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
