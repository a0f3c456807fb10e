// SPDX-License-Identifier: Apache-2.0
#include "forms/family/familypage.h"

#include "forms/common/cardframe.h"
#include "forms/common/correction.h"
#include "forms/common/format.h"
#include "forms/common/listtable.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/pill.h"
#include "forms/common/sidecolumn.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/family/actionrow.h"
#include "forms/family/cardwords.h"
#include "forms/family/familyhead.h"
#include "forms/family/historymodel.h"
#include "forms/family/membermodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>

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
    m_actionCard = new CardFrame(side);
    m_actionCard->setFlush(true);
    side->add(m_actionCard);
    side->addStretch();
    layout->addWidget(side);

    connect(m_memberTable, &ListTable::opened, this, &FamilyPage::printCard);
    connect(m_historyTable, &ListTable::opened, this,
            [this](int row) { m_navigator.showReceipt(m_history->line(row).caseId); });
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
    m_memberTable->setWeights({0, 3, 1, 1, 1, 1, 2, 0});
    m_memberTable->setFitRows(12);
    m_memberTable->setProperty("mayShorten", QVariantList{FamilyMemberModel::Fktp}); // whole when pointed at
    m_memberCard->body()->addWidget(m_memberTable);
    m_historyCard = new CardFrame(content);
    m_historyCard->setFlush(true);
    m_historyTable = new ListTable(m_historyCard);
    m_historyTable->setObjectName("history"_L1);
    m_historyTable->setModel(m_history);
    m_historyTable->setWeights({0, 3, 1, 1, 1});
    m_historyTable->setFitRows(20);
    m_historyCard->body()->addWidget(m_historyTable);

    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_head);
    column->addWidget(m_memberCard);
    column->addWidget(m_historyCard);
    column->addStretch(1);
    const auto apply = [column] { column->setSpacing(Theme::current().px(14)); };
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
    const int row = m_family.kk == family.kk ? m_memberTable->currentRow() : 0;
    m_family = family;
    m_members->setFamily(family, m_office.context().facilities);
    QHash<QString, QString> names;
    for (const Officer &one : m_office.officers())
        names.insert(one.id, one.name);
    m_history->setHistory(family.history, names);
    m_memberTable->selectRow(qMin(qMax(row, 0), m_members->rowCount() - 1));
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
    m_memberTable->setFocus();
}

void FamilyPage::printCard(int row)
{
    const MemberView &member = m_members->member(row);
    const auto refusal = cardRefusal(member);
    if (!refusal)
        m_navigator.showCard(member.card);
    else
        m_navigator.toast(tr("%1: %2").arg(personName(member.name), cardRefusalText(refusal)));
}

void FamilyPage::printReceipt()
{
    m_navigator.showReceipt(m_history->line(0).caseId);
}

ActionRow *FamilyPage::addAction(const QString &what, const QString &mark, Tone tone, const QString &why)
{
    auto *row = new ActionRow(m_actions);
    row->set(what, mark, tone, why);
    m_actions->layout()->addWidget(row);
    return row;
}

void FamilyPage::rebuildActions()
{
    const bool hadFocus = m_actions && m_actions->isAncestorOf(focusWidget());
    delete m_actions;
    m_actions = new QWidget(m_actionCard);
    auto *column = new QVBoxLayout(m_actions);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    for (int row = 0; row < m_members->rowCount(); ++row) {
        const MemberView &member = m_members->member(row);
        const auto refusal = cardRefusal(member);
        ActionRow *action = addAction(tr("Print card · %1").arg(personName(member.name)),
                                      cardPillText(refusal), cardPillTone(refusal), cardRefusalText(refusal));
        connect(action, &QAbstractButton::clicked, this, [this, row] { printCard(row); });
    }
    if (m_history->rowCount() > 0) {
        const HistoryLine &last = m_history->line(0);
        connect(addAction(tr("Print receipt"), tr("possible"), Tone::Ok, last.reference),
                &QAbstractButton::clicked, this, &FamilyPage::printReceipt);
        if (needsAction(last.state)) {
            connect(addAction(tr("Correct the case"), caseStateText(last.state), Tone::Danger, QString()),
                    &QAbstractButton::clicked, this, [this, id = last.caseId] {
                        const auto record = m_office.caseById(id);
                        if (record && record.value())
                            m_navigator.openCase(correctionOf(m_office, *record.value()));
                        else if (!record)
                            m_navigator.toast(failureText(record.error()));
                    });
        }
    }
    if (!m_family.pendingCase.isEmpty()) {
        connect(addAction(tr("Send to the centre"), tr("waiting"), Tone::Warning,
                          tr("A case of this family waits for the centre.")),
                &QAbstractButton::clicked, this, [this] { m_navigator.showSync(); });
    }
    connect(addAction(tr("Register another family"), u"F3"_s, Tone::Neutral, QString()),
            &QAbstractButton::clicked, this, [this] { m_navigator.startCase(u"REG-PBPU"_s); });
    m_actionCard->body()->addWidget(m_actions);
    if (hadFocus)
        m_memberTable->setFocus();
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
    const auto without = std::count_if(m_family.members.cbegin(), m_family.members.cend(),
                                       [](const MemberView &one) { return one.nik.isEmpty(); });
    m_noNik->set(tr("%1 without NIK – complete it when it is issued").arg(without), Tone::Warning);
    m_noNik->setVisible(without > 0);
    m_historyCard->setTitle(tr("History"));
    m_historyCard->setVisible(m_history->rowCount() > 0);
    m_historyTable->setAccessibleName(tr("History"));
    m_historyTable->setAccessibleDescription(tr("Enter shows the receipt"));
    m_actionCard->setTitle(tr("What can be done now"));
    rebuildActions();
}

} // namespace Loket
