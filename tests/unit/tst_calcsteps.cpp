// SPDX-License-Identifier: Apache-2.0
#include "model/domain/regions.h"
#include "model/dues/calctexts.h"
#include "model/rulebook/rulebook.h"
#include "model/rulebook/ruletext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

QList<std::pair<QJsonObject, QJsonObject>> goldenRowsOf(const QString &name)
{
    QFile file(qEnvironmentVariable("LOKET_TEST_DATA") + u"/golden/calc/%1.jsonl"_s.arg(name));
    QList<std::pair<QJsonObject, QJsonObject>> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (const QByteArray &text : file.readAll().trimmed().split('\n')) {
        const QJsonObject row = QJsonDocument::fromJson(text).object();
        rows.append({row.value("in"_L1).toObject(), row.value("out"_L1).toObject()});
    }
    return rows;
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool saysNothing(const QJsonValue &value)
{
    return value.isNull() || value.toInteger(-1) == 0 || (value.isArray() && value.toArray().isEmpty())
        || (value.isBool() && !value.toBool());
}

} // namespace

class TestCalcSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void steps_data();
    void steps();
    void fields_data() { steps_data(); }
    void fields();
    void examples();
    void asksForWhatTheBranchNeeds();
    void faultsAreSentences_data();
    void faultsAreSentences();
    void rulesInWords();
    void everyTableHasWords();

private:
    CalcContext context() const { return {m_library.get(), QDate(2022, 10, 3), m_regions.get()}; }
    CalcAnswer explained(const QString &name, const char *json) const
    {
        return explainCalculation(name, QJsonDocument::fromJson(json).object(), context());
    }
    std::shared_ptr<const RulebookLibrary> m_library = RulebookLibrary::builtIn();
    std::shared_ptr<const RegionIndex> m_regions;
};

void TestCalcSteps::initTestCase()
{
    auto regions = RegionIndex::load();
    QVERIFY(regions);
    m_regions = regions.value();
}

void TestCalcSteps::steps_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : calculatorNames())
        QTest::newRow(qPrintable(name)) << name;
}

/// The steps come to the answer: the last one is one of its values, and every value that says something is
/// the result of a step.
void TestCalcSteps::steps()
{
    QFETCH(QString, name);
    const auto rows = goldenRowsOf(name);
    QCOMPARE(rows.size(), 60);
    for (const auto &[in, out] : rows) {
        const CalcAnswer answer = explainCalculation(name, in, context());
        QVERIFY2(!answer.error, textOf(in));
        QCOMPARE(answer.out, calculate(name, in, context()).value());
        QVERIFY2(!answer.steps.isEmpty(), textOf(in));
        bool lastIsAnswer = false;
        for (const QString &key : answer.out.keys())
            lastIsAnswer |= answer.steps.last().result == answer.out.value(key);
        QVERIFY2(lastIsAnswer, textOf(in) + " " + answer.steps.last().code.toUtf8());
        for (const QString &key : out.keys()) {
            if (key == "code"_L1 || key == "earliest"_L1 || saysNothing(out.value(key)))
                continue;
            const bool isStep
                = std::any_of(answer.steps.cbegin(), answer.steps.cend(),
                              [&](const CalcStep &step) { return step.result == out.value(key); });
            QVERIFY2(isStep, textOf(in) + " " + key.toUtf8());
        }
        for (const CalcStep &step : answer.steps) {
            QVERIFY2(hasStepText(step.code), qPrintable(step.code));
            QVERIFY2(!step.rule.source.isEmpty() || name == "nik"_L1, qPrintable(step.code));
        }
        for (const QString &language : {u"id"_s, u"en"_s}) {
            for (const CalcLine &line : calcStepLines(answer.steps, language)) {
                QVERIFY2(!line.label.isEmpty() && !line.value.isEmpty(), qPrintable(line.sum));
                QVERIFY2(!(line.label + line.sum).contains(u'{'), qPrintable(line.label + line.sum));
                QVERIFY2(!line.sum.contains(u"–"_s) || line.sum.contains(QRegularExpression(u"\\d–\\d"_s)),
                         qPrintable(line.sum)); // a value that was not handed over
            }
        }
    }
}

/// The texts know every key with the kind that the calculator reads.
void TestCalcSteps::fields()
{
    QFETCH(QString, name);
    const QList<CalcField> known = calcFields(name);
    for (const auto &[in, out] : goldenRowsOf(name)) {
        const CalcAnswer answer = explainCalculation(name, in, context());
        for (const CalcAsk &ask : answer.asked) {
            const auto field = std::find_if(known.cbegin(), known.cend(),
                                            [&ask](const CalcField &f) { return f.key == ask.key; });
            QVERIFY2(field != known.cend(), qPrintable(ask.key));
            QCOMPARE(field->kind == "nik"_L1 ? u"text"_s : field->kind, ask.kind);
            QCOMPARE(field->codes, ask.codes);
        }
        const QList<CalcLine> lines = calcResultLines(name, answer.out, u"id"_s);
        QCOMPARE(lines.size(), answer.out.size());
        const QList<CalcLine> inputs = calcInputLines(name, in, answer.asked, u"id"_s);
        QVERIFY2(!inputs.isEmpty() || in.isEmpty() || name == "dependants"_L1, textOf(in));
    }
}

