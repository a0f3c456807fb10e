// SPDX-License-Identifier: Apache-2.0
#include "forms/find/todaycard.h"

#include "forms/cards/stockcard.h"
#include "forms/common/format.h"
#include "forms/common/office.h"
#include "forms/common/officewords.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "model/desk/cardrules.h"
#include "model/rulebook/rulebook.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace Loket {

using namespace Qt::StringLiterals;

TodayCard::TodayCard(Office &office, QWidget *parent)
    : CardFrame(parent)
    , m_office(office)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::current().px(Metric::kSpace3));
    grid->setVerticalSpacing(0);
    for (int i = 0; i < int(m_figures.size()); ++i) {
        auto *box = new QVBoxLayout;
        box->setSpacing(0);
        m_figures[size_t(i)] = roleLabel(u"figure"_s, this);
        m_words[size_t(i)] = roleLabel(u"small"_s, this);
        box->addWidget(m_figures[size_t(i)]);
        box->addWidget(m_words[size_t(i)]);
        grid->addLayout(box, i / 2, i % 2);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    body()->addLayout(grid);
    m_cards = roleLabel(u"small"_s, this);
    m_cards->setObjectName("cardNotes"_L1);
    m_cards->setWordWrap(true);
    setLook(m_cards, "tone", toneWord(Tone::Warning));
    body()->addWidget(m_cards);
    retranslate();
}

void TodayCard::reread()
{
    const StoreStatus status = m_office.status();
    m_figures[0]->setText(numberText(status.casesToday));
    m_figures[1]->setText(numberText(status.cardsPrintedToday));
    m_figures[2]->setText(numberText(waitingToSend(status)));
    m_figures[3]->setText(numberText(status.drafts));
    QStringList notes;
    const Context &context = m_office.context();
    if (const auto levels = m_office.cards().levels(); levels && context.rulebooks) {
        const int few = fewCards(context.rulebooks->on(context.today), nullptr);
        if (const QString text = fewCardsText(levels.value(), few); !text.isEmpty())
            notes += tr("Few blank cards. %1").arg(text);
    }
    if (const int overdue = m_office.cards().counts().overdue; overdue > 0)
        notes += tr("%n printed card(s) wait too long for their owners", nullptr, overdue);
    m_cards->setText(notes.join(u'\n'));
    m_cards->setVisible(!notes.isEmpty());
}

void TodayCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        reread();
    }
}

void TodayCard::retranslate()
{
    setTitle(tr("Today"));
    m_words[0]->setText(tr("cases submitted"));
    m_words[1]->setText(tr("cards printed"));
    m_words[2]->setText(tr("waiting to be sent"));
    m_words[3]->setText(tr("drafts"));
}

} // namespace Loket
