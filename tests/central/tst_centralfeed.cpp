// SPDX-License-Identifier: Apache-2.0
#include "model/base/clock.h"
#include "model/base/ids.h"
#include "tests/central/centralhost.h"
#include "tests/central/centrekeys.h"
#include "tests/central/pgbook.h"
#include "tests/central/pgcentre.h"
#include "tests/central/pgpool.h"
#include "tests/central/sequencer.h"
#include "tests/fakes/seed.h"

#include <QRandomGenerator>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace Loket;
using namespace Loket::Central;
using namespace Qt::StringLiterals;

namespace {

constexpr int kWriters = 64;
constexpr int kChangesOfEach = 8;
constexpr double kLongestDelay = 2.0; // seconds between a change and its commit

QString nameOf(int writer, int number)
{
    return u"%1/%2"_s.arg(writer).arg(number);
}

/// Tells one change, dawdles, and commits; every tenth thinks better of it. Answers the names that were
/// committed.
QStringList write(const std::string &database, int writer, quint32 seed)
{
    QRandomGenerator random(seed);
    QStringList committed;
    PgPool pool(database, 1);
    for (int i = 0; i < kChangesOfEach; ++i) {
        const bool isTakenBack = random.bounded(10) == 0;
        const double delay = random.bounded(kLongestDelay);
        const QString name = nameOf(writer, i);
        const auto done = pool.inTransaction<Nothing>([&](pqxx::work &work) -> Outcome<Nothing> {
            PgBook book(work);
            const auto told = book.tell({u"area:31.74"_s, u"test"_s, {{u"name"_s, name}}, {}});
            book.flush();
            work.exec("SELECT pg_sleep(" + std::to_string(delay) + ")");
            if (isTakenBack)
                return fail(Failure{FailureKind::Cancelled, {}});
            return told;
        });
        if (done)
            committed += name;
    }
    return committed;
}

bool isAllPlaced(PgPool &pool)
{
    const auto answer = pool.inSnapshot<bool>([](pqxx::transaction_base &now) -> Outcome<bool> {
        return now.exec("SELECT 1 FROM change WHERE seq IS NULL LIMIT 1").empty();
    });
    return answer && answer.value();
}

/// The usual mistake: a reader that remembers the highest id it saw.
class ByIdReader
{
public:
    explicit ByIdReader(PgPool &pool)
        : m_pool(pool)
    {
    }
    void read()
    {
        const auto done = m_pool.inSnapshot<Nothing>([&](pqxx::transaction_base &now) -> Outcome<Nothing> {
            for (const pqxx::row &row :
                 now.exec_params("SELECT id, body::json->>'name' FROM change WHERE kind = 'test' AND id > $1"
                                 " ORDER BY id",
                                 m_last)) {
                m_last = numberOf(row[0]);
                seen += textOf(row[1]);
            }
            return Nothing();
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    QStringList seen;

private:
    PgPool &m_pool;
    qint64 m_last = 0;
};

} // namespace

class TestCentralFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// LOKET_SEED: the printed seed, to see the same delays again.
    void everyChangeOnce()
    {
        const quint32 seed = Fakes::seedOfTest();
        QRandomGenerator random(seed);
        QTemporaryDir folder;
        // Two processes with a sequencer each, and ours is the third.
        const CentralHost host(folder.path(), {u"--processes"_s, u"2"_s, u"--participants"_s, u"0"_s});
        const std::string database = host.database().toStdString();
        PgPool pool(database, 4);
        Sequencer sequencer(pool);
        const auto keys = CentreKeys::openOrMake(folder.filePath(u"keys"_s));
        QVERIFY(keys);
        const SystemClock clock;
        const World world{pool, sequencer, keys.value(), clock, {}};
        const DeviceKey key = DeviceKey::generate();
        const QString device = newUuid7(clock).toString(QUuid::WithoutBraces);
        QVERIFY(enrol(world, {host.code(0, 0), device, key.publicKey(), key.publicKey(), u"test"_s}));
        const auto caller = findCaller(pool, device);
        QVERIFY(caller && caller.value());
        PgCentre centre(world, *caller.value());

        std::atomic<int> busy = kWriters;
        std::vector<QStringList> committed(kWriters);
        std::vector<std::thread> writers;
        for (int writer = 0; writer < kWriters; ++writer)
            writers.emplace_back([&, writer, own = random.generate()] {
                committed[size_t(writer)] = write(database, writer, own);
                --busy;
            });

        QStringList seen;
        ByIdReader control(pool);
        qint64 cursor = 0, last = 0;
        bool isRising = true;
        for (bool isLast = false;;) {
            control.read();
            const auto page = centre.changes({}, cursor, 100, isLast ? 0 : 1);
            if (!page)
                qFatal("%s", qPrintable(page.error().detail));
            for (const FeedEntry &entry : page.value().entries) {
                isRising = isRising && entry.seq > last;
                last = entry.seq;
                seen += QJsonDocument::fromJson(entry.text)["name"_L1].toString();
            }
            cursor = page.value().next;
            if (isLast && page.value().entries.isEmpty())
                break;
            isLast = isLast || (busy == 0 && isAllPlaced(pool));
        }
        for (std::thread &writer : writers)
            writer.join();
        control.read();

        QStringList expected;
        for (const QStringList &names : committed)
            expected += names;
        expected.sort();
        seen.sort();
        const qsizetype missed = expected.size() - control.seen.size();
        qInfo().noquote()
            << u"seed %1: %2 changes of %3 writers with up to %4 s before the commit, read %5; by plain id "
               "%6 were missed"_s.arg(seed)
                   .arg(expected.size())
                   .arg(kWriters)
                   .arg(kLongestDelay)
                   .arg(seen.size())
                   .arg(missed);
        QVERIFY(isRising);
        QCOMPARE(seen, expected);
        QVERIFY2(missed > 0, "the control has to miss some, else the delays prove nothing");
    }
};

QTEST_GUILESS_MAIN(TestCentralFeed)
#include "tst_centralfeed.moc"
