// SPDX-License-Identifier: Apache-2.0
#include "casecorpus.h"

#include "model/domain/casefields.h"
#include "model/dues/calculators.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/rulebook.h"
#include "model/rulebook/servicespecs.h"
#include "tests/fakes/editionpatch.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

const QString kService = u"REG-PBPU"_s;

/// One row of tests/data/golden/calc.
struct GoldenRow {
    QString calculator;
    QJsonObject input;
    QJsonObject output;
};

/// The edition with one thing changed.
struct Mutant {
    QString name; ///< "parameters.csv:3 value 30 -> 31"
    QString file;
    int line = 0;
    QString column; ///< empty: the whole line goes away
    QString value;
};

bool isPartOf(const QJsonObject &part, const QJsonObject &whole)
{
    for (auto key = part.constBegin(); key != part.constEnd(); ++key) {
        if (whole.value(key.key()) != key.value())
            return false;
    }
    return true;
}

} // namespace

class TestAssessRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRowFiresInSomeCase();
    void everyFieldIsUsedInSomeCase();
    void everyChangedRuleChangesSomeAnswer();

private:
    void readGolden(const QString &name, const QString &calculator);
    QStringList rowsOfTheService() const;
    QList<Mutant> mutants(const EditionPatch &edition) const;
    void addCellMutants(const EditionPatch &edition, const QString &file, int line, const ColumnSpec &column,
                        QList<Mutant> &out) const;
    QString caughtBy(const RulebookLibrary &mutated) const;
    bool answersAsGolden(const GoldenRow &row, const RulebookLibrary &library) const;

    CaseCorpus m_corpus;
    std::vector<GoldenRow> m_golden;
    std::shared_ptr<const RulebookLibrary> m_library = RulebookLibrary::builtIn();
};

/// `calculator` is that of all rows; empty: each row names its own.
void TestAssessRules::readGolden(const QString &name, const QString &calculator)
{
    QFile file(qEnvironmentVariable("LOKET_TEST_DATA") + u"/golden/"_s + name);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        QVERIFY2(row.contains("out"_L1), line);
        m_golden.push_back({calculator.isEmpty() ? row.value("calculator"_L1).toString() : calculator,
                            row.value("in"_L1).toObject(), row.value("out"_L1).toObject()});
    }
}

void TestAssessRules::initTestCase()
{
    for (const QString &name : calculatorNames())
        readGolden(u"calc/%1.jsonl"_s.arg(name), name);
    readGolden(u"more.jsonl"_s, {});
    for (const CorpusCase &one : m_corpus.cases()) {
        const QString complaint = CaseCorpus::complaint(m_corpus.assessed(one, *m_library), one.expected);
        QVERIFY2(complaint.isEmpty(), qPrintable(one.name + u": "_s + complaint));
    }
    for (const GoldenRow &row : m_golden)
        QVERIFY2(answersAsGolden(row, *m_library), qPrintable(row.calculator));
}

bool TestAssessRules::answersAsGolden(const GoldenRow &row, const RulebookLibrary &library) const
{
    const auto answer
        = calculate(row.calculator, row.input, {&library, QDate(2022, 10, 3), m_corpus.regions()});
    return answer && isPartOf(row.output, answer.value());
}

/// "handbook/documents.csv:3" of every row that a registration may ask, and its parameters by name.
QStringList TestAssessRules::rowsOfTheService() const
{
    const EditionPatch edition;
    QStringList rows{u"first-payment.from-days"_s, u"first-payment.until-days"_s};
    for (const ParameterSpec &parameter : serviceParameterSpecs())
        rows += parameter.name;
    QStringList tables{u"rates"_s, u"services"_s};
    for (const TableSpec &table : serviceTableSpecs())
        tables += table.name;
    for (const QString &table : std::as_const(tables)) {
        const QString file = table + u".csv"_s;
        const bool byService = edition.header(file).contains(u"service"_s);
        for (const int line : edition.rowLines(file)) {
            if (table == "services"_L1 && edition.cell(file, line, u"code"_s) != kService)
                continue;
            if (byService && !edition.cell(file, line, u"service"_s).split(u'|').contains(kService))
                continue;
            if (table == "rates"_L1 && !edition.cell(file, line, u"group"_s).contains(u"PBPU"_s))
                continue;
            rows += u"handbook/%1:%2"_s.arg(file).arg(line);
        }
    }
    return rows;
}

void TestAssessRules::everyRowFiresInSomeCase()
{
    QSet<QString> fired;
    for (const CorpusCase &one : m_corpus.cases()) {
        for (const FiredRule &rule : m_corpus.assessed(one, *m_library).fired) {
            QVERIFY2(!rule.source.isEmpty(), qPrintable(rule.file));
            fired.insert(rule.table == "parameters"_L1 ? rule.row : rule.file);
        }
    }
    const QStringList rows = rowsOfTheService();
    QStringList silent;
    for (const QString &row : rows) {
        if (!fired.contains(row))
            silent += row;
    }
    qInfo("rows and parameters of %s that fired: %d of %d (%.1f %%)", qPrintable(kService),
          int(rows.size() - silent.size()), int(rows.size()),
          100.0 * double(rows.size() - silent.size()) / double(rows.size()));
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u", "_s)));
}

