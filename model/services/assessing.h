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
    Assessing(const Case &c, const Context &context, const Rulebook &rulebook);

    const Case &c;
    const Context &context;
    const Rulebook &rules;
    const CaseLookup &lookup; ///< never null
    Assessment out;
    RuleTrace trace;

    /// Facts of the whole case: service, channel, applicant, segment, group.
    const Facts &facts() const { return m_facts; }
    /// The same with relation, sex, marital and citizenship of one member.
    Facts memberFacts(qsizetype index) const;

    /// The answers stay until the next problem is added.
    Problem &error(const QString &path, const QString &code, const QJsonObject &args = {});
    Problem &warning(const QString &path, const QString &code, const QJsonObject &args = {});
    Problem &refusal(const QString &path, const QString &code, const QString &source,
                     const QJsonObject &args = {});

    /// "family.members[2].nik".
    static QString memberPath(qsizetype index, QAnyStringView field);
    /// A typed ISO date that exists; none: nothing typed, or no such day.
    static std::optional<QDate> day(const QString &typed);
    /// Nothing typed, or only spaces.
    static bool isBlank(const QString &typed) { return QStringView(typed).trimmed().isEmpty(); }

private:
    Problem &add(Severity severity, const QString &path, const QString &code, const QJsonObject &args);
    Facts m_facts;
};

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
void assessDues(Assessing &);

} // namespace Loket