void TestCalcSteps::examples()
{
    const CalcAnswer dues = explained(
        u"dues"_s,
        R"({"segment":"PPU-BU.SWASTA","month":"2022-03","wage":3000000,"floor":4200479,"extra":2})");
    const QList<CalcLine> lines = calcStepLines(dues.steps, u"id"_s);
    QStringList said;
    for (const CalcLine &line : lines)
        said += line.label + u": "_s + line.sum + u" = "_s + line.value;
    const QStringList expected = {
        u"Upah atau upah minimum: yang lebih besar dari Rp3.000.000 dan Rp4.200.479 = Rp4.200.479"_s,
        u"Dasar iuran: Rp4.200.479, paling tinggi Rp12.000.000 = Rp4.200.479"_s,
        u"Pemberi kerja: 4 % × Rp4.200.479 = Rp168.019"_s,
        u"Peserta: 1 % × Rp4.200.479 = Rp42.005"_s,
        u"Tiap anggota tambahan: 1 % × Rp4.200.479 = Rp42.005"_s,
        u"Peserta dengan anggota tambahan: Rp42.005 + 2 × Rp42.005 = Rp126.015"_s,
        u"Iuran seluruhnya: Rp126.015 + Rp168.019 + Rp0 = Rp294.034"_s,
    };
    QCOMPARE(said, expected);

    const CalcAnswer arrears
        = explained(u"arrears"_s, R"({"class":3,"members":3,"firstUnpaid":"2020-11","payMonth":"2021-02"})");
    said.clear();
    for (const CalcLine &line : calcStepLines(arrears.steps, u"id"_s)) {
        if (line.label.startsWith(u"Iuran"_s))
            said += line.label + u": "_s + line.sum + u" = "_s + line.value;
    }
    const QStringList months = {u"Iuran Nov 2020: 3 orang × Rp25.500 = Rp76.500"_s,
                                u"Iuran Des 2020: 3 orang × Rp25.500 = Rp76.500"_s,
                                u"Iuran Jan 2021: 3 orang × Rp35.000 = Rp105.000"_s,
                                u"Iuran Feb 2021: 3 orang × Rp35.000 = Rp105.000"_s};
    QCOMPARE(said, months);
}

void TestCalcSteps::asksForWhatTheBranchNeeds()
{
    const auto keys = [](const CalcAnswer &answer) {
        QStringList out;
        for (const CalcAsk &ask : answer.asked)
            out += ask.key;
        return out;
    };
    QCOMPARE(keys(explained(u"dues"_s, "{}")), (QStringList{u"segment"_s, u"month"_s}));
    QCOMPARE(keys(explained(u"dues"_s, R"({"segment":"PBPU.MANDIRI","month":"2022-03"})")),
             (QStringList{u"segment"_s, u"month"_s, u"members"_s, u"class"_s}));
    QCOMPARE(keys(explained(u"dues"_s, R"({"segment":"PPU-BU.SWASTA","month":"2022-03"})")),
             (QStringList{u"segment"_s, u"month"_s, u"wage"_s, u"floor"_s, u"extra"_s}));
    QCOMPARE(keys(explained(u"dues"_s, R"({"segment":"PPU-PN.TNI","month":"2022-03"})")),
             (QStringList{u"segment"_s, u"month"_s, u"wage"_s, u"extra"_s}));
}

void TestCalcSteps::faultsAreSentences_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("in");
    QTest::addColumn<QString>("id");

    QTest::newRow("missing") << u"dues"_s << QByteArray("{}") << u"Segmen belum diisi"_s;
    QTest::newRow("date") << u"first-payment"_s << QByteArray(R"({"registered":"2022-02-30"})")
                          << u"Tanggal daftar belum berupa tanggal yang ada (hh-bb-tttt)"_s;
    QTest::newRow("reversed") << u"fktp-change"_s
                              << QByteArray(R"({"since":"2022-02-03","requested":"2022-02-01"})")
                              << u"Tanggal permintaan sebelum Di FKTP ini sejak"_s;
    QTest::newRow("no rate") << u"dues"_s
                             << QByteArray(
                                    R"({"segment":"PBPU.MANDIRI","class":3,"members":1,"month":"2015-01"})")
                             << u"Bulan iuran belum ada tarif sebelum Apr 2016"_s;
    QTest::newRow("least") << u"dues"_s
                           << QByteArray(
                                  R"({"segment":"PBPU.MANDIRI","class":3,"members":0,"month":"2022-01"})")
                           << u"Jumlah orang paling sedikit 1"_s;
    QTest::newRow("a child born later")
        << u"dependants"_s
        << QByteArray(R"({"date":"2022-06-01","children":[{"born":"2001-06-01"},{"born":"2022-06-02"}]})")
        << u"Tanggal lahir anak 2 sesudah Pada tanggal"_s;
}

