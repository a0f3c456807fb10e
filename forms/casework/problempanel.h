// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "model/services/assessment.h"

namespace Loket {

class CaseDraft;
class ProblemRow;
class WrapLink;

/// "Masalah": everything that is wrong or doubtful, each a link to its field; warnings can be passed with a
/// reason. What merely waits to be filled in is one quiet line until the first attempt to submit.
class ProblemPanel : public CardFrame
{
    Q_OBJECT
public:
    explicit ProblemPanel(CaseDraft &draft, QWidget *parent = nullptr);

    /// From the first attempt to submit on, an empty field is a problem like any other.
    void setEmptyIsProblem(bool isProblem);
    /// Opens the line for a reason at one warning after the other that was not passed.
    void askReasons();
    /// The problem after the one given last (F6), round and round. None when there is no problem.
    const Problem *next();
    int errors() const { return m_errors; }
    int openWarnings() const { return m_warnings; }
    void refresh();

Q_SIGNALS:
    void problemChosen(const Loket::Problem &problem);
    /// Every warning was given a reason after askReasons().
    void reasonsGiven();
    void rowMade();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    ProblemRow *rowAt(int index);
    bool askNextReason();

    CaseDraft &m_draft;
    QList<Problem> m_shown; // in the order of the rows
    QList<Problem> m_empty;
    QList<ProblemRow *> m_rows;
    WrapLink *m_emptyLink;
    WrapLink *m_allWell;
    Pill *m_warningPill;
    int m_errors = 0;
    int m_warnings = 0;
    qsizetype m_next = 0;
    bool m_emptyIsProblem = false;
    bool m_isAsking = false;
};

} // namespace Loket
