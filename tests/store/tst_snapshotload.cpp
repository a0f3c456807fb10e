// SPDX-License-Identifier: Apache-2.0
// Chunks of a snapshot into a new mirror file: what is in it afterwards, and what damaged ones do.
#include "model/store/familyjson.h"
#include "model/store/mirrorload.h"
#include "model/store/snapshotload.h"
#include "model/store/storereader.h"
#include "tests/fakes/seed.h"
#include "tests/store/samples.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <zstd.h>

using namespace Loket;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray packed(const QByteArray &text)
{
    QByteArray bytes(qsizetype(ZSTD_compressBound(size_t(text.size()))), Qt::Uninitialized);
    bytes.truncate(qsizetype(
        ZSTD_compress(bytes.data(), size_t(bytes.size()), text.constData(), size_t(text.size()), 3)));
    return bytes;
}

QString kkOf(int number)
{
    return QString::number(3174010101000000 + number);
}

FamilyView familyOf(int number, QRandomGenerator &random)
{
    QStringList people;
    for (int i = 0; i <= number % 7; ++i)
        people += u"ORANG %1 %2|%3|%4|19%5-01-28"_s.arg(number)
                      .arg(i)
                      .arg(3174010101000000 + number * 10 + i)
                      .arg(1000000000 + number * 10 + i)
                      .arg(50 + i * 7);
    FamilyView one = family(kkOf(number), u"0812%1"_s.arg(random.bounded(100000)), people);
    one.revision = 1 + int(random.bounded(9));
    one.email = QString(random.bounded(30), u'e');
    return one;
}

QByteArray lineOf(const FamilyView &one)
{
    return QJsonDocument(familyToJson(one)).toJson(QJsonDocument::Compact) + '\n';
}

SnapshotFile kept(const QString &folder, const QByteArray &bytes, qint64 families)
{
    const QByteArray name = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    const QString path = folder + u'/' + QString::fromLatin1(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no chunk could be written");
    return {path, name, families};
}

Outcome<Nothing> loadAll(SnapshotLoad &snapshot)
{
    for (;;) {
        const auto more = snapshot.step(1ms);
        if (!more)
            return fail(more.error());
        if (!more.value())
            return Nothing();
    }
}

} // namespace