void TestAssessRules::everyFieldIsUsedInSomeCase()
{
    const Rulebook &rules = m_library->on(QDate(2022, 3, 1));
    QStringList unused;
    for (const QString &id : service(rules, kService)->fields) {
        const QString path = field(rules, id)->path;
        const auto isUsed = [&](const CorpusCase &one) {
            const Case c = m_corpus.read(one);
            for (int i = 0; i == 0 || i < c.family.members.size(); ++i) {
                if (!fieldText(c, QString(path).replace("[]"_L1, u"[%1]"_s.arg(i))).isEmpty())
                    return true;
            }
            return false;
        };
        if (std::none_of(m_corpus.cases().begin(), m_corpus.cases().end(), isUsed))
            unused += id;
    }
    QVERIFY2(unused.isEmpty(), qPrintable(unused.join(u", "_s)));
}

/// The changes by one of a cell: numbers up and down, dates by a day, flags turned round.
void TestAssessRules::addCellMutants(const EditionPatch &edition, const QString &file, int line,
                                     const ColumnSpec &column, QList<Mutant> &out) const
{
    const QString cell = edition.cell(file, line, column.name);
    if (cell.isEmpty())
        return;
    QStringList others;
    if (column.kind == CellKind::Number) {
        others += QString::number(cell.toLongLong() + 1);
        if (cell.toLongLong() > 0)
            others += QString::number(cell.toLongLong() - 1);
    } else if (column.kind == CellKind::Date) {
        const QDate day = QDate::fromString(cell, Qt::ISODate);
        others += day.addDays(1).toString(Qt::ISODate);
        others += day.addDays(-1).toString(Qt::ISODate);
    } else if (column.kind == CellKind::Flag) {
        others += cell == "yes"_L1 ? u"no"_s : u"yes"_s;
    } else if (column.kind == CellKind::Text && file == "parameters.csv"_L1) {
        others += cell + u'x';
    }
    for (const QString &other : std::as_const(others))
        out += Mutant{u"%1:%2 %3: %4 -> %5"_s.arg(file).arg(line).arg(column.name, cell, other), file, line,
                      column.name, other};
}

QList<Mutant> TestAssessRules::mutants(const EditionPatch &edition) const
{
    QList<Mutant> out;
    const QString parameters = u"parameters.csv"_s;
    static const QHash<QString, CellKind> kinds{{u"number"_s, CellKind::Number},
                                                {u"date"_s, CellKind::Date},
                                                {u"flag"_s, CellKind::Flag},
                                                {u"text"_s, CellKind::Text}};
    for (const int line : edition.rowLines(parameters)) {
        const CellKind kind = kinds.value(edition.cell(parameters, line, u"type"_s));
        addCellMutants(edition, parameters, line, {u"value"_s, kind, {}, true}, out);
        addCellMutants(edition, parameters, line, {u"from"_s, CellKind::Date, {}, false}, out);
    }
    for (const QString &row : rowsOfTheService()) {
        if (!row.startsWith("handbook/"_L1))
            continue;
        const QString file = row.section(u'/', 1).section(u':', 0, 0);
        const int line = row.section(u':', 1).toInt();
        out += Mutant{u"%1:%2 removed"_s.arg(file).arg(line), file, line, {}, {}};
        for (const ColumnSpec &column : tableSpec(file.chopped(4))->columns)
            addCellMutants(edition, file, line, column, out);
    }
    return out;
}

/// The first case or row whose answer is another one; empty: nobody noticed.
QString TestAssessRules::caughtBy(const RulebookLibrary &mutated) const
{
    for (const CorpusCase &one : m_corpus.cases()) {
        if (!CaseCorpus::complaint(m_corpus.assessed(one, mutated), one.expected).isEmpty())
            return one.name;
    }
    for (const GoldenRow &row : m_golden) {
        if (!answersAsGolden(row, mutated))
            return row.calculator;
    }
    return {};
}

void TestAssessRules::everyChangedRuleChangesSomeAnswer()
{
    QElapsedTimer timer;
    timer.start();
    EditionPatch edition;
    const QList<Mutant> all = mutants(edition);
    int toldByLoader = 0;
    int toldByParameters = 0;
    int parameterMutants = 0;
    QStringList unnoticed;
    for (const Mutant &mutant : all) {
        const QStringList before = edition.lines(mutant.file);
        if (mutant.column.isEmpty())
            edition.removeLine(mutant.file, mutant.line);
        else
            edition.setCell(mutant.file, mutant.line, mutant.column, mutant.value);
        const auto mutated = edition.load();
        const bool isParameter = mutant.file == "parameters.csv"_L1;
        parameterMutants += isParameter;
        if (!mutated)
            ++toldByLoader;
        else if (caughtBy(*mutated.value()).isEmpty())
            unnoticed += mutant.name;
        else
            toldByParameters += isParameter;
        edition.setLines(mutant.file, before);
    }
    const auto noticed = all.size() - unnoticed.size();
    qInfo("%d changes by one (%d of parameters) in %lld ms: %d changed an answer, %d were refused by the "
          "loader, %d went "
          "unnoticed: %.1f %%",
          int(all.size()), parameterMutants, timer.elapsed(), int(noticed) - toldByLoader, toldByLoader,
          int(unnoticed.size()), 100.0 * double(noticed) / double(all.size()));
    for (const QString &name : std::as_const(unnoticed))
        qInfo("unnoticed: %s", qPrintable(name));
    QVERIFY(parameterMutants > 0 && toldByParameters > 0);
    QVERIFY2(unnoticed.isEmpty(), qPrintable(unnoticed.join(u"; "_s)));
}

QTEST_APPLESS_MAIN(TestAssessRules)
#include "tst_assessrules.moc"
