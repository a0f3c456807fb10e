// SPDX-License-Identifier: Apache-2.0
#include "model/services/availability.h"

#include "model/domain/casefields.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

const CaseLookup kNothingKnown;

/// The world as it is, with one family as the caller has it in front of him.
class LookupOfOneFamily final : public CaseLookup
{
public:
    LookupOfOneFamily(const CaseLookup *world, const FamilyView &family)
        : m_world(world ? *world : kNothingKnown)
        , m_family(family)
    {
    }
    QString pendingCase(const QString &kk, const QString &exceptCase) const override
    {
        return m_world.pendingCase(kk, exceptCase);
    }
    QList<KnownPerson> peopleWithNik(const QString &nik) const override { return m_world.peopleWithNik(nik); }
    bool isKnownFamily(const QString &kk) const override
    {
        return kk == m_family.kk || m_world.isKnownFamily(kk);
    }
    std::optional<FamilyView> family(const QString &kk, const QString &card, QDate day,
                                     const QStringList &exceptCases) const override
    {
        const bool isHere = kk.isEmpty()
            ? std::any_of(m_family.members.cbegin(), m_family.members.cend(),
                          [&card](const MemberView &one) { return !card.isEmpty() && one.card == card; })
            : kk == m_family.kk;
        return isHere ? std::optional(asOf(m_family, day)) : m_world.family(kk, card, day, exceptCases);
    }
    bool hasBlob(const QString &name) const override { return m_world.hasBlob(name); }

private:
    const CaseLookup &m_world;
    const FamilyView &m_family;
};

/// The rule of what stands against it; of what can be done the rows that offer it.
void addRules(const Assessment &assessment, PossibilityAnswer &out)
{
    if (out.problem && !out.problem->rule.file.isEmpty()) {
        out.rules = {out.problem->rule};
        return;
    }
    static const QStringList offering{u"services"_s, u"channels"_s, u"service-segments"_s};
    for (const FiredRule &rule : assessment.fired) {
        if (out.problem ? rule.source == out.problem->source : offering.contains(rule.table))
            out.rules += rule;
    }
}

/// The row that says where a person must go for what no counter decides.
void addElsewhere(const Rulebook &rules, const QString &service, PossibilityAnswer &answer)
{
    if (answer.state != Possibility::Elsewhere)
        return;
    if (const auto row = rules.table(u"elsewhere"_s).byKey(service, rules.effectiveFrom(), nullptr))
        answer.rules += row->fired();
}

/// What an assessment of an empty case says against its service. Elsewhere before a refusal for good before a
/// date before the back office: the officer is told what will not go away.
PossibilityAnswer possibilityOf(const Assessment &assessment)
{
    PossibilityAnswer out;
    const auto take = [&out](Possibility state, const Problem &problem) {
        if (out.state < state) {
            out.state = state;
            out.problem = problem;
        }
    };
    for (const Problem &problem : assessment.problems) {
        if (problem.refuses && problem.code == "channel.not-offered"_L1) {
            take(Possibility::Elsewhere, problem);
        } else if (problem.refuses && !problem.earliest.isValid()) {
            take(Possibility::Refused, problem);
        } else if (problem.refuses) {
            // Of several dates the last one counts: before it something still forbids.
            const bool isLater = out.state == Possibility::NotYet && out.problem->earliest < problem.earliest;
            if (out.state != Possibility::Refused && out.state != Possibility::Elsewhere
                && (isLater || out.state != Possibility::NotYet)) {
                out.state = Possibility::NotYet;
                out.problem = problem;
            }
        } else if (problem.backOffice && out.state == Possibility::Available) {
            out.state = Possibility::BackOffice;
            out.problem = problem;
        }
    }
    if (out.state == Possibility::NotYet)
        out.earliest = out.problem->earliest;
    addRules(assessment, out);
    return out;
}

/// Whether more is possible by `a` than by `b`.
bool isBetter(const PossibilityAnswer &a, const PossibilityAnswer &b)
{
    if (a.state != b.state)
        return a.state < b.state;
    return a.state == Possibility::NotYet && a.earliest < b.earliest;
}

/// Asks assess() about empty cases of one service.
class ServiceProbe
{
public:
    ServiceProbe(const Rulebook &rules, const Service &service, const Context &context)
        : m_rules(rules)
        , m_service(service)
        , m_context(context)
    {
        m_empty.service = service.code;
    }