class TestSnapshotLoad : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFamilyIsThere()
    {
        const quint32 seed = Fakes::seedOfTest();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        QTemporaryDir chunks, dir(quickFolder());
        std::vector<FamilyView> families;
        QList<SnapshotFile> files;
        qint64 people = 0, bytes = 0;
        for (int number = 0; files.size() < 5;) {
            QByteArray text;
            const int last = number + 1 + int(random.bounded(700));
            for (const int first = number; number < last; ++number) {
                families.push_back(familyOf(number, random));
                people += families.back().members.size();
                if (files.size() == 2 && number == first) // a line that no buffer foresees
                    families.back().email = QString(900 * 1000, u'x');
                text += lineOf(families.back());
            }
            const QByteArray chunk = packed(text);
            bytes += chunk.size();
            files += kept(chunks.path(), chunk, last);
        }
        const auto store = openedStore(dir.path());
        auto load = must(MirrorLoad::begin(store->dir(), store->vfs()));
        SnapshotLoad snapshot(*load, files);
        QVERIFY(loadAll(snapshot));
        QCOMPARE(snapshot.families(), qint64(families.size()));
        QCOMPARE(snapshot.participants(), people);
        QCOMPARE(snapshot.bytesDone(), bytes);
        QVERIFY(load->seal());
        QVERIFY(must(store->replaceMirror(*load)).aloneMilliseconds >= 0);

        const auto reader = must(store->reader());
        QCOMPARE(must(reader->verify()), QStringList());
        QCOMPARE(must(reader->status()).participants, people);
        for (const FamilyView &expected : families) {
            auto found = must(reader->familyByKk(expected.kk));
            QVERIFY(found.has_value());
            QCOMPARE(familyToJson(*found), familyToJson(expected));
        }
        QCOMPARE(must(reader->search(u"orang 12"_s, 50)).hits.isEmpty(), false);
    }

    void damageIsTold_data()
    {
        QTest::addColumn<QByteArray>("chunk");
        QTest::addColumn<QByteArray>("name"); // empty: its own
        QTest::addColumn<qint64>("families");
        QRandomGenerator random(1);
        QByteArray text;
        for (int number = 0; number < 40; ++number)
            text += lineOf(familyOf(number, random));
        const QByteArray good = packed(text);
        QByteArray flipped = good;
        flipped[flipped.size() / 2] = char(flipped[flipped.size() / 2] ^ 1);
        const QByteArray nameOfGood = QCryptographicHash::hash(good, QCryptographicHash::Sha256).toHex();
        QTest::newRow("another name") << good << QByteArray(64, '0') << qint64(40);
        QTest::newRow("a bit flipped") << flipped << nameOfGood << qint64(40);
        QTest::newRow("cut off") << good.left(good.size() - 1) << QByteArray() << qint64(40);
        QTest::newRow("empty") << QByteArray() << QByteArray() << qint64(40);
        QTest::newRow("something behind") << good + "x" << QByteArray() << qint64(40);
        QTest::newRow("no zstd") << text << QByteArray() << qint64(40);
        QTest::newRow("half a line at its end") << packed(text.chopped(5)) << QByteArray() << qint64(40);
        QTest::newRow("more than said") << good << QByteArray() << qint64(39);
        QTest::newRow("no family") << packed(text + "{\"kk\":1}\n") << QByteArray() << qint64(41);
        QTest::newRow("a line without end")
            << packed(QByteArray(200'000'000, 'a')) << QByteArray() << qint64(1);
    }
    void damageIsTold()
    {
        QFETCH(QByteArray, chunk);
        QFETCH(QByteArray, name);
        QFETCH(qint64, families);
        QTemporaryDir chunks, dir(quickFolder());
        QRandomGenerator random(2);
        const QList<SnapshotFile> files = {kept(chunks.path(), packed(lineOf(familyOf(100, random))), 1),
                                           kept(chunks.path(), chunk, families)};
        QList<SnapshotFile> told = files;
        if (!name.isEmpty())
            told.last().sha256 = name;
        const auto store = openedStore(dir.path());
        auto load = must(MirrorLoad::begin(store->dir(), store->vfs()));
        SnapshotLoad snapshot(*load, told);
        const auto done = loadAll(snapshot);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, FailureKind::Corrupt);
        QCOMPARE(snapshot.damagedFile(), 1);
        const auto again = snapshot.step(1ms); // and there is no way on
        QVERIFY(!again);
    }

    void aMissingFileIsTold()
    {
        QTemporaryDir dir(quickFolder());
        const auto store = openedStore(dir.path());
        auto load = must(MirrorLoad::begin(store->dir(), store->vfs()));
        SnapshotLoad snapshot(*load, {{dir.path() + u"/nowhere"_s, QByteArray(64, '0'), 1}});
        const auto done = loadAll(snapshot);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, FailureKind::Missing);
        QCOMPARE(snapshot.damagedFile(), 0);
    }

    /// The reading thread waits for room; nobody takes anything any more.
    void mayBeGivenUp()
    {
        QTemporaryDir chunks, dir(quickFolder());
        QRandomGenerator random(3);
        QByteArray text;
        for (int number = 0; number < 2000; ++number)
            text += lineOf(familyOf(number, random));
        const SnapshotFile file = kept(chunks.path(), packed(text), 2000);
        const auto store = openedStore(dir.path());
        {
            auto load = must(MirrorLoad::begin(store->dir(), store->vfs()));
            SnapshotLoad unused(*load, {file});
        }
        {
            auto load = must(MirrorLoad::begin(store->dir(), store->vfs()));
            SnapshotLoad begun(*load, {file});
            QVERIFY(must(begun.step(0ms)));
            QVERIFY(begun.families() > 0 && begun.families() < 2000);
        }
        QVERIFY(!QFile::exists(dir.path() + u"/mirror.new"_s));
        QCOMPARE(must(must(store->reader())->verify()), QStringList());
    }
};

QTEST_APPLESS_MAIN(TestSnapshotLoad)
#include "tst_snapshotload.moc"
