// SPDX-License-Identifier: Apache-2.0
// A batch of cards on a real print service that stops, goes away and comes back, and a program that is
// started again.
#include "app/devices/cupsprinter.h"
#include "model/print/carddocument.h"
#include "model/print/cardrun.h"
#include "papercheck.h"
#include "printsamples.h"
#include "tests/fakes/memorycardlog.h"
#include "tests/fakes/privatecups.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 40000;
constexpr int kCards = 50;
const CupsPatience kQuick{30, 60, 5, 60000};

QList<CardRunItem> cards(int count)
{
    QList<CardRunItem> items(count);
    for (int i = 0; i < count; ++i) {
        items[i].card = QString::number(9000000000000 + i);
        items[i].reference = u"MCS2-%1"_s.arg(QString::number(i + 1), 6, u'0');
    }
    return items;
}

Result<std::shared_ptr<const PrintDocument>, QString> paperOf(const CardRunItem &item)
{
    CardFacts facts = PrintSamples::card();
    facts.number = item.card;
    facts.reference = item.reference;
    return std::shared_ptr<const PrintDocument>(std::make_shared<CardDocument>(facts, CardStock::Blank));
}

/// A run of the program: printers and batch, on a log that outlives it.
struct Program {
    CupsPrinter printers{kQuick};
    CardRun run;

    Program(MemoryCardLog &log, int count)
        : run(u"K-7F3Q"_s, printers, log, paperOf)
    {
        PrintOptions options;
        options.printer = u"kartu"_s;
        run.setOptions(options);
        run.setItems(log.items(cards(count)));
        run.followSent();
    }
    bool reaches(CardFate fate, int count)
    {
        return QTest::qWaitFor([&] { return run.count(fate) >= count; }, kPatience);
    }
    bool settles()
    {
        return QTest::qWaitFor([&] { return !run.isBusy(); }, kPatience);
    }
    bool holds(JobState state)
    {
        return QTest::qWaitFor(
            [&] {
                const auto &items = run.items();
                return std::any_of(items.cbegin(), items.cend(), [state](const CardRunItem &item) {
                    return item.fate == CardFate::Sent && item.report.state == state;
                });
            },
            kPatience);
    }
};

} // namespace

class TestCardBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_cups = std::make_unique<PrivateCups>();
        QVERIFY2(m_cups->start(), qPrintable(m_cups->why()));
        QVERIFY2(m_cups->addQueue(u"kartu"_s), qPrintable(m_cups->why()));
    }
    void cleanup()
    {
        if (QTest::currentTestFailed())
            qInfo().noquote() << m_cups->log().right(4000);
        m_cups.reset();
    }

    void queueThatStopsInTheMiddle()
    {
        MemoryCardLog log;
        Program program(log, kCards);
        program.run.goOn();
        QVERIFY(program.reaches(CardFate::Out, kCards / 2));
        QVERIFY(m_cups->stopQueue(u"kartu"_s));
        QVERIFY(program.holds(JobState::Held));
        QVERIFY(program.run.count(CardFate::Out) < kCards && program.run.isRunning());
        QVERIFY(m_cups->startQueue(u"kartu"_s));
        QVERIFY(program.settles());
        QCOMPARE(program.run.count(CardFate::Out), kCards);
        everyCardIsThereOnce(kCards);
        QCOMPARE(log.lines.size(), kCards);
    }

    void serviceAndProgramAreStartedAgain()
    {
        constexpr int kFew = 12;
        MemoryCardLog log;
        auto program = std::make_unique<Program>(log, kFew);
        program->run.goOn();
        QVERIFY(program->reaches(CardFate::Out, 4));
        QVERIFY(m_cups->stopQueue(u"kartu"_s));
        QVERIFY(program->holds(JobState::Held));
        m_cups->stop();
        program = std::make_unique<Program>(log, kFew); // while nobody prints
        QVERIFY(program->holds(JobState::Silent));
        QVERIFY2(m_cups->start(), qPrintable(m_cups->why()));
        QVERIFY(m_cups->startQueue(u"kartu"_s));
        QVERIFY(program->settles()); // what the first run had sent
        // A card that was noted when the first run ended, but perhaps never sent: somebody looks into the
        // tray.
        for (int place = 0; place < kFew; ++place)
            program->run.answer(place, numbersThatCame().contains(program->run.items()[place].card));
        QVERIFY(program->run.count(CardFate::Out) > 4 && program->run.nextWaiting());
        program->run.goOn(*program->run.nextWaiting());
        QVERIFY(program->settles());
        QCOMPARE(program->run.count(CardFate::Out), kFew);
        everyCardIsThereOnce(kFew);
    }

    void cardOnWhichTheDeviceGaveUpIsAskedFor()
    {
        QVERIFY(m_cups->addQueue(u"kartu"_s, u"abort-job"_s));
        MemoryCardLog log;
        Program program(log, 6);
        m_cups->endNextJobWith(1);
        program.run.goOn();
        QVERIFY(program.settles());
        QCOMPARE(program.run.count(CardFate::Unclear), 1);
        QCOMPARE(program.run.items().first().fate, CardFate::Unclear);
        program.run.answer(0, false); // nothing lies in the tray
        program.run.goOn(*program.run.nextWaiting());
        QVERIFY(program.settles());
        QCOMPARE(program.run.count(CardFate::Out), 6);
        everyCardIsThereOnce(6);
    }

private:
    /// By what stands on the cards, not by what anybody says.
    QSet<QString> numbersThatCame() const
    {
        static const QRegularExpression number(u"\\b9[0-9]{12}\\b"_s);
        QSet<QString> numbers;
        for (const QString &path : m_cups->printed()) {
            QFile file(path);
            const QByteArray pdf = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            const QString text = PaperCheck::toolSays(pdf, u"pdftotext"_s, {u"FILE"_s, u"-"_s}).remove(u' ');
            numbers += number.match(text).captured(0);
        }
        return numbers;
    }
    void everyCardIsThereOnce(int count)
    {
        const QStringList files = m_cups->printed();
        QCOMPARE(files.size(), count);
        for (const QString &path : files) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString info = PaperCheck::toolSays(file.readAll(), u"pdfinfo"_s, {u"FILE"_s});
            QVERIFY2(info.contains(QRegularExpression(u"Pages:\\s+1\\n"_s))
                         && info.contains(u"243 x 153 pts"_s),
                     qPrintable(info));
        }
        const QSet<QString> numbers = numbersThatCame();
        QCOMPARE(numbers.size(), count);
        for (int i = 0; i < count; ++i)
            QVERIFY(numbers.contains(QString::number(9000000000000 + i)));
    }

    std::unique_ptr<PrivateCups> m_cups;
};

QTEST_MAIN(TestCardBatch)
#include "tst_cardbatch.moc"
