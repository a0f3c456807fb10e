// SPDX-License-Identifier: Apache-2.0
// A new mirror from a snapshot over lines, disks and centres that fail, and what a counter does meanwhile.
#include "model/sync/wire.h"
#include "tests/sync/snapshotworld.h"

#include <QtTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;
using Phase = SnapshotProgress::Phase;

namespace {

void flipByte(const QString &path, qint64 at)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(at))
        qFatal("no such chunk");
    char byte = 0;
    file.getChar(&byte);
    file.seek(at);
    file.putChar(char(byte ^ 1));
}

} // namespace

class TestSnapshot : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewCounterGetsItsArea()
    {
        SnapshotWorld world;
        SnapshotLine line(world.office.line());
        QList<Phase> phases;
        SnapshotProgress last;
        SyncOptions options;
        options.progress = [&](const SyncProgress &progress) {
            const SnapshotProgress &now = progress.snapshot;
            if (now.phase != Phase::None && (phases.isEmpty() || phases.last() != now.phase))
                phases += now.phase;
            if (now.phase == Phase::Fetching && last.phase == Phase::Fetching)
                QVERIFY(now.bytesDone >= last.bytesDone && now.chunksDone >= last.chunksDone);
            QVERIFY(now.bytesDone <= now.bytes && now.chunksDone <= now.chunks);
            last = now.phase == Phase::None ? last : now;
        };
        const SyncSummary summary = world.office.sync(line, options);
        QVERIFY2(!summary.linkFailed, qPrintable(summary.problem));
        QCOMPARE(summary.counts.value(u"snapshots"_s), 1);
        QCOMPARE(phases, QList<Phase>({Phase::Fetching, Phase::Loading, Phase::Indexing}));
        QVERIFY2(last.chunks >= 5, qPrintable(QString::number(last.chunks)));
        QCOMPARE(last.chunksDone, last.chunks);
        QCOMPARE(line.bytes, last.bytes);
        QCOMPARE(world.difference(), QString());
        QVERIFY(!world.hasFolder());
        QCOMPARE(must(mirrorPosition(*world.office.look(u"mirror.db"_s))),
                 (FeedPosition{world.centre.epoch(), world.centre.head()}));

        // and from here on it follows the feed
        const int calls = line.calls;
        world.office.submit(registration(1, 3));
        world.office.sync(line);
        world.office.sync(line);
        QCOMPARE(line.calls, calls);
        QCOMPARE(world.office.record(registration(1).id).state, CaseState::Accepted);
        QCOMPARE(world.difference(), QString());
    }

    void anEmptyAreaToo()
    {
        SnapshotWorld world(0);
        QVERIFY(!world.office.sync().linkFailed);
        QCOMPARE(world.difference(), QString());
        QVERIFY(!world.hasFolder());
    }

    void cutAtAnyCallItGoesOn_data()
    {
        QTest::addColumn<qint64>("piece");
        QTest::addColumn<bool>("restart");
        QTest::newRow("at every chunk boundary") << qint64(1 << 30) << false;
        QTest::newRow("in the middle of chunks") << qint64(700) << false;
        QTest::newRow("in the middle of chunks, program started again") << qint64(700) << true;
    }
    void cutAtAnyCallItGoesOn()
    {
        QFETCH(qint64, piece);
        QFETCH(bool, restart);
        // One store all the time, cut at each next call: what came stays, so each run brings one call more.
        SnapshotWorld world;
        qint64 bytes = 0, total = 0;
        int runs = 0;
        for (bool isDone = false; !isDone; ++runs) {
            QVERIFY2(runs < 1000, "no end");
            SnapshotLine line(world.office.line());
            line.pieceBytes = piece;
            line.failAt = runs == 0 ? 1 : 2; // the manifest first, then one piece a run
            line.onManifest = [&](SnapshotManifest &manifest) {
                for (const SnapshotChunk &chunk : std::as_const(manifest.chunks))
                    total += chunk.length;
            };
            if (runs == 1)
                line.failAt = 3;
            const SyncSummary summary = world.office.sync(line);
            bytes += line.bytes;
            isDone = !summary.linkFailed;
            if (!isDone)
                QCOMPARE(summary.stoppedBy->kind, FailureKind::Network);
            if (restart && runs % 5 == 0)
                world.office.closeAndOpen();
        }
        QVERIFY(runs >= (piece < 1000 ? 15 : 5));
        QCOMPARE(bytes, total); // nothing came twice
        QCOMPARE(world.difference(), QString());
        QVERIFY(!world.hasFolder());
        qInfo("%d runs, %lld bytes", runs, qlonglong(bytes));
    }

    /// Killed before its N-th step, N = 1 until it comes through.
    void killedBetweenStepsItGoesOn()
    {
        int kills = 0;
        QSet<int> killedIn;
        for (int at = 1;; ++at) {
            SnapshotWorld world(120);
            SnapshotLine cut(world.office.line());
            cut.failAt = 1; // all else is done: the child's centre is a copy and says nothing new
            QVERIFY(world.office.sync(cut).linkFailed);
            int pipeEnds[2];
            QCOMPARE(::pipe(pipeEnds), 0);
            int status = 0;
            world.office.whileClosed([&] {
                const pid_t child = ::fork(); // nothing is open, no thread runs
                if (child == 0) {
                    auto store = must(Store::open({world.office.dir(), {}, false, true, &world.clock}));
                    const auto line = world.centre.connect(world.device);
                    SnapshotLine pieces(*line);
                    pieces.pieceBytes = 2000;
                    int step = 0;
                    SyncOptions options;
                    options.progress = [&](const SyncProgress &progress) {
                        const char phase = char(progress.snapshot.phase);
                        if (++step == at && ::write(pipeEnds[1], &phase, 1) == 1)
                            ::kill(::getpid(), SIGKILL);
                    };
                    const auto done = syncOnce(*store, pieces, world.office.actor, options);
                    ::_exit(done && !done.value().linkFailed ? 0 : 1);
                }
                ::waitpid(child, &status, 0);
            });
            char phase = 0;
            ::close(pipeEnds[1]);
            if (::read(pipeEnds[0], &phase, 1) == 1)
                killedIn += phase;
            ::close(pipeEnds[0]);
            if (WIFEXITED(status)) {
                QCOMPARE(WEXITSTATUS(status), 0);
                break;
            }
            ++kills;
            world.office.submit(registration(1)); // the counter works
            QVERIFY(!world.office.sync().linkFailed);
            world.office.sync();
            QVERIFY2(world.difference().isEmpty(),
                     qPrintable(u"killed at %1: %2"_s.arg(at).arg(world.difference())));
            QVERIFY(!world.hasFolder());
        }
        qInfo("%d kills", kills);
        QVERIFY(kills > 8);
        for (const Phase phase : {Phase::None, Phase::Fetching, Phase::Loading, Phase::Indexing})
            QVERIFY(killedIn.contains(int(phase)));
    }

    void aDamagedChunkIsFetchedAgain_data()
    {
        QTest::addColumn<bool>("always");
        QTest::newRow("once") << false;
        QTest::newRow("every time") << true;
    }
    void aDamagedChunkIsFetchedAgain()
    {
        QFETCH(bool, always);
        SnapshotWorld world;
        SnapshotLine line(world.office.line());
        QByteArray damaged;
        line.onManifest = [&](SnapshotManifest &manifest) { damaged = manifest.chunks.at(2).sha256; };
        int times = 0;
        line.onPiece = [&](const QByteArray &name, qint64, QByteArray &bytes) {
            if (name == damaged && (always || times == 0)) {
                ++times;
                bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 4);
            }
        };
        const SyncSummary summary = world.office.sync(line);
        QCOMPARE(summary.linkFailed, always);
        QCOMPARE(times, always ? 2 : 1);
        if (always) {
            QCOMPARE(summary.stoppedBy->kind, FailureKind::Later);
            const auto kept = world.folder().manifest(world.centreKey());
            QVERIFY(kept);
            QCOMPARE(world.folder().standing(*kept).chunksDone, 2); // and the damaged one is not among them
            QVERIFY(!world.office.sync().linkFailed);
        }
        QCOMPARE(world.difference(), QString());
    }

    void whatRottedOnTheDiskIsFetchedAgain()
    {
        SnapshotWorld world;
        SnapshotLine cut(world.office.line());
        cut.failAt = 5;
        QVERIFY(world.office.sync(cut).linkFailed);
        const auto kept = world.folder().manifest(world.centreKey());
        QVERIFY(kept);
        QCOMPARE(world.folder().standing(*kept).chunksDone, 3);
        flipByte(world.folder().fileOf(kept->chunks.at(0)), 100);
        QVERIFY(QFile(world.folder().fileOf(kept->chunks.at(1))).resize(50));
        SnapshotLine line(world.office.line());
        QVERIFY(!world.office.sync(line).linkFailed);
        QCOMPARE(line.manifests, 0);
        QVERIFY(line.asked.contains(kept->chunks.at(0).sha256));
        QVERIFY(line.asked.contains(kept->chunks.at(1).sha256));
        QVERIFY(!line.asked.contains(kept->chunks.at(2).sha256));
        QCOMPARE(world.difference(), QString());
    }

    void whatTheCentreDidNotSignIsNotBegun()
    {
        SnapshotWorld world;
        SnapshotLine line(world.office.line());
        line.onManifest = [](SnapshotManifest &manifest) {
            manifest.proof.signature[3] = char(manifest.proof.signature.at(3) ^ 1);
        };
        const SyncSummary summary = world.office.sync(line);
        QCOMPARE(summary.stoppedBy->kind, FailureKind::Untrusted);
        QCOMPARE(line.calls, 1);
        QVERIFY(!world.hasFolder());
        QCOMPARE(must(world.office.reader()->status()).participants, 0);
    }

    /// The signed text counts, whatever else the port says, also after it lay on a disk.
    void aManifestIsNotBelievedFromTheDisk()
    {
        SnapshotWorld world;
        SnapshotLine cut(world.office.line());
        cut.failAt = 4;
        cut.onManifest = [](SnapshotManifest &manifest) { manifest.families += 5; };
        QVERIFY(world.office.sync(cut).linkFailed);
        const QString path = world.folder().path() + u"/manifest"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(text).replace("\\\"families\\\":", "\\\"families\\\":1"));
        file.close();
        QVERIFY(!world.folder().manifest(world.centreKey()));
        SnapshotLine line(world.office.line());
        QVERIFY(!world.office.sync(line).linkFailed);
        QCOMPARE(line.manifests, 1);
        QVERIFY(line.asked.size() >= 3); // what lay there is used all the same: chunks prove themselves
        QCOMPARE(world.difference(), QString());
    }

    void theCentreMakesANewOneInTheMiddle()
    {
        SnapshotWorld world;
        SnapshotLine cut(world.office.line());
        cut.failAt = 5;
        QVERIFY(world.office.sync(cut).linkFailed);
        const auto before = world.folder().manifest(world.centreKey());
        QVERIFY(before);
        world.centre.forgetSnapshots();
        FamilyView changed = oldFamily(299); // in the last chunk
        changed.revision = 2;
        changed.phone = u"0899"_s;
        world.centre.seed({changed});
        SnapshotLine line(world.office.line());
        QVERIFY(!world.office.sync(line).linkFailed);
        QCOMPARE(line.manifests, 1);
        for (int chunk = 0; chunk < 3; ++chunk) // both have them
            QVERIFY(!line.asked.contains(before->chunks.at(chunk).sha256));
        QCOMPARE(world.difference(), QString());
    }

    void aFullDiskIsToldBeforeItIsFull()
    {
        SnapshotWorld world;
        SnapshotLine line(world.office.line());
        SyncOptions options;
        qint64 room = 1'000'000;
        options.freeBytes = [&](const QString &) { return room; };
        world.office.submit(registration(1));
        SyncSummary summary = world.office.sync(line, options);
        QCOMPARE(summary.stoppedBy->kind, FailureKind::Full);
        QCOMPARE(summary.counts.value(u"sent"_s), 1); // all else was done
        QCOMPARE(line.asked.size(), 0);
        // room for the chunks, and somebody else takes it before the mirror is made
        room = 1'000'000'000;
        line.onPiece = [&](const QByteArray &, qint64, QByteArray &) { room = 1'000'000; };
        summary = world.office.sync(line, options);
        QCOMPARE(summary.stoppedBy->kind, FailureKind::Full);
        QVERIFY(!QFile::exists(world.office.dir() + u"/mirror.new"_s));
        QVERIFY(world.office.submit(registration(2)).record);
        line.onPiece = {};
        room = 1'000'000'000;
        const qint64 fetched = line.bytes;
        QVERIFY(!world.office.sync(line, options).linkFailed);
        QCOMPARE(line.bytes, fetched); // what had come was kept
        world.office.sync();
        QCOMPARE(world.difference(), QString());
    }

    void aSnapshotThatContradictsItselfIsNotLoaded_data()
    {
        QTest::addColumn<bool>("twice");
        QTest::newRow("fewer families than it says") << false;
        QTest::newRow("a chunk, and so its families, twice") << true;
    }
    void aSnapshotThatContradictsItselfIsNotLoaded()
    {
        QFETCH(bool, twice);
        SnapshotWorld world;
        SnapshotLine line(world.office.line());
        line.onManifest = [&](SnapshotManifest &manifest) {
            manifest.id = u"0190f00d-0000-7000-8000-00000000beef"_s;
            if (twice) {
                manifest.families += manifest.chunks.first().families;
                manifest.chunks += manifest.chunks.first();
            } else {
                ++manifest.families;
            }
            manifest.proof = signText("MANIFEST", snapshotManifestText(manifest), world.centre.key());
        };
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"snapshot 0190f00d-.*beef does not hold what it says"_s));
        QCOMPARE(world.office.sync(line).stoppedBy->kind, FailureKind::Later);
        QCOMPARE(must(world.office.reader()->status()).participants, 0);
        const qint64 bytes = line.bytes;
        QVERIFY(bytes > 0);
        QVERIFY(world.office.sync(line).linkFailed); // the same once more is not fetched again
        QCOMPARE(line.bytes, bytes);
        QVERIFY(!world.office.sync().linkFailed); // a good one is
        QCOMPARE(world.difference(), QString());
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
