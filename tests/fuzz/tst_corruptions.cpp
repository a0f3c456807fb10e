// SPDX-License-Identifier: Apache-2.0
#include "hostilebytes.h"

#include "model/imaging/crop.h"
#include "model/imaging/pdfpages.h"
#include "model/imaging/photo.h"
#include "model/imaging/photoformat.h"
#include "model/imaging/picture.h"

#include <QElapsedTimer>
#include <QTest>

#include <sys/resource.h>

using namespace Loket;
using namespace Hostile;
using namespace Qt::StringLiterals;
using Kind = PictureIssue::Kind;

namespace {

constexpr quint32 kSeed = 20'220'315;
constexpr double kMostMegabytes = 256;
constexpr qint64 kMostMilliseconds = 30'000; // of one file, on a machine that does much else

quint32 fromEnvironment(const char *name, quint32 otherwise)
{
    bool isNumber = false;
    const quint32 value = qEnvironmentVariable(name).toUInt(&isNumber);
    return isNumber ? value : otherwise;
}

double peakMegabytes(__rusage_who who)
{
    rusage usage{};
    getrusage(who, &usage);
    return double(usage.ru_maxrss) / 1024;
}

/// Outcomes by name, and the slowest.
struct Tally {
    QMap<QString, int> outcomes;
    qint64 slowest = 0;
    int slowestFile = -1;
};

QString nameOf(Kind kind)
{
    static const QStringList names{u"not a picture"_s, u"unsupported"_s, u"too large"_s,
                                   u"too small"_s,     u"broken"_s,      u"too detailed"_s};
    return names.value(int(kind));
}

QString nameOf(PdfIssue::Kind kind)
{
    static const QStringList names{u"no program"_s, u"not a PDF"_s, u"too large"_s, u"too many pages"_s,
                                   u"encrypted"_s,  u"broken"_s,    u"too slow"_s,  u"stopped"_s};
    return names.value(int(kind));
}

/// As the photo dialog and the scan dialog do with a file; answers what became of it.
QString usePicture(const QByteArray &bytes, bool encodes)
{
    const auto picture = decodePicture(bytes);
    const auto page = decodeUpright(bytes, 600);
    if (!picture)
        return nameOf(picture.error().kind);
    if (picture.value().preview.isNull() || (page && page.value().isNull()))
        return u"EMPTY"_s;
    if (encodes) {
        const auto photo = encodePhoto(bytes, defaultCrop(picture.value().size));
        if (photo && photo.value().size() > kPhotoBytes)
            return u"LARGE"_s;
    }
    return u"decoded"_s;
}

QString usePdf(const QByteArray &bytes)
{
    PdfLimits limits;
    limits.time = std::chrono::seconds(10);
    limits.processorSeconds = 2;
    const PdfPages pages(limits);
    const auto count = pages.count(bytes);
    if (!count)
        return nameOf(count.error().kind);
    const auto page = pages.draw(bytes, count.value(), 300);
    if (!page)
        return u"page "_s + nameOf(page.error().kind);
    return page.value().isNull() ? u"EMPTY"_s : u"drawn"_s;
}

} // namespace

class TestCorruptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // libpng, libjpeg and Qt say what they think of each file; only the answer counts here.
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
            if (type == QtInfoMsg || type == QtFatalMsg)
                fprintf(stderr, "%s\n", qPrintable(text));
        });
    }

    void seedsAreWell()
    {
        for (const Seedling &seed : seeds()) {
            const QString answer
                = seed.format == Format::Pdf ? usePdf(seed.bytes) : usePicture(seed.bytes, true);
            QVERIFY2(answer == u"decoded" || answer == u"drawn", qPrintable(answer));
        }
    }

    void corruptions()
    {
        const quint32 first = fromEnvironment("LOKET_SEED", kSeed);
        const int count = int(fromEnvironment("LOKET_CORRUPTIONS", 400));
        const int only = int(fromEnvironment("LOKET_CORRUPTION", quint32(-1)));
        const QList<Seedling> whole = seeds();
        QMap<Format, Tally> tallies;
        for (int file = qMax(0, only); file < (only < 0 ? count : only + 1); ++file) {
            QRandomGenerator random(first + quint32(file));
            const Seedling &seed = whole[file % whole.size()];
            const QByteArray bytes = damaged(seed, random);
            Tally &tally = tallies[seed.format];
            QElapsedTimer clock;
            clock.start();
            const QString answer
                = seed.format == Format::Pdf ? usePdf(bytes) : usePicture(bytes, file % 4 == 0);
            const qint64 took = clock.elapsed();
            ++tally.outcomes[answer];
            if (took > tally.slowest)
                std::tie(tally.slowest, tally.slowestFile) = std::pair(took, file);
            QVERIFY2(answer != u"EMPTY" && answer != u"LARGE" && !answer.contains("no program"_L1),
                     qPrintable(u"file %1: %2"_s.arg(file).arg(answer)));
            QVERIFY2(took < kMostMilliseconds, qPrintable(u"file %1: %2 ms"_s.arg(file).arg(took)));
        }
        qInfo("%d files, seed %u", count, first);
        const std::pair<Format, const char *> formats[]
            = {{Format::Jpeg, "JPEG"}, {Format::Png, "PNG"}, {Format::Pdf, "PDF"}};
        for (const auto &[format, name] : formats) {
            QStringList words;
            for (auto it = tallies[format].outcomes.cbegin(); it != tallies[format].outcomes.cend(); ++it)
                words << u"%1 %2"_s.arg(it.value()).arg(it.key());
            qInfo("%s: %s; slowest %lld ms (file %d)", name, qPrintable(words.join(u", "_s)),
                  tallies[format].slowest, tallies[format].slowestFile);
        }
        if (only >= 0 || count < 400)
            return;
        // Damage that nothing survives, or that nothing notices, would prove little.
        for (const auto &[format, good] :
             {std::pair(Format::Jpeg, u"decoded"_s), std::pair(Format::Png, u"decoded"_s),
              std::pair(Format::Pdf, u"drawn"_s)}) {
            QVERIFY(tallies[format].outcomes.value(good) > 0);
            QVERIFY(tallies[format].outcomes.value(u"broken"_s) > 0);
        }
    }

    void bombs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<int>>("kinds"); // -1: decoded
        const auto kinds = [](std::initializer_list<Kind> all) {
            QList<int> list;
            for (const Kind kind : all)
                list << int(kind);
            return list;
        };
        const QByteArray tooMuch = qCompress(QByteArray(50'000'000, 'a'), 9).mid(4);
        QTest::newRow("30,000 x 30,000 zeros, one bit")
            << pngOfZeros(30'000, 30'000, 30'000, 1, 0) << kinds({Kind::TooLarge});
        QTest::newRow("100 MP") << pngOfZeros(10'000, 10'000, 100, 8, 2) << kinds({Kind::TooLarge});
        QTest::newRow("24 MP of 16 bits with alpha")
            << pngOfZeros(6'000, 4'000, 4'000, 16, 6) << kinds({Kind::TooLarge});
        QTest::newRow("24 MP of zeros") << pngOfZeros(6'000, 4'000, 4'000, 8, 2) << QList<int>{-1};
        QTest::newRow("6 MP of 16 bits with alpha")
            << pngOfZeros(3'000, 2'000, 2'000, 16, 6) << QList<int>{-1};
        const auto interlaced = [](quint32 width) {
            const QByteArray plain = pngOfZeros(width, 4'000, 4'200, 8, 6);
            const QByteArray head = plain.mid(16, 12) + '\1';
            return plain.left(8) + pngChunk("IHDR", head) + plain.mid(33);
        };
        QTest::newRow("12 MP with alpha, interlaced") << interlaced(3'000) << QList<int>{-1};
        QTest::newRow("24 MP with alpha, interlaced") << interlaced(6'000) << kinds({Kind::TooLarge});
        QTest::newRow("24 MP that ends early") << pngOfZeros(6'000, 4'000, 1, 8, 2) << kinds({Kind::Broken});
        QTest::newRow("profile of 50 MB")
            << pngOfZeros(400, 400, 400, 8, 2, pngChunk("iCCP", QByteArray("p\0\0", 3) + tooMuch))
            << QList<int>{-1};
        QByteArray texts;
        for (int i = 0; i < 50; ++i)
            texts += pngChunk("zTXt", QByteArray("t\0\0", 3) + tooMuch);
        QTest::newRow("50 texts of 50 MB") << pngOfZeros(400, 400, 400, 8, 2, texts) << QList<int>{-1};
        QTest::newRow("one pixel wide")
            << pngOfZeros(1, 24'000'000, 1, 8, 0) << kinds({Kind::Broken, Kind::TooSmall});
    }
    void bombs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<int>, kinds);
        QElapsedTimer clock;
        clock.start();
        const auto picture = decodePicture(bytes);
        const auto page = decodeUpright(bytes, 2'000);
        qInfo("%s: %lld bytes in, %s, %lld ms, peak %.0f MB", QTest::currentDataTag(), qint64(bytes.size()),
              qPrintable(picture ? u"decoded"_s : nameOf(picture.error().kind)), clock.elapsed(),
              peakMegabytes(RUSAGE_SELF));
        QVERIFY(kinds.contains(picture ? -1 : int(picture.error().kind)));
        QVERIFY(clock.elapsed() < kMostMilliseconds);
    }

    void commentBomb()
    {
        // 60 MB of comments and editors' segments around a small picture, and a film after its end.
        const QByteArray small = seeds().first().bytes;
        QByteArray bytes = small.left(2);
        for (int i = 0; i < 900; ++i)
            bytes += QByteArray(i % 2 ? "\xff\xfe\xff\xff" : "\xff\xe1\xff\xff", 4) + QByteArray(65'533, '%');
        bytes += small.mid(2) + QByteArray(1'000'000, '%');
        const auto picture = decodePicture(bytes);
        QVERIFY(picture);
        QVERIFY(picture.value().preview == decodePicture(small).value().preview);
        QVERIFY(picture.value().preview.textKeys().isEmpty());
        qInfo("%lld bytes, peak %.0f MB", qint64(bytes.size()), peakMegabytes(RUSAGE_SELF));
    }

    void progressiveBombs()
    {
        // A head that promises much and scans that hold nothing: refused before any decoder sees it.
        const auto jpeg = [](quint16 side, char sampling, int scans) {
            QByteArray frame = QByteArray("\xff\xc2\0\x11\x08\0\0\0\0\3", 10);
            put16(frame, 5, side);
            put16(frame, 7, side);
            for (char component = 1; component <= 3; ++component)
                frame.append(component).append(sampling).append('\0');
            QByteArray all = QByteArray("\xff\xd8") + frame;
            for (int i = 0; i < scans; ++i)
                all += QByteArray("\xff\xda\0\x08\1\1\0\0\0\0", 10);
            return all + "\xff\xd9";
        };
        QCOMPARE(decodePicture(jpeg(4'898, 0x11, 2)).error().kind, Kind::TooLarge); // 144 MB of coefficients
        QCOMPARE(decodePicture(jpeg(4'800, 0x11, 40)).error().kind, Kind::TooLarge);
        QCOMPARE(decodePicture(jpeg(4'000, 0x11, 40)).error().kind, Kind::Broken); // too much work
        QCOMPARE(decodePicture(jpeg(4'000, 0x51, 1)).error().kind, Kind::Broken);
        QCOMPARE(decodePicture(jpeg(4'000, 0x00, 1)).error().kind, Kind::Broken);
    }

    void peakOfMemory()
    {
        const double self = peakMegabytes(RUSAGE_SELF);
        const double children = peakMegabytes(RUSAGE_CHILDREN);
        qInfo("peak of memory: this program %.0f MB, its children %.0f MB (most %.0f)", self, children,
              kMostMegabytes);
        QVERIFY(self <= kMostMegabytes);
        QVERIFY(children <= kMostMegabytes);
    }
};

QTEST_MAIN(TestCorruptions)
#include "tst_corruptions.moc"
