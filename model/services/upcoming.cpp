// SPDX-License-Identifier: Apache-2.0
#include "model/services/upcoming.h"

#include "model/domain/month.h"
#include "model/dues/calendar.h"
#include "model/dues/changes.h"
#include "model/dues/dues.h"
#include "model/dues/mutation.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr bool kOverdueMatters = true;

class UpcomingList
{
public:
    UpcomingList(const FamilyView &family, QDate today, const Rulebook &rules, int months)
        : m_family(family)
        , m_today(today)
        , m_rules(rules)
        , m_last(today.addMonths(months))
    {
    }

    QList<Upcoming> list(const QList<CaseRecord> &cases)
    {
        for (int i = 0; i < int(m_family.members.size()); ++i) {
            if (m_family.members.at(i).status != "MENINGGAL"_L1)
                addMember(i);
        }
        addFirstPayment();
        addScheduled();
        addClass();
        addArrears();
        addOldArrears();
        addCoverEnd(cases);
        std::stable_sort(m_out.begin(), m_out.end(),
                         [](const Upcoming &a, const Upcoming &b) { return a.day < b.day; });
        return m_out;
    }

private:
    void add(const QString &code, QDate day, int member, const RuleTrace &trace, const QJsonObject &args = {},
             bool overdueMatters = false)
    {
        if (!day.isValid() || day > m_last || (day < m_today && !overdueMatters))
            return;
        for (Upcoming &one : m_out) {
            if (member >= 0 && one.code == code && one.day == day && one.args == args) {
                one.members += member;
                return;
            }
        }
        Upcoming one{day, code, {}, args, {}};
        if (member >= 0)
            one.members += member;
        if (!trace.rules().isEmpty())
            one.rule = trace.rules().last();
        m_out += one;
    }

    int months(const QString &parameter, RuleTrace &trace) const
    {
        return int(m_rules.number(parameter, &trace));
    }

    void addMember(int index)
    {
        const MemberView &member = m_family.members.at(index);
        addChild(index);
        if (member.nik.isEmpty() && member.relation == "child"_L1 && member.birthDate.isValid()) {
            RuleTrace trace;
            const int limit = months(u"newborn.nik-months"_s, trace);
            add(u"nik.due"_s, member.birthDate.addMonths(limit), index, trace, {}, kOverdueMatters);
        }
        if (member.validUntil.isValid()) {
            const auto service = m_rules.table(u"services"_s).byKey(u"REG-PPUPN"_s, m_today, nullptr);
            RuleTrace trace;
            if (service)
                trace.add(service->fired());
            add(u"term.ends"_s, member.validUntil, index, trace, {}, kOverdueMatters);
        }
        if (member.fktpSince.isValid()) {
            RuleTrace trace;
            add(u"fktp.free"_s, fktpChangeEarliest(m_rules, member.fktpSince, &trace), index, trace);
        }
    }

    /// Ages count where the wage covers a limited family: the segments with a share for additional members.
    void addChild(int index)
    {
        const MemberView &child = m_family.members.at(index);
        const auto base = duesBase(m_rules, m_family.segment, m_today);
        if (child.relation != "child"_L1 || !child.birthDate.isValid() || !base || !base->hasExtra)
            return;
        RuleTrace young;
        RuleTrace student;
        RuleTrace letter;
        const int age = months(u"dependants.age"_s, young);
        const int studentAge = months(u"dependants.student-age"_s, student);
        const QDate tooOld = birthday(child.birthDate, age);
        const QDate tooOldForSchool = birthday(child.birthDate, studentAge);
        if (tooOldForSchool <= m_today || child.letterDate.isValid())
            add(u"child.student-age"_s, tooOldForSchool, index, student, {{"age"_L1, studentAge}},
                kOverdueMatters);
        if (tooOldForSchool <= m_today)
            return;
        const QDate letterEnds = child.letterDate.isValid()
            ? child.letterDate.addMonths(months(u"dependants.letter-months"_s, letter))
            : QDate();
        if (letterEnds.isValid() && letterEnds >= tooOld) {
            if (letterEnds < tooOldForSchool)
                add(u"letter.expires"_s, letterEnds, index, letter, {}, kOverdueMatters);
        } else {
            add(u"child.age"_s, tooOld, index, young, {{"age"_L1, age}}, kOverdueMatters);
        }
    }

