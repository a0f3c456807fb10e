// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside of this room only: what the parts of assess() share.

#include "model/rulebook/catalogue.h"
#include "model/rulebook/rulebook.h"
#include "model/services/assess.h"

#include <optional>

namespace Loket {

/// One look at one case. The parts add problems in any order; assess() puts them into reading order at the
/// end.
class Assessing
{
public:
    /// `service` is null for one that the edition does not have.
    Assessing(const Case &c, const Context &context, const Rulebook &rulebook, const Service *service);

    const Case &c;
    const Context &context;
    const Rulebook &rules;
    const Service *const service;
    const CaseLookup &lookup; ///< never null
    Assessment out;
    RuleTrace trace;
    std::optional<FamilyView> known;  ///< the family of a service on an existing one
    std::optional<MemberView> person; ///< the member concerned: of the first field of the kind `member`

    /// Whether the case is on a family that must be known already.
    bool isOnKnownFamily() const;
    /// The segment typed, else that of the known family.
    QString segment() const { return facts().value(QStringLiteral("segment")); }
    /// The class typed for the family, else that of the known one; 0: neither.
    int careClass() const
    {
        return c.family.careClass != 0 || !known ? c.family.careClass : known->careClass;
    }
    /// What was typed at a path of the case, trimmed.
    QString text(const QString &path) const;
    /// What was typed for a field of the kind date or month; none: nothing, or no such day.
    std::optional<QDate> typedDay(const QString &path) const;
    /// What was typed for a field of the kind number or money; none: nothing, or no whole number.
    std::optional<qint64> typedNumber(const QString &path) const;
    /// The problem's source and rule are those of the row or parameter.
    static void because(Problem &problem, const RuleRow &row) { because(problem, row.fired()); }
    static void because(Problem &problem, const FiredRule &rule);
    void because(Problem &problem, const QString &parameter) const;

    /// Facts of the whole case: service, channel, applicant, every typed field by its path, and those of
    /// whenFacts().
    const Facts &facts() const { return m_facts; }
    /// A document of the family that a formula asks for, beside documents.csv.
    struct AskedDocument {
        QStringList accepts; ///< any one of these; the first names it
        FiredRule rule;
    };
    void askDocument(const QStringList &accepts, const FiredRule &rule)
    {
        m_askedDocuments += {accepts, rule};
    }
    const QList<AskedDocument> &askedDocuments() const { return m_askedDocuments; }
    void setFact(const QString &name, const QString &value) { m_facts.insert(name, value); }
    /// The same with what the facts of a person say of one member.
    Facts memberFacts(qsizetype index) const;

    /// The answers stay until the next problem is added.
    Problem &error(const QString &path, const QString &code, const QJsonObject &args = {});
    Problem &warning(const QString &path, const QString &code, const QJsonObject &args = {});
    Problem &refusal(const QString &path, const QString &code, const QJsonObject &args = {});

    /// "family.members[2].nik".
    static QString memberPath(qsizetype index, QAnyStringView field);
    /// A typed ISO date that exists; none: nothing typed, or no such day.
    static std::optional<QDate> day(const QString &typed);
    /// Whole years on `day` of someone born on `born`; a 29 February birthday falls on 1 March in other
    /// years.
    static int yearsOn(QDate day, QDate born);
    /// Nothing typed, or only spaces.
    static bool isBlank(const QString &typed) { return QStringView(typed).trimmed().isEmpty(); }

private:
    void readKnown();
    void readFacts();
    Problem &add(Severity severity, const QString &path, const QString &code, const QJsonObject &args);
    Facts m_facts;
    QList<AskedDocument> m_askedDocuments;
};

/// The row of services.csv; only asked when the edition has the service.
std::optional<RuleRow> serviceRow(const Assessing &);

// The parts, in reading order of the page.
void assessDayAndChannel(Assessing &); ///< also of a service whose rules the edition does not have
void assessSegment(Assessing &);
void assessFields(Assessing &, const Service &service); ///< required and unused fields of all sections
void assessApplicant(Assessing &);
void assessFamily(
    Assessing &); ///< family card, class, contact, addresses, what the counter knows of the family
void assessMembers(Assessing &);
void assessIdentity(Assessing &, qsizetype member); ///< NIK or stay permit of one member
void assessBank(Assessing &);
void assessDocuments(Assessing &);
void assessConsent(Assessing &);
void assessKnownFamily(
    Assessing &); ///< of a service on an existing family: whether it is known, the member concerned
void assessDetails(Assessing &); ///< the form of what was typed into `details`, by the kind of its field
void assessPreconditions(Assessing &); ///< preconditions.csv
void assessChecks(Assessing &);        ///< the formulas that the service names
void assessDues(Assessing &);

} // namespace Loket
