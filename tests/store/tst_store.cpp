// SPDX-License-Identifier: Apache-2.0
#include "model/store/store.h"

#include "model/store/bytestore.h"
#include "model/store/storereader.h"
#include "tests/store/samples.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Loket;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aStoreIsBornForTrial()
    {
        const auto store = openedStore(dir());
        const auto reader = must(store->reader());
        const StoreStatus status = must(reader->status());
        QVERIFY(status.isTrial);
        QCOMPARE(status.office, u"MCS Kab. Garut · Mobil 2"_s);
        QCOMPARE(status.workstation, u"MCS2"_s);
        QVERIFY(!status.generation.isEmpty());
        QCOMPARE(status.participants, 0);
        QCOMPARE(status.lastSync, QDateTime());
        QVERIFY(status.storeBytes > 0 && status.mirrorBytes > 0);
        QCOMPARE(must(reader->officers()),
                 QList<Officer>({{u"budi"_s, u"Budi Santoso"_s, u"penyelia"_s},
                                 {u"rina"_s, u"Rina Amelia"_s, u"petugas"_s}}));
        QCOMPARE(must(reader->verify()), QStringList());
        for (const QString &path : {dir(), dir() + u"/blobs"_s}) {
            struct stat info = {};
            QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
            QCOMPARE(int(info.st_mode & 0777), 0700);
        }
    }

    void itStaysItselfWhenOpenedAgain()
    {
        QString generation;
        {
            const auto store = openedStore(dir());
            generation = must(must(store->reader())->status()).generation;
        }
        const auto store = openedStore(dir());
        const auto reader = must(store->reader());
        QCOMPARE(must(reader->status()).generation, generation);
        QCOMPARE(must(reader->officers()).size(), 2);
    }

    void oneWritesManyRead()
    {
        const auto store = openedStore(dir());
        const auto second = Store::open({dir(), {}, false, true, &day()});
        QVERIFY(!second);
        QCOMPARE(second.error(), (Failure{FailureKind::LockedByOther, QString::number(::getpid())}));
        const auto reading = Store::open({dir(), {}, false, false, &day()});
        QVERIFY(reading);
        QVERIFY(!reading.value()->writer() && !reading.value()->mirrorWriter());
        QVERIFY(must(must(reading.value()->reader())->status()).isTrial);
        auto refused = reading.value()->blobs().put("x", u"image/jpeg"_s);
        QCOMPARE(refused.result().error().kind, FailureKind::ReadOnly);
    }

    void readingMakesNothing()
    {
        for (const bool write : {false, true}) {
            const auto opened = Store::open({dir(), {}, false, write, &day()});
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, FailureKind::Missing);
            QVERIFY(!QDir(dir()).exists());
        }
    }

    void aNewerStoreIsRefusedUntouched_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("store.db") << u"store.db"_s;
        QTest::newRow("mirror.db") << u"mirror.db"_s;
    }
    void aNewerStoreIsRefusedUntouched()
    {
        QFETCH(QString, file);
        openedStore(dir()).reset();
        {
            const auto later = must(openStore(dir() + u'/' + file, Access::Write));
            QVERIFY(later->script("PRAGMA user_version = 99"));
        }
        QCOMPARE(Store::open({dir(), {}, false, true, &day()}).error().kind, FailureKind::Newer);
        QCOMPARE(Store::open({dir(), {}, false, false, &day()}).error().kind, FailureKind::Newer);
        const auto later = must(openStore(dir() + u'/' + file, Access::Read));
        const auto version
            = later->one("PRAGMA user_version", [](const Statement &s) { return s.integer(0); });
        QCOMPARE(version.value(), 99);
    }

    void aDamagedStoreIsTold()
    {
        openedStore(dir()).reset();
        QFile file(dir() + u"/store.db"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(200, 'x'));
        file.close();
        QCOMPARE(Store::open({dir(), {}, false, true, &day()}).error().kind, FailureKind::Corrupt);
        QCOMPARE(Store::open({dir(), {}, false, false, &day()}).error().kind, FailureKind::Corrupt);
    }

    void aFileInTheWayIsNoStore()
    {
        QVERIFY(QDir().mkpath(QFileInfo(dir()).path()));
        QFile file(dir());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!Store::open({dir(), {}, true, true, &day()}));
    }

    void remainsOfAStoreAreNoNewStore_data()
    {
        QTest::addColumn<QString>("left");
        QTest::newRow("mirror") << u"/mirror.db"_s;
        QTest::newRow("centre") << u"/trial.db"_s;
        QTest::newRow("picture") << u"/blobs/0123"_s;
    }
    void remainsOfAStoreAreNoNewStore()
    {
        QFETCH(QString, left);
        for (const bool isEmptyFile : {false, true}) {
            const QString where = dir() + (isEmptyFile ? u"/empty"_s : u"/gone"_s);
            QVERIFY(QDir().mkpath(where + u"/blobs"_s));
            QFile remains(where + left);
            QVERIFY(remains.open(QIODevice::WriteOnly));
            remains.write("x");
            remains.close();
            QFile main(where + u"/store.db"_s);
            QVERIFY(!isEmptyFile || main.open(QIODevice::WriteOnly));
            main.close();
            StoreOptions options;
            options.dir = where;
            options.create = true;
            options.write = true;
            const FixedClock clock(QDate(2022, 3, 1));
            options.clock = &clock;
            const auto opened = Store::open(options);
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, FailureKind::Missing);
            QVERIFY2(opened.error().detail.contains(u"store.db is gone"_s),
                     qPrintable(opened.error().detail));
            QVERIFY(remains.exists());
            QCOMPARE(main.exists(), isEmptyFile);
        }
    }

    void jobsHandedInBeforeTheEndAreDone()
    {
        auto store = openedStore(dir());
        QList<QFuture<Outcome<Nothing>>> futures;
        for (int i = 0; i < 20; ++i)
            futures.append(store->writer()->run(Writer::Priority::Draft, [i](Connection &c) {
                return putDraft(c, {QString::number(i), u"REG-PBPU"_s, {}, u"rina"_s, day().nowUtc()},
                                begunCase());
            }));
        store.reset();
        for (auto &future : futures)
            QVERIFY(future.isFinished() && future.result());
        store = openedStore(dir());
        QCOMPARE(must(must(store->reader())->status()).drafts, 20);
    }

private:
    QString dir() const { return m_dir->filePath(u"deep/store"_s); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
