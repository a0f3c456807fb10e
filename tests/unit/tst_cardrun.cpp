// SPDX-License-Identifier: Apache-2.0
// Batches of cards on a printer, a print service and a program that may fail at any step: every card exactly
// once.
#include "model/print/cardrun.h"
#include "model/print/printdocument.h"
#include "tests/fakes/fakeprinter.h"
#include "tests/fakes/memorycardlog.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

class Sheet final : public PrintDocument
{
public:
    QString title() const override { return u"MCS2-000001"_s; }
    int pageCount() const override { return 1; }
    QSizeF pageSize() const override { return {85.6, 53.98}; }
    void paint(Canvas &, int) const override { }
};

QList<CardRunItem> cards(int count)
{
    QList<CardRunItem> items(count);
    for (int i = 0; i < count; ++i) {
        items[i].card = QString::number(1000 + i);
        items[i].reference = u"MCS2-%1"_s.arg(i, 6, 10, QChar(u'0'));
    }
    return items;
}

CardRun::Paper anyPaper()
{
    return [](const CardRunItem &) -> Result<std::shared_ptr<const PrintDocument>, QString> {
        return std::shared_ptr<const PrintDocument>(std::make_shared<Sheet>());
    };
}

struct Desk {
    FakePrinter printer;
    MemoryCardLog log;
    CardRun run{u"K1"_s, printer, log, anyPaper()};

    explicit Desk(int count)
    {
        printer.keeps = true;
        PrintOptions options;
        options.printer = u"kartu"_s;
        options.copies = 2; // a batch prints one card a card all the same
        run.setOptions(options);
        run.setItems(cards(count));
    }
    PrintJob oldest() const { return printer.jobs.isEmpty() ? 0 : printer.jobs.firstKey(); }
};

/// A queue whose jobs live on without the program, and that counts what really comes out.
class RoughPrinter final : public PrinterPort
{
public:
    enum class At { Queue, Device, Over };
    struct Job {
        QString card; ///< the key up to its last dash
        At at = At::Queue;
        JobReport report;
        Report listener;
    };
    QMap<QString, Job> jobs; ///< by key
    QMap<QString, int> out;  ///< cards that really came out
    bool refuses = false;
    int most = 0; ///< jobs at once

    QList<PrinterInfo> printers() const override { return {}; }
    void refresh(std::function<void(const Outcome<Nothing> &)>) override { }
    PrintJob print(std::shared_ptr<const PrintDocument>, const PrintOptions &options, Report report) override
    {
        if (refuses) {
            JobReport refused;
            refused.state = JobState::Failed;
            refused.failure = {FailureKind::Busy, u"takes no jobs"_s};
            report(refused);
            return ++m_last;
        }
        Job job;
        job.card = options.key.left(options.key.lastIndexOf(u'-'));
        job.listener = std::move(report);
        job.report.state = JobState::Queued;
        jobs.insert(options.key, job);
        most = qMax(most, int(under()));
        return ++m_last;
    }
    PrintJob follow(const QString &, const QString &key, Report report) override
    {
        if (!jobs.contains(key)) {
            JobReport lost;
            lost.state = JobState::Lost;
            lost.failure = {FailureKind::Missing, {}};
            report(lost);
            return ++m_last;
        }
        jobs[key].listener = std::move(report);
        tell(key);
        return ++m_last;
    }
    void cancel(PrintJob) override { }

