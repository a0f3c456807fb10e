// SPDX-License-Identifier: Apache-2.0
#include "forms/family/familypage.h"

#include "forms/common/availabilitytexts.h"
#include "forms/common/cardframe.h"
#include "forms/common/correction.h"
#include "forms/common/filterfield.h"
#include "forms/common/format.h"
#include "forms/common/keybutton.h"
#include "forms/common/listtable.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/pill.h"
#include "forms/common/servicebox.h"
#include "forms/common/sidecolumn.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/family/cardwords.h"
#include "forms/family/familyhead.h"
#include "forms/family/historymodel.h"
#include "forms/family/membermodel.h"
#include "forms/family/upcomingcard.h"
#include "model/rulebook/rulebook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QScrollArea>
#include <QShortcut>

namespace Loket {

using namespace Qt::StringLiterals;

FamilyPage::FamilyPage(Office &office, Navigator &navigator, QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_members(new FamilyMemberModel([this](const QString &name) { return m_office.blob(name); }, this))
    , m_history(new HistoryModel(this))
{
    setObjectName("familyPage"_L1);
    auto *layout = pageLayout(this);
    layout->addWidget(buildLists(), 1);
    auto *side = new SideColumn(this);
    m_serviceCard = new CardFrame(side);
    m_serviceCard->setFlush(true);
    m_services = new ServiceBox(m_serviceCard);
    m_services->setPadded(true);
    m_serviceCard->body()->addWidget(m_services);
    m_upcoming = new UpcomingCard(side);
    side->add(m_serviceCard, 1);
    side->add(m_upcoming);
    layout->addWidget(side);

    connect(m_memberTable, &ListTable::opened, this, &FamilyPage::printCard);
    connect(m_memberTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { m_isMemberChosen = m_isMemberChosen || m_memberTable->hasFocus(); });
    connect(m_printAll, &QPushButton::clicked, this, &FamilyPage::printAll);
    auto *all = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), this);
    all->setContext(Qt::WindowShortcut); // only while this page is in sight
    connect(all, &QShortcut::activated, this, &FamilyPage::printAll);
    connect(m_historyTable, &ListTable::opened, this, &FamilyPage::openHistory);
    connect(m_services, &ServiceBox::serviceChosen, this,
            [this](const QString &code) { m_navigator.startCase(code, m_family.kk, memberFor(code)); });
    connect(m_services, &ServiceBox::actChosen, this, &FamilyPage::chooseAct);
    connect(m_services, &ServiceBox::whyAsked, this,
            [this](const QString &code) { m_services->showWhy(code, m_family); });
    const auto reread = [this] {
        if (isVisible() && !m_family.kk.isEmpty())
            open(m_family.kk);
    };
    connect(&m_office, &Office::changed, this, reread);
    connect(&m_office, &Office::dayChanged, this, reread);
    retranslate();
}

FamilyPage::~FamilyPage() = default;

QWidget *FamilyPage::buildLists()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(scroll);
    content->setProperty("role", u"sheet"_s);
    scroll->setWidget(content);

    m_head = new FamilyHead(content);
    m_memberCard = new CardFrame(content);
    m_memberCard->setFlush(true);
    m_noNik = new Pill(m_memberCard);
    m_memberCard->addToHeader(m_noNik);
    m_memberTable = new ListTable(m_memberCard);
    m_memberTable->setObjectName("members"_L1);
    m_memberTable->setModel(m_members);
    m_memberTable->setWeights({0, 2, 1, 1, 1, 1, 3, 0});
    m_memberTable->setFitRows(12);
    m_memberTable->setProperty("mayShorten", QVariantList{FamilyMemberModel::Fktp}); // whole when pointed at
    m_memberCard->body()->addWidget(m_memberTable);
    m_printAll = new KeyButton(m_memberCard);
    m_printAll->setObjectName("printFamilyCards"_L1);
    m_printAll->setKey(u"Ctrl Shift P"_s);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_printAll);
    m_memberCard->body()->addLayout(foot);
    m_historyCard = new CardFrame(content);
    m_historyCard->setFlush(true);
    m_historyTable = new ListTable(m_historyCard);
    m_historyTable->setObjectName("history"_L1);
    m_historyTable->setModel(m_history);
    m_historyTable->setWeights({0, 3, 1, 0, 1, 1});
    m_historyTable->setFitRows(20);
    m_historyCard->body()->addWidget(m_historyTable);

    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_head);
    column->addWidget(m_memberCard);
    column->addWidget(m_historyCard);
    column->addStretch(1);
    const auto apply = [column, foot] {
        column->setSpacing(Theme::current().px(14));
        const int margin = Theme::current().px(8);
        foot->setContentsMargins(margin, margin, margin, margin);
    };
    apply();
    connect(&Theme::current(), &Theme::changed, column, apply);
    return scroll;
}

