// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/mainwindow.h"

#include "forms/applicant/applicantscreen.h"
#include "forms/calc/calcpage.h"
#include "forms/cards/cardroom.h"
#include "forms/common/language.h"
#include "forms/common/office.h"
#include "forms/common/preferences.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/toast.h"
#include "forms/desk/infodesk.h"
#include "forms/family/familypage.h"
#include "forms/find/searchfield.h"
#include "forms/find/searchpage.h"
#include "forms/shell/casespage.h"
#include "forms/shell/casestrip.h"
#include "forms/shell/header.h"
#include "forms/shell/helpoverlay.h"
#include "forms/shell/officermenu.h"
#include "forms/shell/settingspage.h"
#include "forms/shell/statusstrip.h"
#include "forms/sync/conflictpage.h"
#include "forms/sync/summarytext.h"
#include "forms/sync/syncpage.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Office &office, Preferences &preferences, Language &language, Dialogs &dialogs,
                       Rooms rooms)
    : m_office(office)
    , m_preferences(preferences)
    , m_language(language)
    , m_dialogs(dialogs)
    , m_rooms(std::move(rooms))
    , m_rail(new Rail(this))
    , m_header(new Header(office, preferences, this))
    , m_stack(new QStackedWidget(this))
    , m_status(new StatusStrip(office, this))
{
    setObjectName("mainWindow"_L1);
    setProperty("role", u"central"_s);
    setAttribute(Qt::WA_StyledBackground);
    buildPages(dialogs);

    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_stack, 1);
    column->addWidget(m_status);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    m_toast = new Toast(this);
    m_applicant = std::make_unique<ApplicantScreen>(*this);
    connect(m_applicant.get(), &ApplicantScreen::turnedOn, this, &MainWindow::refreshApplicant);
    m_applicant->setSwitchedOn(m_preferences.hasApplicantScreen());

    wire();
    bindKeys();
    resize(1366, 768);
    showSearch();
    if (m_rooms.begin)
        m_rooms.begin(m_office);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages(Dialogs &dialogs)
{
    m_search = new SearchPage(m_office, *this, m_stack);
    m_cases = new CasesPage(m_office, *this, dialogs, m_rooms.caseTab, m_stack);
    m_cards = new CardRoom(m_office, *this, dialogs, m_stack);
    m_calc = new CalcPage(m_office, *this, m_stack);
    m_sync = new SyncPage(m_office, *this, dialogs, m_stack);
    m_conflict = new ConflictPage(m_office, *this, m_stack);
    m_settings = new SettingsPage(m_office, m_preferences, m_stack);
    if (m_rooms.printerSettings)
        m_settings->addBelow(m_rooms.printerSettings(m_office, m_settings));
    m_family = new FamilyPage(m_office, *this, m_stack);
    for (Page *page : pages())
        m_stack->addWidget(page);
}

QList<Page *> MainWindow::pages() const
{
    return {m_search, m_cases, m_cards, m_calc, m_sync, m_conflict, m_settings, m_family};
}