void TestCalcSteps::faultsAreSentences()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, in);
    const CalcAnswer answer = explained(name, in.constData());
    QVERIFY(answer.error);
    QTEST(calcFaultText(name, answer.fault, u"id"_s), "id");
    QVERIFY(!calcFaultText(name, answer.fault, u"en"_s).isEmpty());
}

void TestCalcSteps::rulesInWords()
{
    const CalcAnswer dues
        = explained(u"dues"_s, R"({"segment":"PBPU.MANDIRI","class":3,"members":4,"month":"2022-03"})");
    const RuleText text = ruleText(*dues.rulebook, dues.steps.first().rule, u"id"_s);
    QCOMPARE(text.title, u"Iuran per orang dan bulan"_s);
    QCOMPARE(text.source, u"Panduan p.58, Perpres 64/2020"_s);
    QCOMPARE(text.edition, u"handbook"_s);
    QCOMPARE(text.effectiveFrom, QDate(2022, 1, 1));
    const QList<RuleText::Cell> cells
        = {{u"Segmen"_s, u"Pekerja Bukan Penerima Upah, BP bukan Penyelenggara Negara"_s},
           {u"Kelas"_s, u"Kelas III"_s},
           {u"Berlaku mulai"_s, u"01-01-2021"_s},
           {u"Peserta"_s, u"Rp35.000"_s},
           {u"Pemerintah"_s, u"Rp7.000"_s},
           {u"Pemerintah daerah"_s, u"Rp0"_s}};
    QCOMPARE(text.cells.size(), cells.size());
    for (qsizetype i = 0; i < cells.size(); ++i) {
        QCOMPARE(text.cells.at(i).label, cells.at(i).label);
        QCOMPARE(text.cells.at(i).value, cells.at(i).value);
    }

    // A parameter with a history says the value that was taken.
    const CalcAnswer penalty = explained(
        u"penalty"_s, R"({"cbg":1000000,"months":2,"reactivated":"2020-12-30","admitted":"2021-01-10"})");
    for (const CalcStep &step : penalty.steps) {
        if (step.code == "penalty.plain"_L1)
            QCOMPARE(ruleText(*penalty.rulebook, step.rule, u"id"_s).cells.first().value, u"2,5 %"_s);
    }

    // A condition on what was typed names the field, and the code in words.
    const Rulebook &rulebook = m_library->on(QDate(2022, 3, 1));
    QStringList conditions;
    const RuleTable &preconditions = rulebook.table(u"preconditions"_s);
    for (qsizetype i = 0; i < preconditions.size(); ++i) {
        for (const RuleText::Cell &cell : ruleText(rulebook, preconditions.row(i).fired(), u"id"_s).cells) {
            if (cell.label == "Jika"_L1)
                conditions += cell.value;
        }
    }
    QVERIFY2(conditions.contains(u"Alasan pindah sebelum waktunya: terisi"_s),
             qPrintable(conditions.join(u'|')));
    QVERIFY2(conditions.contains(u"Segmen: Kepala desa dan perangkat desa"_s)
                 || conditions.contains(u"Segmen peserta: Kepala desa dan perangkat desa"_s),
             qPrintable(conditions.join(u'|')));

    // A row that a later edition brought says so.
    const CalcAnswer upgrade = explained(
        u"upgrade"_s,
        R"({"date":"2023-02-01","segment":"PBPU.MANDIRI","ownClass":2,"wanted":1,"cbgOwn":1,"cbgWanted":3})");
    const RuleText later = ruleText(*upgrade.rulebook, upgrade.steps.first().rule, u"en"_s);
    QCOMPARE(later.edition, u"2023-01"_s);
    QVERIFY(later.effectiveFrom > QDate(2023, 1, 1));
    QCOMPARE(later.title, u"Higher class in hospital"_s);
}

void TestCalcSteps::everyTableHasWords()
{
    for (const Rulebook &edition : m_library->editions()) {
        for (const QString &table : edition.tableNames()) {
            QVERIFY2(hasRuleWord(u"table"_s, table), qPrintable(table));
            for (QString column : edition.table(table).columns()) {
                if (column == "source"_L1 || column == "note"_L1)
                    continue;
                if (edition.table(table).columns().contains(column.chopped(2) + u"En"_s))
                    column.chop(2); // nameId and nameEn are one
                QVERIFY2(hasRuleWord(u"column"_s, column) || hasRuleWord(u"column"_s, table + u'.' + column),
                         qPrintable(table + u'.' + column));
            }
        }
        for (const QString &parameter : edition.parameterNames())
            QVERIFY2(hasRuleWord(u"parameter"_s, parameter), qPrintable(parameter));
    }
}

QTEST_GUILESS_MAIN(TestCalcSteps)
#include "tst_calcsteps.moc"
