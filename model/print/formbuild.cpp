// SPDX-License-Identifier: Apache-2.0
#include "model/print/formbuild.h"

#include "model/domain/facilities.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"

namespace Loket {
namespace FormBuilding {

using namespace Qt::StringLiterals;

static QString facilityName(const QString &code, const FacilityIndex *facilities)
{
    const auto found = facilities && !code.isEmpty() ? facilities->facility(code) : std::nullopt;
    return found ? u"%1 (%2)"_s.arg(found->name, code) : code;
}

static FormMember memberOf(const CaseMember &member, const PaperWorld &world)
{
    const auto words = [&world](const QString &kind, const QString &code) {
        return code.isEmpty() ? QString() : codeText(kind, code, world.language);
    };
    FormMember line;
    line.name = member.name.simplified().toUpper();
    line.nik = member.nik;
    line.relation = member.relation == u"extra" && !member.kin.isEmpty()
        ? words(u"kin"_s, member.kin)
        : words(u"relation"_s, member.relation);
    line.birthPlace = member.birthPlace.simplified();
    line.birthDate = QDate::fromString(member.birthDate, Qt::ISODate);
    line.sex = words(u"sex"_s, member.sex);
    line.marital = words(u"marital"_s, member.marital);
    line.citizenship = words(u"citizenship"_s, member.citizenship);
    line.passport = member.passport;
    line.fktp = facilityName(member.fktp, world.facilities);
    line.dentist = facilityName(member.dentist, world.facilities);
    line.npwp = member.npwp;
    line.insurance = member.insurance.simplified();
    line.hasPhoto = !member.photo.isEmpty();
    line.noPhoto = member.photoWaived.simplified();
    return line;
}

/// The text that was agreed to; before that the one that this service asks for.
static void putStatement(FormFacts &facts, const Case &content, const PaperWorld &world)
{
    const Rulebook *rules = world.rulebooks ? &world.rulebooks->on(content.date) : nullptr;
    if (!rules || !rules->tableNames().contains(u"consent-texts"_s))
        return;
    const RuleTable &texts = rules->table(u"consent-texts"_s);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const RuleRow row = texts.row(i);
        const QString version = row.cell(u"version"_s);
        const QString service = row.cell(u"service"_s);
        const bool isAsked = service == content.service
            || (service.startsWith(u'!') && QStringView(service).mid(1) != content.service);
        if (content.consent ? version == content.consent->textVersion : isAsked) {
            facts.statementVersion = version;
            facts.statement = row.cell(world.language == u"en" ? u"textEn"_s : u"textId"_s);
            return;
        }
    }
}

static void putApplicant(FormFacts &facts, const Case &content)
{
    if (content.applicant.kind == u"proxy") {
        facts.applicant = content.applicant.name.simplified().toUpper();
        facts.applicantNik = content.applicant.nik;
        return;
    }
    for (const CaseMember &member : content.family.members) {
        if (facts.applicant.isEmpty() || member.relation == u"head")
            facts.applicant = member.name.simplified().toUpper();
    }
}

} // namespace FormBuilding

FormFacts formFacts(const Case &content, const Assessment &assessment, const QString &reference,
                    const QString &officer, const QByteArray &signature, const PaperWorld &world)
{
    using namespace FormBuilding;
    const CaseFamily &family = content.family;
    FormFacts facts;
    facts.language = world.language;
    facts.reference = reference;
    facts.service = codeText(u"service"_s, content.service, world.language);
    facts.day = content.date;
    facts.kk = family.kk;
    facts.segment
        = content.segment.isEmpty() ? QString() : codeText(u"segment"_s, content.segment, world.language);
    facts.careClass = family.careClass;
    facts.address = addressText(family.address, world.regions);
    if (family.billingAddress)
        facts.billingAddress = addressText(*family.billingAddress, world.regions);
    facts.phone = family.phone;
    facts.email = family.email;
    if (!family.bank.isEmpty())
        facts.bank
            = u"%1 %2 a.n. %3"_s.arg(family.bank.code, family.bank.account, family.bank.holder.simplified());
    for (const CaseMember &member : family.members)
        facts.members += memberOf(member, world);
    facts.dues = assessment.dues;
    facts.payFrom = assessment.dates.firstPaymentFrom;
    facts.payUntil = assessment.dates.firstPaymentUntil;
    putStatement(facts, content, world);
    putApplicant(facts, content);
    facts.signature = signature;
    facts.office = world.office;
    facts.officer = officer;
    facts.printedAt = world.now;
    facts.trial = world.trial;
    return facts;
}

} // namespace Loket
