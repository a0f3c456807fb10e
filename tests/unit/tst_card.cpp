// SPDX-License-Identifier: Apache-2.0
#include "model/print/carddocument.h"
#include "papercheck.h"
#include "printsamples.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// A card again and again, as one document; each page with a picture of its own.
class Batch final : public PrintDocument
{
public:
    Batch(const CardFacts &facts, int count)
        : m_facts(facts)
        , m_count(count)
    {
    }
    QString title() const override { return u"K1"_s; }
    int pageCount() const override { return m_count; }
    QSizeF pageSize() const override { return kCardSize; }
    void paint(Canvas &canvas, int) const override
    {
        CardDocument(m_facts, CardStock::Blank).paint(canvas, 0);
    }

private:
    const CardFacts &m_facts;
    int m_count;
};

} // namespace

class TestCard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void sizeIsExact()
    {
        const QByteArray pdf = pdfOf(CardDocument(PrintSamples::card(), CardStock::Blank), m_now);
        const QString info = PaperCheck::toolSays(pdf, u"pdfinfo"_s, {u"-box"_s, u"FILE"_s});
        const auto size = QRegularExpression(u"Page size:\\s+([0-9.]+) x ([0-9.]+) pts"_s).match(info);
        QVERIFY2(size.hasMatch(), qPrintable(info));
        qInfo("%s", qPrintable(size.captured()));
        QVERIFY(qAbs(size.captured(1).toDouble() - 242.65) <= 0.1);
        QVERIFY(qAbs(size.captured(2).toDouble() - 153.01) <= 0.1);
        QVERIFY(info.contains(QRegularExpression(u"Pages:\\s+1\\n"_s)));
        QVERIFY(info.contains(QRegularExpression(u"Title:\\s+MCS2-000017\\n"_s)));
        for (const QString &personal : {u"SARI"_s, u"9990000000001"_s, u"3174016909659991"_s})
            QVERIFY(!info.contains(personal));
    }

    void sevenDataAreThere_data()
    {
        QTest::addColumn<int>("stock");
        QTest::newRow("white card") << int(CardStock::Blank);
        QTest::newRow("pre-printed card") << int(CardStock::Preprinted);
    }
    void sevenDataAreThere()
    {
        QFETCH(int, stock);
        const CardFacts facts = PrintSamples::card();
        const QByteArray pdf = pdfOf(CardDocument(facts, CardStock(stock)), m_now);
        const QString text = PaperCheck::toolSays(pdf, u"pdftotext"_s, {u"FILE"_s, u"-"_s}).simplified();
        for (const QString &part :
             {facts.number, facts.name, u"29-09-1965"_s, facts.address, facts.nik, facts.fktp})
            QVERIFY2(text.contains(part), qPrintable(part + u" is missing in "_s + text));
        QVERIFY2(text.contains(QRegularExpression(u"\\bIII\\b"_s)), qPrintable(text));
        QCOMPARE(text.contains(u"Tanggal lahir"_s), CardStock(stock) == CardStock::Blank);
        QCOMPARE(text.contains(u"Kartu Peserta"_s), CardStock(stock) == CardStock::Blank);
        const QString fonts = PaperCheck::toolSays(pdf, u"pdffonts"_s, {u"FILE"_s});
        QVERIFY2(fonts.contains(u"NotoSans"_s), qPrintable(fonts));
        for (const QString &line : fonts.split(u'\n', Qt::SkipEmptyParts).mid(2))
            QVERIFY2(line.contains(QRegularExpression(u"\\syes\\s+(yes|no)\\s+yes\\s"_s)), qPrintable(line));
    }

    void namesCanBeFound() // no ligatures: a search finds what was typed
    {
        CardFacts facts = PrintSamples::card();
        facts.fktp = u"Klinik Rafflesia Affi Fitri"_s;
        const QByteArray pdf = pdfOf(CardDocument(facts, CardStock::Blank), m_now);
        const QString text = PaperCheck::toolSays(pdf, u"pdftotext"_s, {u"FILE"_s, u"-"_s});
        QVERIFY2(text.contains(facts.fktp), qPrintable(text));
    }

    void english()
    {
        CardFacts facts = PrintSamples::card();
        facts.language = u"en"_s;
        const QString text = PaperCheck::textsOf(CardDocument(facts, CardStock::Blank)).join(u'\n');
        QVERIFY(text.contains(u"Membership Card"_s) && text.contains(u"Care class"_s)
                && !text.contains(u"Nama"_s));
    }

    void barcodeIsReadBack_data()
    {
        QTest::addColumn<QString>("number");
        for (const QString &number : {u"9990000000001"_s, u"0001234567890"_s, u"0000000000000"_s,
                                      u"9999999999999"_s, u"1029384756473"_s})
            QTest::newRow(qPrintable(number)) << number;
    }
    void barcodeIsReadBack()
    {
        QFETCH(QString, number);
        CardFacts facts = PrintSamples::card();
        facts.number = number;
        for (const CardStock stock : {CardStock::Blank, CardStock::Preprinted}) {
            const CardDocument card(facts, stock);
            QCOMPARE(PaperCheck::codeIn(rasterPage(card, 0), u"Code128"_s), number);
            const QImage page = PaperCheck::pageOf(pdfOf(card, m_now), 300);
            QCOMPARE(PaperCheck::codeIn(page, u"Code128"_s), number);
        }
    }

    void rasterIsTheCardAt300Dots()
    {
        const QImage image = rasterPage(CardDocument(PrintSamples::card(), CardStock::Blank), 0);
        QCOMPARE(image.size(), QSize(1011, 638));
        QCOMPARE(image, rasterPage(CardDocument(PrintSamples::card(), CardStock::Blank), 0));
    }

    void photoIsOnTheCard()
    {
        CardFacts facts = PrintSamples::card();
        facts.trial = false;
        const QImage with = rasterPage(CardDocument(facts, CardStock::Blank), 0);
        const QPoint background(int(65 / 25.4 * 300), int(15 / 25.4 * 300));
        const QColor red = with.pixelColor(background);
        QVERIFY(red.red() > 150 && red.green() < 80 && red.blue() < 80);
        for (const QByteArray &none : {QByteArray(), QByteArray("not a picture")}) {
            facts.photo = none;
            const CardDocument card(facts, CardStock::Blank);
            QVERIFY(PaperCheck::textsOf(card).contains(u"Tanpa foto"_s));
            QVERIFY(rasterPage(card, 0).pixelColor(background).green() > 200);
        }
    }

    void preprintedHasNoBackground()
    {
        CardFacts facts = PrintSamples::card();
        facts.trial = false;
        const QImage blank = rasterPage(CardDocument(facts, CardStock::Blank), 0);
        const QImage preprinted = rasterPage(CardDocument(facts, CardStock::Preprinted), 0);
        QCOMPARE(preprinted.pixelColor(20, 20), QColor(Qt::white));
        QVERIFY(blank.pixelColor(20, 20) != QColor(Qt::white));
        facts.photo.clear();
        const QStringList texts = PaperCheck::textsOf(CardDocument(facts, CardStock::Preprinted));
        QCOMPARE(texts.size(), 7); // the seven data and nothing else
    }

    void trialIsMarked()
    {
        CardFacts facts = PrintSamples::card();
        for (const CardStock stock : {CardStock::Blank, CardStock::Preprinted}) {
            facts.trial = true;
            QVERIFY(PaperCheck::textsOf(CardDocument(facts, stock)).contains(u"MODE LATIHAN"_s));
            facts.trial = false;
            QVERIFY(!PaperCheck::textsOf(CardDocument(facts, stock)).join(u' ').contains(u"LATIHAN"_s));
        }
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<CardFacts>("facts");
        QTest::newRow("ordinary") << PrintSamples::card();
        QTest::newRow("longest") << PrintSamples::longCard();
        CardFacts oneWord = PrintSamples::card();
        oneWord.name = QString(100, u'W');
        QTest::newRow("one word of a hundred letters") << oneWord;
        CardFacts bare;
        bare.number = u"9990000000001"_s;
        bare.name = u"X"_s;
        QTest::newRow("almost nothing") << bare;
        CardFacts noNik = PrintSamples::card();
        noNik.nik.clear();
        QTest::newRow("no NIK") << noNik;
    }
    void nothingIsCut()
    {
        QFETCH(CardFacts, facts);
        for (const CardStock stock : {CardStock::Blank, CardStock::Preprinted}) {
            for (const QString &language : {u"id"_s, u"en"_s}) {
                facts.language = language;
                const CardDocument card(facts, stock);
                QCOMPARE(PaperCheck::layoutFaults(card, 1.1).join(u'\n'), QString());
                QVERIFY(PaperCheck::textsOf(card).contains(facts.name));
            }
        }
    }

    void pagesOfABatchStaySmall()
    {
        // A page of a batch: the photo as it was stored, texts and bars, and a ground of vectors.
        constexpr int kCards = 20;
        const CardFacts facts = PrintSamples::card();
        const Batch batch(facts, kCards);
        const qsizetype page = pdfOf(batch, m_now).size() / kCards;
        const qsizetype photo = facts.photo.size();
        qInfo("%lld bytes a page, photo %lld", qlonglong(page), qlonglong(photo));
        QVERIFY(page <= photo * 12 / 10 + 20000);
        const CardFacts bare = [&] {
            CardFacts without = facts;
            without.photo.clear();
            return without;
        }();
        const qsizetype plain = pdfOf(Batch(bare, kCards), m_now).size() / kCards;
        qInfo("%lld bytes without", qlonglong(plain));
        QVERIFY(plain <= 8000); // fonts and all
    }

    void aTextMeasuredBeforeIsPaintedTheSame() // kept lines serve every alignment and colour
    {
        const CardDocument card(PrintSamples::longCard(), CardStock::Blank);
        const QImage first = rasterPage(card, 0);
        placedTexts(CardDocument(PrintSamples::card(), CardStock::Preprinted), 0);
        QCOMPARE(rasterPage(card, 0), first);
        const QString label = u"Kelas rawat"_s;
        TextStyle style;
        for (const Qt::Alignment align : {Qt::AlignLeft, Qt::AlignHCenter, Qt::AlignRight}) {
            style.align = align;
            QList<PlacedText> placed;
            Canvas(nullptr, &placed).text({10, 10, 40, 4}, label, style);
            const double spare = 40 - placed.first().used.width();
            const double left = placed.first().used.left() - 10;
            QVERIFY(qAbs(left
                         - (align == Qt::AlignLeft        ? 0
                                : align == Qt::AlignRight ? spare
                                                          : spare / 2))
                    < 0.01);
            QImage ink(600, 200, QImage::Format_RGB32); // and the ink is where it was said to be
            ink.fill(Qt::white);
            {
                QPainter painter(&ink);
                painter.scale(10, 10);
                Canvas(&painter).text({10, 10, 40, 4}, label, style);
            }
            int from = ink.width();
            for (int y = 0; y < ink.height(); ++y) {
                for (int x = 0; x < from; ++x) {
                    if (qGray(ink.pixel(x, y)) < 128)
                        from = x;
                }
            }
            QVERIFY2(qAbs(from / 10.0 - placed.first().used.left()) < 0.5, qPrintable(QString::number(from)));
        }
    }

private:
    const QDateTime m_now{QDate(2026, 12, 5), QTime(2, 0), Qt::UTC};
};

QTEST_MAIN(TestCard)
#include "tst_card.moc"
