// SPDX-License-Identifier: Apache-2.0
#include "forms/find/searchpage.h"

#include "forms/common/cardframe.h"
#include "forms/common/emptystate.h"
#include "forms/common/format.h"
#include "forms/common/keybutton.h"
#include "forms/common/listtable.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/sidecolumn.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/whendone.h"
#include "forms/common/widgets.h"
#include "forms/common/workstopcard.h"
#include "forms/find/announcementcard.h"
#include "forms/find/draftcard.h"
#include "forms/find/followupcard.h"
#include "forms/find/limitcard.h"
#include "forms/find/searchmodel.h"
#include "forms/find/todaycard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QStackedWidget>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
constexpr int kResultLimit = 50;
}

SearchPage::SearchPage(Office &office, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_model(new SearchModel(this))
    , m_card(new CardFrame(this))
{
    setObjectName("searchPage"_L1);
    m_card->body()->addWidget(buildResults());
    m_card->setFlush(true);

    auto *side = new SideColumn(this);
    m_limits = new LimitCard(office, navigator, side);
    m_workStop = new WorkStopCard(office, side);
    m_announcement = new AnnouncementCard(office, navigator, side);
    m_drafts = new DraftCard(office, navigator, side);
    m_followUps = new FollowUpCard(office, navigator, side);
    m_today = new TodayCard(office, side);
    side->add(m_limits);
    side->add(m_workStop);
    side->add(m_announcement);
    side->add(m_drafts);
    side->add(m_followUps);
    side->add(m_today);
    side->addStretch();

    auto *layout = pageLayout(this);
    layout->addWidget(m_card, 1);
    layout->addWidget(side);

    connect(&m_office, &Office::changed, this, &SearchPage::reread);
    connect(&m_office, &Office::officerChanged, this, &SearchPage::reread);
    connect(&m_office, &Office::dayChanged, this, &SearchPage::reread);
    retranslate();
    reread();
}

SearchPage::~SearchPage() = default;

QWidget *SearchPage::buildResults()
{
    const Theme &theme = Theme::current();
    m_stack = new QStackedWidget(m_card);
    auto *found = new QWidget(m_stack);
    m_table = new ListTable(found);
    m_table->setObjectName("results"_L1);
    m_table->setModel(m_model);
    m_table->setWeights({3, 1, 1, 1, 0, 3, 0});
    m_table->setFitRows(kResultLimit);
    m_table->setProperty("mayShorten",
                         QVariantList{SearchModel::Fktp}); // whole when pointed at, and on the family's page
    connect(m_table, &ListTable::opened, this, &SearchPage::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                Q_EMIT currentSpoken(
                    now.siblingAtColumn(SearchModel::Name).data(Qt::AccessibleTextRole).toString());
            });

    m_notThese = roleLabel(u"muted"_s, found);
    m_registerBelow = new KeyButton(found);
    m_registerBelow->setObjectName("registerBelow"_L1);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10));
    below->setSpacing(theme.px(Metric::kSpace3));
    below->addWidget(m_notThese);
    below->addWidget(m_registerBelow);
    m_servicesBelow = new KeyButton(found);
    below->addWidget(m_servicesBelow);
    below->addStretch(1);
    auto *column = new QVBoxLayout(found);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table);
    column->addLayout(below);
    column->addStretch(1);

    m_message = new EmptyState(Icon::Search, m_stack);
    m_registerEmpty = new KeyButton(m_message);
    m_registerEmpty->setObjectName("registerEmpty"_L1);
    m_message->addAction(m_registerEmpty);
    m_servicesEmpty = new KeyButton(m_message);
    m_servicesEmpty->setObjectName("servicesEmpty"_L1);
    m_message->addAction(m_servicesEmpty);

    for (KeyButton *button : {m_registerBelow, m_registerEmpty}) {
        button->setKey(u"F3"_s);
        button->setPrimary(true);
        connect(button, &QPushButton::clicked, this, [this] { m_navigator.startCase(u"REG-PBPU"_s); });
    }
    for (KeyButton *button : {m_servicesBelow, m_servicesEmpty}) {
        button->setKey(u"F8"_s);
        connect(button, &QPushButton::clicked, this, [this] { m_navigator.chooseService(); });
    }
    constexpr int kRoomy = 115; // larger words leave no room for the question before the buttons
    const auto fit = [this] { m_notThese->setVisible(Theme::current().scale() <= kRoomy); };
    fit();
    connect(&Theme::current(), &Theme::changed, this, fit);
    m_stack->addWidget(m_message);
    m_stack->addWidget(found);
    return m_stack;
}

