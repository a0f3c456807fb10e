// SPDX-License-Identifier: Apache-2.0
#include "forms/cards/handoverpage.h"

#include "forms/cards/handoverdialog.h"
#include "forms/cards/handovermodel.h"
#include "forms/cards/handoversheet.h"
#include "forms/cards/roomstrip.h"
#include "forms/common/cardframe.h"
#include "forms/common/dialogs.h"
#include "forms/common/emptystate.h"
#include "forms/common/filterfield.h"
#include "forms/common/format.h"
#include "forms/common/keybutton.h"
#include "forms/common/listtable.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/officewords.h"
#include "forms/common/sidecolumn.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/whendone.h"
#include "forms/common/widgets.h"
#include "model/desk/cardrules.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostCards = 300; ///< more are found by typing
}

HandOverPage::HandOverPage(Office &office, Navigator &navigator, Dialogs &dialogs, QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_dialogs(dialogs)
    , m_model(new HandOverModel(this))
    , m_card(new CardFrame(this))
{
    setObjectName("handOverPage"_L1);
    build();
    auto *layout = pageLayout(this);
    layout->addWidget(m_card, 1);
    layout->addWidget(buildSide());

    connect(m_which, &RoomStrip::chosen, this, &HandOverPage::reread);
    connect(m_find, &QLineEdit::textChanged, this, &HandOverPage::reread);
    connect(m_find, &FilterField::moveAsked, m_table, &ListTable::moveBy);
    connect(m_find, &FilterField::openAsked, this, &HandOverPage::open);
    connect(m_table, &ListTable::opened, this, &HandOverPage::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HandOverPage::showCurrent);
    connect(m_give, &QPushButton::clicked, this, &HandOverPage::open);
    connect(m_spoil, &QPushButton::clicked, this, &HandOverPage::spoil);
    connect(m_undo, &QPushButton::clicked, this, &HandOverPage::takeBack);
    connect(m_print, &QPushButton::clicked, this, &HandOverPage::printList);
    connect(m_family, &QPushButton::clicked, this, [this] {
        if (const int row = m_table->currentRow(); row >= 0)
            m_navigator.showFamily(m_model->card(row).print.input.kk);
    });
    const auto ifShown = [this] {
        if (isVisible())
            reread();
    };
    connect(&m_office, &Office::changed, this, ifShown);
    connect(&m_office, &Office::dayChanged, this, ifShown);
    retranslate();
}

HandOverPage::~HandOverPage() = default;

void HandOverPage::build()
{
    m_card->setFlush(true);
    m_which = new RoomStrip({u"showWaitingCards"_s, u"showCollectedCards"_s, u"showUnclearCards"_s}, m_card);
    m_find = new FilterField(m_card);
    m_find->setObjectName("findPrintedCard"_L1);
    m_find->setMinimumWidth(Theme::current().px(100));
    auto *tools = new QWidget(m_card);
    auto *rows = new QVBoxLayout(tools); // beside the strip large text would not fit
    const int room = Theme::current().px(Metric::kSpace2);
    rows->setContentsMargins(room, room, room, room);
    rows->setSpacing(room);
    rows->addWidget(m_which, 0, Qt::AlignLeft);
    rows->addWidget(m_find);
    m_card->body()->addWidget(tools);
    m_stack = new QStackedWidget(m_card);
    m_none = new EmptyState(Icon::IdCard, m_stack);
    m_table = new ListTable(m_stack);
    m_table->setObjectName("printedCards"_L1);
    m_table->setModel(m_model);
    m_table->setWeights({3, 0, 0, 0, 2});
    m_table->setProperty("mayShorten", QVariantList{HandOverModel::State}); // whole beside the list
    m_stack->addWidget(m_none);
    m_stack->addWidget(m_table);
    m_card->body()->addWidget(m_stack);
}

QWidget *HandOverPage::buildSide()
{
    auto *side = new SideColumn(this);
    m_chosen = new CardFrame(side);
    m_facts = roleLabel(u"muted"_s, m_chosen);
    m_facts->setObjectName("cardFacts"_L1);
    m_facts->setWordWrap(true);
    m_give = new KeyButton(m_chosen);
    m_give->setObjectName("handCardOver"_L1);
    m_give->setKey(u"Ctrl Enter"_s);
    m_give->setPrimary(true);
    m_give->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_undo = new QPushButton(m_chosen);
    m_undo->setObjectName("undoHandOver"_L1);
    m_spoil = new QPushButton(m_chosen);
    m_spoil->setObjectName("cardIsSpoilt"_L1);
    m_family = new QPushButton(m_chosen);
    m_family->setObjectName("handOverFamily"_L1);
    for (QWidget *one : std::initializer_list<QWidget *>{m_facts, m_give, m_undo, m_spoil, m_family})
        m_chosen->body()->addWidget(one);
    m_print = new KeyButton(side);
    m_print->setObjectName("printCardList"_L1);
    m_print->setKey(u"Ctrl P"_s);
    m_print->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    side->add(m_chosen);
    side->add(m_print);
    side->addStretch();
    return side;
}

HandOverPage::Which HandOverPage::which() const
{
    return Which(m_which->current());
}

void HandOverPage::open()
{
    if (which() == Waiting)
        handOver();
    else if (which() == Collected)
        takeBack();
    else
        sayFate();
}

QString HandOverPage::title() const
{
    return tr("Cards to collect");
}

bool HandOverPage::can(Act act) const
{
    if (act == Act::Print)
        return m_model->rowCount() > 0;
    return act == Act::Submit && which() != Collected && m_table->currentRow() >= 0;
}

void HandOverPage::perform(Act act)
{
    if (act == Act::Print)
        printList();
    else if (act == Act::Submit)
        open();
}

void HandOverPage::cameToFront()
{
    reread();
    m_find->setFocus();
}

void HandOverPage::showUnclear()
{
    m_find->clear();
    m_which->choose(Unclear);
    reread();
    m_table->setFocus();
}

void HandOverPage::reread()
{
    const QString typed = m_find->text().trimmed();
    const int before = m_table->currentRow();
    const qint64 chosen = before >= 0 ? m_model->card(before).print.id : 0;
    CardLedger &cards = m_office.cards();
    m_failure.clear();
    if (which() == Collected) {
        const auto handed = cards.handed(typed, 0, kMostCards);
        if (!handed)
            m_failure = failureText(handed.error());
        m_model->setHanded(handed ? handed.value() : QList<HandedCard>(), typed);
    } else {
        const auto waiting
            = which() == Waiting ? cards.waiting(typed, kMostCards) : cards.unclear(typed, kMostCards);
        if (!waiting)
            m_failure = failureText(waiting.error());
        const QDate today = m_office.today();
        m_model->setWaiting(waiting ? waiting.value() : QList<PrintRecord>(), typed,
                            overdueBefore(m_office.context().rulebooks->on(today), today, nullptr));
    }
    const int same = m_model->rowOf(chosen);
    m_table->selectRow(same >= 0 ? same : qMin(qMax(before, 0), m_model->rowCount() - 1));
    retranslate();
}

void HandOverPage::handOver()
{
    const int row = m_table->currentRow();
    if (row < 0 || which() != Waiting)
        return;
    const PrintRecord card = m_model->card(row).print;
    auto *dialog = new HandOverDialog(m_office, card, this);
    const bool isInList = m_table->hasFocus(); // who goes down the list stays there
    connect(dialog, &HandOverDialog::given, this, [this, isInList, name = personName(card.input.name)] {
        m_navigator.toast(tr("The card of %1 is handed over.").arg(name));
        if (isInList && m_table->isVisible())
            return;
        m_find->clear();
        m_find->setFocus();
    });
    dialog->open();
}

void HandOverPage::takeBack()
{
    const int row = m_table->currentRow();
    if (row < 0 || which() != Collected)
        return;
    const PrintRecord card = m_model->card(row).print;
    const Dialogs::ReasonQuestion question
        = {tr("Take the hand-over back"),
           tr("The card of %1 waits for its owner again. Who took this back, and why, is kept.")
               .arg(personName(card.input.name)),
           tr("Why"),
           tr("Take back"),
           {tr("wrong person ticked"), tr("card came back to the counter")}};
    m_dialogs.reason(this, question, [this, id = card.id](const QString &why) {
        if (why.isEmpty())
            return;
        whenDone(m_office.cards().undoHandOver(id, why), this, [this](const Outcome<Nothing> &undone) {
            m_navigator.toast(undone ? tr("The card waits for its owner again.")
                                     : failureText(undone.error()));
        });
    });
}

void HandOverPage::told(const QFuture<Outcome<bool>> &answer, const QString &said)
{
    whenDone(answer, this, [this, said](const Outcome<bool> &done) {
        if (!done)
            m_navigator.toast(failureText(done.error()));
        else
            m_navigator.toast(done.value() ? said : tr("Something else is known of this card by now."));
    });
}

void HandOverPage::sayFate()
{
    const int row = m_table->currentRow();
    if (row < 0 || which() != Unclear)
        return;
    const PrintRecord card = m_model->card(row).print;
    const Dialogs::ChoiceQuestion question = {tr("What became of the card?"),
                                              tr("The card of %1 was sent to the printer, and nobody knows "
                                                 "whether it came out. Look at the printer.")
                                                  .arg(personName(card.input.name)),
                                              tr("The card"),
                                              tr("Note it"),
                                              {{u"out"_s, tr("came out well")},
                                               {u"failed"_s, tr("did not come out, no card is gone")},
                                               {u"spoilt"_s, tr("is spoilt")}}};
    m_dialogs.choose(this, question, [this, id = card.id](const QString &fate) {
        if (fate == u"out")
            told(m_office.cards().confirm(id), tr("The card waits for its owner now."));
        else if (fate == u"failed")
            told(m_office.cards().noteFailed(id, u"officer"_s), tr("The card can be printed again."));
        else if (fate == u"spoilt")
            spoil();
    });
}

void HandOverPage::spoil()
{
    const int row = m_table->currentRow();
    if (row < 0 || which() == Collected)
        return;
    const PrintRecord card = m_model->card(row).print;
    Dialogs::ChoiceQuestion question = {
        tr("Spoilt card"),
        tr("The card of %1 is taken off the list and can be printed again.").arg(personName(card.input.name)),
        tr("What happened"),
        tr("Note it"),
        {}};
    for (const QString &code : codesOf(u"spoil-reason"_s))
        question.choices += {code, codeLabel(u"spoil-reason"_s, code)};
    m_dialogs.choose(this, question, [this, id = card.id](const QString &code) {
        if (!code.isEmpty())
            told(m_office.cards().spoil(id, code, {}), tr("The spoilt card is noted."));
    });
}

void HandOverPage::printList()
{
    if (m_model->rowCount() > 0)
        m_navigator.showSheet(handOverSheet(*m_model, which() == Collected, m_office));
}

void HandOverPage::showCurrent()
{
    const int row = m_table->currentRow();
    m_chosen->setVisible(row >= 0);
    if (row < 0)
        return;
    const HandedCard &card = m_model->card(row);
    const PrintRecord &print = card.print;
    QStringList facts = {tr("Card %1").arg(groupedDigits(print.input.reference)),
                         tr("Print %1, %2, by %3")
                             .arg(print.serial)
                             .arg(dateText(print.day), officerName(m_office, print.officer))};
    if (!print.input.reasonCode.isEmpty())
        facts += tr("Reprint: %1").arg(codeLabel(u"reprint-reason"_s, print.input.reasonCode));
    if (which() == Collected) {
        facts += tr("Collected %1, handed over by %2")
                     .arg(dateText(card.day), officerName(m_office, card.officer));
        facts += collectorText(card.given);
        if (!card.given.letter.isEmpty())
            facts += tr("Letter: %1").arg(card.given.letter);
        if (!card.given.identity.isEmpty())
            facts += tr("Shown: %1").arg(codeLabel(u"document"_s, card.given.identity));
        if (!card.given.note.isEmpty())
            facts += card.given.note;
    } else if (m_model->isOverdue(row)) {
        facts += tr("Waits for %n day(s)", nullptr, int(print.day.daysTo(m_office.today())));
    }
    m_chosen->setTitle(personName(print.input.name));
    m_facts->setText(facts.join(u'\n'));
    m_give->setVisible(which() != Collected);
    m_undo->setVisible(which() == Collected);
    m_spoil->setVisible(which() != Collected);
    m_family->setVisible(!print.input.kk.isEmpty());
}

void HandOverPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model->retranslate();
        retranslate();
        Q_EMIT titleChanged();
    }
}

