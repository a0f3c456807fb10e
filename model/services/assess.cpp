// SPDX-License-Identifier: Apache-2.0
#include "model/services/assess.h"

#include "model/domain/casefields.h"
#include "model/services/assessing.h"
#include "model/services/knownvalue.h"

#include <QHash>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

const CaseLookup kKnowsNothing;
constexpr qint64 kHighestNumber = 999'999'999'999'999; ///< of a cell of the rulebook, too

/// Where a path stands on the page: section, member, field.
struct ReadingPlace {
    int section = 0;
    int member = -1;
    int field = -1;
    friend auto operator<=>(const ReadingPlace &, const ReadingPlace &) = default;
};

class ReadingOrder
{
public:
    ReadingOrder(const Rulebook &rules, const Service &service)
    {
        for (const QString &id : service.fields) {
            if (const Field *one = field(rules, id))
                m_fieldRank.insert(one->path, int(m_fieldRank.size()));
        }
    }

    ReadingPlace placeOf(const QString &path) const
    {
        ReadingPlace place;
        QString generic = path;
        if (path.startsWith("family.members["_L1)) {
            const qsizetype close = path.indexOf(u']');
            place.member = QStringView(path).sliced(15, close - 15).toInt();
            generic = u"family.members[]"_s + path.sliced(close + 1);
        } else if (path.startsWith("documents["_L1)) {
            place.member = QStringView(path).sliced(10, path.indexOf(u']') - 10).toInt();
        }
        place.section = sectionOf(generic);
        place.field = m_fieldRank.value(generic, -1);
        return place;
    }

private:
    static int sectionOf(const QString &path)
    {
        static const QStringList sections{u"applicant"_s,   u"family.members[]"_s, u"family.members"_s,
                                          u"family.bank"_s, u"documents"_s,        u"consent"_s,
                                          u"details"_s};
        static const QList<int> ranks{1, 3, 3, 5, 6, 7, 4};
        for (qsizetype i = 0; i < sections.size(); ++i) {
            if (path.startsWith(sections.at(i)))
                return ranks.at(i);
        }
        return path.startsWith("family"_L1) ? 2 : 0;
    }

    QHash<QString, int> m_fieldRank;
};

void putInReadingOrder(QList<Problem> &problems, const ReadingOrder &order)
{
    std::vector<std::pair<ReadingPlace, Problem>> placed;
    placed.reserve(size_t(problems.size()));
    for (const Problem &problem : std::as_const(problems))
        placed.emplace_back(order.placeOf(problem.path), problem);
    std::stable_sort(placed.begin(), placed.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    problems.clear();
    for (auto &[place, problem] : placed)
        problems += std::move(problem);
}

void markOverrides(const Case &c, QList<Problem> &problems)
{
    for (Problem &problem : problems) {
        if (problem.severity != Severity::Warning)
            continue;
        for (const WarningOverride &passed : c.overrides) {
            if (passed.code == problem.code && passed.path == problem.path) {
                problem.overridden = true;
                problem.overrideReason = passed.reason;
            }
        }
    }
}

Decision decide(const Assessment &assessment)
{
    const auto any = [&assessment](auto test) {
        return std::any_of(assessment.problems.cbegin(), assessment.problems.cend(), test);
    };
    if (any([](const Problem &problem) { return problem.refuses; }))
        return Decision::Refused;
    if (any([](const Problem &problem) { return problem.backOffice; }))
        return Decision::BackOffice;
    const bool isDocumentMissing
        = std::any_of(assessment.documents.cbegin(), assessment.documents.cend(),
                      [](const DocumentNeed &need) { return need.required && !need.seen; });
    if (isDocumentMissing || any([](const Problem &problem) { return problem.severity == Severity::Error; }))
        return Decision::Incomplete;
    return Decision::Ready;
}

} // namespace

namespace {

/// What stood where the case puts something else: screen and receipt show both.
void noteReplaced(Assessing &at)
{
    if (!at.known)
        return;
    for (const QString &id : at.service->fields) {
        const Field *one = field(at.rules, id);
        const QString before = one->shows.isEmpty() || at.text(one->path).isEmpty()
            ? QString()
            : knownValue(*at.known, at.person, one->shows);
        if (!before.isEmpty())
            at.out.replaced += {one->path, before};
    }
}

} // namespace

