// SPDX-License-Identifier: Apache-2.0
// Papers on a real print service: what arrives, and what is told when something goes wrong.
#include "app/devices/cupsprinter.h"
#include "model/print/carddocument.h"
#include "model/print/receiptdocument.h"
#include "papercheck.h"
#include "printsamples.h"
#include "tests/fakes/privatecups.h"

#include <QFile>
#include <QLocalServer>
#include <QRegularExpression>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 20000;
const CupsPatience kQuick{50, 100, 2, 60000};

/// What was told about one print.
struct Story {
    QList<JobReport> told;
    PrinterPort::Report listen()
    {
        return [this](const JobReport &report) { told += report; };
    }
    bool has(JobState state) const
    {
        return std::any_of(told.cbegin(), told.cend(),
                           [state](const JobReport &report) { return report.state == state; });
    }
    bool isDone() const { return !told.isEmpty() && isOver(told.last().state); }
    bool reaches(JobState state)
    {
        return QTest::qWaitFor([&] { return has(state); }, kPatience);
    }
    bool ends()
    {
        return QTest::qWaitFor([&] { return isDone(); }, kPatience);
    }
    JobReport end() const { return told.isEmpty() ? JobReport() : told.last(); }
};

PrintOptions on(const QString &printer)
{
    PrintOptions options;
    options.printer = printer;
    return options;
}

