// SPDX-License-Identifier: Apache-2.0
#include "forms/find/draftcard.h"

#include "forms/common/format.h"
#include "forms/common/listtable.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/whendone.h"
#include "forms/common/widgets.h"
#include "forms/find/draftmodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

DraftCard::DraftCard(Office &office, Navigator &navigator, QWidget *parent)
    : CardFrame(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_model(new DraftModel(this))
    , m_table(new ListTable(this))
    , m_none(roleLabel(u"muted"_s, this))
{
    setFlush(true);
    m_table->setObjectName("drafts"_L1);
    m_table->setModel(m_model);
    m_table->setWeights({1, 0, 0});
    m_table->horizontalHeader()->hide();
    m_table->setFitRows(5);
    const auto apply = [this] { m_none->setMargin(Theme::current().px(14)); };
    apply();
    connect(&Theme::current(), &Theme::changed, this, apply);
    m_none->setWordWrap(true);
    body()->addWidget(m_table);
    body()->addWidget(m_none);
    connect(m_table, &ListTable::opened, this, &DraftCard::open);
    connect(m_table, &ListTable::removeAsked, this, &DraftCard::discard);
    connect(m_table, &ListTable::cellClicked, this, [this](int row, int column) {
        if (column == DraftModel::Discard)
            discard(row);
    });
    retranslate();
}

void DraftCard::reread()
{
    const auto drafts = m_office.drafts();
    const QString failure = drafts ? QString() : failureText(drafts.error());
    m_model->setDrafts(drafts ? drafts.value() : QList<DraftSummary>(), m_office.clock().nowUtc());
    const int count = m_model->rowCount();
    setCount(count > 0 ? numberText(count) : QString(), Tone::Warning);
    m_table->setVisible(count > 0);
    m_none->setVisible(count == 0);
    m_none->setText(failure.isEmpty() ? tr("No drafts. What you type is kept here by itself.") : failure);
}

void DraftCard::open(int row)
{
    const auto content = m_office.draft(m_model->draft(row).id);
    if (!content)
        m_navigator.toast(failureText(content.error()));
    else if (content.value())
        m_navigator.openCase(*content.value());
    else
        reread(); // submitted or thrown away meanwhile
}

void DraftCard::discard(int row)
{
    const QString id = m_model->draft(row).id;
    const bool hadFocus = m_table->hasFocus();
    m_model->hide(id);
    reread();
    if (hadFocus && m_model->rowCount() == 0)
        m_navigator.showSearch(); // the list is gone: the cursor goes where work goes on
    m_navigator.toastWithUndo(
        tr("Draft discarded"), tr("Take back (Ctrl+Z)"),
        [this, id] {
            m_model->showAgain(id);
            reread();
        },
        [this, id] {
            whenDone(m_office.discardDraft(id), this, [this, id](const Outcome<Nothing> &done) {
                m_model->showAgain(id); // gone from the store, or back on screen with the reason
                if (!done)
                    m_navigator.toast(failureText(done.error()));
                reread();
            });
        });
}

void DraftCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
        reread();
    }
}

void DraftCard::retranslate()
{
    setTitle(tr("My drafts"));
    m_table->setAccessibleName(tr("My drafts"));
    m_table->setAccessibleDescription(tr("Enter opens, Del discards"));
}

} // namespace Loket