Assessment assess(const Case &c, const Context &context)
{
    const Rulebook &rules = context.rulebooks->on(c.date);
    const Service *asked = service(rules, c.service);
    Assessing assessing(c, context, rules, asked);
    if (!asked) {
        assessing.refusal(u"service"_s, u"service.not-available"_s, {{"service"_L1, c.service}});
        assessDayAndChannel(assessing);
    } else {
        (void)assessing.rules.table(u"services"_s).byKey(c.service, c.date, &assessing.trace);
        assessDayAndChannel(assessing);
        assessSegment(assessing);
        assessKnownFamily(assessing);
        assessApplicant(assessing);
        assessFamily(assessing);
        assessMembers(assessing);
        assessBank(assessing);
        assessDetails(assessing);
        assessChecks(assessing); // before what may depend on them: they add facts
        assessFields(assessing, *asked);
        assessPreconditions(assessing);
        assessDocuments(assessing);
        if (asked->needsConsent)
            assessConsent(assessing);
        assessDues(assessing);
        noteReplaced(assessing);
        putInReadingOrder(assessing.out.problems, ReadingOrder(assessing.rules, *asked));
    }
    markOverrides(c, assessing.out.problems);
    assessing.out.rulebook = assessing.rules.id();
    assessing.out.fired = assessing.trace.rules();
    assessing.out.decision = decide(assessing.out);
    return assessing.out;
}

Assessing::Assessing(const Case &theCase, const Context &theContext, const Rulebook &rulebook,
                     const Service *theService)
    : c(theCase)
    , context(theContext)
    , rules(rulebook)
    , service(theService)
    , lookup(theContext.lookup ? *theContext.lookup : kKnowsNothing)
{
    readKnown();
    readFacts();
}

Facts Assessing::memberFacts(qsizetype index) const
{
    const CaseMember &member = c.family.members.at(index);
    Facts facts = m_facts;
    const std::optional<QDate> born = day(member.birthDate);
    facts.insert(u"age"_s, born && *born <= c.date ? QString::number(yearsOn(c.date, *born)) : QString());
    facts.insert(u"kin"_s, member.kin);
    facts.insert(u"nik"_s, isBlank(member.nik) ? u"no"_s : u"yes"_s);
    facts.insert(u"relation"_s, member.relation);
    facts.insert(u"sex"_s, member.sex);
    facts.insert(u"marital"_s, member.marital);
    facts.insert(u"citizenship"_s, member.citizenship);
    return facts;
}

Problem &Assessing::add(Severity severity, const QString &path, const QString &code, const QJsonObject &args)
{
    Problem problem;
    problem.severity = severity;
    problem.path = path;
    problem.code = code;
    problem.args = args;
    out.problems += problem;
    return out.problems.last();
}

Problem &Assessing::error(const QString &path, const QString &code, const QJsonObject &args)
{
    return add(Severity::Error, path, code, args);
}

Problem &Assessing::warning(const QString &path, const QString &code, const QJsonObject &args)
{
    return add(Severity::Warning, path, code, args);
}

Problem &Assessing::refusal(const QString &path, const QString &code, const QJsonObject &args)
{
    Problem &problem = add(Severity::Error, path, code, args);
    problem.refuses = true;
    return problem;
}

void Assessing::because(Problem &problem, const FiredRule &rule)
{
    problem.source = rule.source;
    problem.rule = rule;
}

void Assessing::because(Problem &problem, const QString &parameter) const
{
    problem.rule = rules.parameterRule(parameter);
    problem.source = problem.rule.source;
}

QString Assessing::text(const QString &path) const
{
    return fieldText(c, path).trimmed();
}

std::optional<QDate> Assessing::typedDay(const QString &path) const
{
    const QString typed = text(path);
    return day(typed.size() == 7 ? typed + u"-01"_s : typed);
}

std::optional<qint64> Assessing::typedNumber(const QString &path) const
{
    bool ok = false;
    const qint64 number = text(path).toLongLong(&ok);
    return ok && number >= 0 && number <= kHighestNumber ? std::optional(number) : std::nullopt;
}

int Assessing::yearsOn(QDate day, QDate born)
{
    const bool isBeforeBirthday = std::pair(day.month(), day.day()) < std::pair(born.month(), born.day());
    return day.year() - born.year() - (isBeforeBirthday ? 1 : 0);
}

QString Assessing::memberPath(qsizetype index, QAnyStringView field)
{
    return u"family.members["_s + QString::number(index) + u"]."_s + field.toString();
}

std::optional<QDate> Assessing::day(const QString &typed)
{
    const QDate date = typed.size() == 10 ? QDate::fromString(typed, Qt::ISODate) : QDate();
    return date.isValid() ? std::optional(date) : std::nullopt;
}

} // namespace Loket
