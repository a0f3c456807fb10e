// SPDX-License-Identifier: Apache-2.0
#include "model/imaging/pdfpages.h"

#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>

#include <hostilebytes.h>

#include <thread>

using namespace Loket;
using namespace Qt::StringLiterals;
using Kind = PdfIssue::Kind;

namespace {

/// Pages of A5, each with its own colour in a square in the middle and a red corner top left.
QByteArray pdfOfPages(int pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72);
    writer.setPageSize(QPageSize(QPageSize::A5));
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.fillRect(0, 0, 40, 40, Qt::red);
        painter.fillRect(110, 198, 200, 200, QColor::fromHsv((page * 90) % 360, 255, 200));
    }
    painter.end();
    return buffer.data();
}

/// A program of this name that does what the shell text says.
void plant(const QString &folder, const QString &name, const QByteArray &script)
{
    QFile file(folder + u'/' + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

PdfPages planted(const QTemporaryDir &folder, const QByteArray &script, PdfLimits limits = {})
{
    plant(folder.path(), u"pdfinfo"_s, script);
    plant(folder.path(), u"pdftoppm"_s, script);
    return PdfPages(limits, folder.path());
}

} // namespace

class TestPdfPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pagesAreCountedAndDrawn()
    {
        const QByteArray pdf = pdfOfPages(3);
        const PdfPages pages;
        QVERIFY(pages.isAvailable());
        const auto count = pages.count(pdf);
        QVERIFY(count);
        QCOMPARE(count.value(), 3);
        for (int page = 1; page <= 3; ++page) {
            const auto drawn = pages.draw(pdf, page, 800);
            QVERIFY(drawn);
            const QImage image = drawn.value();
            QCOMPARE(image.height(), 800);
            QVERIFY(qAbs(image.width() - 564) <= 2); // A5
            QCOMPARE(image.format(), QImage::Format_RGB32);
            QCOMPARE(image.pixelColor(10, 10), QColor(Qt::red));
            const QColor middle = image.pixelColor(image.width() / 2, 400);
            const QColor expected = QColor::fromHsv(((page - 1) * 90) % 360, 255, 200);
            QVERIFY(qAbs(middle.red() - expected.red()) < 4 && qAbs(middle.blue() - expected.blue()) < 4);
        }
        QCOMPARE(pages.draw(pdf, 4, 800).error().kind, Kind::Broken); // there is no such page
        QCOMPARE(qMax(pages.draw(pdf, 1, 100'000).value().height(), 0), kPdfLongSide);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("pages");
        const QByteArray whole = pdfOfPages(1);
        QTest::newRow("nothing") << QByteArray() << int(Kind::NotAPdf) << 0;
        QTest::newRow("text") << QByteArray("Kartu Keluarga") << int(Kind::NotAPdf) << 0;
        QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0 and so on") << int(Kind::NotAPdf) << 0;
        QTest::newRow("head only") << QByteArray("%PDF-1.4\n") << int(Kind::Broken) << 0;
        QTest::newRow("first half") << whole.left(whole.size() / 4) << int(Kind::Broken) << 0;
        QTest::newRow("too many bytes") << whole + QByteArray(kPdfBytes, ' ') << int(Kind::TooLarge) << 0;
        QTest::newRow("hundred pages") << pdfOfPages(100) << int(Kind::TooManyPages) << 100;
        const QByteArray zeros(64, '0');
        QTest::newRow("password") << Hostile::pdfOf(
            {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
             "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 100 100 ] >>"},
            "/ID [ <00> <00> ] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + zeros + "> /U <" + zeros
                + "> >>") << int(Kind::Encrypted)
                                  << 0;
        QTest::newRow("no page") << Hostile::pdfOf(
            {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ ] /Count 0 >>"})
                                 << int(Kind::Broken) << 0;
    }
    void refused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        QFETCH(int, pages);
        const PdfPages reader;
        const auto count = reader.count(bytes);
        QVERIFY(!count);
        QCOMPARE(count.error(), (PdfIssue{Kind(kind), pages}));
    }

    void pagesInACircleComeToAnEnd()
    {
        const QByteArray pdf
            = Hostile::pdfOf({"<< /Type /Catalog /Pages 2 0 R >>",
                              "<< /Type /Pages /Kids [ 2 0 R 2 0 R ] /Count 2 /Parent 2 0 R >>"});
        const auto page = PdfPages().draw(pdf, 1, 500);
        QVERIFY(!page || !page.value().isNull());
    }

    void withoutTheProgram()
    {
        const QTemporaryDir empty;
        const PdfPages pages({}, empty.path());
        QVERIFY(!pages.isAvailable());
        QCOMPARE(pages.count(pdfOfPages(1)).error().kind, Kind::NoProgram);
    }

    void endlessWaitIsEnded()
    {
        const QTemporaryDir folder;
        PdfLimits limits;
        limits.time = std::chrono::milliseconds(300);
        const PdfPages pages = planted(folder, "exec cat\n", limits); // answers, and then waits for nobody
        const QTemporaryDir other;
        const PdfPages waits = planted(other, "exec tail -f /dev/null\n", limits);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(waits.count(pdfOfPages(1)).error().kind, Kind::TooSlow);
        QVERIFY(clock.elapsed() >= 300);
        QVERIFY(clock.elapsed() < 10'000);
        QCOMPARE(pages.draw(pdfOfPages(1), 1, 500).error().kind, Kind::Broken); // no picture
    }

    void endlessWorkIsEnded()
    {
        const QTemporaryDir folder;
        PdfLimits limits;
        limits.processorSeconds = 1;
        limits.time = std::chrono::minutes(2);
        QCOMPARE(planted(folder, "while :; do :; done\n", limits).count(pdfOfPages(1)).error().kind,
                 Kind::TooSlow);
    }

    void endlessOutputIsEnded()
    {
        const QTemporaryDir folder;
        QCOMPARE(planted(folder, "exec cat /dev/zero\n").draw(pdfOfPages(1), 1, 100).error().kind,
                 Kind::Broken);
    }

    void memoryAndFilesAreBounded()
    {
        const QTemporaryDir folder;
        const QByteArray script
            = "ulimit -v; ulimit -f; ulimit -c; ulimit -t; env | sort; pwd; echo 'Pages: 7'\n";
        const PdfPages pages = planted(folder,
                                       script
                                           + "ulimit -v | grep -qx 262144 && ulimit -f | grep -qx 0 "
                                             "&& ulimit -c | grep -qx 0 && test -z \"$HOME$USER\" "
                                             "&& test \"$(pwd)\" = / || exit 1\n");
        const auto count = pages.count(pdfOfPages(1));
        QVERIFY(count);
        QCOMPARE(count.value(), 7);
    }

    void stopEndsIt()
    {
        const QTemporaryDir folder;
        const PdfPages pages = planted(folder, "exec tail -f /dev/null\n");
        std::stop_source stop;
        stop.request_stop();
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(pages.count(pdfOfPages(1), stop.get_token()).error().kind, Kind::Stopped);
        QVERIFY(clock.elapsed() < 10'000);
    }

    void worksOnAnyThread()
    {
        const QByteArray pdf = pdfOfPages(2);
        const PdfPages pages;
        int counted[2] = {0, 0};
        std::thread one([&] { counted[0] = pages.count(pdf) ? 1 : 0; });
        std::thread two([&] { counted[1] = pages.draw(pdf, 2, 200) ? 1 : 0; });
        one.join();
        two.join();
        QCOMPARE(counted[0] + counted[1], 2);
    }
};

QTEST_MAIN(TestPdfPages)
#include "tst_pdfpages.moc"
