// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside of this room only: the formulas that services.csv names in `checks`. Each reads the case and the
// known family and adds problems, documents, dates and facts.

#include "model/services/assessing.h"

namespace Loket {

/// Collects the rules of one formula: for the whole case, and for the dates that it gives.
class FormulaTrace
{
public:
    explicit FormulaTrace(Assessing &at)
        : m_at(at)
    {
    }
    ~FormulaTrace()
    {
        for (const FiredRule &rule : m_trace.rules())
            m_at.trace.add(rule);
    }
    Q_DISABLE_COPY_MOVE(FormulaTrace)
    RuleTrace *in() { return &m_trace; }
    const QList<FiredRule> &rules() const { return m_trace.rules(); }
    void giveDate(QDate AssessmentDates::*date, QDate value)
    {
        m_at.out.dates.*date = value;
        m_at.out.dates.rules += m_trace.rules();
        if (!m_trace.rules().isEmpty() && m_at.out.dates.source.isEmpty())
            m_at.out.dates.source = m_trace.rules().last().source;
    }
    /// The last row or parameter that took part is what the problem comes from.
    void blame(Problem &problem) const
    {
        if (m_trace.rules().isEmpty())
            return;
        problem.rule = m_trace.rules().last();
        problem.source = problem.rule.source;
    }

private:
    Assessing &m_at;
    RuleTrace m_trace;
};

// Changes: of data, facility, class; death; the head; a term of office.
void checkSomeChange(Assessing &);
void checkFktp(Assessing &);
void checkClass(Assessing &);
void checkDeath(Assessing &);
void checkTerm(Assessing &);
void checkNewHead(Assessing &);
// Money: segment, instalments, dismissal, payment.
void checkMutation(Assessing &);
void checkRehab(Assessing &);
void checkDismissal(Assessing &);
void checkPayment(Assessing &);
// New people.
void checkNewborn(Assessing &);
void checkDependants(Assessing &);
// The desk: companies, cards, the class that a wage gives.
void checkEntity(Assessing &);
void checkCard(Assessing &);
void checkReprint(Assessing &);
void checkEntitlement(Assessing &);

} // namespace Loket
