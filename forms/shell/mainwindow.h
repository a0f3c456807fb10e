// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/navigator.h"
#include "forms/common/page.h"
#include "forms/shell/rail.h"
#include "forms/shell/rooms.h"
#include "model/store/views.h"

#include <memory>

class QStackedWidget;

namespace Loket {

class ApplicantScreen;
class CalcPage;
class CardRoom;
class CasesPage;
class ConflictPage;
class FamilyPage;
class Header;
class Language;
class Preferences;
class SearchPage;
class SettingsPage;
class StatusStrip;
class SyncPage;
class Toast;

/// The program's window: rail, header, page, status. Knows the way from page to page and the function keys.
class MainWindow : public QWidget, public Navigator
{
    Q_OBJECT

public:
    MainWindow(Office &office, Preferences &preferences, Language &language, Dialogs &dialogs, Rooms rooms);
    ~MainWindow() override;

    Place place() const { return m_place; }
    bool showsFamily() const;
    Page *currentPage() const;
    CasesPage *casesPage() const { return m_cases; }
    QString toastText() const;

    void showSearch() override;
    void showFamily(const QString &kk) override;
    void showSync() override;
    void startCase(const QString &service) override;
    void startCase(const QString &service, const QString &kk, const QString &memberKey = {}) override;
    void chooseService() override;
    void openCase(const Case &content) override;
    void correctCase(const QString &caseId) override;
    void showConflict(const QString &caseId) override;
    void showCalculation(const QString &name, const QJsonObject &input, const QString &kk) override;
    void showReceipt(const QString &caseId) override;
    void showCard(const QString &cardNumber) override;
    void showForm(const Case &content) override;
    void showCards(const QStringList &cardNumbers) override;
    void showSheet(const SheetFacts &facts) override;
    ApplicantScreen *applicantScreen() const override { return m_applicant.get(); }
    void showReady(const QString &caseId, const QString &kk) override;
    void toast(const QString &text) override;
    void toastWithUndo(const QString &text, const QString &undoText, std::function<void()> undo,
                       std::function<void()> gone) override;

    void go(Place place);
    void showHelp();
    void enrol(); ///< the dialog that connects a trial counter to a centre
    /// Keeps what is typed in every open case and ends a message that waits: nothing is asked, nothing lost.
    void keepEverything();

protected:
    void closeEvent(QCloseEvent *) override;
    void changeEvent(QEvent *) override;

private:
    void buildPages(Dialogs &dialogs);
    void wire();
    void bindKeys();
    void bind(const QKeySequence &key, std::function<void()> act);
    void bindAct(const QKeySequence &key, Act act);
    bool mayBegin(); ///< tells why not
    void bring(Place place, Page *page);
    void switchOfficer(const QString &id);
    void applyPreference(const QString &key);
    void refreshFrame();
    void refreshApplicant();
    void tellVerdicts(const QList<CaseRecord> &cases);
    void askAboutRejected(const CaseRecord &record);
    void letGo(const CaseRecord &record);
    void takeRules(const QStringList &editions);
    QList<Page *> pages() const;

    Office &m_office;
    Preferences &m_preferences;
    Language &m_language;
    Dialogs &m_dialogs;
    Rooms m_rooms;
    Place m_place = Place::Search;
    bool m_wasSyncing = false;

    Rail *m_rail;
    Header *m_header;
    QStackedWidget *m_stack;
    StatusStrip *m_status;
    Toast *m_toast = nullptr;
    std::unique_ptr<ApplicantScreen> m_applicant;
    SearchPage *m_search = nullptr;
    CasesPage *m_cases = nullptr;
    CardRoom *m_cards = nullptr;
    CalcPage *m_calc = nullptr;
    SyncPage *m_sync = nullptr;
    ConflictPage *m_conflict = nullptr;
    SettingsPage *m_settings = nullptr;
    FamilyPage *m_family = nullptr;
};

} // namespace Loket
