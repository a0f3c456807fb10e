// SPDX-License-Identifier: Apache-2.0
#include "model/print/calcsheet.h"
#include "model/print/sheetdocument.h"
#include "model/rulebook/rulebook.h"
#include "papercheck.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

/// A calculation on paper: everything the page shows is there, readable, and nothing lies over another.
class TestCalcSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCalculator_data();
    void everyCalculator();
    void manyStepsGoOnANextPage();

private:
    SheetFacts sheet(const QString &name, const QJsonObject &in, const QString &language) const
    {
        const CalcContext context{m_library.get(), QDate(2022, 10, 3), nullptr};
        SheetFacts facts = calcSheet(name, in, explainCalculation(name, in, context), language);
        facts.office = u"Kantor Cabang Jakarta Selatan"_s;
        facts.officer = u"Rina Amelia"_s;
        facts.printedAt = QDateTime(QDate(2022, 10, 3), QTime(10, 7));
        facts.trial = true;
        return facts;
    }
    std::shared_ptr<const RulebookLibrary> m_library = RulebookLibrary::builtIn();
};

void TestCalcSheet::everyCalculator_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("language");
    for (const QString &name : calculatorNames()) {
        QTest::addRow("%s in Indonesian", qPrintable(name)) << name << u"id"_s;
        QTest::addRow("%s in English", qPrintable(name)) << name << u"en"_s;
    }
}

void TestCalcSheet::everyCalculator()
{
    QFETCH(QString, name);
    QFETCH(QString, language);
    QFile file(qEnvironmentVariable("LOKET_TEST_DATA") + u"/golden/calc/%1.jsonl"_s.arg(name));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    constexpr int kRows = 8;
    for (const QByteArray &row : file.readAll().trimmed().split('\n').mid(0, kRows)) {
        const QJsonObject in = QJsonDocument::fromJson(row).object().value("in"_L1).toObject();
        const SheetFacts facts = sheet(name, in, language);
        const SheetDocument document(facts);
        const QStringList faults = PaperCheck::layoutFaults(document, 1.6);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        const QString text = PaperCheck::textsOf(document).join(u'\n');
        QVERIFY(text.contains(calcInfo(name)->title.in(language)));
        QVERIFY(text.contains(language == "en"_L1 ? u"An estimate, not a bill"_s
                                                  : u"Perkiraan, bukan tagihan"_s));
        for (const SheetSection &section : facts.sections) {
            for (const SheetSection::Line &line : section.lines)
                QVERIFY2(text.contains(line.value), qPrintable(line.value));
        }
        QVERIFY(text.contains(u"Rina Amelia"_s));
    }
}

void TestCalcSheet::manyStepsGoOnANextPage()
{
    const QJsonObject in
        = QJsonDocument::fromJson(R"({"class":3,"members":3,"firstUnpaid":"2019-12","payMonth":"2022-06"})")
              .object();
    const SheetDocument document(sheet(u"arrears"_s, in, u"id"_s));
    QVERIFY(document.pageCount() >= 2);
    const QString text = PaperCheck::textsOf(document).join(u'\n');
    QCOMPARE(text.count(u"3 orang × "_s), 25); // 24 months and the month of payment
    QVERIFY(text.contains(u"3 orang × Rp25.500 = Rp76.500"_s));
    QVERIFY(text.contains(u"3 orang × Rp35.000 = Rp105.000"_s));
    if (const QString dir = qEnvironmentVariable("LOKET_PICTURES"); !dir.isEmpty()) {
        QFile pdf(dir + u"/calc-sheet.pdf"_s);
        QVERIFY(pdf.open(QIODevice::WriteOnly));
        pdf.write(pdfOf(document, QDateTime(QDate(2022, 10, 3), QTime(10, 7))));
    }
}

QTEST_MAIN(TestCalcSheet)
#include "tst_calcsheet.moc"
