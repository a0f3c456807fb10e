// SPDX-License-Identifier: Apache-2.0
#include "forms/cards/cardroom.h"

#include "forms/cards/handoverpage.h"
#include "forms/cards/roomstrip.h"
#include "forms/cards/stockpage.h"
#include "forms/common/format.h"
#include "forms/common/office.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "forms/family/cardspage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

CardRoom::CardRoom(Office &office, Navigator &navigator, Dialogs &dialogs, QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_top(new QWidget(this))
    , m_strip(new RoomStrip({u"cardsToPrint"_s, u"cardsToCollect"_s, u"cardStock"_s}, m_top))
    , m_unclear(new QWidget(this))
    , m_howMany(roleLabel(u"strong"_s, m_unclear))
    , m_settle(new QPushButton(m_unclear))
    , m_stack(new QStackedWidget(this))
    , m_handOver(new HandOverPage(office, navigator, dialogs, m_stack))
{
    setObjectName("cardRoom"_L1);
    m_stack->addWidget(new CardsPage(office, navigator, m_stack));
    m_stack->addWidget(m_handOver);
    m_stack->addWidget(new StockPage(office, m_stack));
    auto *row = new QHBoxLayout(m_top);
    row->addWidget(m_strip);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_howMany->setObjectName("unclearPrints"_L1);
    m_howMany->setWordWrap(true);
    m_settle->setObjectName("settleUnclear"_L1);
    auto *unclear = new QHBoxLayout(m_unclear);
    unclear->addWidget(m_howMany, 1);
    unclear->addWidget(m_settle);
    column->addWidget(m_top);
    column->addWidget(m_unclear);
    column->addWidget(m_stack, 1);
    connect(m_settle, &QPushButton::clicked, this, [this] {
        m_strip->choose(ToCollect);
        m_handOver->showUnclear();
    });
    connect(m_strip, &RoomStrip::chosen, this, [this](int index) {
        current()->leaving();
        m_stack->setCurrentIndex(index);
        current()->cameToFront();
        Q_EMIT titleChanged();
    });
    for (const auto &[key, step] : {std::pair{Qt::Key_PageDown, 1}, std::pair{Qt::Key_PageUp, -1}}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WindowShortcut); // only while this page is in sight
        connect(shortcut, &QShortcut::activated, this,
                [this, by = step] { m_strip->choose(m_strip->current() + by); });
    }
    connect(&m_office, &Office::changed, this, &CardRoom::retranslate);
    connect(&Theme::current(), &Theme::changed, this, &CardRoom::applyMetrics);
    applyMetrics();
    retranslate();
}

void CardRoom::show(Room room)
{
    m_strip->choose(room);
}

Page *CardRoom::current() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

QString CardRoom::title() const
{
    return current()->title();
}

bool CardRoom::can(Act act) const
{
    return current()->can(act);
}

void CardRoom::perform(Act act)
{
    current()->perform(act);
}

void CardRoom::cameToFront()
{
    current()->cameToFront();
}

void CardRoom::leaving()
{
    current()->leaving();
}

void CardRoom::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CardRoom::retranslate()
{
    const CardCounts counts = m_office.cards().counts();
    const int waiting = counts.waiting;
    m_unclear->setVisible(counts.open > 0);
    m_howMany->setText(tr("%n prints: nobody has said yet whether they came out", nullptr, counts.open));
    m_settle->setText(tr("Say what came out"));
    m_strip->setTexts({tr("To print"),
                       waiting > 0 ? tr("To collect (%1)").arg(numberText(waiting)) : tr("To collect"),
                       tr("Blank cards")});
}

void CardRoom::applyMetrics()
{
    const int margin = Theme::current().px(Metric::kSpace4);
    for (QWidget *row : {m_top, m_unclear})
        row->layout()->setContentsMargins(margin, Theme::current().px(Metric::kSpace3), margin, 0);
}

} // namespace Loket