void HandOverPage::retranslate()
{
    m_card->setTitle(title());
    const CardCounts counts = m_office.cards().counts();
    m_card->setCount(counts.overdue > 0 ? tr("%1 overdue").arg(numberText(counts.overdue)) : QString(),
                     Tone::Warning);
    m_which->setTexts({tr("Waiting"), tr("Collected"),
                       counts.open > 0 ? tr("Unclear (%1)").arg(numberText(counts.open)) : tr("Unclear")});
    m_find->setPlaceholderText(tr("Name, NIK or card number"));
    m_find->setAccessibleName(tr("Find a printed card by name, NIK or card number"));
    const QStringList names = {tr("Cards that wait for their owners"), tr("Collected cards"),
                               tr("Cards that may not have come out")};
    m_table->setAccessibleName(names.value(which()));
    if (!m_failure.isEmpty())
        m_none->set(tr("The list can't be read"), m_failure);
    else if (!m_find->text().trimmed().isEmpty())
        m_none->set(tr("No card found"), tr("Try another part of the name, or the card number."));
    else if (which() == Unclear)
        m_none->set(tr("No card is in doubt"),
                    tr("A card that was sent to a printer which never said what became of it stands here."));
    else if (which() == Collected)
        m_none->set(tr("No card was collected yet"), tr("Cards that were handed over stand here."));
    else
        m_none->set(
            tr("No card waits for its owner"),
            tr("A card stands here from the moment it came out of the printer until it is handed over."));
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    m_give->setText(which() == Unclear ? tr("What became of it…") : tr("Hand over"));
    m_undo->setText(tr("Take back…"));
    m_spoil->setText(tr("Card is spoilt…"));
    m_family->setText(tr("Open family"));
    m_print->setText(tr("Print the list"));
    m_print->setEnabled(m_model->rowCount() > 0);
    showCurrent();
}

} // namespace Loket