    ServiceAvailability ask(const std::optional<FamilyView> &family, const QString &channel, QDate day)
    {
        m_empty.channel = channel;
        m_empty.date = day;
        if (family) {
            m_empty.family.kk = family->kk;
            m_empty.details.insert("baseRevision"_L1, family->revision);
        }
        ServiceAvailability out;
        out.service = m_service.code;
        const Field *about = family && !family->members.isEmpty() ? memberField() : nullptr;
        if (!about) {
            out.answer = possibilityOf(assess(m_empty, m_context));
            addElsewhere(m_rules, m_service.code, out.answer);
            addLifting(m_empty, out);
            return out;
        }
        for (const MemberView &member : family->members) {
            Case one = m_empty;
            setFieldText(one, about->path, memberKey(member));
            out.members += {memberKey(member), possibilityOf(assess(one, m_context))};
            addLifting(one, out, out.members.last().answer);
        }
        out.answer = out.members.first().answer;
        for (const ServiceAvailability::OfMember &one : std::as_const(out.members)) {
            if (isBetter(one.answer, out.answer))
                out.answer = one.answer;
        }
        if (out.answer.state == Possibility::Available)
            out.lifted.clear();
        addElsewhere(m_rules, m_service.code, out.answer);
        return out;
    }

private:
    const Field *memberField() const
    {
        for (const QString &id : m_service.fields) {
            const Field *one = field(m_rules, id);
            if (one && one->kind == "member"_L1)
                return one;
        }
        return nullptr;
    }

    void addLifting(const Case &refused, ServiceAvailability &out) const
    {
        addLifting(refused, out, out.answer);
    }

    /// Tries every choice that the service itself asks for; one that lifts the refusal is worth telling.
    void addLifting(const Case &refused, ServiceAvailability &out, const PossibilityAnswer &answer) const
    {
        if (answer.state == Possibility::Available || answer.state == Possibility::Elsewhere)
            return;
        for (const QString &id : m_service.fields) {
            const Field *one = field(m_rules, id);
            if (!one || one->codes.isEmpty() || !one->path.startsWith("details."_L1))
                continue;
            for (const QString &code : codesOf(one->codes)) {
                Case tried = refused;
                setFieldText(tried, one->path, code);
                const LiftingChoice choice{id, code};
                if (possibilityOf(assess(tried, m_context)).state == Possibility::Available
                    && !out.lifted.contains(choice))
                    out.lifted += choice;
            }
        }
    }

    const Rulebook &m_rules;
    const Service &m_service;
    const Context &m_context;
    Case m_empty;
};

} // namespace

QString possibilityWord(Possibility state)
{
    switch (state) {
    case Possibility::Available:
        return u"available"_s;
    case Possibility::NotYet:
        return u"not-yet"_s;
    case Possibility::BackOffice:
        return u"back-office"_s;
    case Possibility::Refused:
        return u"refused"_s;
    case Possibility::Elsewhere:
        return u"elsewhere"_s;
    }
    return {};
}

QList<ServiceAvailability> availability(const std::optional<FamilyView> &family, const QString &channel,
                                        QDate day, const Context &context)
{
    Context here = context;
    const FamilyView none;
    const LookupOfOneFamily lookup(context.lookup, family ? *family : none);
    if (family)
        here.lookup = &lookup;
    const Rulebook &rules = context.rulebooks->on(day);
    QList<ServiceAvailability> out;
    for (const Service &one : services(rules)) {
        const bool isForExisting = one.family == "existing"_L1 || one.family == "any"_L1;
        const bool isForOthers = one.family != "existing"_L1;
        if (family ? isForExisting : isForOthers)
            out += ServiceProbe(rules, one, here).ask(family, channel, day);
    }
    return out;
}

QList<ServiceAvailability> channelAvailability(const QString &channel, QDate day, const Context &context)
{
    const Rulebook &rules = context.rulebooks->on(day);
    QList<ServiceAvailability> out;
    for (const Service &one : services(rules)) {
        Case empty;
        empty.service = one.code;
        empty.channel = channel;
        empty.date = day;
        PossibilityAnswer answer = possibilityOf(assess(empty, context));
        addElsewhere(rules, one.code, answer);
        out += ServiceAvailability{
            one.code, answer.state == Possibility::Elsewhere ? answer : PossibilityAnswer{}, {}, {}};
    }
    return out;
}

} // namespace Loket
