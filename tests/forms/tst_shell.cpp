// SPDX-License-Identifier: Apache-2.0
#include "forms/common/correction.h"
#include "forms/common/format.h"
#include "forms/common/inspect.h"
#include "forms/common/language.h"
#include "forms/common/pill.h"
#include "forms/common/preferences.h"
#include "forms/common/sidecolumn.h"
#include "forms/common/theme.h"
#include "forms/common/whypopup.h"
#include "forms/find/searchfield.h"
#include "forms/find/searchmodel.h"
#include "forms/find/searchpage.h"
#include "forms/shell/casespage.h"
#include "forms/shell/mainwindow.h"
#include "forms/sync/caselistmodel.h"
#include "forms/sync/deliverytext.h"
#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "tests/fakes/fakecounter.h"
#include "tests/fakes/fakedialogs.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// A case page of one line, in place of the real one.
class LineTab final : public CaseTab
{
public:
    LineTab(const Case &content, Office &office, QWidget *parent)
        : CaseTab(parent)
        , m_content(content)
        , m_office(office)
        , m_line(new QLineEdit(content.family.kk, this))
    {
        static int made = 0;
        if (m_content.id.isEmpty())
            m_content.id = u"01950000-0000-7000-8000-%1"_s.arg(++made, 12, 10, QChar(u'0'));
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(m_line);
        m_line->setAccessibleName(u"KK"_s);
    }
    QString title() const override { return u"Pendaftaran "_s + m_line->text(); }
    QString caseId() const override { return m_content.id; }
    QString service() const override { return m_content.service; }
    bool isSubmitted() const override { return wasSubmitted; }
    bool isPristine() const override { return m_line->text().isEmpty(); }
    bool can(Act act) const override { return act == Act::NextProblem; }
    void perform(Act) override { ++performed; }
    void cameToFront() override { m_line->setFocus(); }
    void leaving() override
    {
        if (isPristine())
            return;
        m_content.family.kk = m_line->text();
        m_office.saveDraft(m_content);
    }
    void tellReturned(const ReturnedCase &said) override
    {
        pointed = QStringList{said.path, said.code, said.words}.join(u' ');
    }
    void rulesChanged() override { ++assessed; }
    QString kk() const { return m_content.family.kk; }
    QJsonObject details() const { return m_content.details; }
    int performed = 0;
    int assessed = 0;
    bool wasSubmitted = false;
    QString pointed;

private:
    Case m_content;
    Office &m_office;
    QLineEdit *m_line;
};

/// One window on a fake office, shown.
struct Counter {
    Counter()
    {
        office.families = {FakeCounter::sampleFamily()};
        office.world.facilities = facilities.get();
        office.world.rulebooks = rulebooks.get();
        Rooms rooms;
        rooms.caseTab = [](const Case &content, Office &o, Navigator &, Dialogs &,
                           QWidget *parent) -> CaseTab * { return new LineTab(content, o, parent); };
        rooms.receipt = [this](const QString &id, Office &, Dialogs &, QWidget *) { receipts += id; };
        rooms.card = [this](const QString &card, Office &, Dialogs &, QWidget *) { cards += card; };
        window = std::make_unique<MainWindow>(office, preferences, language, dialogs, rooms);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    /// A case in every state that matters, blocks of numbers, and entries that could not be applied.
    void prepareSync()
    {
        const QDateTime now = office.fixedClock.nowUtc();
        const auto put = [&](CaseState state, const Delivery &way, const QString &reason = {}) {
            office.records.prepend(office.sampleCase(state, reason));
            office.deliveries.insert(office.records.first().id.text(), way);
        };
        Delivery way;
        way.received = now.addDays(-2);
        way.durable = now.addDays(-1);
        way.attempts = 1;
        put(CaseState::Accepted, way);
        way.durable = {};
        way.received = now.addSecs(-1800);
        way.attachments = 5;
        way.attachmentsSent = 3;
        put(CaseState::Received, way);
        put(CaseState::NeedsCorrection, way, u"NIK anak ke-2 sudah terdaftar di KK lain."_s);
        put(CaseState::Conflict, way, u"Alamat diubah juga oleh kantor lain."_s);
        way = {};
        way.attempts = 8;
        way.lastError = u"chain.broken"_s;
        put(CaseState::Parked, way, u"chain.broken"_s);
        way.attempts = 3;
        way.lastError = u"link.no-answer"_s;
        way.nextTry = now.addSecs(240);
        way.attachments = 4;
        put(CaseState::Queued, way);
        office.storeStatus.outbox = {{u"queued"_s, 1},   {u"received"_s, 1}, {u"needs-correction"_s, 1},
                                     {u"conflict"_s, 1}, {u"parked"_s, 1},   {u"accepted"_s, 1}};
        office.leaseList = {{9990000000001, 9990000005000, 3912, now.addDays(-20), now.addDays(10)},
                            {9990000005001, 9990000009000, 4000, now.addDays(-2), now.addDays(28)}};
        office.asideList = {{812, u"verdict"_s, u"aside.contradicts: unknown state"_s},
                            {815, u"tariff"_s, u"aside.unknown"_s}};
        office.centreView.aside = 2;
        office.centreView.undecidedConflicts = 1;
        Q_EMIT office.changed();
    }
    void prepareAnnouncements()
    {
        const QDate day = office.today();
        office.announcementList
            = {{u"a"_s, day.addDays(-1), day.addDays(3), true, u"Server pusat dirawat Sabtu malam"_s,
                u"The centre is maintained on Saturday night"_s,
                u"Sabtu pukul 22.00 sampai Minggu 04.00 tidak ada putusan. Pendaftaran tetap berjalan dan "
                "dikirim sesudahnya."_s,
                u"From Saturday 22.00 to Sunday 04.00 nothing is decided. Registrations go on and are sent "
                "afterwards."_s},
               {u"b"_s, day, day.addDays(30), false, u"Formulir baru"_s, u"A new form"_s, u"Lihat edaran."_s,
                u"See the circular."_s}};
        Q_EMIT office.changed();
    }
    void prepareConflicts()
    {
        const QDateTime now = office.fixedClock.nowUtc();
        ConflictView open{office.sampleCase(CaseState::Conflict, u"Diubah juga oleh kantor lain."_s),
                          7,
                          now.addDays(-2),
                          {},
                          {}};
        open.groups
            = {{u"address"_s,
                {},
                {{u"address.line"_s, u"Jl. Tebet Raya 1"_s, u"Jl. Melati 7 RT 002"_s, u"Jl. Tebet Barat 9"_s},
                 {u"address.rt"_s, u"001"_s, u"002"_s, u"009"_s}}},
               {u"phone"_s, {}, {{u"phone"_s, u"081234567890"_s, u"081200000001"_s, u"081200000002"_s}}}};
        office.records.prepend(open.record);
        ConflictView decided = open;
        decided.record = office.sampleCase(CaseState::Conflict);
        decided.since = now.addDays(-9);
        decided.decidedBy = office.sampleCase(CaseState::Accepted);
        decided.decidedBy->content.overrides = {{u"conflict.mine"_s, u"address"_s, u"KK asli diperiksa"_s},
                                                {u"conflict.mine"_s, u"phone"_s, u"KK asli diperiksa"_s}};
        office.conflictList = {open, decided};
        office.centreView.undecidedConflicts = 1;
        Q_EMIT office.changed();
    }
    template <typename T>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QLatin1StringView(name));
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : window.get();
        QTest::keyClick(target, Qt::Key(key), modifiers);
    }
    /// Lets answers that are ready arrive.
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    void type(const QString &text) const
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        settle();
    }

    std::shared_ptr<const FacilityIndex> facilities = FacilityIndex::trial();
    std::shared_ptr<const RulebookLibrary> rulebooks = RulebookLibrary::builtIn();
    FakeCounter office;
    Preferences preferences{QString()};
    Language language;
    FakeDialogs dialogs;
    QStringList receipts;
    QStringList cards;
    std::unique_ptr<MainWindow> window;
};

