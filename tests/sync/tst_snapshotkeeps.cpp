// SPDX-License-Identifier: Apache-2.0
// What a counter knows and does while its mirror is made anew: nothing of it is lost.
#include "model/sync/wire.h"
#include "tests/sync/snapshotworld.h"

#include <QtTest>

#include <thread>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;
using Phase = SnapshotProgress::Phase;

namespace {

/// Paid months with the moment at which each was heard of, by family.
QMap<QString, QString> paidRows(const FakeOffice &office)
{
    QMap<QString, QString> rows;
    must(office.look(u"mirror.db"_s)
             ->all("SELECT f.kk, p.month, p.at FROM paid p JOIN family f ON f.id = p.family_id ORDER BY 1, 2",
                   [&](const Statement &s) {
                       rows[s.text(0)] += s.text(1) + u'@' + s.time(2).toString(Qt::ISODate) + u' ';
                       return 0;
                   }));
    return rows;
}

/// A line on which the feed is not answered, from the first piece of a chunk on when `fromPiece`.
class DeafLine final : public SnapshotLine
{
public:
    DeafLine(CentralPort &centre, bool fromPiece)
        : SnapshotLine(centre)
        , m_isDeaf(!fromPiece)
    {
        onPiece = [this](const QByteArray &, qint64, QByteArray &) { m_isDeaf = true; };
    }
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int wait) override
    {
        if (m_isDeaf)
            return fail(Failure{FailureKind::Network, u"cut"_s});
        return SnapshotLine::changes(epoch, cursor, limit, wait);
    }

private:
    bool m_isDeaf;
};

} // namespace

