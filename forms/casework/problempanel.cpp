// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/problempanel.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/issuetext.h"
#include "forms/casework/problemrow.h"
#include "forms/casework/wraplink.h"
#include "forms/common/keyhint.h"
#include "forms/common/pill.h"
#include "forms/common/theme.h"
#include "forms/common/whypopup.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {
constexpr int kNamedEmpty = 4; ///< so many empty fields are named before "…"
}

ProblemPanel::ProblemPanel(CaseDraft &draft, QWidget *parent)
    : CardFrame(parent)
    , m_draft(draft)
    , m_emptyLink(new WrapLink(this))
    , m_allWell(new WrapLink(this))
    , m_warningPill(addMark())
{
    setObjectName(u"problems"_s);
    m_emptyLink->setObjectName(u"stillEmpty"_s);
    m_allWell->setObjectName(u"allWell"_s);
    m_allWell->setFocusPolicy(Qt::NoFocus);
    m_allWell->unsetCursor();
    auto *key = new KeyHint(u"F6"_s, this);
    addToHeader(key);
    // Large text leaves the counts no room beside it; the notice names the key too.
    const auto showKey = [key] { key->setVisible(Theme::current().scale() < 130); };
    showKey();
    connect(&Theme::current(), &Theme::changed, key, showKey);
    body()->setSpacing(0);
    body()->addWidget(m_emptyLink);
    body()->addWidget(m_allWell);
    connect(m_emptyLink, &QAbstractButton::clicked, this, [this] {
        if (!m_empty.isEmpty())
            Q_EMIT problemChosen(m_empty.first());
    });
    connect(&draft, &CaseDraft::assessed, this, &ProblemPanel::refresh);
    retranslate();
}

void ProblemPanel::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProblemPanel::retranslate()
{
    setTitle(tr("Problems"));
    refresh();
}

void ProblemPanel::setEmptyIsProblem(bool isProblem)
{
    m_emptyIsProblem = isProblem;
    refresh();
}

ProblemRow *ProblemPanel::rowAt(int index)
{
    while (m_rows.size() <= index) {
        auto *row = new ProblemRow(this);
        body()->insertWidget(int(m_rows.size()), row);
        connect(row, &ProblemRow::chosen, this, [this, row] { Q_EMIT problemChosen(row->problem()); });
        connect(row, &ProblemRow::whyAsked, this, [this, row] {
            const Problem &problem = row->problem();
            const Rulebook &rulebook = m_draft.port().rulebook(m_draft.content().date);
            WhyPopup::open(row, rulebook, issueText(problem, m_draft.content(), &rulebook),
                           rulesBehind({problem.rule}, problem.source, m_draft.assessment().fired));
        });
        connect(row, &ProblemRow::passed, this, [this, row](const QString &reason) {
            m_draft.passWarning(row->problem().code, row->problem().path, reason);
            if (!m_isAsking)
                return;
            m_draft.assessNow();
            m_isAsking = askNextReason();
            if (!m_isAsking)
                Q_EMIT reasonsGiven();
        });
        connect(row, &ProblemRow::recalled, this,
                [this, row] { m_draft.recallWarning(row->problem().code, row->problem().path); });
        m_rows << row;
        Q_EMIT rowMade();
    }
    return m_rows[index];
}

void ProblemPanel::refresh()
{
    const Rulebook &rulebook = m_draft.port().rulebook(m_draft.content().date);
    m_shown.clear();
    m_empty.clear();
    for (const Problem &problem : m_draft.assessment().problems)
        (isStillEmpty(problem) && !m_emptyIsProblem ? m_empty : m_shown).append(problem);
    std::stable_sort(m_shown.begin(), m_shown.end(), [](const Problem &a, const Problem &b) {
        const auto weight = [](const Problem &p) {
            return p.overridden ? 2 : p.severity == Severity::Warning ? 1 : 0;
        };
        return weight(a) < weight(b);
    });
    m_errors = m_warnings = 0;
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const Problem &problem = m_shown[i];
        m_errors += problem.severity == Severity::Error;
        m_warnings += problem.severity == Severity::Warning && !problem.overridden;
        rowAt(int(i))->show(problem, issueText(problem, m_draft.content(), &rulebook));
    }
    for (qsizetype i = m_shown.size(); i < m_rows.size(); ++i)
        m_rows[i]->hide();

    QStringList names;
    for (const Problem &problem : std::as_const(m_empty)) {
        const QString label
            = problem.code == u"field.required" ? fieldLabel(&rulebook, problem.path) : QString();
        const QString name = label.isEmpty() ? issueText(problem, m_draft.content(), &rulebook) : label;
        if (!names.contains(name))
            names << name;
    }
    const bool isMore = names.size() > kNamedEmpty;
    names = names.mid(0, kNamedEmpty);
    m_emptyLink->say(u"○"_s,
                     tr("%n still to fill in: %1", nullptr, int(m_empty.size()))
                         .arg(names.join(u", "_s) + (isMore ? u" …"_s : QString())),
                     Tone::Neutral);
    m_emptyLink->setVisible(!m_empty.isEmpty());
    m_allWell->say(u"✓"_s, tr("Nothing is wrong"), Tone::Ok);
    m_allWell->setVisible(m_shown.isEmpty() && m_empty.isEmpty());

    setCount(m_errors > 0 ? tr("%n error(s)", nullptr, m_errors) : QString(), Tone::Danger);
    m_warningPill->set(tr("%n warning(s)", nullptr, m_warnings), Tone::Warning);
    m_warningPill->setVisible(m_warnings > 0);
}

void ProblemPanel::askReasons()
{
    m_isAsking = askNextReason();
}

bool ProblemPanel::askNextReason()
{
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i].severity == Severity::Warning && !m_shown[i].overridden) {
            m_rows[i]->askReason();
            return true;
        }
    }
    return false;
}

const Problem *ProblemPanel::next()
{
    QList<const Problem *> round;
    for (const QList<Problem> *list : {&m_shown, &m_empty}) {
        for (const Problem &problem : *list) {
            if (!problem.overridden)
                round << &problem;
        }
    }
    if (round.isEmpty())
        return nullptr;
    m_next %= round.size();
    return round[m_next++];
}

} // namespace Loket