QString SearchPage::title() const
{
    return tr("Search");
}

void SearchPage::cameToFront()
{
    reread();
}

void SearchPage::setQuery(const QString &text)
{
    const QString wanted = text.simplified();
    if (wanted == m_query && m_look != Look::Failed)
        return;
    m_query = wanted;
    m_openWhenAnswered = false;
    const quint64 question = ++m_asked;
    if (m_query.isEmpty()) {
        m_answered = question;
        m_answer = {};
        m_model->clear();
        show(Look::Idle);
        return;
    }
    whenDone(m_office.search(m_query, kResultLimit), this,
             [this, question](const Outcome<SearchAnswer> &answer) {
                 if (question != m_asked)
                     return; // the officer typed on; a newer answer is on its way
                 m_answered = question;
                 showAnswer(answer);
             });
}

void SearchPage::showAnswer(const Outcome<SearchAnswer> &answer)
{
    if (!answer) {
        m_failure = failureText(answer.error());
        m_model->clear();
        show(Look::Failed);
        return;
    }
    m_answer = answer.value();
    m_model->setAnswer(m_answer, m_query, m_office.context().facilities);
    show(m_answer.hits.isEmpty() ? Look::Nothing : Look::Found);
    m_table->selectRow(0);
    if (std::exchange(m_openWhenAnswered, false) && !m_model->onlyFamily().isEmpty())
        openCurrent();
}

void SearchPage::moveBy(int rows)
{
    if (m_look == Look::Idle && rows > 0 && m_followUps->count() > 0)
        m_followUps->takeFocus(); // nothing is looked for: what waits is next
    m_table->moveBy(rows);
}

void SearchPage::openCurrent()
{
    if (m_answered != m_asked) {
        m_openWhenAnswered = true;
        return;
    }
    const int row = m_table->currentRow();
    if (row < 0 || m_look != Look::Found)
        return;
    const QString kk = m_model->hit(row).kk;
    m_navigator.showFamily(kk);
}

void SearchPage::show(Look look)
{
    m_look = look;
    m_stack->setCurrentIndex(look == Look::Found ? 1 : 0);
    retranslate();
}

void SearchPage::reread()
{
    m_limits->reread();
    m_workStop->reread();
    m_announcement->reread();
    m_drafts->reread();
    m_followUps->reread();
    m_today->reread();
}

void SearchPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
        Q_EMIT titleChanged();
    }
}

void SearchPage::retranslate()
{
    m_card->setTitle(tr("Participants"));
    m_card->setHint(m_look == Look::Found ? tr("↑↓ choose · Enter opens the family") : QString());
    m_table->setAccessibleName(tr("Participants found"));
    m_notThese->setText(tr("None of these?"));
    m_registerBelow->setText(tr("Register a new family"));
    m_registerEmpty->setText(tr("Register a new family"));
    m_servicesBelow->setText(tr("All services"));
    m_servicesEmpty->setText(tr("All services"));
    const qint64 known = m_answer.participants;
    const QString hits = numberText(m_answer.hits.size()) + (m_answer.more ? u"+"_s : QString());
    m_card->setCount(m_look == Look::Found ? tr("%1 of %2").arg(hits, numberText(known)) : QString());
    switch (m_look) {
    case Look::Idle:
        m_message->set(tr("Who is in front of you?"),
                       tr("Type a NIK, KK, card number, VA, phone number or name, or scan a card."));
        break;
    case Look::Nothing:
        m_message->set(tr("Nobody found for “%1”").arg(m_query),
                       tr("Check the number on the card or KK. A family that is not a participant yet can be "
                          "registered now."));
        break;
    case Look::Failed:
        m_message->set(tr("The search did not work"), m_failure);
        break;
    case Look::Found:
        break;
    }
}

} // namespace Loket
