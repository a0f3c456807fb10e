// SPDX-License-Identifier: Apache-2.0
// What the counter knows of the family that a case is about, as facts that the rules ask for.
#include "model/domain/casefields.h"
#include "model/domain/month.h"
#include "model/services/assessing.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

const QString kMemberPath = u"family.members[]."_s;

/// The field that names the member concerned; null: the service is not about one.
const Field *memberField(const Assessing &at)
{
    for (const QString &id : at.service ? at.service->fields : QStringList()) {
        const Field *one = field(at.rules, id);
        if (one->kind == "member"_L1)
            return one;
    }
    return nullptr;
}

QString monthsUnpaid(const FamilyView &family, QDate day)
{
    const QDate paid = QDate::fromString(family.paidUntil + u"-01"_s, Qt::ISODate);
    if (!paid.isValid())
        return {};
    const int months
        = (day.year() - paid.year()) * 12 + day.month() - paid.month() - 1; // this month is not over yet
    return QString::number(std::max(0, months));
}

} // namespace

bool Assessing::isOnKnownFamily() const
{
    return service && (service->family == "existing"_L1 || service->family == "any"_L1);
}

void Assessing::readKnown()
{
    if (!isOnKnownFamily() || (isBlank(c.family.kk) && isBlank(c.family.card)))
        return;
    known = lookup.family(c.family.kk.trimmed(), c.family.card.trimmed(), c.date, {c.id, c.corrects});
    const Field *named = known ? memberField(*this) : nullptr;
    const QString key = named ? text(named->path) : QString();
    const auto found = known
        ? std::find_if(known->members.cbegin(), known->members.cend(),
                       [&key](const MemberView &one) {
                           return !key.isEmpty()
                               && (memberKey(one) == key || one.nik == key || one.card == key);
                       })
        : QList<MemberView>::const_iterator();
    if (known && found != known->members.cend())
        person = *found;
}

void Assessing::readFacts()
{
    for (const QString &id : service ? service->fields : QStringList()) {
        const Field *one = field(rules, id);
        if (!one->path.startsWith(kMemberPath))
            m_facts.insert(one->path, text(one->path));
    }
    const QString segment = c.segment.isEmpty() && known ? known->segment : c.segment;
    m_facts.insert(segmentFacts(segment));
    const QString next = text(u"details.newSegment"_s);
    m_facts.insert(u"newGroup"_s, next.section(u'.', 0, 0));
    m_facts.insert(u"service"_s, c.service);
    m_facts.insert(u"channel"_s, c.channel);
    m_facts.insert(u"applicant"_s, c.applicant.kind);
    m_facts.insert(u"family"_s, known ? u"known"_s : u"unknown"_s);
    m_facts.insert(u"class"_s, careClass() == 0 ? QString() : QString::number(careClass()));
    if (!known)
        return;
    m_facts.insert(u"bank"_s, known->bank.account.isEmpty() ? u"no"_s : u"yes"_s);
    m_facts.insert(u"arrears"_s, monthsUnpaid(*known, c.date));
    m_facts.insert(u"status"_s, person ? person->status : known->status);
    if (!person)
        return;
    m_facts.insert(u"relation"_s, person->relation);
    m_facts.insert(u"kin"_s, person->kin);
    m_facts.insert(u"sex"_s, person->sex);
    m_facts.insert(u"marital"_s, person->marital);
    m_facts.insert(u"citizenship"_s, person->citizenship);
    m_facts.insert(u"nik"_s, person->nik.isEmpty() ? u"no"_s : u"yes"_s);
    if (person->birthDate.isValid() && person->birthDate <= c.date)
        m_facts.insert(u"age"_s, QString::number(yearsOn(c.date, person->birthDate)));
}

void assessKnownFamily(Assessing &at)
{
    if (!at.isOnKnownFamily())
        return;
    const bool isNamed = !Assessing::isBlank(at.c.family.kk) || !Assessing::isBlank(at.c.family.card);
    if (!isNamed && at.service->family == "existing"_L1)
        Assessing::because(at.error(u"family.kk"_s, u"field.required"_s, {{"field"_L1, u"family.kk"_s}}),
                           *serviceRow(at));
    else if (isNamed && !at.known)
        at.warning(u"family.kk"_s, u"family.unknown"_s,
                   {{"kk"_L1, at.c.family.kk}, {"card"_L1, at.c.family.card}});
    const Field *named = memberField(at);
    if (named && at.known && !at.person && !at.text(named->path).isEmpty())
        at.error(named->path, u"member.unknown"_s, {{"member"_L1, at.text(named->path)}});
}

void assessPreconditions(Assessing &at)
{
    for (const RuleRow &row : at.rules.table(u"preconditions"_s).all(at.facts(), at.c.date, &at.trace)) {
        const QString severity = row.cell(u"severity"_s);
        const QString path = field(at.rules, row.cell(u"field"_s))->path;
        const QString code = row.cell(u"problem"_s);
        Problem &problem = severity == "warning"_L1 ? at.warning(path, code) : at.error(path, code);
        Assessing::because(problem, row);
        problem.refuses = severity == "refused"_L1;
        problem.backOffice = severity == "back-office"_L1;
    }
}

} // namespace Loket