class TestSnapshotKeeps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anotherHistoryOfTheCentre()
    {
        SnapshotWorld world;
        const auto backup = world.centre.backup();
        SnapshotLine cut(world.office.line());
        cut.failAt = 5;
        QVERIFY(world.office.sync(cut).linkFailed);
        const auto before = world.folder().manifest(world.centreKey());
        world.centre.restore(backup);
        FamilyView changed = oldFamily(0);
        changed.phone = u"0899"_s; // under a revision that said something else before
        changed.revision = 2;
        world.centre.seed({changed});
        SnapshotLine line(world.office.line());
        QVERIFY(!world.office.sync(line).linkFailed);
        QCOMPARE(line.manifests, 1);
        QVERIFY(before && before->epoch != world.centre.epoch());
        QCOMPARE(world.difference(), QString());
        // a second one: the mirror that is there is of another history
        world.centre.restore(backup);
        QVERIFY(!world.office.sync().linkFailed);
        QCOMPARE(world.difference(), QString());
        // and a manifest of a history that nobody heard of is left alone
        world.centre.restore(backup);
        SnapshotLine other(world.office.line());
        other.onManifest = [&](SnapshotManifest &manifest) {
            manifest.epoch = u"0190f00d-0000-7000-8000-ffffffffffff"_s;
            manifest.proof = signText("MANIFEST", snapshotManifestText(manifest), world.centre.key());
        };
        QCOMPARE(world.office.sync(other).stoppedBy->kind, FailureKind::Later);
        QCOMPARE(other.asked.size(), 0);
    }

    void whatWasHeardOfPaymentsStays()
    {
        SnapshotWorld world(40);
        world.office.sync();
        QVERIFY(paidRows(world.office).isEmpty());
        const auto pay = [&](int number, const QString &month) {
            FamilyView paid = oldFamily(number);
            const auto now = must(world.centre.book().family(paid.kk));
            paid.revision = now->revision + 1;
            paid.paidUntil = month;
            world.centre.seed({paid});
            QVERIFY(world.centre.book().tell({u"area:31.74"_s, u"family"_s, familyToJson(paid), {}}));
        };
        const auto backup = world.centre.backup();
        pay(1, u"2022-01"_s);
        pay(2, u"2022-01"_s);
        world.office.clock.advanceSeconds(60);
        world.office.sync();
        pay(1, u"2022-02"_s);
        world.office.clock.advanceSeconds(60);
        world.office.sync();
        const QMap<QString, QString> before = paidRows(world.office);
        QCOMPARE(before.size(), 2);
        QCOMPARE(before.value(oldFamily(1).kk).count(u'@'), 2);
        // another history, in which the second one paid further and the third one for the first time
        world.centre.restore(backup);
        pay(1, u"2022-02"_s);
        pay(2, u"2022-03"_s);
        pay(3, u"2022-03"_s);
        world.office.clock.advanceSeconds(60);
        QVERIFY(!world.office.sync().linkFailed);
        QCOMPARE(world.difference(), QString());
        const QMap<QString, QString> after = paidRows(world.office);
        QCOMPARE(after.value(oldFamily(1).kk), before.value(oldFamily(1).kk));
        const QString now = world.office.clock.nowUtc().toString(Qt::ISODate);
        QCOMPARE(after.value(oldFamily(2).kk), before.value(oldFamily(2).kk) + u"2022-03@"_s + now + u' ');
        QCOMPARE(after.value(oldFamily(3).kk), u"2022-03@"_s + now + u' ');
        QCOMPARE(after.size(), 3);
    }

    /// Between any two steps a family is registered, and goes to the centre before the next step; another
    /// thread searches all the time.
    void theCounterWorksMeanwhile()
    {
        SnapshotWorld world;
        SnapshotLine line(world.office.line());
        line.pieceBytes = 3000;
        std::atomic_bool isOver = false;
        std::atomic<int> asked = 0, failed = 0, saw = 0;
        std::thread searcher([&] {
            const auto reader = must(world.office.store().reader());
            while (!isOver) {
                const auto found = reader->search(u"lama 7"_s, 20);
                failed += found ? 0 : 1;
                saw += found && !found.value().hits.isEmpty() ? 1 : 0;
                ++asked;
            }
        });
        const auto end = qScopeGuard([&] {
            isOver = true;
            if (searcher.joinable())
                searcher.join();
        });
        int number = 0, lastSent = 0;
        QMap<Phase, int> saved;
        std::tuple<Phase, qint64> where;
        SyncOptions options;
        options.progress = [&](const SyncProgress &progress) {
            const std::tuple now{progress.snapshot.phase, progress.snapshot.bytesDone};
            if (std::exchange(where, now) == now)
                return; // sending goes first: who saves without end gets no snapshot
            QVERIFY(world.office.submit(registration(++number)).record);
            ++saved[progress.snapshot.phase];
            lastSent = int(world.centre.deliveries());
        };
        const SyncSummary summary = world.office.sync(line, options);
        QVERIFY2(!summary.linkFailed, qPrintable(summary.problem));
        QVERIFY(lastSent >= number - 2); // each went before the next step
        world.office.sync();
        isOver = true;
        searcher.join();
        for (const Phase phase : {Phase::Fetching, Phase::Loading, Phase::Indexing})
            QVERIFY2(saved.value(phase) > 0, qPrintable(QString::number(int(phase))));
        QCOMPARE(failed.load(), 0);
        QVERIFY(asked > 10);
        QVERIFY(!must(world.office.reader()->search(u"lama 7"_s, 20)).hits.isEmpty());
        for (int i = 1; i <= number; ++i)
            QCOMPARE(world.office.record(registration(i).id).state, CaseState::Accepted);
        QCOMPARE(world.difference(), QString());
        QCOMPARE(world.office.faults(), QStringList());
        qInfo("%d registered meanwhile, %d searches, %d of them with the new mirror", number, asked.load(),
              saw.load());
    }

    /// Away for longer than the centre keeps its feed: a case was decided meanwhile, families changed.
    void aFeedThatIsGoneIsGoneOver()
    {
        SnapshotWorld world;
        world.office.sync();
        world.office.submit(registration(1));
        SyncSummary summary = world.office.sync();
        world.office.submit(registration(2));
        DeafLine deaf(world.office.line(), false);
        world.office.sync(deaf);
        QCOMPARE(world.office.record(registration(2).id).state, CaseState::Received);
        FamilyView changed = oldFamily(5);
        changed.revision = 2;
        changed.phone = u"0899"_s;
        world.centre.seed({changed});
        QVERIFY(world.centre.book().tell({u"area:31.74"_s, u"family"_s, familyToJson(changed), {}}));
        world.centre.forgetFeed(world.centre.head());
        SnapshotLine cut(world.office.line());
        cut.failAt = 4;
        QVERIFY(world.office.sync(cut).linkFailed); // kept for the next run here as well
        SnapshotLine line(world.office.line());
        summary = world.office.sync(line);
        QVERIFY2(!summary.linkFailed, qPrintable(summary.problem));
        QCOMPARE(line.manifests, 0);
        QCOMPARE(world.difference(), QString());
        world.office.sync();
        QCOMPARE(world.office.record(registration(2).id).state, CaseState::Accepted);
        QCOMPARE(world.office.faults(), QStringList());
        QVERIFY(!world.hasFolder());
    }

    /// The snapshot is of yesterday, the counter's family of today, and the line is cut as soon as the new
    /// mirror is in place.
    void whatTheFeedToldMeanwhileIsThereAtOnce_data()
    {
        QTest::addColumn<bool>("isRestored");
        QTest::newRow("one history") << false;
        QTest::newRow("of a history that ended, it comes with the feed") << true;
    }
    void whatTheFeedToldMeanwhileIsThereAtOnce()
    {
        QFETCH(bool, isRestored);
        SnapshotWorld world(60);
        const auto backup = world.centre.backup();
        SnapshotLine cut(world.office.line());
        cut.failAt = 3;
        QVERIFY(world.office.sync(cut).linkFailed);
        world.office.submit(registration(1, 3));
        FamilyView changed = oldFamily(3);
        changed.phone = u"0899"_s;
        world.centre.seed({changed});
        changed = *must(world.centre.book().family(changed.kk)); // with its revision
        QVERIFY(world.centre.book().tell({u"area:31.74"_s, u"family"_s, familyToJson(changed), {}}));
        for (int run = 0; run < 2; ++run) {
            SnapshotLine again(world.office.line());
            again.failAt = 1;
            QVERIFY(world.office.sync(again).linkFailed);
        }
        QCOMPARE(world.office.record(registration(1).id).state, CaseState::Accepted);
        if (isRestored)
            world.centre.restore(backup);
        DeafLine deaf(world.office.line(), true);
        const SyncSummary summary = world.office.sync(deaf);
        QVERIFY(summary.linkFailed);
        QCOMPARE(summary.counts.value(u"snapshots"_s), 1);
        QCOMPARE(deaf.manifests, isRestored ? 1 : 0);
        const auto own = must(world.office.reader()->familyByKk(registration(1).family.kk));
        const auto old = must(world.office.reader()->familyByKk(changed.kk));
        QCOMPARE(old->phone, isRestored ? oldFamily(3).phone : u"0899"_s);
        if (!isRestored)
            QCOMPARE(own.value_or(FamilyView()).members.size(), 3);
        QVERIFY(!world.office.sync().linkFailed);
        world.office.sync();
        QCOMPARE(world.difference(), QString());
    }
};

QTEST_GUILESS_MAIN(TestSnapshotKeeps)
#include "tst_snapshotkeeps.moc"
