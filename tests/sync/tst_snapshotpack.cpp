// SPDX-License-Identifier: Apache-2.0
// A snapshot on a USB stick, from one counter of an office to another one.
#include "model/sync/snapshotpack.h"
#include "model/sync/wire.h"
#include "tests/sync/snapshotworld.h"

#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

/// A second counter of the same office, with a network, and a stick.
struct StickWorld : SnapshotWorld {
    FakeOffice neighbour;
    QTemporaryDir stick;
    QString dir = stick.filePath(u"pack"_s);
    QByteArray request;

    StickWorld()
    {
        neighbour.enrol(centre, u"0901"_s);
        request = must(snapshotRequest(office.store()));
    }
    SnapshotPack fill() { return must(exportSnapshot(neighbour.store(), neighbour.line(), request, dir)); }
    Outcome<SnapshotTaken> take() { return importSnapshot(office.store(), dir, office.actor); }
    QStringList sealed() const { return QDir(dir).entryList({u"*.sealed"_s}, QDir::Files, QDir::Name); }
    QString pathOf(int number) const { return dir + u'/' + sealed().at(number); }
};

/// What differs when it is not the epoch that was heard last.
FailureKind kindOf(const Outcome<SnapshotTaken> &outcome)
{
    return outcome ? FailureKind::Internal : outcome.error().kind;
}

} // namespace