    void forgetProgram()
    {
        for (Job &job : jobs)
            job.listener = {};
    }
    qsizetype under() const
    {
        return std::count_if(jobs.cbegin(), jobs.cend(), [](const Job &job) { return job.at != At::Over; });
    }
    QStringList open() const
    {
        QStringList keys;
        for (auto it = jobs.cbegin(); it != jobs.cend(); ++it) {
            if (it->at != At::Over)
                keys += it.key();
        }
        return keys;
    }
    void end(const QString &key, JobState state, const Failure &failure = {})
    {
        jobs[key].at = At::Over;
        jobs[key].report.state = state;
        jobs[key].report.failure = failure;
        tell(key);
    }
    void come(const QString &key) { ++out[jobs[key].card]; }
    /// One step of one job, with every fault that a queue has.
    void step(QRandomGenerator &random)
    {
        const QStringList keys = open();
        if (keys.isEmpty())
            return;
        const QString key = keys[random.bounded(int(keys.size()))];
        const int dice = random.bounded(100);
        if (jobs[key].at == At::Queue) {
            if (dice < 4)
                end(key, JobState::Failed, {FailureKind::Io, u"aborted before it began"_s});
            else if (dice < 8)
                loseSight(key);
            else if (dice < 10)
                forget(key, false);
            else
                begin(key);
            return;
        }
        if (dice < 6) {
            if (random.bounded(2) == 0)
                come(key);
            end(key, JobState::Failed, {FailureKind::Io, u"gave up"_s});
        } else if (dice < 9) {
            forget(key, random.bounded(2) == 0);
        } else if (dice < 12) {
            loseSight(key);
        } else {
            come(key);
            end(key, JobState::Done);
        }
    }

private:
    void begin(const QString &key)
    {
        jobs[key].at = At::Device;
        jobs[key].report.state = JobState::Printing;
        jobs[key].report.hasBegun = true;
        tell(key);
    }
    /// The service was killed and wrote nothing down.
    void forget(const QString &key, bool cameOut)
    {
        if (cameOut)
            come(key);
        const Report listener = jobs.take(key).listener;
        JobReport lost;
        lost.state = JobState::Lost;
        lost.failure = {FailureKind::Missing, {}};
        if (listener)
            listener(lost);
    }
    /// The service was silent for too long. The job is still there.
    void loseSight(const QString &key)
    {
        const Report listener = std::exchange(jobs[key].listener, {});
        JobReport lost = jobs[key].report;
        lost.state = JobState::Lost;
        lost.failure = {FailureKind::Network, {}};
        if (listener)
            listener(lost);
    }
    void tell(const QString &key)
    {
        const Report listener = jobs[key].listener;
        if (listener)
            listener(jobs[key].report);
    }
    PrintJob m_last = 0;
};

} // namespace

class TestCardRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneJobACardAFewAtATime()
    {
        Desk desk(10);
        desk.run.goOn();
        QCOMPARE(desk.printer.jobs.size(), 3);
        QCOMPARE(desk.run.count(CardFate::Sent), 3);
        for (int i = 0; i < 10; ++i) {
            QVERIFY(desk.printer.jobs.size() <= 3);
            desk.printer.finish(desk.oldest());
        }
        QCOMPARE(desk.run.count(CardFate::Out), 10);
        QVERIFY(!desk.run.isBusy() && !desk.run.nextWaiting());
        QCOMPARE(desk.printer.papers.size(), 10);
        QSet<QString> titles;
        for (const PrintOptions &options : desk.printer.usedOptions) {
            titles += options.title;
            QCOMPARE(options.copies, 1);
        }
        QCOMPARE(titles.size(), 10); // each card's own reference, in order
        QCOMPARE(desk.printer.usedOptions.first().title, u"MCS2-000000"_s);
    }

    void refusalHaltsAndNothingIsSentTwice()
    {
        Desk desk(6);
        desk.run.goOn();
        desk.printer.finish(desk.oldest());
        desk.printer.refuses = true;
        desk.printer.finish(desk.oldest()); // the next one is refused
        QVERIFY(!desk.run.isRunning());
        QCOMPARE(desk.run.trouble().kind, FailureKind::Io);
        QCOMPARE(desk.run.count(CardFate::Out), 2);
        desk.printer.finish(desk.oldest()); // what is at the printer is seen through
        desk.printer.finish(desk.oldest());
        QCOMPARE(desk.run.count(CardFate::Out), 4);
        QCOMPARE(*desk.run.nextWaiting(), 4);
        desk.printer.refuses = false;
        desk.run.goOn(*desk.run.nextWaiting());
        while (desk.oldest() != 0)
            desk.printer.finish(desk.oldest());
        QCOMPARE(desk.run.count(CardFate::Out), 6);
        QCOMPARE(desk.printer.papers.size(), 6);
    }

    void goesOnFromTheCardThatIsNamed()
    {
        Desk desk(8);
        desk.run.goOn(5);
        while (desk.oldest() != 0)
            desk.printer.finish(desk.oldest());
        QCOMPARE(desk.run.count(CardFate::Out), 3);
        QVERIFY(!desk.run.isRunning());
        QCOMPARE(*desk.run.nextWaiting(), 0);
        desk.run.goOn();
        while (desk.oldest() != 0)
            desk.printer.finish(desk.oldest());
        QCOMPARE(desk.run.count(CardFate::Out), 8);
        QCOMPARE(desk.printer.papers.size(), 8);
    }

    void jobThatGaveUpAsks_data()
    {
        QTest::addColumn<bool>("cameOut");
        QTest::addColumn<int>("papers");
        QTest::newRow("it came out") << true << 3;
        QTest::newRow("it did not") << false << 4;
    }
    void jobThatGaveUpAsks()
    {
        QFETCH(bool, cameOut);
        QFETCH(int, papers);
        Desk desk(3);
        desk.run.goOn();
        desk.printer.tell(1, JobState::Printing);
        desk.printer.tell(1, JobState::Failed);
        QCOMPARE(desk.run.items().first().fate, CardFate::Unclear);
        QVERIFY(!desk.run.isRunning());
        desk.run.goOn(); // the unclear one is not sent before it is answered
        desk.printer.finish(2);
        desk.printer.finish(3);
        QCOMPARE(desk.printer.papers.size(), 3);
        desk.run.answer(0, cameOut);
        desk.run.goOn();
        while (desk.oldest() != 0)
            desk.printer.finish(desk.oldest());
        QCOMPARE(desk.run.count(CardFate::Out), 3);
        QCOMPARE(desk.printer.papers.size(), papers);
    }

    void logThatCannotWriteSendsNothing()
    {
        Desk desk(3);
        desk.log.isFull = true;
        desk.run.goOn();
        QVERIFY(desk.printer.papers.isEmpty());
        QCOMPARE(desk.run.trouble().kind, FailureKind::Full);
        QCOMPARE(desk.run.count(CardFate::Waiting), 3);
    }

    void fateThatCannotBeWrittenCountsAsNothing_data()
    {
        QTest::addColumn<bool>("cameOut");
        QTest::newRow("came out") << true;
        QTest::newRow("did not") << false;
    }
    void fateThatCannotBeWrittenCountsAsNothing()
    {
        QFETCH(bool, cameOut);
        Desk desk(6);
        desk.run.goOn();
        desk.log.losesEnds = true;
        if (cameOut)
            desk.printer.finish(1);
        else
            desk.printer.tell(1, JobState::Failed, false);
        QCOMPARE(desk.run.trouble().kind, FailureKind::Full);
        QVERIFY(desk.run.isLogTrouble() && !desk.run.isRunning());
        QCOMPARE(desk.run.count(CardFate::Out), 0);
        QCOMPARE(desk.run.items()[0].fate, CardFate::Unclear); // the log says "sent"
        QCOMPARE(desk.printer.papers.size(), 3);               // nothing more is handed on
        desk.run.answer(0, cameOut);
        QCOMPARE(desk.run.items()[0].fate, CardFate::Unclear); // still not
        desk.log.losesEnds = false;
        desk.run.answer(0, cameOut);
        QCOMPARE(desk.run.items()[0].fate, cameOut ? CardFate::Out : CardFate::Waiting);
        QCOMPARE(desk.printer.papers.size(), 3);
        desk.run.goOn();
        QVERIFY(!desk.run.isLogTrouble());
        while (!desk.printer.jobs.isEmpty())
            desk.printer.finish(desk.oldest());
        QCOMPARE(desk.run.count(CardFate::Out), 6);
        QCOMPARE(desk.printer.papers.size(), cameOut ? 6 : 7);
    }

    void takenBack()
    {
        Desk desk(6);
        desk.run.goOn();
        desk.printer.finish(1);
        desk.printer.tell(2, JobState::Printing);
        desk.run.cancel();
        QCOMPARE(desk.run.count(CardFate::Out), 1);
        QCOMPARE(desk.run.count(CardFate::Unclear), 1); // it was on the printer already
        QCOMPARE(desk.run.count(CardFate::Waiting), 4);
        QVERIFY(!desk.run.isBusy());
        QCOMPARE(desk.run.trouble().kind, FailureKind::Cancelled); // nothing went wrong
    }

    void cardThatMayNotBePrintedAnyMore()
    {
        FakePrinter printer;
        MemoryCardLog log;
        CardRun run(u"K2"_s, printer, log,
                    [](const CardRunItem &item) -> Result<std::shared_ptr<const PrintDocument>, QString> {
                        if (item.card == u"1001")
                            return fail(u"card.not-active"_s);
                        return std::shared_ptr<const PrintDocument>(std::make_shared<Sheet>());
                    });
        run.setItems(cards(3));
        run.goOn();
        QCOMPARE(run.count(CardFate::Out), 2);
        QCOMPARE(run.items()[1].fate, CardFate::Withheld);
        QCOMPARE(run.items()[1].withheld, u"card.not-active"_s);
        QVERIFY(!run.isBusy());
    }

    void everyCardExactlyOnce_data()
    {
        QTest::addColumn<quint32>("seed");
        const quint32 first = qEnvironmentVariableIntValue("LOKET_SEED");
        const int rounds = qMax(1000, qEnvironmentVariableIntValue("LOKET_CARD_BATCHES"));
        for (int i = 0; i < rounds; ++i)
            QTest::addRow("seed %u", first + quint32(i)) << first + quint32(i);
    }
    void everyCardExactlyOnce()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        RoughPrinter printer;
        MemoryCardLog log;
        const QList<CardRunItem> chosen = cards(20);
        std::unique_ptr<CardRun> run;
        const auto start = [&] {
            printer.forgetProgram();
            run = std::make_unique<CardRun>(u"K3"_s, printer, log, anyPaper());
            run->setItems(log.items(chosen));
            run->followSent();
        };
        start();
        int steps = 0;
        for (; steps < 20000; ++steps) {
            printer.refuses = random.bounded(30) == 0;
            log.isFull = random.bounded(40) == 0;
            log.diesBeforeAnswer = random.bounded(60) == 0;
            const bool willDie = log.diesBeforeAnswer || random.bounded(60) == 0;
            if (!run->isRunning() && run->nextWaiting())
                run->goOn(random.bounded(2) == 0 ? 0 : *run->nextWaiting());
            printer.step(random);
            if (willDie)
                start();
            for (int place = 0; place < chosen.size(); ++place) {
                if (run->items()[place].fate == CardFate::Unclear && random.bounded(3) == 0)
                    run->answer(place, printer.out.value(u"K3-%1"_s.arg(place + 1)) > 0);
            }
            if (run->count(CardFate::Out) == chosen.size() && printer.open().isEmpty())
                break;
        }
        QVERIFY(steps < 20000);
        QCOMPARE(printer.out.size(), chosen.size());
        for (auto it = printer.out.cbegin(); it != printer.out.cend(); ++it)
            QVERIFY2(it.value() == 1, qPrintable(u"%1 came out %2 times"_s.arg(it.key()).arg(it.value())));
        QVERIFY(printer.most <= 6); // three, and those that were lost sight of
    }
};

QTEST_APPLESS_MAIN(TestCardRun)
#include "tst_cardrun.moc"
