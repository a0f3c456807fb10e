// SPDX-License-Identifier: Apache-2.0
// Submitting the case of the page: what stands against it, the reasons for warnings, the answer.
#include "forms/casework/casepage.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/casesection.h"
#include "forms/casework/casesummary.h"
#include "forms/casework/consentcard.h"
#include "forms/casework/documentpanel.h"
#include "forms/casework/issuetext.h"
#include "forms/casework/knownfamilycard.h"
#include "forms/casework/memberscard.h"
#include "forms/casework/noticebar.h"
#include "forms/casework/problempanel.h"
#include "forms/common/keybutton.h"
#include "forms/common/linkbutton.h"
#include "forms/common/texts.h"
#include "forms/common/whendone.h"

#include <QProgressBar>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// The problem that stands behind the decision; null: only documents are missing.
const Problem *deciding(const Assessment &assessment)
{
    for (const Problem &problem : assessment.problems) {
        if (assessment.decision == Decision::Refused          ? problem.refuses
                : assessment.decision == Decision::BackOffice ? problem.backOffice
                                                              : problem.severity == Severity::Error)
            return &problem;
    }
    return nullptr;
}

} // namespace

void CasePage::setShowsAll()
{
    m_showsAll = true;
    m_problems->setEmptyIsProblem(true);
    for (CaseSection *section : m_sections + m_aboutSections)
        section->setShowsAll(true);
    if (m_family)
        m_family->setShowsAll(true);
    if (m_members)
        m_members->setShowsAll(true);
    if (m_consent)
        m_consent->setShowsAll(true);
}

void CasePage::submit()
{
    if (m_phase != Phase::Typing)
        return;
    settle();
    m_draft->assessNow();
    m_saysUnready = false;
    m_notice->clear();
    if (refuseUnready() || askForReasons())
        return;
    setPhase(Phase::Submitting);
    m_draft->pauseKeeping([this] { send(); });
}

/// Says why the case can't be submitted and leads there. False: it can.
bool CasePage::refuseUnready()
{
    const Assessment &assessment = m_draft->assessment();
    if (assessment.decision == Decision::Ready)
        return false;
    setShowsAll();
    m_saysUnready = true;
    sayUnready();
    const auto first = deciding(assessment);
    if (first)
        showProblem(*first);
    else
        m_documents->focusFirstOpen();
    return true;
}

void CasePage::sayUnready()
{
    const Assessment &assessment = m_draft->assessment();
    const Rulebook &rulebook = m_port->rulebook(m_draft->content().date);
    const auto first = deciding(assessment);
    const QString sentence = first ? issueText(*first, m_draft->content(), &rulebook) : QString();
    const auto missing = std::count_if(assessment.documents.cbegin(), assessment.documents.cend(),
                                       [](const DocumentNeed &need) { return need.required && !need.seen; });
    if (assessment.decision == Decision::Ready) {
        m_saysUnready = false;
        m_notice->clear();
    } else if (assessment.decision == Decision::Refused) {
        m_notice->say(tr("Not allowed: %1").arg(sentence), Tone::Danger);
    } else if (assessment.decision == Decision::BackOffice) {
        m_notice->say(
            tr("The counter may not decide this: %1. Keep the draft and hand it to the back office.")
                .arg(sentence),
            Tone::Info);
    } else if (m_problems->errors() > 0) {
        m_notice->say(tr("Not submitted yet: %n problem(s) to mend; F6 goes from one to the next.", nullptr,
                         m_problems->errors()),
                      Tone::Danger);
    } else {
        m_notice->say(tr("Not submitted yet: %n document(s) still to be seen (F7).", nullptr, int(missing)),
                      Tone::Danger);
    }
}

/// Asks once for a reason to pass each warning. False: nothing to ask, or asked before.
bool CasePage::askForReasons()
{
    bool isNew = false;
    for (const Problem &problem : m_draft->assessment().problems) {
        const QString key = problem.code + u' ' + problem.path;
        if (problem.severity == Severity::Warning && !problem.overridden && !m_askedWarnings.contains(key)) {
            m_askedWarnings.insert(key);
            isNew = true;
        }
    }
    if (!isNew)
        return false;
    m_notice->say(tr("%n warning(s): give a reason, or submit again to go on without one.", nullptr,
                     m_problems->openWarnings()),
                  Tone::Warning);
    m_problems->askReasons();
    return true;
}

void CasePage::send()
{
    for (const Problem &problem : m_draft->assessment().problems) {
        if (problem.severity == Severity::Warning && !problem.overridden)
            m_draft->passWarning(problem.code, problem.path, {});
    }
    m_draft->assessNow();
    whenDone(m_port->submit(m_draft->content()), this,
             [this](const Outcome<Submitted> &answer) { finish(answer); });
}

void CasePage::showSaved(const CaseRecord &record)
{
    m_summary->show(record, m_port->today(), [this](const CaseRecord &saved) {
        return CaseSummary::Told{serviceName(m_port->rulebook(saved.content.date), saved.content.service),
                                 summaryFacts(*m_draft, saved), summaryAdvice(*m_draft), hasForm()};
    });
}

void CasePage::finish(const Outcome<Submitted> &answer)
{
    if (answer && answer.value().record) {
        showSaved(*answer.value().record);
        setPhase(Phase::Submitted);
        m_summary->focusFirst();
        Q_EMIT submitted(caseId());
        Q_EMIT titleChanged();
        return;
    }
    setPhase(Phase::Typing);
    m_draft->resumeKeeping();
    if (!answer) {
        m_notice->say(tr("Not saved. %1 The draft stays as it is.").arg(failureText(answer.error())),
                      Tone::Danger);
    } else if (answer.value().kind == Submitted::Kind::OtherContent) {
        m_notice->say(tr("This case was saved before with other content; see the family's page."),
                      Tone::Danger);
    } else {
        const QList<Problem> problems = answer.value().assessment.problems;
        const Rulebook &rulebook = m_port->rulebook(m_draft->content().date);
        QStringList sentences;
        for (const Problem &problem : problems) {
            if (problem.severity == Severity::Error)
                sentences << issueText(problem, m_draft->content(), &rulebook);
        }
        m_notice->say(tr("Not saved: %1").arg(sentences.join(u"; "_s)), Tone::Danger);
        m_draft->assessNow();
    }
    m_submit->setFocus(Qt::OtherFocusReason);
}

void CasePage::setPhase(Phase phase)
{
    m_phase = phase;
    const bool isTyping = phase == Phase::Typing;
    m_body->setEnabled(isTyping);
    for (QPushButton *button : {m_more, m_save, m_cancel, static_cast<QPushButton *>(m_submit)})
        button->setEnabled(isTyping);
    m_about->setEnabled(isTyping);
    m_progress->setVisible(phase == Phase::Submitting);
    m_stack->setCurrentWidget(phase == Phase::Submitted ? static_cast<QWidget *>(m_summary) : m_typing);
    retranslate();
}

} // namespace Loket