bool FamilyPage::open(const QString &kk)
{
    const auto found = m_office.family(kk);
    if (!found) {
        m_failure = failureText(found.error());
        return false;
    }
    if (!found.value()) {
        m_failure = tr("No family with KK %1 is known here").arg(kk);
        return false;
    }
    m_failure.clear();
    show(*found.value());
    return true;
}

void FamilyPage::show(const FamilyView &family)
{
    const bool isSame = m_family.kk == family.kk;
    const int row = isSame ? m_memberTable->currentRow() : 0;
    m_family = family;
    m_members->setFamily(family, m_office.context().facilities);
    QHash<QString, QString> names;
    for (const Officer &one : m_office.officers())
        names.insert(one.id, one.name);
    m_history->setHistory(family.history, family.scheduled, names);
    m_memberTable->selectRow(qMin(qMax(row, 0), m_members->rowCount() - 1));
    m_isMemberChosen = m_isMemberChosen && isSame;
    retranslate();
    Q_EMIT titleChanged();
}

QString FamilyPage::title() const
{
    if (m_family.members.isEmpty())
        return tr("Family");
    return tr("Family of %1 · KK %2").arg(personName(m_family.members.first().name), m_family.kk);
}

bool FamilyPage::can(Act act) const
{
    return act == Act::Print && m_memberTable->currentRow() >= 0;
}

void FamilyPage::perform(Act act)
{
    if (act != Act::Print)
        return;
    if (m_historyTable->hasFocus() && m_historyTable->currentRow() >= 0)
        m_navigator.showReceipt(m_history->line(m_historyTable->currentRow()).caseId);
    else
        printCard(m_memberTable->currentRow());
}

void FamilyPage::cameToFront()
{
    m_services->filter()->clear();
    m_services->list()->scrollToTop();
    m_services->filter()->setFocus();
}

void FamilyPage::printCard(int row)
{
    const MemberView &member = m_members->member(row);
    const CardStanding standing = cardStandingOf(m_office.context(), m_family, member);
    if (standing.refusal.isEmpty())
        m_navigator.showCard(member.card);
    else
        m_navigator.toast(tr("%1: %2").arg(personName(member.name), cardStandingText(standing)));
}

QStringList FamilyPage::printableCards() const
{
    QStringList cards;
    for (const MemberView &member : m_family.members) {
        if (cardStandingOf(m_office.context(), m_family, member).refusal.isEmpty())
            cards += member.card;
    }
    return cards;
}

void FamilyPage::printAll()
{
    if (const QStringList cards = printableCards(); !cards.isEmpty())
        m_navigator.showCards(cards);
    else
        m_navigator.toast(tr("No card of this family can be printed now"));
}

