// SPDX-License-Identifier: Apache-2.0
// What a counter does once a day, and not only when it is started: it may be open for weeks.
#include "app/counterclock.h"
#include "app/storeoffice.h"
#include "forms/common/preferences.h"
#include "model/domain/facilities.h"
#include "model/ports/centralport.h"
#include "model/rulebook/rulebook.h"
#include "model/store/store.h"
#include "tests/fakes/fakecentre.h"
#include "tests/fakes/fakeoffice.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kReserve = 64 * 1024;
constexpr int kPatience = 20000;

/// The office of an open window on a counter whose only case the centre has for good since 1 March.
struct OpenCounter {
    QTemporaryDir folder;
    FixedClock centreClock{QDate(2022, 3, 1)};
    std::shared_ptr<const RulebookLibrary> rulebooks = RulebookLibrary::builtIn();
    std::shared_ptr<const FacilityIndex> facilities = FacilityIndex::trial();
    Preferences preferences{QString()};
    CounterClock clock;
    std::atomic<qint64> room = 0;
    QString caseId, device;
    std::unique_ptr<FakeCentre> centre;
    std::unique_ptr<Store> store;
    std::unique_ptr<StoreOffice> office;

    explicit OpenCounter(QDate day)
    {
        {
            FakeOffice made(folder.path());
            centre = std::make_unique<FakeCentre>(centreClock, made.context());
            centre->addOffice(u"0901"_s, u"Jakarta Selatan"_s, {u"31.74"_s});
            made.enrol(*centre, u"0901"_s);
            made.sync();
            caseId = made.submit(registration(1)).record->id.text();
            made.sync();
            centre->markDurable();
            made.sync();
            device = made.device();
        }
        clock.moveTo(day);
        StoreOptions options{folder.path(), {}, false, true, &clock};
        options.reserveBytes = kReserve;
        options.freeBytes = [this](const QString &) { return room.load(); };
        store = must(Store::open(options));
        Context context;
        context.rulebooks = rulebooks.get();
        context.facilities = facilities.get();
        office = must(StoreOffice::open(
            *store, context, clock, preferences,
            [this](Store &, const Context &, const std::atomic_bool *)
                -> Outcome<std::unique_ptr<CentralPort>> { return centre->connect(device); }));
    }
    /// One run to its end, whether or not the counter has begun one by itself.
    void sync() const
    {
        const auto isOver = [this] { return !office->syncState().isRunning; };
        QVERIFY(QTest::qWaitFor(isOver, kPatience));
        office->startSync();
        QVERIFY(QTest::qWaitFor(isOver, kPatience));
    }
    bool isPurged() const { return must(office->caseById(caseId))->isPurged; }
    bool hasReserve() const { return QFileInfo::exists(folder.filePath(u"store.reserve"_s)); }
};

} // namespace

class TestDayTurn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anotherDayClearsAwayAndTakesTheReserve()
    {
        OpenCounter counter(QDate(2022, 3, 10));
        counter.sync();
        QVERIFY(!counter.isPurged());
        QVERIFY(!counter.hasReserve());

        counter.room = 100 * kReserve;
        counter.sync(); // the same day
        QVERIFY(!counter.hasReserve());

        QSignalSpy days(counter.office.get(), &Office::dayChanged);
        counter.clock.moveTo(QDate(2022, 3, 20));
        counter.sync();
        QCOMPARE(days.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(counter.isPurged(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(counter.hasReserve(), kPatience);
    }
};

QTEST_GUILESS_MAIN(TestDayTurn)
#include "tst_dayturn.moc"