void MainWindow::wire()
{
    connect(m_rail, &Rail::chosen, this, &MainWindow::go);
    SearchField *field = m_header->search();
    connect(field, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (m_place != Place::Search || showsFamily())
            bring(Place::Search, m_search);
        m_search->setQuery(text);
    });
    connect(field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) // Esc and clear() are no edits
            m_search->setQuery({});
    });
    connect(m_search, &SearchPage::currentSpoken, field, &SearchField::speak);
    connect(field, &SearchField::moveAsked, m_search, &SearchPage::moveBy);
    connect(field, &SearchField::openAsked, m_search, &SearchPage::openCurrent);
    connect(m_cases, &CasesPage::tabsChanged, this, &MainWindow::refreshFrame);
    connect(m_cases, &CasesPage::applicantChanged, this, &MainWindow::refreshApplicant);
    connect(m_header->cases(), &CaseStrip::chosen, this, [this](int index) {
        m_cases->setCurrent(index);
        go(Place::Cases);
    });
    connect(m_header->menu(), &OfficerMenu::officerAsked, this, &MainWindow::switchOfficer);
    connect(m_header->menu(), &OfficerMenu::helpAsked, this, &MainWindow::showHelp);
    connect(m_settings, &SettingsPage::enrolAsked, this, &MainWindow::enrol);
    connect(m_settings, &SettingsPage::officerAsked, this, &MainWindow::switchOfficer);
    for (Page *page : pages())
        connect(page, &Page::titleChanged, this, &MainWindow::refreshFrame);
    connect(&m_office, &Office::changed, this, &MainWindow::refreshFrame);
    connect(&m_office, &Office::syncChanged, this, [this] {
        const SyncState state = m_office.syncState();
        // What the counter does by itself is seen in the status strip; it interrupts nobody.
        if (std::exchange(m_wasSyncing, state.isRunning) && !state.isRunning && state.isAsked
            && m_place != Place::Sync)
            toast(state.failure ? failureText(*state.failure)
                                : syncSummaryText(state.last.value_or(SyncSummary())));
    });
    connect(&m_office, &Office::verdictsCame, this, &MainWindow::tellVerdicts);
    connect(&m_office, &Office::rulesChanged, this, &MainWindow::takeRules);
    connect(&m_preferences, &Preferences::changed, this, &MainWindow::applyPreference);
}

void MainWindow::bindKeys()
{
    bind(QKeySequence(Qt::Key_F1), [this] { showHelp(); });
    bind(QKeySequence(Qt::Key_Question), [this] { showHelp(); });
    bind(QKeySequence(Qt::Key_F2), [this] { showSearch(); });
    bind(QKeySequence(Qt::Key_F3), [this] { startCase(u"REG-PBPU"_s); });
    bind(QKeySequence(Qt::Key_F8), [this] { chooseService(); });
    bindAct(QKeySequence(Qt::Key_F4), Act::Photo);
    bindAct(QKeySequence(Qt::Key_F6), Act::NextProblem);
    bind(QKeySequence(Qt::Key_F9), [this] {
        if (showsFamily())
            m_calc->setFamily(m_family->family());
        go(Place::Calc);
    });
    bind(QKeySequence(Qt::Key_F10), [this] { (new InfoDesk(m_office, this))->open(); });
    bindAct(QKeySequence(Qt::CTRL | Qt::Key_Return), Act::Submit);
    bindAct(QKeySequence(Qt::CTRL | Qt::Key_Enter), Act::Submit);
    bindAct(QKeySequence(Qt::CTRL | Qt::Key_P), Act::Print);
    bindAct(QKeySequence(Qt::CTRL | Qt::Key_S), Act::SaveDraft);
    bind(QKeySequence(Qt::CTRL | Qt::Key_Tab), [this] {
        if (m_place == Place::Cases)
            m_cases->setCurrent(m_cases->currentIndex() + 1);
        go(Place::Cases);
    });
    bind(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab), [this] {
        m_cases->setCurrent(m_cases->currentIndex() - 1);
        go(Place::Cases);
    });
    for (int i = 0; i < 9; ++i) {
        bind(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)), [this, i] {
            if (i >= m_cases->count())
                return;
            m_cases->setCurrent(i);
            go(Place::Cases);
        });
    }
    for (int i = 0; i < kPlaces; ++i)
        bind(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + i)), [this, i] { go(Place(i)); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_W), [this] {
        if (m_place == Place::Cases && m_cases->current())
            m_cases->close(m_cases->current());
    });
    bind(QKeySequence(Qt::Key_Escape), [this] {
        if (m_place != Place::Cases) // in a case Esc belongs to its editors
            showSearch();
    });
}

void MainWindow::bind(const QKeySequence &key, std::function<void()> act)
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WindowShortcut);
    connect(shortcut, &QShortcut::activated, this, std::move(act));
}

void MainWindow::bindAct(const QKeySequence &key, Act act)
{
    bind(key, [this, act] {
        if (currentPage()->can(act))
            currentPage()->perform(act);
    });
}