std::shared_ptr<const PrintDocument> sampleCard()
{
    return std::make_shared<CardDocument>(PrintSamples::card(), CardStock::Blank);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCupsPrinter : public QObject
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

    void printersAndHowTheyStand()
    {
        QVERIFY(m_cups->addQueue(u"kantor"_s) && m_cups->stopQueue(u"kantor"_s)
                && m_cups->refuseJobs(u"kantor"_s));
        CupsPrinter printer(kQuick);
        QVERIFY(printer.printers().isEmpty());
        std::optional<Outcome<Nothing>> read;
        printer.refresh([&](const Outcome<Nothing> &answer) { read = answer; });
        QVERIFY(!read); // later, never inside the call
        QVERIFY(QTest::qWaitFor([&] { return read.has_value(); }, kPatience));
        QVERIFY(bool(*read));
        const QList<PrinterInfo> there = printer.printers();
        QCOMPARE(there.size(), 2);
        const PrinterInfo card = there[0].id == u"kartu" ? there[0] : there[1];
        const PrinterInfo office = there[0].id == u"kartu" ? there[1] : there[0];
        QVERIFY(card.isAccepting && !card.isStopped && card.reasons.isEmpty());
        QVERIFY(!office.isAccepting && office.isStopped);
        QVERIFY2(card.trays.size() >= 2, qPrintable(card.trays.join(u' ')));
        QVERIFY2(card.media.size() >= 3, qPrintable(card.media.join(u' ')));
    }

    void everyPageInItsOwnSize_data()
    {
        QTest::addColumn<bool>("isCard");
        QTest::addColumn<int>("copies");
        QTest::addColumn<int>("pages");
        QTest::addColumn<QSizeF>("points");
        QTest::newRow("card") << true << 1 << 1 << QSizeF(242.65, 153.01);
        QTest::newRow("two copies of a card") << true << 2 << 2 << QSizeF(242.65, 153.01);
        QTest::newRow("receipt of three pages") << false << 1 << 3 << QSizeF(419.53, 595.28);
    }
    void everyPageInItsOwnSize()
    {
        QFETCH(bool, isCard);
        QFETCH(int, copies);
        QFETCH(int, pages);
        QFETCH(QSizeF, points);
        std::shared_ptr<const PrintDocument> paper = sampleCard();
        if (!isCard)
            paper = std::make_shared<ReceiptDocument>(PrintSamples::longReceipt(20), ReceiptPaper::A5);
        CupsPrinter printer(kQuick);
        Story story;
        PrintOptions options = on(u"kartu"_s);
        options.copies = copies;
        printer.print(paper, options, story.listen());
        QVERIFY(story.told.isEmpty()); // later
        QVERIFY(story.ends());
        QCOMPARE(story.end().state, JobState::Done);
        QVERIFY(story.end().number > 0 && story.end().hasBegun);

        const QStringList came = m_cups->printed();
        QCOMPARE(came.size(), 1);
        QCOMPARE(came.first().section(u'/', -1),
                 u"1-%1.pdf"_s.arg(paper->title())); // the reference, nothing else
        const QByteArray pdf = contentOf(came.first());
        const QString info = PaperCheck::toolSays(pdf, u"pdfinfo"_s, {u"FILE"_s});
        const auto size = QRegularExpression(u"Page size:\\s+([0-9.]+) x ([0-9.]+) pts"_s).match(info);
        QVERIFY2(qAbs(size.captured(1).toDouble() - points.width()) <= 0.6, qPrintable(info));
        QVERIFY2(qAbs(size.captured(2).toDouble() - points.height()) <= 0.6, qPrintable(info));
        QVERIFY2(info.contains(QRegularExpression(u"Pages:\\s+%1\\n"_s.arg(pages))), qPrintable(info));
        if (isCard)
            QCOMPARE(PaperCheck::codeIn(PaperCheck::pageOf(pdf, 300), u"Code128"_s),
                     PrintSamples::card().number);
    }

    void fontsAndTextOfOurOwnPdf()
    {
        const QByteArray pdf = pdfOf(*sampleCard(), QDateTime::currentDateTimeUtc());
        const QStringList fonts
            = PaperCheck::toolSays(pdf, u"pdffonts"_s, {u"FILE"_s}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        for (const QString &font : fonts) // "… emb sub uni object": every one embedded, its letters known
            QVERIFY2(font.contains(QRegularExpression(u"yes\\s+(yes|no)\\s+yes\\s+\\d+\\s+\\d+$"_s)),
                     qPrintable(font));
        QVERIFY(PaperCheck::toolSays(pdf, u"pdftotext"_s, {u"FILE"_s, u"-"_s})
                    .contains(PrintSamples::card().nik));
    }

    void stoppedQueueHoldsTheJobUntilItGoesOn()
    {
        QVERIFY(m_cups->stopQueue(u"kartu"_s));
        CupsPrinter printer(kQuick);
        Story story;
        printer.print(sampleCard(), on(u"kartu"_s), story.listen());
        QVERIFY(story.reaches(JobState::Held));
        QVERIFY(!story.end().hasBegun && m_cups->printed().isEmpty());
        QVERIFY(m_cups->startQueue(u"kartu"_s));
        QVERIFY(story.ends());
        QCOMPARE(story.end().state, JobState::Done);
        QCOMPARE(m_cups->printed().size(), 1);
    }

    void whatWasNotTakenIsSureNotToComeOut_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<int>("kind");
        QTest::newRow("queue takes no jobs") << u"refused"_s << int(FailureKind::Busy);
        QTest::newRow("printer vanished") << u"removed"_s << int(FailureKind::Missing);
        QTest::newRow("print service is down") << u"down"_s << int(FailureKind::Network);
        QTest::newRow("print service never answers") << u"mute"_s << int(FailureKind::Network);
    }
    void whatWasNotTakenIsSureNotToComeOut()
    {
        QFETCH(QString, fault);
        QFETCH(int, kind);
        QLocalServer mute;
        if (fault == u"refused")
            QVERIFY(m_cups->refuseJobs(u"kartu"_s));
        else if (fault == u"removed")
            QVERIFY(m_cups->removeQueue(u"kartu"_s));
        else
            m_cups->stop();
        if (fault == u"mute")
            QVERIFY(mute.listen(qEnvironmentVariable("CUPS_SERVER")));
        CupsPrinter printer(kQuick);
        Story story;
        printer.print(sampleCard(), on(u"kartu"_s), story.listen());
        QVERIFY(story.ends());
        QCOMPARE(story.told.size(), 1);
        QCOMPARE(story.end().state, JobState::Failed);
        QCOMPARE(int(story.end().failure.kind), kind);
        QVERIFY(!story.end().hasBegun && story.end().number == 0);
    }

    void deviceThatGivesUp_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<int>("end");
        QTest::newRow("job is given up") << u"abort-job"_s << int(JobState::Failed);
        QTest::newRow("queue stops") << u"stop-printer"_s << int(JobState::Held);
    }
    void deviceThatGivesUp()
    {
        QFETCH(QString, policy);
        QFETCH(int, end);
        QVERIFY(m_cups->addQueue(u"kartu"_s, policy));
        m_cups->endNextJobWith(1);
        CupsPrinter printer(kQuick);
        Story story;
        printer.print(sampleCard(), on(u"kartu"_s), story.listen());
        QVERIFY(story.reaches(static_cast<JobState>(end)));
        QVERIFY(story.end().hasBegun); // something may have come out
        if (end == int(JobState::Held)) {
            QVERIFY(m_cups->startQueue(u"kartu"_s));
            QVERIFY(story.ends());
            QCOMPARE(story.end().state, JobState::Done);
        }
    }

    void jobIsTakenBack()
    {
        QVERIFY(m_cups->stopQueue(u"kartu"_s));
        CupsPrinter printer(kQuick);
        Story story;
        const PrintJob job = printer.print(sampleCard(), on(u"kartu"_s), story.listen());
        QVERIFY(story.reaches(JobState::Held));
        printer.cancel(job);
        QVERIFY(story.ends());
        QCOMPARE(story.end().state, JobState::Cancelled);
        QVERIFY(!story.end().hasBegun);
        QVERIFY(m_cups->startQueue(u"kartu"_s));
        QVERIFY(m_cups->printed().isEmpty());
    }

    void serviceGoesAndComesBack()
    {
        QVERIFY(m_cups->stopQueue(u"kartu"_s));
        CupsPrinter printer(kQuick);
        Story story;
        printer.print(sampleCard(), on(u"kartu"_s), story.listen());
        QVERIFY(story.reaches(JobState::Held));
        m_cups->stop();
        QVERIFY(story.reaches(JobState::Silent));
        QVERIFY2(m_cups->start(), qPrintable(m_cups->why()));
        QVERIFY(m_cups->startQueue(u"kartu"_s));
        QVERIFY(story.ends());
        QCOMPARE(story.end().state, JobState::Done);
        QCOMPARE(m_cups->printed().size(), 1);
    }

    void printerThatVanishesWithAJobLeavesItOpen()
    {
        QVERIFY(m_cups->stopQueue(u"kartu"_s));
        CupsPrinter printer(kQuick);
        Story story;
        printer.print(sampleCard(), on(u"kartu"_s), story.listen());
        QVERIFY(story.reaches(JobState::Held));
        QVERIFY(m_cups->removeQueue(u"kartu"_s));
        QVERIFY(story.ends());
        QVERIFY(story.end().state == JobState::Lost || story.end().state == JobState::Cancelled);
    }

    void laterRunOfTheProgramFindsItsJob()
    {
        QVERIFY(m_cups->stopQueue(u"kartu"_s));
        PrintOptions options = on(u"kartu"_s);
        options.key = u"kunci-1"_s;
        {
            CupsPrinter printer(kQuick);
            Story story;
            printer.print(sampleCard(), options, story.listen());
            QVERIFY(story.reaches(JobState::Held));
        } // the program ends
        m_cups->stop();
        QVERIFY2(m_cups->start(), qPrintable(m_cups->why()));
        CupsPrinter printer(kQuick);
        Story story;
        printer.follow(u"kartu"_s, u"kunci-1"_s, story.listen());
        QVERIFY(story.reaches(JobState::Held));
        QVERIFY(m_cups->startQueue(u"kartu"_s));
        QVERIFY(story.ends());
        QCOMPARE(story.end().state, JobState::Done);
        Story unknown;
        printer.follow(u"kartu"_s, u"kunci-2"_s, unknown.listen());
        QVERIFY(unknown.ends());
        QCOMPARE(unknown.end().state, JobState::Lost);
        QCOMPARE(unknown.end().failure.kind, FailureKind::Missing);
        QCOMPARE(m_cups->printed().size(), 1);
    }

private:
    std::unique_ptr<PrivateCups> m_cups;
};

QTEST_MAIN(TestCupsPrinter)
#include "tst_cupsprinter.moc"