    void addFirstPayment()
    {
        if (!m_family.paidUntil.isEmpty() || !m_family.firstPaymentUntil.isValid())
            return;
        RuleTrace trace;
        (void)m_rules.number(u"first-payment.until-days"_s, &trace);
        add(u"payment.first"_s, m_family.firstPaymentUntil, -1, trace,
            {{"from"_L1, m_family.firstPaymentFrom.toString(Qt::ISODate)}}, kOverdueMatters);
    }

    int memberWithKey(const QString &key) const
    {
        for (int i = 0; i < int(m_family.members.size()); ++i) {
            if (!key.isEmpty() && memberKey(m_family.members.at(i)) == key)
                return i;
        }
        return -1;
    }

    void addScheduled()
    {
        for (const FieldChange &change : m_family.scheduled) {
            RuleTrace trace;
            if (const auto row = m_rules.table(u"services"_s).byKey(change.service, m_today, nullptr))
                trace.add(row->fired());
            add(u"change.effective"_s, change.effective, memberWithKey(change.member), trace,
                {{"field"_L1, change.field},
                 {"value"_L1, change.value},
                 {"service"_L1, change.service},
                 {"case"_L1, change.caseId}},
                kOverdueMatters);
        }
    }

    void addClass()
    {
        if (!m_family.classSince.isValid() || !isCode(u"segment"_s, m_family.segment))
            return;
        RuleTrace trace;
        const ClassChangeRule rule = classChangeRule(m_rules, m_family.segment, m_today, &trace);
        if (rule.refusal.isEmpty() && rule.months > 0)
            add(u"class.free"_s, m_family.classSince.addMonths(rule.months), -1, trace);
    }

    /// Of families that pay a flat rate themselves: a wage is the employer's to pay.
    bool paysItself() const
    {
        const auto base = duesBase(m_rules, m_family.segment, m_today);
        return base && base->byClass;
    }

    void addArrears()
    {
        const auto paid = Month::parse(m_family.paidUntil);
        if (!paid || !paysItself())
            return;
        const Month unpaid = paid.value().next();
        if (unpaid > Month::of(m_today))
            return;
        RuleTrace trace;
        const int most = months(u"arrears.max-months"_s, trace);
        const QDate suspended = unpaid.next().firstDay();
        add(u"arrears.suspended"_s, suspended, -1, trace, {{"month"_L1, unpaid.text()}}, kOverdueMatters);
        if (suspended <= m_today)
            add(u"arrears.most"_s, unpaid.plus(most).firstDay(), -1, trace, {{"months"_L1, most}});
    }

    /// What was owed in the old segment stays owed; known when the month paid last lies before the change.
    void addOldArrears()
    {
        const auto paid = Month::parse(m_family.paidUntil);
        if (!m_family.segmentSince.isValid() || !paid
            || paid.value().next() >= Month::of(m_family.segmentSince))
            return;
        RuleTrace trace;
        add(u"arrears.due"_s, arrearsDueAfterChange(m_rules, m_family.segmentSince, &trace), -1, trace, {},
            kOverdueMatters);
    }

    /// The latest case whose cover ends on a day, unless the family changed its segment after it.
    void addCoverEnd(const QList<CaseRecord> &cases)
    {
        const CaseRecord *latest = nullptr;
        for (const CaseRecord &one : cases) {
            const bool counts = isWaiting(one.state) || one.state == CaseState::Accepted
                || one.state == CaseState::AcceptedChanged;
            const bool endsOne = one.assessment.dates.until.isValid();
            const bool movesOn = one.content.service == "MUT-SEG"_L1;
            if (counts && (endsOne || movesOn) && (!latest || latest->savedAt < one.savedAt))
                latest = &one;
        }
        if (!latest || !latest->assessment.dates.until.isValid())
            return;
        RuleTrace trace;
        for (const FiredRule &rule : latest->assessment.dates.rules)
            trace.add(rule);
        add(u"cover.ends"_s, latest->assessment.dates.until, -1, trace, {}, kOverdueMatters);
    }

    const FamilyView &m_family;
    const QDate m_today;
    const Rulebook &m_rules;
    const QDate m_last;
    QList<Upcoming> m_out;
};

} // namespace

QList<Upcoming> upcoming(const FamilyView &family, QDate today, const Rulebook &rules,
                         const QList<CaseRecord> &cases, int months)
{
    return UpcomingList(family, today, rules, months).list(cases);
}

} // namespace Loket
