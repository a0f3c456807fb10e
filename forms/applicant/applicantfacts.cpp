// SPDX-License-Identifier: Apache-2.0
#include "forms/applicant/applicantfacts.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"
#include "model/domain/facilities.h"
#include "model/print/receiptchanges.h"

#include <QCoreApplication>

namespace Loket {

using namespace Qt::StringLiterals;

namespace ApplicantShowing {

/// The words of this file.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Loket::ApplicantFacts)
};

static void add(QList<ApplicantFacts::Line> &lines, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        lines.append({label, value});
}

static QString facilityName(const QString &code, const PaperWorld &world)
{
    const auto facility = world.facilities ? world.facilities->facility(code) : std::nullopt;
    return facility ? facility->name : code;
}

using Person = ApplicantFacts::Person;

static Person person(const CaseMember &member, const PaperWorld &world)
{
    Person person;
    person.name = member.name.simplified().toUpper();
    add(person.lines, Words::tr("Relation"),
        member.relation.isEmpty() ? QString() : relationText(member.relation, member.kin));
    add(person.lines, member.citizenship == u"WNA" ? Words::tr("KITAS") : Words::tr("NIK"),
        groupedDigits(member.nik));
    const QString born = dateText(QDate::fromString(member.birthDate, Qt::ISODate));
    add(person.lines, Words::tr("Born"),
        member.birthPlace.isEmpty() || born.isEmpty() ? member.birthPlace + born
                                                      : member.birthPlace.simplified() + u", "_s + born);
    add(person.lines, Words::tr("Clinic"), facilityName(member.fktp, world));
    return person;
}

static void tellFamily(ApplicantFacts &facts, const Case &content, const PaperWorld &world)
{
    const CaseFamily &family = content.family;
    add(facts.lines, Words::tr("Family card"), groupedDigits(family.kk));
    add(facts.lines, Words::tr("Class"), romanClass(family.careClass));
    add(facts.lines, Words::tr("Phone"), family.phone);
    add(facts.lines, Words::tr("E-mail"), family.email);
    if (!family.address.isEmpty())
        add(facts.lines, Words::tr("Address"), addressText(family.address, world.regions));
    const BankAccount &bank = family.bank;
    if (!bank.isEmpty())
        add(facts.lines, Words::tr("Account"),
            QStringList{bank.code, bank.account, bank.holder}.join(u' ').simplified());
}

static void tellDues(ApplicantFacts &facts, const Assessment &assessment)
{
    if (assessment.dues)
        add(facts.dues, Words::tr("To pay every month"), moneyText(assessment.dues->member));
    const AssessmentDates &dates = assessment.dates;
    if (dates.firstPaymentFrom.isValid())
        add(facts.dues, Words::tr("First payment"),
            dateRangeText(dates.firstPaymentFrom, dates.firstPaymentUntil));
    add(facts.dues, Words::tr("In force from"), longDateText(dates.effective));
}

} // namespace ApplicantShowing

ApplicantFacts applicantFacts(const Case &content, const Assessment &assessment, const Rulebook &rules,
                              const PaperWorld &world, const std::optional<FamilyView> &known)
{
    using namespace ApplicantShowing;
    ApplicantFacts facts;
    facts.title = codeLabel(u"service"_s, content.service);
    if (known) {
        for (const MemberView &member : known->members) {
            if (member.relation == u"head")
                facts.subject = member.name.simplified().toUpper();
        }
        add(facts.lines, Words::tr("Family card"), groupedDigits(known->kk));
        CaseRecord record{CaseId(QUuid()), CaseState::Draft, content, assessment, {}, 0, {}, {}, {}, {}, 0};
        for (const ReceiptChange &change : receiptChanges(record, rules, world, known))
            add(facts.lines, change.label, change.after);
    } else {
        for (const CaseMember &member : content.family.members) {
            if (facts.subject.isEmpty() || member.relation == u"head")
                facts.subject = member.name.simplified().toUpper();
        }
        tellFamily(facts, content, world);
    }
    for (const CaseMember &member : content.family.members) {
        Person one = person(member, world);
        if (!one.name.isEmpty() || !one.lines.isEmpty())
            facts.people.append(one);
    }
    if (!facts.isEmpty())
        tellDues(facts, assessment);
    return facts;
}

} // namespace Loket
