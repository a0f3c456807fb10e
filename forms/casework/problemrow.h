// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assessment.h"

#include <QWidget>

namespace Loket {

class LinkButton;
class ReasonLine;
class WrapLink;

/// One problem: the sentence as a link to its field; for a warning also the way to pass it for a reason and
/// to take that back.
class ProblemRow : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemRow(QWidget *parent = nullptr);

    void show(const Problem &problem, const QString &sentence);
    const Problem &problem() const { return m_problem; }
    void askReason();

Q_SIGNALS:
    void chosen();
    void passed(const QString &reason);
    void recalled();
    void whyAsked(); ///< the rule behind it

private:
    Problem m_problem;
    WrapLink *m_link;
    LinkButton *m_pass;
    LinkButton *m_why;
    WrapLink *m_passed;
    ReasonLine *m_reason;
};

} // namespace Loket
