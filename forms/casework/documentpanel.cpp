// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/documentpanel.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/documentrow.h"
#include "forms/casework/issuetext.h"
#include "forms/casework/memberpath.h"
#include "forms/common/texts.h"
#include "forms/common/whypopup.h"

#include <QCheckBox>
#include <QEvent>
#include <QKeyEvent>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

DocumentPanel::DocumentPanel(CaseDraft &draft, QWidget *parent)
    : CardFrame(parent)
    , m_draft(draft)
{
    setObjectName(u"documents"_s);
    body()->setSpacing(0);
    connect(&draft, &CaseDraft::assessed, this, &DocumentPanel::refresh);
    retranslate();
}

void DocumentPanel::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DocumentPanel::retranslate()
{
    setTitle(tr("Documents"));
    refresh();
}

void DocumentPanel::refresh()
{
    const Case &content = m_draft.content();
    const QList<DocumentNeed> &needs = m_draft.assessment().documents;
    m_count = int(needs.size());
    while (m_rows.size() < m_count) {
        auto *row = new DocumentRow(this);
        const int index = int(m_rows.size());
        row->box()->installEventFilter(this);
        row->box()->setProperty("row", index);
        body()->addWidget(row);
        m_rows << row;
        Q_EMIT rowMade();
        connect(row, &DocumentRow::ticked, this,
                [this, row](bool seen) { m_draft.setSeen(row->need().code, row->need().member, seen); });
        connect(row, &DocumentRow::photoWanted, this,
                [this, row] { Q_EMIT photoWanted(*row->need().member); });
        bindScan(row);
        connect(row, &DocumentRow::whyAsked, this, [this, row] {
            const DocumentNeed &need = row->need();
            WhyPopup::open(row, m_draft.port().rulebook(m_draft.content().date), row->box()->text(),
                           rulesBehind({need.rule}, need.source, m_draft.assessment().fired));
        });
        connect(row, &DocumentRow::waived, this, [this, row](const QString &reason) {
            m_draft.setText(memberPath(*row->need().member, u"photoWaived"_s), reason);
            m_draft.endStep();
            row->box()->setFocus(Qt::OtherFocusReason);
        });
        connect(row, &DocumentRow::unwaived, this, [this, row] {
            m_draft.setText(memberPath(*row->need().member, u"photoWaived"_s), {});
            m_draft.endStep();
        });
    }
    int seen = 0;
    int focused = -1; // also while a dialog is in front
    for (int i = 0; i < m_count; ++i) {
        const DocumentNeed &need = needs[i];
        if (m_rows[i]->isAncestorOf(window()->focusWidget()))
            focused = i;
        seen += need.seen;
        QString text = codeLabel(u"document"_s, need.code);
        QString waived;
        if (need.member) {
            text = tr("%1 — %2", "document, member").arg(text, memberCallName(content, *need.member));
            if (need.code == u"PHOTO" && *need.member < content.family.members.size())
                waived = content.family.members[*need.member].photoWaived;
        }
        if (!need.required)
            text = tr("%1 (if there is one)").arg(text);
        m_rows[i]->show(need, text, waived, !m_draft.scanOf(need.code, need.member).isEmpty());
    }
    for (qsizetype i = m_count; i < m_rows.size(); ++i)
        m_rows[i]->hide();
    setCount(m_count > 0 ? tr("%1 of %2").arg(seen).arg(m_count) : QString(),
             m_count > 0 && seen == m_count ? Tone::Ok : Tone::Neutral);
    setVisible(m_count > 0 || m_draft.familyNeed() == FamilyNeed::New);
    if (focused >= 0 && m_rows[focused]->isHidden())
        goOnFrom(focused);
}

void DocumentPanel::bindScan(DocumentRow *row)
{
    connect(row, &DocumentRow::scanWanted, this, [this, row] {
        const DocumentNeed need = row->need(); // the list may be another one when the scan is there
        QPointer<DocumentPanel> panel = this;
        m_draft.port().takeScan(this, need.code, row->box()->text(), m_draft.content().date,
                                [panel, need](const QString &name) {
                                    if (panel)
                                        panel->m_draft.setScan(need.code, need.member, name);
                                });
    });
    connect(row, &DocumentRow::scanViewWanted, this, [this, row] {
        m_draft.port().showScan(this, row->box()->text(),
                                m_draft.scanOf(row->need().code, row->need().member));
    });
    connect(row, &DocumentRow::scanDropped, this,
            [this, row] { m_draft.setScan(row->need().code, row->need().member, {}); });
}

/// The line that had the focus is settled.
void DocumentPanel::goOnFrom(int row)
{
    for (int i = 1; i <= m_count; ++i) {
        DocumentRow *next = m_rows[(row + i) % m_count];
        if (!next->isHidden() && !next->need().seen) {
            next->box()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    Q_EMIT allSeen();
}

void DocumentPanel::focusFirstOpen()
{
    for (int i = 0; i < m_count; ++i) {
        if (!m_rows[i]->need().seen) {
            m_rows[i]->box()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    if (m_count > 0)
        m_rows[0]->box()->setFocus(Qt::OtherFocusReason);
}

void DocumentPanel::step(int from, int by)
{
    int to = from + by;
    while (to >= 0 && to < m_count && m_rows[to]->isHidden())
        to += by;
    if (to >= 0 && to < m_count)
        m_rows[to]->box()->setFocus(Qt::OtherFocusReason);
}

bool DocumentPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return CardFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    auto *box = qobject_cast<QCheckBox *>(watched);
    const int row = watched->property("row").toInt();
    if (key->modifiers() != Qt::NoModifier && key->modifiers() != Qt::KeypadModifier)
        return false;
    switch (key->key()) {
    case Qt::Key_Down:
        step(row, 1);
        return true;
    case Qt::Key_Up:
        step(row, -1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Ticks and goes on, so that a checklist in order is one key a document.
        if (!m_rows[row]->need().seen)
            box->click();
        goOnFrom(row);
        return true;
    default:
        return m_rows[row]->takeKey(key->key());
    }
}

} // namespace Loket
