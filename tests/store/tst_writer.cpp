// SPDX-License-Identifier: Apache-2.0
#include "model/store/writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <semaphore>
#include <stdexcept>
#include <thread>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        auto connection = openStore(m_dir->filePath(u"a.db"_s), Access::Write, {}, true);
        QVERIFY(connection);
        QVERIFY(connection.value()->script(
            "CREATE TABLE note (id INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT"));
        m_writer = std::make_unique<Writer>(connection.take());
    }
    void cleanup()
    {
        m_writer.reset();
        m_dir.reset();
    }

    void urgentJobsGoFirst()
    {
        std::binary_semaphore started{0}, go{0};
        auto first = m_writer->run(Writer::Priority::Feed, [&](Connection &) -> Outcome<Nothing> {
            started.release();
            go.acquire();
            return Nothing();
        });
        started.acquire(); // the thread is busy; what follows queues up
        std::vector<QFuture<Outcome<Nothing>>> futures;
        QStringList order;
        const auto hand = [&](Writer::Priority priority, const QString &name) {
            futures.push_back(m_writer->run(priority, [&order, name](Connection &) -> Outcome<Nothing> {
                order.append(name);
                return Nothing();
            }));
        };
        hand(Writer::Priority::Feed, u"feed 1"_s);
        hand(Writer::Priority::Outcome, u"outcome"_s);
        hand(Writer::Priority::Feed, u"feed 2"_s);
        hand(Writer::Priority::Draft, u"draft"_s);
        hand(Writer::Priority::Save, u"save 1"_s);
        hand(Writer::Priority::Save, u"save 2"_s);
        go.release();
        m_writer->stop();
        QCOMPARE(order,
                 QStringList({u"save 1"_s, u"save 2"_s, u"draft"_s, u"outcome"_s, u"feed 1"_s, u"feed 2"_s}));
        for (auto &future : futures)
            QVERIFY(future.isFinished());
    }

    void anAnsweredJobIsOnDisk()
    {
        auto id = m_writer->run(Writer::Priority::Save, [](Connection &c) -> Outcome<qint64> {
            const auto done = c.exec("INSERT INTO note (word) VALUES (?)", u"satu"_s);
            if (!done)
                return fail(done.error());
            return c.lastInsertRowId();
        });
        id.waitForFinished();
        QCOMPARE(id.result().value(), 1);
        QCOMPARE(words(), QStringList{u"satu"_s}); // through another connection: it was committed
    }

    void aFailedJobLeavesNothing_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("answers with a failure") << 0;
        QTest::newRow("throws") << 1;
        QTest::newRow("breaks a constraint") << 2;
        QTest::newRow("fails inside a savepoint") << 3;
    }
    void aFailedJobLeavesNothing()
    {
        QFETCH(int, how);
        auto failed = m_writer->run(Writer::Priority::Save, [how](Connection &c) -> Outcome<Nothing> {
            const auto done = c.exec("INSERT INTO note (id, word) VALUES (7, 'dua')");
            if (!done)
                return fail(done.error());
            if (how == 1)
                throw std::runtime_error("broken promise");
            if (how == 2) {
                const auto again = c.exec("INSERT INTO note (id, word) VALUES (7, 'dua')");
                if (!again)
                    return fail(again.error());
            }
            if (how == 3) {
                Transaction inner(c);
                const auto again = c.exec("INSERT INTO note (word) VALUES ('tiga')");
                if (!again)
                    return fail(again.error());
            }
            return fail(Failure{FailureKind::Stale, {}});
        });
        failed.waitForFinished();
        QVERIFY(!failed.result());
        QCOMPARE(failed.result().error().kind,
                 how == 1 || how == 2 ? FailureKind::Internal : FailureKind::Stale);
        QCOMPARE(words(), QStringList());

        anAnsweredJobIsOnDisk(); // and the writer goes on
    }

    void aSavepointThatIsNotCommittedIsUndoneAlone()
    {
        auto done = m_writer->run(Writer::Priority::Save, [](Connection &c) -> Outcome<Nothing> {
            {
                Transaction inner(c);
                static_cast<void>(c.exec("INSERT INTO note (word) VALUES ('batal')"));
            }
            {
                Transaction inner(c);
                static_cast<void>(c.exec("INSERT INTO note (word) VALUES ('jadi')"));
                return inner.commit();
            }
        });
        done.waitForFinished();
        QVERIFY(done.result());
        QCOMPARE(words(), QStringList{u"jadi"_s});
    }

    void afterStopEveryJobIsRefused()
    {
        m_writer->stop();
        auto late = m_writer->run(Writer::Priority::Save,
                                  [](Connection &) -> Outcome<Nothing> { return Nothing(); });
        QVERIFY(late.isFinished());
        QCOMPARE(late.result().error().kind, FailureKind::Cancelled);
    }

    void manyThreadsHandInJobs()
    {
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([this, t] {
                for (int i = 0; i < 50; ++i) {
                    auto done = m_writer->run(Writer::Priority(t), [](Connection &c) -> Outcome<qint64> {
                        return c.exec("INSERT INTO note (word) VALUES ('x')");
                    });
                    done.waitForFinished();
                    if (!done.result())
                        qFatal("a job failed");
                }
            });
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(words().size(), 200);
    }

private:
    QStringList words()
    {
        auto reader = openStore(m_dir->filePath(u"a.db"_s), Access::Read);
        auto rows = reader.value()->all("SELECT word FROM note ORDER BY id",
                                        [](const Statement &s) { return s.text(0); });
        return rows.value();
    }
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Writer> m_writer;
};

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
