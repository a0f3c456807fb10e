// SPDX-License-Identifier: Apache-2.0
// What an officer sees and can do when too much waits unsent, or the disk is nearly full; by keys.
#include "forms/casework/casepagefactory.h"
#include "forms/common/inspect.h"
#include "forms/common/language.h"
#include "forms/common/preferences.h"
#include "forms/common/theme.h"
#include "forms/shell/casespage.h"
#include "forms/shell/mainwindow.h"
#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "tests/fakes/fakecounter.h"
#include "tests/fakes/fakedialogs.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// A window on a counter of a centre.
struct Desk {
    Preferences preferences{QString()};
    FakeDialogs dialogs;
    Language language;
    std::shared_ptr<const RulebookLibrary> rulebooks = RulebookLibrary::builtIn();
    std::shared_ptr<const FacilityIndex> facilities = FacilityIndex::trial();
    FakeCounter office;
    std::unique_ptr<MainWindow> window;

    Desk()
    {
        office.storeStatus.isTrial = false;
        office.linkState = Link::Offline;
        office.centreView.url = u"https://sinkron.example.id:8443"_s;
        office.families = {FakeCounter::sampleFamily()};
        office.world.facilities = facilities.get();
        office.world.rulebooks = rulebooks.get();
        Rooms rooms;
        rooms.caseTab = casePageFactory(CaptureTools());
        window = std::make_unique<MainWindow>(office, preferences, language, dialogs, rooms);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    /// The oldest of `cases` was saved so many days ago.
    void wait(int days, int cases)
    {
        office.storeStatus.unsent = {cases, office.fixedClock.nowUtc().addDays(-days), true};
        office.storeStatus.outbox.insert(u"queued"_s, cases);
        Q_EMIT office.changed();
        Q_EMIT office.syncChanged();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(window.get(), key, with);
    }
    QLabel *label(const char *name) const { return window->findChild<QLabel *>(QLatin1String(name)); }
    QString shown(const char *name) const
    {
        const QLabel *one = label(name);
        return one && one->isVisible() ? one->text() : QString();
    }
    /// Nothing is cut, out of reach of the keys, or too pale; a picture when they are asked for.
    void look(const QString &name)
    {
        QCoreApplication::processEvents();
        const QList<Finding> findings = inspectWindow(*window);
        QVERIFY2(findings.isEmpty(), qPrintable(findingsText(findings)));
        const QString dir = qEnvironmentVariable("LOKET_PICTURES");
        if (!dir.isEmpty())
            QVERIFY(window->grab().save(dir + u'/' + name + u".png"_s));
    }
};

} // namespace

class TestLimitNotice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s)); }

    void theHomePageWarnsInTime()
    {
        Desk desk;
        desk.wait(6, 40);
        QCOMPARE(desk.shown("limitUnsent"), QString());
        desk.wait(7, 40);
        QVERIFY2(desk.shown("limitUnsent").contains(u"7 hari"_s), qPrintable(desk.shown("limitUnsent")));
        QVERIFY(desk.shown("limitUnsent").contains(u"40 kasus"_s));
        QVERIFY(desk.shown("limitUnsent").contains(u"28 Nov 2026"_s)); // 14 days after 14 Nov
        desk.look(u"limit-warning"_s);
        desk.wait(12, 321);
        QVERIFY(desk.shown("limitUnsent").contains(u"12 hari"_s));
        desk.look(u"limit-urgent"_s);
        desk.wait(1, 4100);
        QVERIFY2(desk.shown("limitUnsent").contains(u"5.000"_s), qPrintable(desk.shown("limitUnsent")));
        desk.wait(14, 400);
        QVERIFY(desk.shown("limitUnsent").contains(u"konsep"_s));
        desk.look(u"limit-frozen"_s);
        desk.office.storeStatus.isTrial = true;
        desk.wait(14, 400);
        QCOMPARE(desk.shown("limitUnsent"), QString());
    }

    void theSyncPageTellsTheAge()
    {
        Desk desk;
        desk.wait(12, 321);
        desk.key(Qt::Key_5, Qt::AltModifier);
        QCOMPARE(desk.window->place(), Place::Sync);
        QVERIFY(desk.shown("syncLimit").contains(u"12 hari"_s));
        QStringList words;
        for (const QLabel *one : desk.window->currentPage()->findChildren<QLabel *>())
            words += one->isVisible() ? one->text() : QString();
        QVERIFY2(words.contains(u"Tertua menunggu"_s), qPrintable(words.join(u'|')));
        QVERIFY2(words.contains(u"12 hari, sejak 9 Nov 2026"_s), qPrintable(words.join(u'|')));
        desk.look(u"limit-sync"_s);
        desk.wait(0, 0);
        QCOMPARE(desk.shown("syncLimit"), QString());
    }

    void aFrozenCounterBeginsNothingNew()
    {
        Desk desk;
        // Begun before, so it goes on.
        desk.key(Qt::Key_F3);
        QCOMPARE(desk.window->casesPage()->count(), 1);
        desk.wait(14, 400);
        for (const Qt::Key key : {Qt::Key_F3, Qt::Key_F3})
            desk.key(key);
        QCOMPARE(desk.window->casesPage()->count(), 1);
        QCOMPARE(desk.dialogs.asked, QStringList(2, u"Kasus baru tidak dapat dimulai"_s));
        QVERIFY(desk.dialogs.told.last().contains(u"14 hari"_s));
        QVERIFY(!desk.dialogs.told.last().contains(u'{'));

        // A kept draft is opened; a new case of a family that is here is not.
        Case draft;
        draft.id = u"01940000-0000-7000-8000-000000000077"_s;
        draft.service = u"REG-PBPU"_s;
        draft.date = desk.office.today();
        draft.channel = u"MCS"_s;
        desk.window->openCase(draft);
        QCOMPARE(desk.window->casesPage()->count(), 2);
        desk.window->startCase(u"UPD-PHONE"_s, FakeCounter::sampleFamily().kk);
        QCOMPARE(desk.window->casesPage()->count(), 2);
        QCOMPARE(desk.dialogs.asked.size(), 3);

        // Everything else goes on.
        desk.key(Qt::Key_F2);
        QCOMPARE(desk.window->place(), Place::Search);
        desk.key(Qt::Key_5, Qt::AltModifier);
        QCOMPARE(desk.window->place(), Place::Sync);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(desk.office.syncStarts, 1);

        // It was sent: the next case begins.
        desk.office.sync = {};
        desk.wait(0, 0);
        desk.key(Qt::Key_F3);
        QCOMPARE(desk.window->casesPage()->count(), 3);
    }

    void aNearlyFullDiskBeginsNothingNew()
    {
        Desk desk;
        desk.office.storeStatus.freeBytes = 499'999'999;
        Q_EMIT desk.office.changed();
        QVERIFY2(desk.shown("limitDisk").contains(u"499 MB"_s), qPrintable(desk.shown("limitDisk")));
        desk.look(u"limit-disk"_s);
        desk.key(Qt::Key_F3);
        QCOMPARE(desk.window->casesPage()->count(), 0);
        QVERIFY(desk.dialogs.told.last().contains(u"500 MB"_s));
        desk.office.storeStatus.freeBytes = 500'000'000;
        Q_EMIT desk.office.changed();
        QCOMPARE(desk.shown("limitDisk"), QString());
        desk.key(Qt::Key_F3);
        QCOMPARE(desk.window->casesPage()->count(), 1);
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app);
    TestLimitNotice test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_limitnotice.moc"
