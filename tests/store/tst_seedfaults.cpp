// SPDX-License-Identifier: Apache-2.0
// Whatever write or sync fails while a store is seeded: it has all of the families or none, and can be seeded
// again.
#include "model/base/clock.h"
#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "model/store/seed.h"
#include "model/store/store.h"
#include "model/store/storereader.h"
#include "tests/fakes/faultvfs.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

class TestSeedFaults : public QObject
{
    Q_OBJECT

    static constexpr qint64 kPeople = 40;

    Outcome<SeedSummary> seed(const QString &dir)
    {
        return seedStore({dir, FaultVfs::kName, kPeople, 1, &m_library->on(QDate(2022, 3, 1)),
                          m_facilities.get(), &m_clock});
    }

    /// A store that was born and closed.
    QString newStore(int number)
    {
        FaultVfs::use({});
        const QString dir = m_dir.path() + u"/s%1"_s.arg(number);
        const auto store = Store::open({dir, FaultVfs::kName, true, true, &m_clock});
        return store ? dir : QString();
    }

    qint64 people(const QString &dir)
    {
        const auto store = Store::open({dir, FaultVfs::kName, false, true, &m_clock});
        if (!store)
            return -1;
        const auto reader = store.value()->reader();
        const auto faults = reader ? reader.value()->verify() : fail(reader.error());
        if (!faults || !faults.value().isEmpty()) {
            qWarning().noquote() << (faults ? faults.value().join(u", "_s) : faults.error().detail);
            return -2;
        }
        return reader.value()->status().value().participants;
    }

private Q_SLOTS:
    void initTestCase()
    {
        FaultVfs::install();
        m_library = RulebookLibrary::builtIn();
        m_facilities = FacilityIndex::trial();
    }

    void anyChangeMayFail_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("forever");
        QTest::addColumn<int>("step"); // 1: every change
        QTest::newRow("disk full, once") << int(FileError::Full) << false << 5;
        QTest::newRow("disk full") << int(FileError::Full) << true << 1;
        QTest::newRow("failing device, once") << int(FileError::Io) << false << 1;
        QTest::newRow("failing device") << int(FileError::Io) << true << 5;
        QTest::newRow("half a write") << int(FileError::Short) << true << 5;
    }
    void anyChangeMayFail()
    {
        QFETCH(int, error);
        QFETCH(bool, forever);
        QFETCH(int, step);
        const QString clean = newStore(m_next++);
        FaultVfs::use({});
        QVERIFY(seed(clean));
        const std::uint64_t changes = FaultVfs::count(FileOp::Change);
        QVERIFY(changes > 30);
        QCOMPARE(people(clean), kPeople);

        int refused = 0;
        for (std::uint64_t at = 1; at <= changes; at += std::uint64_t(step)) {
            const QString dir = newStore(m_next++);
            FaultPlan plan;
            plan.failOp = FileOp::Change;
            plan.failAt = at;
            plan.isForever = forever;
            plan.error = FileError(error);
            FaultVfs::use(plan);
            const auto summary = seed(dir);
            FaultVfs::use({});
            refused += summary ? 0 : 1;
            const qint64 found = people(dir);
            QVERIFY2(found == (summary ? kPeople : 0),
                     qPrintable(u"change %1 of %2: %3 people"_s.arg(at).arg(changes).arg(found)));
            if (!summary) {
                const FailureKind kind = summary.error().kind;
                QVERIFY2(kind == FailureKind::Full || kind == FailureKind::Io, qPrintable(failureWord(kind)));
                QVERIFY(!QFile::exists(dir + u"/mirror.new"_s));
                QVERIFY(seed(dir));
                QCOMPARE(people(dir), kPeople);
            }
            QDir(dir).removeRecursively();
        }
        qInfo("%llu changes of files, %d failures told", static_cast<unsigned long long>(changes), refused);
        QVERIFY(refused * step > 40);
    }

    void readOnlyIsTold()
    {
        const QString dir = newStore(m_next++);
        FaultPlan plan;
        plan.isReadOnly = true;
        FaultVfs::use(plan);
        const auto summary = seed(dir);
        FaultVfs::use({});
        QVERIFY(!summary);
        QCOMPARE(people(dir), 0);
    }

    void whatADeadProcessLeftIsTakenAway()
    {
        const QString dir = newStore(m_next++);
        for (const auto suffix : {""_L1, "-journal"_L1, "-wal"_L1, "-shm"_L1}) {
            QFile left(dir + u"/mirror.new"_s + suffix);
            QVERIFY(left.open(QIODevice::WriteOnly));
            left.write("half of a page");
        }
        QVERIFY(seed(dir));
        QCOMPARE(people(dir), kPeople);
        QCOMPARE(QDir(dir).entryList({u"mirror.new*"_s}, QDir::Files), QStringList());
    }

private:
    FixedClock m_clock{QDate(2022, 3, 1)};
    // In memory where the system can: hundreds of stores are synced here.
    QTemporaryDir m_dir{(QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath())
                        + u"/seedfaults"_s};
    int m_next = 0;
    std::shared_ptr<const RulebookLibrary> m_library;
    std::shared_ptr<const FacilityIndex> m_facilities;
};

QTEST_GUILESS_MAIN(TestSeedFaults)
#include "tst_seedfaults.moc"