/// One of each kind, late and to come.
QList<FollowUp> someFollowUps()
{
    const QString kk = u"3174010101220001"_s;
    const QString draft = u"01960000-0000-7000-8000-000000000001"_s;
    return {{FollowUp::CaseReturned, QDate(2026, 11, 20), kk, u"01930000-0000-7000-8000-000000000002"_s,
             u"SARI DEWI"_s, u"needs-correction: NIK anak ke-2 sudah terdaftar di KK lain."_s},
            {FollowUp::DocumentPromised, QDate(2026, 11, 18), kk, draft, u"BIMA PETERS"_s,
             u"surat keterangan sekolah"_s},
            {FollowUp::PaymentWindow, QDate(2026, 11, 21), kk, {}, u"HIDAYAT NUR WAHID"_s, {}},
            {FollowUp::BabyWithoutNik, QDate(2026, 11, 22), kk, {}, u"BAYI NY. SARI"_s, {}},
            {FollowUp::SchoolLetter, QDate(2026, 12, 4), kk, {}, u"DEWANTI PUTRI LESTARI"_s, {}},
            {FollowUp::TermEnds, QDate(2026, 12, 10), kk, {}, u"MAULANA"_s, {}},
            {FollowUp::Parked, QDate(2026, 11, 19), kk, draft, {}, u"tanya kantor cabang"_s}};
}

/// A family of five with everything that its page can tell.
FamilyView aFullFamily()
{
    FamilyView family = FakeCounter::sampleFamily();
    MemberView daughter = family.members[2];
    daughter.position = 4;
    daughter.name = u"DEWANTI PUTRI LESTARI PETERS"_s;
    daughter.card = u"0009999999995"_s;
    daughter.nik = u"3174015105059995"_s;
    family.members += daughter;
    for (MemberView &member : family.members)
        member.fktpSince = QDate(2026, 10, 3);
    family.classSince = QDate(2026, 3, 12);
    family.paidUntil = u"2026-08"_s;
    family.status = u"NONAKTIF_MENUNGGAK"_s;
    family.scheduled = {{memberKey(daughter), u"fktp"_s, u"03010701"_s, QDate(2026, 12, 1),
                         u"01930000-0000-7000-8000-000000000009"_s, u"CHG-FKTP"_s}};
    family.history.prepend({u"01930000-0000-7000-8000-000000000009"_s, QDate(2026, 11, 20), u"CHG-FKTP"_s,
                            CaseState::Queued, u"rina"_s, u"MCS2-000417"_s});
    family.pendingCase = u"01930000-0000-7000-8000-000000000009"_s;
    return family;
}

void keepDialog(QWidget *dialog, const QString &name)
{
    if (const QString dir = qEnvironmentVariable("LOKET_PICTURES"); !dir.isEmpty())
        dialog->grab().save(dir + u'/' + name + u".png"_s);
}

void keepPicture(const Counter &counter, const QString &name)
{
    const QString dir = qEnvironmentVariable("LOKET_PICTURES");
    if (dir.isEmpty())
        return;
    QTest::qWait(30);
    counter.window->grab().save(dir + u'/' + name + u".png"_s);
}

} // namespace

