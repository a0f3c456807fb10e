// SPDX-License-Identifier: Apache-2.0
#include "model/store/bytestore.h"

#include "model/store/storereader.h"
#include "tests/fakes/faultvfs.h"
#include "tests/store/samples.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;

class TestByteStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { FaultVfs::install(); }
    void init()
    {
        FaultVfs::use({});
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = openedStore(m_dir->path(), FaultVfs::kName);
    }
    void cleanup()
    {
        m_store.reset();
        FaultVfs::use({});
    }

    void bytesComeBackUnderTheirHash()
    {
        const QByteArray photo("not really a photo");
        const QString name = must(m_store->blobs().put(photo, u"image/jpeg"_s));
        QCOMPARE(name, ByteStore::nameOf(photo));
        QVERIFY(name.startsWith(u"sha256:"_s));
        QCOMPARE(must(m_store->blobs().get(name)), photo);
        QVERIFY(must(m_store->blobs().has(name)));
        QCOMPARE(must(m_store->blobs().verify()), QStringList());
        QVERIFY(must(m_store->reader())->lookup().hasBlob(name));
        // the file's own name says nothing about the content
        QVERIFY(!files().first().contains(name.mid(7, 8)));
        QCOMPARE(QFileInfo(m_dir->path() + u"/blobs/"_s + files().first()).permissions() & 0x77,
                 QFile::Permissions());
    }

    void anyLengthComesBack_data()
    {
        QTest::addColumn<qsizetype>("length");
        for (const qsizetype length : {2, 65'535, 65'536, 65'537, 131'071, 131'072, 131'073, 700'000})
            QTest::addRow("%lld bytes", qlonglong(length)) << length;
        QTest::newRow("the longest") << ByteStore::kMaxBytes;
    }
    void anyLengthComesBack()
    {
        QFETCH(qsizetype, length);
        QByteArray scan(length, Qt::Uninitialized);
        for (qsizetype i = 0; i < length; ++i)
            scan[i] = char(i / 251 + i);
        const QString name = must(m_store->blobs().put(scan, u"image/png"_s));
        QVERIFY(must(m_store->blobs().get(name)) == scan);
        QCOMPARE(must(m_store->blobs().verify()), QStringList());
    }

    void theSameBytesAreKeptOnce()
    {
        for (int i = 0; i < 3; ++i)
            must(m_store->blobs().put("twice", u"image/png"_s));
        QCOMPARE(files().size(), 1);
    }

    void aLostFileIsToldAndPutAgain()
    {
        const QString name = must(m_store->blobs().put("lost", u"image/png"_s));
        QVERIFY(QFile::remove(m_dir->path() + u"/blobs/"_s + files().first()));
        QCOMPARE(m_store->blobs().get(name).error().kind, FailureKind::Missing);
        QCOMPARE(must(m_store->blobs().verify()).size(), 1);
        must(m_store->blobs().put("lost", u"image/png"_s));
        QCOMPARE(must(m_store->blobs().get(name)), QByteArray("lost"));
    }

    void aChangedFileIsTold()
    {
        const QString name = must(m_store->blobs().put("true bytes", u"image/png"_s));
        QFile file(m_dir->path() + u"/blobs/"_s + files().first());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write("T");
        file.close();
        QCOMPARE(m_store->blobs().get(name).error().kind, FailureKind::Corrupt);
        QCOMPARE(must(m_store->blobs().verify()), QStringList{u"blob "_s + name + u": damaged"_s});
    }

    void wrongNamesAndSizes()
    {
        QCOMPARE(m_store->blobs().get(u"sha256:12"_s).error().kind, FailureKind::BadInput);
        QCOMPARE(m_store->blobs().get(u"sha256:"_s + QString(64, u'0')).error().kind, FailureKind::Missing);
        QVERIFY(!ByteStore::digestOf(u"sha256:"_s + QString(64, u'A')));
        QVERIFY(!must(m_store->blobs().has(u"photo.jpg"_s)));
        auto empty = m_store->blobs().put({}, u"image/png"_s);
        empty.waitForFinished();
        QCOMPARE(empty.result().error().kind, FailureKind::BadInput);
    }

    void leftFilesAreSweptAtTheStart()
    {
        const QString name = must(m_store->blobs().put("stays", u"image/png"_s));
        QFile left(m_dir->path() + u"/blobs/0123456789abcdef"_s);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.write("half");
        left.close();
        m_store.reset();
        m_store = openedStore(m_dir->path(), FaultVfs::kName);
        QVERIFY(!left.exists());
        QCOMPARE(must(m_store->blobs().get(name)), QByteArray("stays"));
    }

    void everyFaultOfAPutIsCleanAndTheRetryWorks_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<int>("kind");
        QTest::newRow("full") << u"full"_s << int(FailureKind::Full);
        QTest::newRow("short write") << u"short"_s << int(FailureKind::Full);
        QTest::newRow("device error") << u"io"_s << int(FailureKind::Io);
        QTest::newRow("read-only") << u"readonly"_s << int(FailureKind::ReadOnly);
    }
    void everyFaultOfAPutIsCleanAndTheRetryWorks()
    {
        QFETCH(QString, error);
        QFETCH(int, kind);
        int faults = 0;
        for (int n = 1;; ++n) {
            const QByteArray bytes = "photo " + QByteArray::number(n) + error.toLatin1();
            FaultVfs::use(*FaultPlan::parse("fail=change:" + std::to_string(n) + ":" + error.toStdString()));
            auto put = m_store->blobs().put(bytes, u"image/jpeg"_s);
            put.waitForFinished();
            FaultVfs::use({});
            if (put.result())
                break;
            ++faults;
            QCOMPARE(int(put.result().error().kind), kind);
            QVERIFY(!must(m_store->blobs().has(ByteStore::nameOf(bytes))));
            QCOMPARE(must(m_store->blobs().get(must(m_store->blobs().put(bytes, u"image/jpeg"_s)))), bytes);
        }
        QVERIFY2(faults >= 4, qPrintable(QString::number(faults))); // file write and sync, log write and sync
        QCOMPARE(must(m_store->blobs().verify()), QStringList());
        m_store.reset();
        m_store = openedStore(m_dir->path(), FaultVfs::kName);
        QCOMPARE(files().size(), faults + 1);
    }

private:
    QStringList files() const { return QDir(m_dir->path() + u"/blobs"_s).entryList(QDir::Files); }
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestByteStore)
#include "tst_bytestore.moc"