class TestSnapshotPack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholePackIsLoadedWithoutANetwork()
    {
        StickWorld world;
        const SnapshotPack pack = world.fill();
        QVERIFY(pack.chunks >= 5 && pack.fetched == pack.chunks);
        QCOMPARE(pack.families, 300);
        const auto taken = must(world.take());
        QVERIFY(taken.isLoaded && taken.isNeeded);
        QCOMPARE(taken.taken, pack.chunks);
        QCOMPARE(taken.missing + taken.damaged, 0);
        QCOMPARE(world.difference(), QString());
        QVERIFY(!world.hasFolder());
        QVERIFY(!must(world.take()).isNeeded); // again does nothing
        QVERIFY(!world.hasFolder());
        SnapshotLine line(world.office.line());
        QVERIFY(!world.office.sync(line).linkFailed);
        QCOMPARE(line.calls, 0);
        QCOMPARE(world.difference(), QString());
    }

    void oneDamagedAndOneMissingComeOverTheLine()
    {
        StickWorld world;
        const SnapshotPack pack = world.fill();
        QFile damaged(world.pathOf(1));
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(200));
        QVERIFY(damaged.write("x") == 1);
        damaged.close();
        QVERIFY(QFile::remove(world.pathOf(3)));
        const auto taken = must(world.take());
        QCOMPARE(taken.damaged, 1);
        QCOMPARE(taken.missing, 2);
        QCOMPARE(taken.taken, pack.chunks - 2);
        QVERIFY(!taken.isLoaded);
        QCOMPARE(must(world.office.reader()->status()).participants, 0);
        SnapshotLine line(world.office.line());
        QVERIFY(!world.office.sync(line).linkFailed);
        QCOMPARE(line.manifests, 0);
        QCOMPARE(line.asked.size(), 2);
        QCOMPARE(world.difference(), QString());
    }

    void nobodyElseReadsIt()
    {
        StickWorld world;
        world.fill();
        for (int at = 0; at < world.sealed().size(); ++at) {
            QFile file(world.pathOf(at));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains(QByteArray::fromHex("28b52ffd"))); // no zstd frame
            QVERIFY(!bytes.contains("LAMA"));
        }
        FakeOffice third;
        third.enrol(world.centre, u"0901"_s);
        must(third.store()
                 .mirrorWriter()
                 ->run(Writer::Priority::Feed,
                       [&](Connection &mirror) {
                           return moveMirrorPosition(mirror, {QString(), 0}, world.clock.nowUtc());
                       })
                 .result());
        const auto taken = must(importSnapshot(third.store(), world.dir, third.actor));
        QCOMPARE(taken.taken, 0);
        QCOMPARE(taken.damaged, taken.chunks);
    }

    void aCutExportGoesOn()
    {
        StickWorld world;
        SnapshotLine line(world.neighbour.line());
        line.failAt = 4;
        const auto cut = exportSnapshot(world.neighbour.store(), line, world.request, world.dir);
        QVERIFY(!cut);
        QCOMPARE(cut.error().kind, FailureKind::Network);
        QCOMPARE(world.sealed().size(), 2);
        SnapshotLine again(world.neighbour.line());
        const auto pack = must(exportSnapshot(world.neighbour.store(), again, world.request, world.dir));
        QCOMPARE(again.manifests, 0);
        QCOMPARE(pack.fetched, pack.chunks - 2);
        // the centre has a newer one by now
        QVERIFY(QFile::remove(world.pathOf(0)));
        world.centre.forgetSnapshots();
        FamilyView changed = oldFamily(299);
        changed.revision = 2;
        changed.phone = u"0899"_s;
        world.centre.seed({changed});
        world.fill();
        QVERIFY(must(world.take()).isLoaded);
        QCOMPARE(world.difference(), QString());
    }

    void aStickOfAnotherCounterIsFilledAnew()
    {
        StickWorld world;
        world.fill();
        const QStringList before = world.sealed();
        FakeOffice third;
        third.enrol(world.centre, u"0901"_s);
        world.request = must(snapshotRequest(third.store()));
        QCOMPARE(world.fill().fetched, before.size());
        QCOMPARE(must(world.take()).damaged, before.size());
    }

    void whatACounterHasIsNotFetchedForAnother()
    {
        StickWorld world;
        must(world.neighbour.store()
                 .mirrorWriter()
                 ->run(Writer::Priority::Feed,
                       [&](Connection &mirror) {
                           return moveMirrorPosition(mirror, {QString(), 0}, world.clock.nowUtc());
                       })
                 .result());
        SnapshotLine cut(world.neighbour.line());
        cut.failAt = 4;
        QVERIFY(world.neighbour.sync(cut).linkFailed); // two chunks lie there
        SnapshotLine line(world.neighbour.line());
        const auto pack = must(exportSnapshot(world.neighbour.store(), line, world.request, world.dir));
        QCOMPARE(line.asked.size(), pack.chunks - 2);
        QVERIFY(must(world.take()).isLoaded);
        QCOMPARE(world.difference(), QString());
    }

    void onlyCountersOfTheOfficeAreServed_data()
    {
        QTest::addColumn<QByteArray>("what");
        for (const char *what : {"another office", "another centre", "not signed", "another key", "no JSON",
                                 "ended certificate", "trial"})
            QTest::newRow(what) << QByteArray(what);
    }
    void onlyCountersOfTheOfficeAreServed()
    {
        QFETCH(QByteArray, what);
        StickWorld world;
        FakeOffice other;
        if (what == "another office") {
            world.centre.addOffice(u"0902"_s, u"Depok"_s, {u"32.76"_s});
            other.enrol(world.centre, u"0902"_s);
            world.request = must(snapshotRequest(other.store()));
        } else if (what == "another centre") {
            // the keys of all fake centres are the same: the certificate is signed by a key of its own
            const auto text = readSigned(world.request);
            QJsonObject content = QJsonDocument::fromJson(text.value().text).object();
            const DeviceKey key = DeviceKey::generate();
            QJsonObject certificate
                = QJsonDocument::fromJson(content["certificate"_L1].toObject()["text"_L1].toString().toUtf8())
                      .object();
            certificate["key"_L1] = QString::fromLatin1(key.publicKey().toHex());
            content["certificate"_L1] = signedTextToJson(signText("CERT", certificate, key));
            world.request = writeSigned(signText("SNAPREQ", content, key));
        } else if (what == "not signed" || what == "another key") {
            auto text = readSigned(world.request).value();
            if (what == "not signed")
                text.signature[5] = char(text.signature.at(5) ^ 1);
            else
                text
                    = signText("SNAPREQ", QJsonDocument::fromJson(text.text).object(), DeviceKey::generate());
            world.request = writeSigned(text);
        } else if (what == "no JSON") {
            world.request = "x";
        } else if (what == "ended certificate") {
            world.neighbour.clock.setToday(QDate(2023, 3, 2));
        }
        SnapshotLine line(world.neighbour.line());
        const auto pack = what == "trial"
            ? exportSnapshot(other.store(), line, world.request, world.dir)
            : exportSnapshot(world.neighbour.store(), line, world.request, world.dir);
        QVERIFY(!pack);
        QCOMPARE(pack.error().kind, FailureKind::BadInput);
        QCOMPARE(line.calls, 0);
        QVERIFY(!QFile::exists(world.dir));
    }

    void badPacksChangeNothing()
    {
        StickWorld world;
        QCOMPARE(kindOf(world.take()), FailureKind::BadInput); // nothing there
        world.fill();
        QFile manifest(world.dir + u"/manifest"_s);
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        const QByteArray good = manifest.readAll();
        manifest.close();
        QVERIFY(manifest.open(QIODevice::WriteOnly));
        manifest.write(QByteArray(good).replace("\\\"cursor\\\":", "\\\"cursor\\\":1"));
        manifest.close();
        QCOMPARE(kindOf(world.take()), FailureKind::BadInput); // not as it was signed
        QVERIFY(manifest.open(QIODevice::WriteOnly));
        manifest.write(good);
        manifest.close();
        world.centre.restore(world.centre.backup());
        SnapshotLine cut(world.office.line());
        cut.failAt = 1;
        world.office.sync(cut); // hears of the centre's new history
        QCOMPARE(kindOf(world.take()), FailureKind::BadInput);
        QVERIFY(!world.hasFolder());
        FakeOffice trial;
        QCOMPARE(kindOf(importSnapshot(trial.store(), world.dir, trial.actor)), FailureKind::BadInput);
    }

    /// Nearly all of another snapshot came over the line already: an almost empty stick does not undo that.
    void aPoorStickDoesNotCostWhatIsHere()
    {
        StickWorld world;
        world.fill();
        while (world.sealed().size() > 1)
            QVERIFY(QFile::remove(world.pathOf(0)));
        QList<FamilyView> changed = oldFamilies(300);
        for (FamilyView &family : changed) {
            family.revision = 2;
            family.phone = u"0899"_s;
        }
        world.centre.seed(changed);
        SnapshotLine cut(world.office.line());
        cut.failAt = 6;
        QVERIFY(world.office.sync(cut).linkFailed);
        const auto kept = world.folder().manifest(world.centreKey());
        QVERIFY(kept);
        QCOMPARE(must(world.take()).taken, 0);
        QCOMPARE(world.folder().manifest(world.centreKey())->id, kept->id);
        QCOMPARE(world.folder().standing(*kept).chunksDone, 4);
        QVERIFY(!world.office.sync().linkFailed);
        QCOMPARE(world.difference(), QString());
    }
};

QTEST_GUILESS_MAIN(TestSnapshotPack)
#include "tst_snapshotpack.moc"