class TestShell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s));
    }

    void theCursorIsInTheSearchField()
    {
        Counter counter;
        QCOMPARE(QApplication::focusWidget(), counter.find<QLineEdit>("search"));
        counter.window->go(Place::Settings);
        counter.key(Qt::Key_F2);
        QCOMPARE(QApplication::focusWidget(), counter.find<QLineEdit>("search"));
        QCOMPARE(counter.window->place(), Place::Search);
    }

    void typingFindsAndEnterOpensTheFamily()
    {
        Counter counter;
        counter.type(u"sari dew"_s);
        auto *table = counter.find<QTableView>("results");
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(counter.office.searches.last(), u"sari dew"_s);
        keepPicture(counter, u"home-found"_s);
        counter.key(Qt::Key_Return);
        QVERIFY(counter.window->showsFamily());
        QVERIFY(counter.find<QLineEdit>("search")->text().isEmpty());
        QVERIFY(counter.find<QLineEdit>("search")->placeholderText().contains(u"3174010101220001"_s));
        keepPicture(counter, u"family"_s);
        counter.key(Qt::Key_Escape);
        QVERIFY(!counter.window->showsFamily());
    }

    /// From the name to the case of a service in a handful of keys.
    void fromTheEmptyFieldDownToWhatWaits()
    {
        Counter counter;
        counter.office.followUpList = someFollowUps();
        counter.office.records = {counter.office.sampleCase(CaseState::NeedsCorrection)};
        counter.office.followUpList.first().caseId = counter.office.records.first().id.text();
        Q_EMIT counter.office.changed();
        Counter::settle();
        counter.key(Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), counter.find<QWidget>("followUps"));
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.window->casesPage()->count(), 1);
        counter.key(Qt::Key_F2);
        QCOMPARE(QApplication::focusWidget(), counter.find<QLineEdit>("search"));
    }

    void aServiceBeginsOnTheFamilyThatWasFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("service");
        QTest::addColumn<bool>("begins");
        QTest::newRow("address") << u"alamat"_s << u"CHG-ALAMAT"_s << true;
        QTest::newRow("newborn") << u"bayi"_s << u"NEWBORN"_s << true;
        QTest::newRow("facility with a reason") << u"fktp"_s << u"CHG-FKTP"_s << true;
        QTest::newRow("information") << u"info"_s << u"INFO"_s << true;
        QTest::newRow("not this segment") << u"phk"_s << u"PHK"_s << false;
        QTest::newRow("not here") << u"autodebit"_s << u"AUTODEBIT"_s << false;
    }
    void aServiceBeginsOnTheFamilyThatWasFound()
    {
        QFETCH(QString, typed);
        QFETCH(QString, service);
        QFETCH(bool, begins);
        Counter counter;
        counter.office.families = {aFullFamily()};
        counter.type(u"sari"_s);
        counter.key(Qt::Key_Return);
        QVERIFY(counter.window->showsFamily());
        counter.key(Qt::Key_Return); // a scanner's second Enter begins nothing
        QCOMPARE(counter.window->casesPage()->count(), 0);
        counter.type(typed);
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.window->casesPage()->count(), begins ? 1 : 0);
        if (begins) {
            CaseTab *tab = counter.window->casesPage()->current();
            QCOMPARE(tab->service(), service);
            QCOMPARE(static_cast<LineTab *>(tab)->kk(), u"3174010101220001"_s);
            return;
        }
        auto *why = qobject_cast<WhyPopup *>(QApplication::activeModalWidget());
        QVERIFY(why);
        keepPicture(counter, u"why-"_s + typed);
        QTest::keyClick(why, Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activeModalWidget());
        counter.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(counter.window.get()));
        auto *filter = counter.find<QLineEdit>("serviceFilter");
        filter->setFocus();
        counter.key(Qt::Key_Escape); // first what was typed, then the page
        QVERIFY(filter->text().isEmpty());
        QVERIFY(counter.window->showsFamily());
        counter.key(Qt::Key_Escape);
        QVERIFY(!counter.window->showsFamily());
    }

    void theMemberThatWasPointedAtIsTheOneConcerned()
    {
        Counter counter;
        counter.office.families = {aFullFamily()};
        counter.window->showFamily(u"3174010101220001"_s);
        auto *members = counter.find<QTableView>("members");
        members->setFocus();
        counter.key(Qt::Key_Down);
        counter.find<QLineEdit>("serviceFilter")->setFocus();
        counter.type(u"kependudukan"_s);
        counter.key(Qt::Key_Return);
        const auto *tab = static_cast<LineTab *>(counter.window->casesPage()->current());
        QVERIFY(tab);
        QCOMPARE(tab->details().value("member"_L1).toString(), u"0009999999992"_s);
    }

    void everyServiceIsOneKeyAway_data()
    {
        QTest::addColumn<bool>("hasFamily");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("kk");
        const QString kk = u"3174010101220001"_s;
        QTest::newRow("new family") << false << u"bppn"_s << u"REG-BPPN"_s << QString();
        QTest::newRow("known family, not named yet") << false << u"alamat"_s << u"CHG-ALAMAT"_s << QString();
        QTest::newRow("no family needed") << false << u"pengaduan saran"_s << u"COMPLAINT"_s << QString();
        QTest::newRow("the family in front") << true << u"alamat"_s << u"CHG-ALAMAT"_s << kk;
        QTest::newRow("a new one beside it") << true << u"bppn"_s << u"REG-BPPN"_s << QString();
        QTest::newRow("any family: the one in front") << true << u"pengaduan saran"_s << u"COMPLAINT"_s << kk;
    }
    void everyServiceIsOneKeyAway()
    {
        QFETCH(bool, hasFamily);
        QFETCH(QString, typed);
        QFETCH(QString, service);
        QFETCH(QString, kk);
        Counter counter;
        counter.office.families = {aFullFamily()};
        if (hasFamily)
            counter.window->showFamily(u"3174010101220001"_s);
        counter.key(Qt::Key_F8);
        auto *chooser = counter.find<QDialog>("serviceChooser");
        QVERIFY(chooser);
        QTRY_COMPARE(QApplication::focusWidget(), chooser->findChild<QLineEdit *>());
        counter.type(typed);
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.window->casesPage()->count(), 1);
        CaseTab *tab = counter.window->casesPage()->current();
        QCOMPARE(tab->service(), service);
        QCOMPARE(static_cast<LineTab *>(tab)->kk(), kk);
    }

    void aScannedCardOpensItsFamilyThoughTheAnswerIsLate()
    {
        Counter counter;
        counter.office.holdSearches = true;
        counter.type(u"0009999999993"_s);
        counter.key(Qt::Key_Return);
        QVERIFY(!counter.window->showsFamily());
        counter.office.answerSearch(counter.office.searches.size() - 1);
        QTRY_VERIFY(counter.window->showsFamily());
    }

    void theAnswerOfAnOlderTextIsDropped()
    {
        Counter counter;
        counter.office.holdSearches = true;
        counter.type(u"s"_s);
        counter.type(u"x"_s);
        QCOMPARE(counter.office.searches, QStringList({u"s"_s, u"sx"_s}));
        counter.office.answerSearch(1);
        auto *table = counter.find<QTableView>("results");
        Counter::settle();
        QCOMPARE(table->model()->rowCount(), 0);
        counter.office.answerSearch(0); // "s" finds everybody, but is no longer asked
        Counter::settle();
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void nobodyFoundOffersARegistration()
    {
        Counter counter;
        counter.type(u"zzz"_s);
        auto *button = counter.find<QPushButton>("registerEmpty");
        QVERIFY(button->isVisible());
        keepPicture(counter, u"home-nobody"_s);
        counter.key(Qt::Key_F3);
        QCOMPARE(counter.window->place(), Place::Cases);
        QCOMPARE(counter.window->casesPage()->count(), 1);
    }

    void aFailedSearchSaysWhatToDo()
    {
        Counter counter;
        counter.office.failReads = Failure{FailureKind::Busy, {}};
        counter.type(u"sari"_s);
        keepPicture(counter, u"home-failed"_s);
        counter.office.failReads.reset();
        counter.type(u" "_s);
        counter.type(u"d"_s);
        QCOMPARE(counter.find<QTableView>("results")->model()->rowCount(), 1);
    }

    void severalCasesAndOneKeyToSwitch()
    {
        Counter counter;
        counter.key(Qt::Key_F3);
        counter.type(u"111"_s);
        counter.key(Qt::Key_F3);
        counter.type(u"222"_s);
        CasesPage *cases = counter.window->casesPage();
        QCOMPARE(cases->count(), 2);
        QCOMPARE(cases->currentIndex(), 1);
        counter.key(Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(cases->currentIndex(), 0);
        counter.key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(cases->currentIndex(), 1);
        keepPicture(counter, u"cases"_s);
        counter.key(Qt::Key_F6);
        QCOMPARE(static_cast<LineTab *>(cases->current())->performed, 1);
        counter.key(Qt::Key_F4); // this page has no photo: nothing happens
        QCOMPARE(static_cast<LineTab *>(cases->current())->performed, 1);
        counter.key(Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(cases->count(), 1);
        QCOMPARE(counter.office.savedDrafts.size(), 2);
    }

    void whatWasSavedMakesRoomForTheNextFamily()
    {
        Counter counter;
        CasesPage *cases = counter.window->casesPage();
        const auto submit = [&] {
            auto *tab = static_cast<LineTab *>(cases->current());
            tab->wasSubmitted = true;
            Q_EMIT tab->submitted(tab->caseId());
        };
        counter.key(Qt::Key_F3);
        QCOMPARE(counter.find<QWidget>("goCases")->accessibleName(), u"Kasus (1)"_s);
        submit();
        QCOMPARE(counter.find<QWidget>("goCases")->accessibleName(), u"Kasus"_s);
        counter.key(Qt::Key_F3);
        QCOMPARE(cases->count(), 1); // the next one took its place
        submit();
        counter.key(Qt::Key_F2);
        QCOMPARE(cases->count(), 0);
    }

    void aDraftIsNeverOpenTwice()
    {
        Counter counter;
        Case draft;
        draft.id = u"01960000-0000-7000-8000-000000000001"_s;
        draft.service = u"REG-PBPU"_s;
        counter.window->openCase(draft);
        counter.window->showSearch();
        counter.window->openCase(draft);
        QCOMPARE(counter.window->casesPage()->count(), 1);
        QCOMPARE(counter.window->place(), Place::Cases);
    }

    void aDraftIsFoundAgainDiscardedAndTakenBack()
    {
        Counter counter;
        counter.key(Qt::Key_F3);
        counter.type(u"3205"_s);
        counter.key(Qt::Key_W, Qt::ControlModifier);
        counter.key(Qt::Key_F2);
        auto *drafts = counter.find<QTableView>("drafts");
        QTRY_COMPARE(drafts->model()->rowCount(), 1);
        drafts->setFocus();
        counter.key(Qt::Key_Delete);
        QCOMPARE(drafts->model()->rowCount(), 0);
        QVERIFY(counter.office.discarded.isEmpty());
        counter.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(drafts->model()->rowCount(), 1);
        drafts->setFocus();
        counter.key(Qt::Key_Delete);
        keepPicture(counter, u"home-discard"_s);
        counter.window->keepEverything();
        QTRY_COMPARE(counter.office.discarded.size(), 1);
    }

    void anotherOfficerStartsClean()
    {
        Counter counter;
        counter.key(Qt::Key_F3);
        counter.type(u"3205"_s);
        counter.window->go(Place::Settings);
        auto *officer = counter.find<QComboBox>("settingOfficer");
        officer->setFocus();
        counter.key(Qt::Key_Down);
        QCOMPARE(counter.office.officer().id, u"budi"_s);
        QCOMPARE(counter.window->casesPage()->count(), 0);
        QCOMPARE(counter.office.draftList.first().officer, u"rina"_s);
        auto *drafts = counter.find<QTableView>("drafts");
        Counter::settle();
        QCOMPARE(drafts->model()->rowCount(), 0);
    }

    void whatTheCentreSentBackIsOneKeyFromItsCorrection()
    {
        Counter counter;
        counter.office.records = {counter.office.sampleCase(CaseState::NeedsCorrection,
                                                            u"NIK anak ke-2 sudah terdaftar di KK lain."_s)};
        counter.office.storeStatus.outbox.insert(u"needs-correction"_s, 1);
        counter.office.followUpList = {{FollowUp::CaseReturned, counter.office.today(), u"3174010101220001"_s,
                                        counter.office.records.first().id.text(), u"SARI DEWI"_s,
                                        u"needs-correction: NIK sudah terdaftar."_s}};
        Q_EMIT counter.office.changed();
        Counter::settle();
        keepPicture(counter, u"home-returned"_s);
        auto *list = counter.find<QAbstractItemView>("followUps");
        QVERIFY(list->isVisible());
        QCOMPARE(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"Sari Dewi. 21 Nov 2026. Perlu perbaikan: NIK sudah terdaftar."_s);
        counter.office.deliveries[counter.office.records.first().id.text()].verdictPath
            = u"family.members[1].nik"_s;
        list->setFocus();
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.window->casesPage()->count(), 1);
        QCOMPARE(static_cast<LineTab *>(counter.window->casesPage()->current())->pointed,
                 u"family.members[1].nik  NIK anak ke-2 sudah terdaftar di KK lain."_s);
        const CaseRecord record = counter.office.records.first();
        counter.window->openCase(correctionOf(counter.office, record)); // asked for again before it was kept
        QCOMPARE(counter.window->casesPage()->count(), 1);
        counter.key(Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(counter.office.savedDrafts.size(), 1);
        QCOMPARE(correctionOf(counter.office, record).id, counter.office.savedDrafts.constBegin().key());

        // Once a newer case corrects it, it asks for nothing any more.
        CaseRecord newer = counter.office.sampleCase(CaseState::Queued);
        newer.content.corrects = record.id.text();
        counter.office.records.prepend(newer);
        QVERIFY(returnedCases(counter.office).value().isEmpty());
    }

    void theEndOfASyncIsToldOnEveryPage()
    {
        Counter counter;
        counter.office.startSync();
        counter.office.sync = {};
        counter.office.sync.isAsked = true;
        counter.office.sync.last = SyncSummary{{{u"sent"_s, 1}, {u"accepted"_s, 1}}, false, {}, {}};
        Q_EMIT counter.office.syncChanged();
        QCOMPARE(counter.window->toastText(), u"1 dikirim · 1 disetujui"_s);
        counter.window->go(Place::Sync);
        counter.office.startSync();
        keepPicture(counter, u"sync-running"_s);
        auto *cancel = counter.find<QPushButton>("syncCancel");
        QVERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QCOMPARE(counter.office.syncCancels, 1);
        QVERIFY(!cancel->isEnabled());
        counter.office.sync = {};
        counter.office.sync.failure = Failure{FailureKind::Full, {}};
        Q_EMIT counter.office.syncChanged();
        QVERIFY(counter.find<QLabel>("syncOutcome")->text().startsWith(u"Cakram penuh"_s));
    }

    void casesAreNarrowedToThoseThatWaitOrNeedAPerson()
    {
        Counter counter;
        counter.prepareSync();
        counter.window->go(Place::Sync);
        auto *table = counter.find<QTableView>("cases");
        QCOMPARE(table->model()->rowCount(), 6);
        auto *waiting = counter.find<QToolButton>("showWaiting");
        waiting->setFocus();
        counter.key(Qt::Key_Space);
        QCOMPARE(table->model()->rowCount(), 2);
        counter.find<QToolButton>("showNeedsPerson")->setFocus();
        counter.key(Qt::Key_Space);
        QCOMPARE(table->model()->rowCount(), 3);
        QVERIFY(!waiting->isChecked());
        counter.office.records.clear();
        Q_EMIT counter.office.changed();
        QVERIFY(!table->isVisible());
        keepPicture(counter, u"sync-nobody"_s);
    }

    void whatIsHeldIsSentAgainByAKey()
    {
        Counter counter;
        counter.prepareSync();
        counter.window->go(Place::Sync);
        auto *table = counter.find<QTableView>("cases");
        table->setFocus();
        int row = 0;
        while (table->model()->index(row, 0).data(CaseListModel::StateRole) != u"parked"_s)
            ++row;
        table->selectRow(row);
        keepPicture(counter, u"sync-held"_s);
        auto *retry = counter.find<QPushButton>("caseRetry");
        QVERIFY(retry->isVisible());
        retry->setFocus();
        counter.key(Qt::Key_Space);
        QCOMPARE(counter.office.retried.size(), 1);
        Counter::settle();
        QVERIFY(counter.window->toastText().startsWith(u"Dikirim lagi"_s));
        // What the centre decided is not sent again.
        row = 0;
        while (table->model()->index(row, 0).data(CaseListModel::StateRole) != u"accepted"_s)
            ++row;
        table->selectRow(row);
        QVERIFY(!retry->isVisible());
    }

    void dataAndAttachmentsAreToldApart_data()
    {
        QTest::addColumn<CaseState>("state");
        QTest::addColumn<Delivery>("way");
        QTest::addColumn<QString>("words");
        const QDateTime now = FakeCounter().fixedClock.nowUtc();
        Delivery way;
        QTest::newRow("fresh") << CaseState::Queued << way << u"ikut sinkron berikutnya"_s;
        way.attempts = 3;
        way.lastError = u"link.no-answer"_s;
        way.nextTry = now.addSecs(300);
        QTest::newRow("waits for its next try")
            << CaseState::Queued << way << u"sudah dicoba 3 kali, lagi tidak sebelum 10.12"_s;
        way.nextTry = {};
        way.received = now.addSecs(-60);
        way.attachments = 5;
        way.attachmentsSent = 3;
        QTest::newRow("attachments follow")
            << CaseState::Received << way << u"data aman di pusat, lampiran 3 dari 5"_s;
        QTest::newRow("decided, attachments follow")
            << CaseState::Accepted << way << u"data aman di pusat, lampiran 3 dari 5"_s;
        way.attachmentsSent = 5;
        QTest::newRow("all there") << CaseState::Received << way << u"pusat memutuskan"_s;
        way.durable = now;
        QTest::newRow("durable") << CaseState::Accepted << way << u"tersimpan di cadangan pusat"_s;
        QTest::newRow("held") << CaseState::Parked << way << u"ditahan: perlu dilihat petugas"_s;
    }
    void dataAndAttachmentsAreToldApart()
    {
        QFETCH(CaseState, state);
        QFETCH(Delivery, way);
        QFETCH(QString, words);
        const Language indonesian;
        FakeCounter office;
        QCOMPARE(deliveryLine({office.sampleCase(state), way}, office.fixedClock.nowUtc()), words);
    }

    void theCounterIsTurnedOffAndOnByAKey()
    {
        Counter counter;
        counter.prepareSync();
        counter.office.storeStatus.isTrial = false;
        counter.office.linkState = Link::Offline;
        counter.office.sync.offlineSince = counter.office.fixedClock.nowUtc().addSecs(-7200);
        counter.office.centreView.url = u"https://sinkron.example.id:8443"_s;
        counter.window->go(Place::Sync);
        keepPicture(counter, u"sync-offline"_s);
        auto *automatic = counter.find<QCheckBox>("syncAutomatic");
        QVERIFY(automatic->isVisible() && automatic->isChecked());
        automatic->setFocus();
        counter.key(Qt::Key_Space);
        QVERIFY(!counter.office.centreView.isSyncEnabled);
        QVERIFY(!automatic->isChecked());
        counter.key(Qt::Key_Space);
        QVERIFY(counter.office.centreView.isSyncEnabled);
    }

    void whatCouldNotBeAppliedIsTold()
    {
        Counter counter;
        counter.prepareSync();
        counter.window->go(Place::Sync);
        auto *aside = counter.find<QPushButton>("showAside");
        QVERIFY(aside->isVisible());
        aside->setFocus();
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.dialogs.asked, QStringList{u"Tidak diterapkan"_s});
        const QString told = counter.dialogs.told.last();
        QVERIFY2(told.contains(u"No. 812 · putusan: Bertentangan dengan yang sudah ada di konter ini"_s),
                 qPrintable(told));
        QVERIFY2(told.contains(u"No. 815 · hal baru (tariff): Versi Loket ini belum mengenalnya"_s),
                 qPrintable(told));
        QVERIFY(!told.contains(u"Hubungi pusat"_s));
        counter.office.asideList = {{816, u"device"_s, u"aside.unsigned"_s}};
        counter.key(Qt::Key_Return);
        QVERIFY(counter.dialogs.told.last().contains(u"Hubungi pusat"_s));
    }

    void rulesThatCameAreToldAndOpenCasesAreAssessedAnew()
    {
        Counter counter;
        counter.key(Qt::Key_F3);
        auto *tab = static_cast<LineTab *>(counter.window->findChild<CasesPage *>()->current());
        const Rulebook &last = counter.office.world.rulebooks->editions().back();
        Q_EMIT counter.office.rulesChanged({});
        QCOMPARE(tab->assessed, 1);
        QVERIFY(!counter.window->toastText().contains(last.id()));
        Q_EMIT counter.office.rulesChanged({last.id()});
        QCOMPARE(tab->assessed, 2);
        QCOMPARE(counter.window->toastText(),
                 u"Edisi aturan %1 berlaku mulai %2."_s.arg(last.id(), longDateText(last.effectiveFrom())));
    }

    void aFrozenCounterBeginsNoCase()
    {
        Counter counter;
        WorkState &work = counter.office.storeStatus.work;
        QVERIFY(!counter.find<Pill>("workStopMark")->isVisible());
        work.stop = WorkStop::Frozen;
        work.since = counter.office.fixedClock.nowUtc().addSecs(-3600);
        work.reasonId = u"Laptop dilaporkan hilang"_s;
        work.reasonEn = u"The laptop was reported lost"_s;
        Q_EMIT counter.office.changed();
        QVERIFY(counter.find<Pill>("workStopMark")->isVisible());
        QCOMPARE(counter.find<Pill>("workStopMark")->text(), u"Konter dibekukan"_s);
        QVERIFY(counter.window->currentPage()->findChild<QWidget *>("workStop"_L1)->isVisible());
        QVERIFY(counter.window->currentPage()
                    ->findChild<QLabel *>("workStopReason"_L1)
                    ->text()
                    .contains(u"Laptop dilaporkan hilang"_s));
        counter.key(Qt::Key_F3);
        QCOMPARE(counter.window->findChild<CasesPage *>()->count(), 0);
        QVERIFY2(counter.window->toastText().startsWith(u"Pusat membekukan konter ini."_s),
                 qPrintable(counter.window->toastText()));
        work = {};
        Q_EMIT counter.office.changed();
        QVERIFY(!counter.find<Pill>("workStopMark")->isVisible());
        counter.key(Qt::Key_F3);
        QCOMPARE(counter.window->findChild<CasesPage *>()->count(), 1);
    }

    void aVerdictIsToldWithoutTakingTheFocus()
    {
        Counter counter;
        counter.type(u"sari"_s);
        QWidget *focus = QApplication::focusWidget();
        Q_EMIT counter.office.verdictsCame({counter.office.sampleCase(CaseState::NeedsCorrection)});
        QCOMPARE(counter.window->toastText(),
                 u"Keluarga Sari Dewi: Perlu perbaikan. Ada di daftar tindak lanjut."_s);
        QCOMPARE(QApplication::focusWidget(), focus);
        Q_EMIT counter.office.verdictsCame(
            {counter.office.sampleCase(CaseState::Accepted), counter.office.sampleCase(CaseState::Rejected)});
        QCOMPARE(counter.window->toastText(), u"Pusat memutuskan 2 kasus Anda; 1 perlu ditindaklanjuti"_s);
        counter.type(u" d"_s);
        QCOMPARE(counter.office.searches.last(), u"sari d"_s);
        // A way back that is still open is not taken away.
        counter.window->toastWithUndo(
            u"Konsep dibuang"_s, u"Kembalikan"_s, [] {}, [] {});
        Q_EMIT counter.office.verdictsCame({counter.office.sampleCase(CaseState::Accepted)});
        QCOMPARE(counter.window->toastText(), u"Konsep dibuang"_s);
    }

    void anAnnouncementStandsUntilItIsRead()
    {
        Counter counter;
        counter.prepareAnnouncements();
        auto *card = counter.find<QWidget>("announcement");
        QVERIFY(card->isVisible());
        auto *read = counter.find<QPushButton>("announcementRead");
        QCOMPARE(read->accessibleName(), u"Sudah dibaca: Server pusat dirawat Sabtu malam"_s);
        counter.preferences.setLanguage(u"en"_s);
        Counter::settle();
        QCOMPARE(read->accessibleName(), u"Read: The centre is maintained on Saturday night"_s);
        counter.preferences.setLanguage(u"id"_s);
        Counter::settle();
        read->setFocus();
        counter.key(Qt::Key_Space);
        Counter::settle();
        QCOMPARE(counter.office.announcementsRead, QStringList{u"a"_s});
        QVERIFY(card->isVisible()); // the next one
        counter.key(Qt::Key_Space);
        Counter::settle();
        QVERIFY(!card->isVisible());
    }

    /// After the days of the rulebook the sync page and the decision itself send to the supervisor.
    void aDecisionThatWaitsTooLongIsTheSupervisors_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("isLate");
        QTest::newRow("on its last day") << 3 << false;
        QTest::newRow("a day later") << 4 << true;
    }
    void aDecisionThatWaitsTooLongIsTheSupervisors()
    {
        QFETCH(int, days);
        QFETCH(bool, isLate);
        Counter counter;
        counter.prepareConflicts();
        counter.office.conflictList.first().since = counter.office.fixedClock.nowUtc().addDays(-days);
        counter.office.centreView.lateConflicts = isLate ? 1 : 0;
        Q_EMIT counter.office.changed();
        counter.window->showConflict({});
        auto *about = counter.find<QLabel>("conflictAbout");
        QCOMPARE(about->text().contains("penyelia"_L1), isLate);
        QCOMPARE(about->property("tone").toString(), isLate ? u"danger"_s : QString());
        keepPicture(counter, isLate ? u"conflict-late"_s : u"conflict-last-day"_s);
        counter.window->showSync();
        Counter::settle();
        QCOMPARE(counter.find<QPushButton>("showConflicts")->text(), u"1 kasus perlu keputusan"_s);
        const auto *late = counter.find<QLabel>("lateDecisions");
        QCOMPARE(late->isVisible(), isLate);
        if (isLate)
            QCOMPARE(late->text(), u"1 lewat waktu: serahkan kepada penyelia"_s);
        // however many words the side column has to show, it stays as wide as it is
        const auto *side = counter.find<QWidget>("syncPage")->findChild<SideColumn *>();
        QVERIFY(side->widget()->width() <= side->viewport()->width());
        keepPicture(counter, isLate ? u"sync-late"_s : u"sync-last-day"_s);
    }

    void aConflictIsDecidedByKeys()
    {
        Counter counter;
        counter.prepareConflicts();
        const QString id = counter.office.conflictList.first().record.id.text();
        counter.window->correctCase(id);
        QCOMPARE(counter.window->currentPage()->objectName(), u"conflictPage"_s);
        auto *mine = counter.find<QRadioButton>("mine address");
        QTRY_COMPARE(QApplication::focusWidget(), mine);
        auto *decide = counter.find<QPushButton>("decide");
        counter.key(Qt::Key_Return, Qt::ControlModifier); // nothing is chosen: nothing happens
        QVERIFY(counter.office.decisions.isEmpty());
        counter.key(Qt::Key_Space);
        counter.key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), counter.find<QRadioButton>("mine phone"));
        counter.key(Qt::Key_Space);
        counter.key(Qt::Key_Right); // the other side of the group
        QVERIFY(counter.find<QRadioButton>("theirs phone")->isChecked());
        QVERIFY(!decide->isEnabled()); // a reason is missing
        counter.key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), counter.find<QLineEdit>("conflictReason"));
        counter.type(u"KTP diperlihatkan"_s);
        keepPicture(counter, u"conflict-chosen"_s);
        counter.key(Qt::Key_Return, Qt::ControlModifier);
        Counter::settle();
        QCOMPARE(counter.office.decisions.size(), 1);
        const auto &[decided, how] = counter.office.decisions.first();
        QCOMPARE(decided, id);
        QCOMPARE(how.sides.value(u"address"_s), ConflictSide::Mine);
        QCOMPARE(how.sides.value(u"phone"_s), ConflictSide::Theirs);
        QCOMPARE(how.reason, u"KTP diperlihatkan"_s);
        QVERIFY(counter.window->toastText().startsWith(u"Diputuskan"_s));
        // Who decided, and why, stays in sight; nothing can be chosen again.
        QVERIFY(counter.find<QLabel>("conflictAbout")->text().contains(u"Rina Amelia"_s));
        QVERIFY(counter.find<QLabel>("conflictAbout")->text().contains(u"KTP diperlihatkan"_s));
        QVERIFY(!counter.find<QRadioButton>("mine address")->isEnabled());
        QVERIFY(counter.find<QRadioButton>("mine address")->isChecked());
        keepPicture(counter, u"conflict-decided"_s);
    }

    void aConflictThatCantBeDecidedSaysWhy()
    {
        Counter counter;
        counter.prepareConflicts();
        counter.office.conflictProblem = u"conflict.not-ready"_s;
        counter.window->showConflict({});
        for (const char *name : {"mine address", "mine phone"}) {
            auto *mine = counter.find<QRadioButton>(name);
            QTRY_COMPARE(QApplication::focusWidget(), mine);
            counter.key(Qt::Key_Space);
            counter.key(Qt::Key_Right);
            QVERIFY(!mine->isChecked());
            counter.key(Qt::Key_Tab);
        }
        QCOMPARE(counter.find<QLabel>("conflictResult")->text(),
                 u"Hasil: kasus ini ditarik dan nilai pusat tetap berlaku."_s);
        counter.find<QLineEdit>("conflictReason")->setFocus();
        counter.type(u"benar"_s);
        counter.key(Qt::Key_Return, Qt::ControlModifier);
        Counter::settle();
        QVERIFY(counter.find<QLabel>("conflictResult")->text().contains(u"belum memenuhi"_s));
        QVERIFY(counter.find<QPushButton>("decide")->isEnabled()); // another choice may do
        counter.find<QPushButton>("conflictCorrect")->setFocus();
        counter.key(Qt::Key_Space);
        QCOMPARE(counter.window->casesPage()->count(), 1);
    }

    void aTrialCounterIsConnectedByKeys()
    {
        Counter counter;
        counter.key(Qt::Key_F3);
        counter.type(u"3205"_s); // half a case
        counter.window->go(Place::Settings);
        counter.office.holdEnrol = true;
        counter.dialogs.fileAnswer = u"/media/usb/pusat.pem"_s;
        counter.find<QPushButton>("enrol")->setFocus();
        counter.key(Qt::Key_Space);
        QCOMPARE(counter.window->casesPage()->count(), 0);
        QCOMPARE(counter.office.savedDrafts.size(), 1); // in the trial store
        auto *dialog = counter.find<QDialog>("enrolDialog");
        QVERIFY(dialog);
        QTRY_COMPARE(QApplication::focusWidget(), dialog->findChild<QLineEdit *>(u"enrolUrl"_s));
        counter.type(u"http://pusat.example.id"_s);
        auto *now = dialog->findChild<QPushButton *>(u"enrolNow"_s);
        counter.key(Qt::Key_Home);
        counter.key(Qt::Key_Delete, Qt::ControlModifier);
        QApplication::focusWidget()->setProperty("text", u"https://pusat.example.id:8443"_s);
        counter.key(Qt::Key_Tab);
        counter.key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"enrolChoose"_s);
        counter.key(Qt::Key_Space);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"enrolCode"_s);
        QVERIFY(!now->isEnabled());
        counter.type(u"GARUT-7731"_s);
        keepDialog(dialog, u"enrol"_s);
        for (const Finding &finding : inspectWindow(*dialog))
            QFAIL(qPrintable(finding.line()));
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.office.enrolments.size(), 1);
        QCOMPARE(counter.office.enrolments.first().caFile, u"/media/usb/pusat.pem"_s);
        // Esc asks to give up and closes nothing; what was typed stays.
        counter.key(Qt::Key_Escape);
        Counter::settle();
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<QLabel *>(u"enrolWords"_s)->text().startsWith(u"Dibatalkan"_s));
        QCOMPARE(QApplication::focusWidget()->objectName(), u"enrolCode"_s);
        counter.key(Qt::Key_Return);
        counter.office.finishEnrol();
        QTRY_VERIFY(!counter.find<QDialog>("enrolDialog"));
        QVERIFY(!counter.window->windowTitle().contains(u"LATIHAN"_s));
        QCOMPARE(counter.office.officer().name, u"Dewi Lestari"_s);
        QCOMPARE(counter.window->toastText(), u"Konter ini sekarang milik KC Garut."_s);
        counter.window->go(Place::Settings);
        QVERIFY(!counter.find<QPushButton>("enrol")->isVisible());
        QCOMPARE(counter.find<QLabel>("centreWords")->text(),
                 u"KC Garut · konter 0901-3 · pusat.example.id:8443"_s);
        keepPicture(counter, u"settings-real"_s);
    }

    void aRefusedCodeSaysWhatToDo_data()
    {
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("no network") << FailureKind::Network << u"kode tetap berlaku"_s;
        QTest::newRow("wrong code") << FailureKind::Denied << u"minta kode baru"_s;
        QTest::newRow("somebody else") << FailureKind::Untrusted << u"bukan pusat"_s;
        QTest::newRow("no file") << FailureKind::Missing << u"sertifikat"_s;
    }
    void aRefusedCodeSaysWhatToDo()
    {
        QFETCH(FailureKind, kind);
        QFETCH(QString, words);
        Counter counter;
        counter.office.failEnrol = Failure{kind, {}};
        counter.window->enrol();
        auto *dialog = counter.find<QDialog>("enrolDialog");
        dialog->findChild<QLineEdit *>(u"enrolUrl"_s)->setText(u"https://pusat.example.id"_s);
        dialog->findChild<QLineEdit *>(u"enrolFile"_s)->setText(u"/x.pem"_s);
        dialog->findChild<QLineEdit *>(u"enrolCode"_s)->setText(u"1"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        Counter::settle();
        const QString told = dialog->findChild<QLabel *>(u"enrolWords"_s)->text();
        QVERIFY2(told.contains(words, Qt::CaseInsensitive), qPrintable(told));
        QVERIFY(counter.office.status().isTrial);
        auto *details = dialog->findChild<QPushButton *>(u"enrolDetails"_s); // English, for support only
        QVERIFY(details->isVisible());
        QTest::keyClick(details, Qt::Key_Space);
        QCOMPARE(counter.dialogs.asked, QStringList{u"Rincian untuk dukungan"_s});
    }

    void theWindowFitsTheSmallestScreen_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("size");
        for (const QString &language : {u"id"_s, u"en"_s}) {
            for (const int size : {100, 115, 130, 150})
                QTest::newRow(qPrintable(language + QString::number(size))) << language << size;
        }
    }
    void theWindowFitsTheSmallestScreen()
    {
        QFETCH(QString, language);
        QFETCH(int, size);
        Counter counter;
        counter.preferences.setLanguage(language);
        counter.preferences.setTextSize(size);
        counter.office.storeStatus.office = u"MCS Kab. Garut · Mobil 2"_s;
        counter.office.setTrialDay(QDate(2026, 12, 22));
        for (int i = 0; i < 3; ++i)
            counter.key(Qt::Key_F3);
        counter.office.records
            = {counter.office.sampleCase(CaseState::NeedsCorrection, u"NIK sudah terdaftar."_s)};
        Q_EMIT counter.office.changed();
        for (const Place place :
             {Place::Search, Place::Cases, Place::Cards, Place::Calc, Place::Sync, Place::Settings}) {
            counter.window->go(place);
            Counter::settle();
            const QSize least = counter.window->minimumSizeHint();
            QVERIFY2(least.width() <= 1366 && least.height() <= 768,
                     qPrintable(u"place %1: %2x%3"_s.arg(int(place)).arg(least.width()).arg(least.height())));
        }
        counter.office.families = {aFullFamily()};
        counter.office.followUpList = someFollowUps();
        counter.window->showSearch();
        counter.type(u"sari"_s);
        for (const bool family : {false, true}) {
            if (family)
                counter.key(Qt::Key_Return);
            Counter::settle();
            QCOMPARE(counter.window->showsFamily(), family);
            const QSize least = counter.window->minimumSizeHint();
            QVERIFY2(least.width() <= 1366 && least.height() <= 768,
                     qPrintable(u"%1x%2"_s.arg(least.width()).arg(least.height())));
        }
        Theme::current().setScale(100);
    }

    void languageLookAndSizeChangeWhileRunning()
    {
        Counter counter;
        counter.type(u"sari"_s);
        auto *table = counter.find<QTableView>("results");
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), u"Nama"_s);
        counter.preferences.setLanguage(u"en"_s);
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), u"Name"_s);
        counter.preferences.setDark(true);
        QVERIFY(Theme::current().isDark());
        keepPicture(counter, u"home-dark-en"_s);
        counter.preferences.setTextSize(150);
        keepPicture(counter, u"home-150"_s);
        counter.preferences.setTextSize(100);
        counter.preferences.setDark(false);
    }

    void everyPageInEveryLook_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("size");
        QTest::newRow("id-light") << u"id"_s << false << 100;
        QTest::newRow("en-dark") << u"en"_s << true << 100;
        QTest::newRow("id-150") << u"id"_s << false << 150;
    }
    void everyPageInEveryLook()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        QFETCH(int, size);
        Counter counter;
        counter.preferences.setLanguage(language);
        counter.preferences.setDark(dark);
        counter.preferences.setTextSize(size);
        counter.prepareSync();
        counter.prepareAnnouncements();
        counter.prepareConflicts();
        counter.office.followUpList = someFollowUps();
        counter.office.families = {aFullFamily()};
        Q_EMIT counter.office.changed();
        QStringList faults;
        const auto look = [&](const QString &page) {
            keepPicture(counter, page + u'-' + QLatin1StringView(QTest::currentDataTag()));
            for (const Finding &finding : inspectWindow(*counter.window)) {
                // With the largest text lists shorten or scroll; the whole text is in the tooltip. So does
                // the example of what can be searched for.
                static const QRegularExpression list(
                    u"/(results|members|history|cards|cases|search|serviceFilter)$"_s);
                if (size > 100 && finding.rule == "cut"_L1 && list.match(finding.widget).hasMatch())
                    continue;
                faults += page + u": "_s + finding.line();
            }
        };
        const QString suffix = u'-' + QLatin1StringView(QTest::currentDataTag());
        look(u"idle"_s);
        WorkState &work = counter.office.storeStatus.work;
        work.stop = WorkStop::Frozen;
        work.since = counter.office.fixedClock.nowUtc().addSecs(-3600);
        work.reasonId = work.reasonEn = u"Laptop dilaporkan hilang (Surat 12/2026)"_s;
        Q_EMIT counter.office.changed();
        look(u"frozen"_s);
        work = {};
        Q_EMIT counter.office.changed();
        counter.type(u"sari"_s);
        look(u"found"_s);
        counter.window->showFamily(u"3174010101220001"_s);
        look(u"family"_s);
        counter.window->go(Place::Cards);
        look(u"cards"_s);
        counter.window->go(Place::Sync);
        look(u"sync"_s);
        counter.window->showConflict({});
        look(u"conflict"_s);
        counter.window->go(Place::Settings);
        look(u"settings"_s);
        counter.window->go(Place::Cases);
        look(u"nocases"_s);
        const auto lookAtChooser = [&](const QString &name, const std::function<void()> &prepare) {
            counter.window->chooseService();
            auto *chooser = counter.find<QDialog>("serviceChooser");
            QVERIFY(QTest::qWaitForWindowActive(chooser));
            prepare();
            Counter::settle();
            if (const QString dir = qEnvironmentVariable("LOKET_PICTURES"); !dir.isEmpty())
                chooser->grab().save(dir + u'/' + name + suffix + u".png"_s);
            for (const Finding &finding : inspectWindow(*chooser)) {
                if (size == 100)
                    faults += name + u": "_s + finding.line();
            }
            delete chooser;
        };
        lookAtChooser(u"services"_s, [] {});
        lookAtChooser(u"services-why"_s, [&] {
            counter.type(u"PBI"_s);
            counter.key(Qt::Key_F1);
        });
        counter.window->showHelp();
        if (auto *help = counter.window->findChild<QDialog *>(u"help"_s)) {
            QVERIFY(QTest::qWaitForWindowExposed(help));
            if (const QString dir = qEnvironmentVariable("LOKET_PICTURES"); !dir.isEmpty())
                help->grab().save(dir + u"/help"_s + suffix + u".png"_s);
            help->close();
        }
        Theme::current().setScale(100);
        Theme::current().setDark(false);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app);
    TestShell test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_shell.moc"
