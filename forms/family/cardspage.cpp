// SPDX-License-Identifier: Apache-2.0
#include "forms/family/cardspage.h"

#include "forms/common/cardframe.h"
#include "forms/common/emptystate.h"
#include "forms/common/format.h"
#include "forms/common/keybutton.h"
#include "forms/common/listtable.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/sidecolumn.h"
#include "forms/common/texts.h"
#include "forms/common/widgets.h"
#include "forms/family/cardsmodel.h"
#include "forms/family/cardwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRecentCases = 100; ///< older cards are found by the search
}

CardsPage::CardsPage(Office &office, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_model(new CardsModel(this))
    , m_card(new CardFrame(this))
{
    setObjectName("cardsPage"_L1);
    m_card->setFlush(true);
    m_stack = new QStackedWidget(m_card);
    m_none = new EmptyState(Icon::IdCard, m_stack);
    m_table = new ListTable(m_stack);
    m_table->setObjectName("cards"_L1);
    m_table->setModel(m_model);
    m_table->setWeights({3, 1, 3, 0, 0});
    m_stack->addWidget(m_none);
    m_stack->addWidget(m_table);
    m_card->body()->addWidget(m_stack);

    auto *side = new SideColumn(this);
    m_chosen = new CardFrame(side);
    m_who = roleLabel(u"strong"_s, m_chosen);
    m_who->setWordWrap(true);
    m_why = roleLabel(u"muted"_s, m_chosen);
    m_why->setWordWrap(true);
    m_print = new KeyButton(m_chosen);
    m_print->setObjectName("printCard"_L1);
    m_print->setKey(u"Ctrl P"_s);
    m_print->setPrimary(true);
    m_print->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_family = new QPushButton(m_chosen);
    m_family->setObjectName("cardFamily"_L1);
    m_several = new QPushButton(side);
    m_several->setObjectName("printSeveral"_L1);
    m_chosen->body()->addWidget(m_who);
    m_chosen->body()->addWidget(m_why);
    m_chosen->body()->addWidget(m_print);
    m_chosen->body()->addWidget(m_family);
    side->add(m_chosen);
    side->add(m_several);
    side->addStretch();
    auto *layout = pageLayout(this);
    layout->addWidget(m_card, 1);
    layout->addWidget(side);

    connect(m_table, &ListTable::opened, this, &CardsPage::print);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CardsPage::showCurrent);
    connect(m_print, &QPushButton::clicked, this, [this] { print(m_table->currentRow()); });
    connect(m_family, &QPushButton::clicked, this,
            [this] { m_navigator.showFamily(m_model->kk(m_table->currentRow())); });
    connect(m_several, &QPushButton::clicked, this,
            [this] { m_navigator.showCards(m_model->printableCards()); });
    const auto ifShown = [this] {
        if (isVisible())
            reread();
    };
    connect(&m_office, &Office::changed, this, ifShown);
    connect(&m_office, &Office::dayChanged, this, ifShown);
    retranslate();
}

CardsPage::~CardsPage() = default;

QString CardsPage::title() const
{
    return tr("Cards");
}

bool CardsPage::can(Act act) const
{
    return act == Act::Print && m_table->currentRow() >= 0;
}

void CardsPage::perform(Act act)
{
    if (act == Act::Print)
        print(m_table->currentRow());
}

void CardsPage::cameToFront()
{
    reread();
    m_table->setFocus();
}

void CardsPage::reread()
{
    const auto recent = m_office.cases(0, kRecentCases);
    m_failure = recent ? QString() : failureText(recent.error());
    QList<FamilyView> families;
    QStringList seen;
    for (const CaseRecord &record : recent ? recent.value() : QList<CaseRecord>()) {
        const QString kk = record.content.family.kk;
        if (kk.isEmpty() || seen.contains(kk))
            continue;
        seen += kk;
        if (const auto family = m_office.family(kk); family && family.value())
            families += *family.value();
    }
    int row = qMax(m_table->currentRow(), 0);
    const QString card = row < m_model->rowCount() ? m_model->member(row).card : QString();
    m_model->setFamilies(families, m_office.context());
    for (int i = 0; i < m_model->rowCount(); ++i) { // the same card, wherever it stands now
        if (m_model->member(i).card == card)
            row = i;
    }
    m_table->selectRow(qMin(row, m_model->rowCount() - 1));
    retranslate();
}

void CardsPage::print(int row)
{
    if (row < 0)
        return;
    const MemberView &member = m_model->member(row);
    const CardStanding &standing = m_model->standing(row);
    if (standing.refusal.isEmpty())
        m_navigator.showCard(member.card);
    else
        m_navigator.toast(cardStandingText(standing));
}

void CardsPage::showCurrent()
{
    const int row = m_table->currentRow();
    m_chosen->setVisible(row >= 0);
    if (row < 0)
        return;
    const MemberView &member = m_model->member(row);
    const CardStanding &standing = m_model->standing(row);
    m_chosen->setTitle(personName(member.name));
    m_who->setText(member.card.isEmpty() ? tr("No card number yet")
                                         : tr("Card %1").arg(groupedDigits(member.card)));
    m_why->setText(cardStandingText(standing));
    m_print->setEnabled(standing.refusal.isEmpty());
}

void CardsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        retranslate();
        Q_EMIT titleChanged();
    }
}

void CardsPage::retranslate()
{
    m_card->setTitle(tr("Cards of families registered here"));
    m_card->setCount(m_model->rowCount() > 0 ? tr("%1 can be printed").arg(numberText(m_model->printable()))
                                             : QString(),
                     m_model->printable() > 0 ? Tone::Ok : Tone::Neutral);
    m_card->setHint(m_model->rowCount() > 0 ? tr("Enter shows the card") : QString());
    m_table->setAccessibleName(tr("Cards of families registered here"));
    if (m_failure.isEmpty())
        m_none->set(tr("No family has been registered here yet"),
                    tr("For a card of any other participant, search with F2 and open the family."));
    else
        m_none->set(tr("The list can't be read"), m_failure);
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    m_print->setText(tr("Print card"));
    m_family->setText(tr("Open family"));
    m_several->setText(tr("Print several cards…"));
    showCurrent();
}

} // namespace Loket