Page *MainWindow::currentPage() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

bool MainWindow::showsFamily() const
{
    return m_stack->currentWidget() == m_family;
}

void MainWindow::bring(Place place, Page *page)
{
    if (currentPage() != page)
        currentPage()->leaving();
    if (place == Place::Cases && m_toast && m_toast->canUndo())
        m_toast->finish(); // Ctrl+Z belongs to the case from here on
    m_place = place;
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(place);
    if (place != Place::Cases)
        m_cases->closeSubmitted();
    refreshFrame();
}

void MainWindow::go(Place place)
{
    switch (place) {
    case Place::Search:
        showSearch();
        return;
    case Place::Cases:
        bring(place, m_cases);
        break;
    case Place::Cards:
        bring(place, m_cards);
        break;
    case Place::Calc:
        bring(place, m_calc);
        break;
    case Place::Sync:
        bring(place, m_sync);
        break;
    case Place::Settings:
        bring(place, m_settings);
        break;
    }
    currentPage()->cameToFront();
}

void MainWindow::showSearch()
{
    bring(Place::Search, m_search);
    m_search->cameToFront();
    m_header->search()->setFocus(Qt::ShortcutFocusReason);
    m_header->search()->selectAll();
}

void MainWindow::toast(const QString &text)
{
    m_toast->show(text);
}

void MainWindow::toastWithUndo(const QString &text, const QString &undoText, std::function<void()> undo,
                               std::function<void()> gone)
{
    m_toast->show(text, undoText, std::move(undo), std::move(gone));
}

QString MainWindow::toastText() const
{
    return m_toast->text();
}

void MainWindow::showHelp()
{
    (new HelpOverlay(this))->open();
}

void MainWindow::keepEverything()
{
    m_toast->finish();
    m_cases->leaving();
}

void MainWindow::switchOfficer(const QString &id)
{
    if (id == m_office.officer().id)
        return;
    // A draft belongs to who typed it: it waits for that officer, the next one starts clean.
    const int kept = m_cases->count();
    keepEverything();
    m_cases->closeAll();
    const QString before = m_office.officer().name;
    m_office.setOfficer(id);
    m_preferences.setOfficer(id);
    showSearch();
    toast(kept > 0 ? tr("%1 works here now. Open cases are kept as drafts of %2.")
                         .arg(m_office.officer().name, before)
                   : tr("%1 works here now").arg(m_office.officer().name));
}

void MainWindow::applyPreference(const QString &key)
{
    if (key == "language"_L1)
        m_language.set(m_preferences.language());
    else if (key == "dark"_L1)
        Theme::current().setDark(m_preferences.isDark());
    else if (key == "textSize"_L1)
        Theme::current().setScale(m_preferences.textSize());
    else if (key == "applicantScreen"_L1)
        m_applicant->setSwitchedOn(m_preferences.hasApplicantScreen());
}

void MainWindow::refreshFrame()
{
    const Page *page = currentPage();
    const QString what = page ? page->title() : QString();
    setWindowTitle(m_office.status().isTrial ? tr("%1 – Loket – TRIAL MODE").arg(what)
                                             : tr("%1 – Loket").arg(what));
    const bool isContext = showsFamily() || (m_place == Place::Cases && m_cases->count() > 0);
    m_header->setContextText(isContext ? what : QString());
    m_header->cases()->setCases(m_cases->titles(), m_place == Place::Cases ? m_cases->currentIndex() : -1);
    m_rail->setCount(Place::Cases, m_cases->unfinished());
    m_rail->setCount(Place::Cards, m_office.cards().counts().overdue);
    refreshApplicant();
}

void MainWindow::refreshApplicant()
{
    if (!m_applicant)
        return;
    m_applicant->showSoon([this] {
        const CaseTab *tab = m_place == Place::Cases ? m_cases->current() : nullptr;
        return tab ? tab->applicantFacts() : ApplicantFacts();
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepEverything();
    m_applicant->setSwitchedOn(false);
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refreshFrame();
}

} // namespace Loket
