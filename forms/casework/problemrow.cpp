// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/problemrow.h"

#include "forms/casework/reasonline.h"
#include "forms/casework/wraplink.h"
#include "forms/common/linkbutton.h"
#include "forms/common/theme.h"
#include "forms/common/whypopup.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Loket {

ProblemRow::ProblemRow(QWidget *parent)
    : QWidget(parent)
    , m_link(new WrapLink(this))
    , m_pass(new LinkButton(this))
    , m_why(new LinkButton(this))
    , m_passed(new WrapLink(this))
    , m_reason(new ReasonLine(this))
{
    m_link->setObjectName(u"problemLink"_s);
    m_pass->setObjectName(u"passWarning"_s);
    m_why->setObjectName(u"whyProblem"_s);
    m_why->setFocusPolicy(Qt::ClickFocus); // F1 on the problem does the same by key
    m_passed->setObjectName(u"recallWarning"_s);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Theme::current().px(15), 0, 0, 0);
    line->addWidget(m_pass);
    line->addWidget(m_why);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_link);
    layout->addLayout(line);
    layout->addWidget(m_passed);
    layout->addWidget(m_reason);
    connect(m_link, &QAbstractButton::clicked, this, &ProblemRow::chosen);
    connect(m_pass, &QAbstractButton::clicked, this, &ProblemRow::askReason);
    connect(m_why, &QAbstractButton::clicked, this, &ProblemRow::whyAsked);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_link, m_pass, m_passed})
        WhyPopup::answerF1(widget, [this] { Q_EMIT whyAsked(); });
    connect(m_passed, &QAbstractButton::clicked, this, &ProblemRow::recalled);
    connect(m_reason, &ReasonLine::given, this, &ProblemRow::passed);
    connect(m_reason, &ReasonLine::givenUp, this, [this] { m_pass->setFocus(Qt::OtherFocusReason); });
}

void ProblemRow::show(const Problem &problem, const QString &sentence)
{
    const bool isOther = problem.code != m_problem.code || problem.path != m_problem.path;
    m_problem = problem;
    const bool isWarning = problem.severity == Severity::Warning;
    m_link->say(problem.overridden ? u"✓"_s
                    : isWarning    ? u"▲"_s
                                   : u"■"_s,
                sentence,
                problem.overridden ? Tone::Neutral
                    : isWarning    ? Tone::Warning
                                   : Tone::Danger);
    m_link->setToolTip(problem.source.isEmpty() ? QString() : tr("Source: %1").arg(problem.source));
    m_pass->setVisible(isWarning && !problem.overridden);
    m_why->setVisible(!problem.source.isEmpty());
    m_why->setText(tr("Why?"));
    m_why->setAccessibleName(u"%1 %2"_s.arg(m_why->text(), sentence));
    m_pass->setText(tr("Go on for a reason"));
    m_pass->setAccessibleName(u"%1: %2"_s.arg(m_pass->text(), sentence));
    m_passed->setVisible(problem.overridden);
    m_passed->say(u"↶"_s,
                  problem.overrideReason.isEmpty() ? tr("passed without a reason – take back")
                                                   : tr("passed: %1 – take back").arg(problem.overrideReason),
                  Tone::Neutral);
    if (isOther || problem.overridden)
        m_reason->hide();
    setVisible(true);
}

void ProblemRow::askReason()
{
    m_reason->ask(tr("Reason for passing: %1").arg(m_link->text()), tr("Reason, e.g. identity card checked"),
                  tr("Go on"));
}

} // namespace Loket
