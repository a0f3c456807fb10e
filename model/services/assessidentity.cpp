// SPDX-License-Identifier: Apache-2.0
#include "model/domain/nik.h"
#include "model/domain/staypermit.h"
#include "model/services/assessing.h"

#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

QJsonObject warningArgs(NikWarning warning, const Nik &nik, const CaseMember &member, QDate day)
{
    switch (warning) {
    case NikWarning::RegionUnknown:
        return {{"region"_L1, nik.regionCode()}};
    case NikWarning::BirthDiffers:
        return {{"nik"_L1, nik.birthDate(Assessing::day(member.birthDate), day).toString(Qt::ISODate)},
                {"entered"_L1, member.birthDate}};
    case NikWarning::SexDiffers:
        return {{"nik"_L1, QString(sexLetter(nik.sex()))}, {"entered"_L1, member.sex}};
    }
    return {};
}

/// Only a baby may be without one, and only for a while.
void assessMissingNik(Assessing &at, const CaseMember &member, const QString &path)
{
    const std::optional<QDate> born = Assessing::day(member.birthDate);
    const QString rule = u"newborn.nik-months"_s;
    if (member.citizenship == "WNA"_L1 || !born) {
        at.error(path, u"field.required"_s, {{"field"_L1, u"member.nik"_s}});
        return;
    }
    const QDate until = born->addMonths(int(at.rules.number(rule, &at.trace)));
    const QJsonObject args{{"until"_L1, until.toString(Qt::ISODate)}};
    Problem &problem = at.c.date <= until ? at.warning(path, u"nik.baby-deadline"_s, args)
                                          : at.error(path, u"nik.required"_s, args);
    at.because(problem, rule);
}

void assessRegistered(Assessing &at, const QString &nik, const QString &path)
{
    QJsonArray people;
    for (const CaseLookup::KnownPerson &person : at.lookup.peopleWithNik(nik)) {
        // A case that was saved, or the one that it corrects, is no other person.
        if (!person.caseId.isEmpty() && (person.caseId == at.c.id || person.caseId == at.c.corrects))
            continue;
        people += QJsonObject{{"name"_L1, person.name},
                              {"kk"_L1, person.kk},
                              {"card"_L1, person.card},
                              {"status"_L1, person.status}};
    }
    if (!people.isEmpty())
        at.warning(path, u"nik.registered"_s, {{"people"_L1, people}});
}

} // namespace

void assessIdentity(Assessing &at, qsizetype index)
{
    const CaseMember &member = at.c.family.members.at(index);
    const QString path = Assessing::memberPath(index, "nik"_L1);
    if (Assessing::isBlank(member.nik)) {
        assessMissingNik(at, member, path);
        return;
    }
    if (member.citizenship == "WNA"_L1) {
        const auto permit = StayPermit::parse(member.nik);
        if (!permit)
            at.error(path, problemCode(permit.error()));
        else
            assessRegistered(at, permit.value().text(), path);
        return;
    }
    const auto nik = Nik::parse(member.nik);
    if (!nik) {
        Problem &problem = at.error(path, problemCode(nik.error()));
        if (nik.error() == NikIssue::Length)
            problem.args.insert("digits"_L1, member.nik.size());
        return;
    }
    const auto warnings = nikWarnings(nik.value(), Assessing::day(member.birthDate),
                                      sexFromLetter(member.sex), at.context.regions, at.c.date);
    for (const NikWarning warning : warnings)
        at.warning(path, problemCode(warning), warningArgs(warning, nik.value(), member, at.c.date));
    assessRegistered(at, nik.value().text(), path);
}

} // namespace Loket