/// The only member for whom the service is possible, else the one that the officer pointed at.
QString FamilyPage::memberFor(const QString &service) const
{
    const ServiceAvailability *answer = m_services->answerOf(service);
    if (!answer || answer->members.isEmpty())
        return {};
    QStringList keys;
    for (const ServiceAvailability::OfMember &member : answer->members) {
        if (member.answer.state == Possibility::Available)
            keys += member.key;
    }
    if (keys.size() == 1)
        return keys.first();
    const int row = m_memberTable->currentRow();
    return m_isMemberChosen && row >= 0 ? memberKey(m_members->member(row)) : QString();
}

void FamilyPage::openHistory(int row)
{
    const HistoryLine &line = m_history->line(row);
    if (line.kind == HistoryLine::Kind::CardPrinted)
        m_navigator.showCard(line.detail);
    if (line.kind != HistoryLine::Kind::Case)
        return;
    if (needsAction(line.state))
        m_navigator.correctCase(line.caseId);
    else
        m_navigator.showReceipt(line.caseId);
}

void FamilyPage::chooseAct(const QString &key)
{
    if (key == "receipt"_L1)
        m_navigator.showReceipt(m_history->lastCase()->caseId);
    else if (key == "correct"_L1)
        m_navigator.correctCase(m_history->lastCase()->caseId);
    else if (key == "ready"_L1)
        m_navigator.showReady({}, m_family.kk);
    else if (key == "sync"_L1)
        m_navigator.showSync();
}

/// What the rulebook allows, after what this family waits for.
void FamilyPage::showServices()
{
    const Context &context = m_office.context();
    if (!context.rulebooks || m_family.kk.isEmpty())
        return;
    QList<NoteRow> acts;
    const auto add = [&acts](const QString &key, const QString &title, const QString &mark, Tone tone,
                             const QString &detail) {
        NoteRow row;
        row.key = key;
        row.title = title;
        row.mark = mark;
        row.tone = tone;
        row.detail = detail;
        acts += row;
    };
    if (const auto last = m_history->lastCase()) {
        if (needsAction(last->state))
            add(u"correct"_s, tr("Correct the case"), caseStateText(last->state), Tone::Danger, {});
        add(u"receipt"_s, tr("Print receipt"), last->reference, Tone::Neutral, {});
    }
    if (!m_family.va.isEmpty())
        add(u"ready"_s, tr("Message for the applicant"), {}, Tone::Neutral, {});
    if (!m_family.pendingCase.isEmpty())
        add(u"sync"_s, tr("Send to the centre"), tr("waiting"), Tone::Warning, {});
    m_services->setContent(availability(m_family, m_office.channel(), context.today, context),
                           context.rulebooks->on(context.today), tr("This family"), acts);
    m_serviceCard->setCount(numberText(m_services->possible()), Tone::Ok);
}

void FamilyPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_members->retranslate();
        m_history->retranslate();
        retranslate();
        Q_EMIT titleChanged();
    }
}

void FamilyPage::retranslate()
{
    m_head->show(m_family, m_office);
    m_memberCard->setTitle(tr("Members"));
    m_memberCard->setCount(numberText(m_members->rowCount()));
    m_memberTable->setAccessibleName(tr("Members"));
    m_memberTable->setAccessibleDescription(tr("Enter prints the card"));
    m_printAll->setText(tr("Print the family's cards"));
    m_printAll->setEnabled(!printableCards().isEmpty());
    const auto without = std::count_if(m_family.members.cbegin(), m_family.members.cend(),
                                       [](const MemberView &one) { return one.nik.isEmpty(); });
    m_noNik->set(tr("%1 without NIK – complete it when it is issued").arg(without), Tone::Warning);
    m_noNik->setVisible(without > 0);
    m_historyCard->setTitle(tr("History"));
    m_historyCard->setVisible(m_history->rowCount() > 0);
    m_historyTable->setAccessibleName(tr("History"));
    m_historyTable->setAccessibleDescription(tr("Enter shows the receipt, the card or the correction"));
    m_serviceCard->setTitle(tr("What can be done"));
    m_upcoming->show(m_family, m_office);
    showServices();
}

} // namespace Loket
