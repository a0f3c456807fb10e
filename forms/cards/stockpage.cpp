// SPDX-License-Identifier: Apache-2.0
#include "forms/cards/stockpage.h"

#include "forms/cards/stockcard.h"
#include "forms/cards/stockdialog.h"
#include "forms/cards/stockmodel.h"
#include "forms/common/cardframe.h"
#include "forms/common/emptystate.h"
#include "forms/common/format.h"
#include "forms/common/listtable.h"
#include "forms/common/office.h"
#include "forms/common/sidecolumn.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "model/desk/cardrules.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostStockEntries = 500; ///< what is left comes from the whole history
}

StockPage::StockPage(Office &office, QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_model(new StockModel(this))
    , m_card(new CardFrame(this))
    , m_stack(new QStackedWidget(m_card))
    , m_none(new EmptyState(Icon::IdCard, m_stack))
    , m_table(new ListTable(m_stack))
{
    setObjectName("stockPage"_L1);
    m_card->setFlush(true);
    m_table->setObjectName("stockHistory"_L1);
    m_table->setModel(m_model);
    m_table->setWeights({0, 0, 0, 0, 3, 0});
    m_table->setProperty("mayShorten", QVariantList{StockModel::Detail});
    m_first = new QPushButton(m_none);
    m_first->setObjectName("firstStock"_L1);
    m_first->setProperty("role", u"primary"_s);
    m_none->addAction(m_first);
    m_stack->addWidget(m_none);
    m_stack->addWidget(m_table);
    m_card->body()->addWidget(m_stack);
    auto *layout = pageLayout(this);
    layout->addWidget(m_card, 1);
    layout->addWidget(buildSide());
    connect(m_first, &QPushButton::clicked, this, [this] { note(StockEvent::Counted); });
    connect(m_received, &QPushButton::clicked, this, [this] { note(StockEvent::Received); });
    connect(m_spoilt, &QPushButton::clicked, this, [this] { note(StockEvent::Spoilt); });
    connect(m_counted, &QPushButton::clicked, this, [this] { note(StockEvent::Counted); });
    connect(&m_office, &Office::changed, this, [this] {
        if (isVisible())
            reread();
    });
    retranslate();
}

StockPage::~StockPage() = default;

QWidget *StockPage::buildSide()
{
    auto *side = new SideColumn(this);
    m_levels = new QWidget(side);
    m_levelColumn = new QVBoxLayout(m_levels);
    m_levelColumn->setContentsMargins(0, 0, 0, 0);
    m_levelColumn->setSpacing(Theme::current().px(Metric::kSpace3));
    m_acts = new CardFrame(side);
    const std::pair<QPushButton **, QLatin1StringView> buttons[]
        = {{&m_received, "stockReceived"_L1}, {&m_spoilt, "stockSpoilt"_L1}, {&m_counted, "stockCounted"_L1}};
    for (const auto &[place, name] : buttons) {
        *place = new QPushButton(m_acts);
        (*place)->setObjectName(name);
        m_acts->body()->addWidget(*place);
    }
    m_said = roleLabel(u"small"_s, m_acts);
    m_said->setObjectName("stockSaid"_L1);
    m_said->setWordWrap(true);
    m_said->hide();
    m_acts->body()->addWidget(m_said);
    side->add(m_levels);
    side->add(m_acts);
    side->addStretch();
    return side;
}

QString StockPage::title() const
{
    return tr("Blank cards");
}

void StockPage::cameToFront()
{
    m_said->hide();
    reread();
    if (m_model->rowCount() == 0)
        m_first->setFocus();
    else
        m_received->setFocus();
}

void StockPage::note(StockEvent kind)
{
    auto *dialog = new StockDialog(m_office, kind, this);
    connect(dialog, &StockDialog::noted, this, [this](const QString &said) {
        m_said->setText(said);
        m_said->show();
        m_received->setFocus();
    });
    dialog->open();
}

void StockPage::reread()
{
    const auto entries = m_office.cards().stockHistory(0, kMostStockEntries);
    m_failure = entries ? QString() : failureText(entries.error());
    const int row = m_table->currentRow();
    QHash<QString, QString> officers;
    for (const Officer &one : m_office.officers())
        officers.insert(one.id, one.name);
    m_model->setEntries(entries ? entries.value() : QList<StockEntry>(), m_office.clock().nowUtc(), officers);
    m_table->selectRow(qMin(qMax(row, 0), m_model->rowCount() - 1));
    const auto levels = m_office.cards().levels();
    const QList<StockLevel> shown = levels ? levels.value() : QList<StockLevel>();
    while (m_cards.size() < shown.size()) {
        m_cards += new StockCard(m_levels);
        m_levelColumn->addWidget(m_cards.last());
    }
    const int few = fewCards(m_office.context().rulebooks->on(m_office.today()), nullptr);
    for (int i = 0; i < int(m_cards.size()); ++i) {
        m_cards.at(i)->setVisible(i < int(shown.size()));
        if (i < int(shown.size()))
            m_cards.at(i)->set(shown.at(i), few);
    }
    m_levels->setVisible(!shown.isEmpty());
    retranslate();
}

void StockPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        reread();
        Q_EMIT titleChanged();
    }
}

void StockPage::retranslate()
{
    m_card->setTitle(tr("History of the blank cards"));
    m_table->setAccessibleName(tr("History of the blank cards"));
    if (m_failure.isEmpty())
        m_none->set(tr("The blank cards were not counted yet"),
                    tr("Count them once. From then on every printed card is taken off by itself."));
    else
        m_none->set(tr("The list can't be read"), m_failure);
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    m_first->setText(tr("Count the cards…"));
    m_acts->setTitle(tr("Note"));
    m_received->setText(tr("Cards received…"));
    m_spoilt->setText(tr("Spoilt cards…"));
    m_counted->setText(tr("Count the cards…"));
}

} // namespace Loket
