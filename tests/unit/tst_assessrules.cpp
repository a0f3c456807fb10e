// SPDX-License-Identifier: Apache-2.0
#include "casecorpus.h"

#include "model/domain/casefields.h"
#include "model/dues/calculators.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/duesspecs.h"
#include "model/rulebook/rulebook.h"
#include "model/rulebook/servicespecs.h"
#include "tests/fakes/editionfile.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// One row of tests/data/golden/calc.
struct GoldenRow {
    QString calculator;
    QJsonObject input;
    QJsonObject output;
};

/// A file with one thing changed.
struct Mutant {
    QString name; ///< "handbook/parameters.csv:3 value: 30 -> 31"
    QString row;  ///< "handbook/parameters.csv:3", of a parameter its name
    QByteArray bytes;
};

bool isPartOf(const QJsonObject &part, const QJsonObject &whole)
{
    for (auto key = part.constBegin(); key != part.constEnd(); ++key) {
        if (whole.value(key.key()) != key.value())
            return false;
    }
    return true;
}

QString idOf(const FiredRule &rule)
{
    return rule.table == "parameters"_L1 ? rule.row : rule.file;
}

} // namespace

/// Every rule that a service can ask is asked by a case of the corpus, and no change of one goes unnoticed.
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
    QStringList tables() const;
    QList<EditionFile> files() const;
    QStringList parameters() const;
    QList<Mutant> parameterMutants(const EditionFile &file) const;
    QList<Mutant> rowMutants(const EditionFile &file) const;
    bool hasSay(const EditionFile &file, const CsvRow &row, const QString &column) const;
    static QStringList othersOf(const QString &cell, CellKind kind, const QString &domain);
    QString caughtBy(const Mutant &mutant, const RulebookLibrary &mutated) const;
    bool answersAsGolden(const GoldenRow &row, const RulebookLibrary &library) const;
    void askDues();

    CaseCorpus m_corpus;
    std::vector<GoldenRow> m_golden;
    QHash<QString, QList<size_t>> m_firedBy; ///< the cases in which a row or parameter takes part
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
    for (size_t i = 0; i < m_corpus.cases().size(); ++i) {
        const CorpusCase &one = m_corpus.cases()[i];
        const QString complaint = m_corpus.complaint(one, *m_library);
        QVERIFY2(complaint.isEmpty(), qPrintable(one.name + u": "_s + complaint));
        RuleTrace trace;
        if (one.expected.contains("changes"_L1) || one.expected.contains("registered"_L1))
            (void)m_corpus.effect(one, *m_library, &trace);
        for (const FiredRule &rule : m_corpus.assessed(one, *m_library).fired + trace.rules()) {
            QVERIFY2(!rule.source.isEmpty(), qPrintable(rule.file));
            m_firedBy[idOf(rule)] += i;
        }
    }
    for (const GoldenRow &row : m_golden)
        QVERIFY2(answersAsGolden(row, *m_library), qPrintable(row.calculator));
    askDues();
}

/// Dues that no service reaches, such as those of a veteran with additional family: as they are today.
void TestAssessRules::askDues()
{
    for (const QString &segment : codesOf(u"segment"_s)) {
        for (const QString &month : {u"2019-12"_s, u"2022-03"_s}) {
            for (const qint64 wage : {4'000'000, 50'000'000}) {
                GoldenRow row{u"dues"_s,
                              {{u"segment"_s, segment},
                               {u"month"_s, month},
                               {u"class"_s, 2},
                               {u"members"_s, 4},
                               {u"wage"_s, wage},
                               {u"floor"_s, 5'000'000},
                               {u"extra"_s, 1},
                               {u"pension"_s, wage},
                               {u"baseSalary"_s, wage}},
                              {}};
                const auto answer
                    = calculate(row.calculator, row.input, {m_library.get(), QDate(2022, 10, 3), nullptr});
                if (answer)
                    m_golden.push_back({row.calculator, row.input, answer.value()});
            }
        }
    }
}

bool TestAssessRules::answersAsGolden(const GoldenRow &row, const RulebookLibrary &library) const
{
    const auto answer
        = calculate(row.calculator, row.input, {&library, QDate(2022, 10, 3), m_corpus.regions()});
    return answer && isPartOf(row.output, answer.value());
}

/// Of services and their formulas. What only calculators and the information desk ask, upgrades in hospital,
/// holidays, devices and texts, is proven by tst_duesrules and tst_desk; fields in a way of their own.
QStringList TestAssessRules::tables() const
{
    QStringList names{u"services"_s, u"entity-kinds"_s, u"card-rules"_s, u"reprint-documents"_s,
                      u"class-by-wage"_s};
    for (const TableSpec &table : serviceTableSpecs())
        names += table.name;
    for (const TableSpec &table : duesTableSpecs()) {
        if (table.name != "upgrade"_L1)
            names += table.name;
    }
    return names;
}

QList<EditionFile> TestAssessRules::files() const
{
    QList<EditionFile> out;
    for (const QString &edition : m_library->ids()) {
        for (const QString &table : tables()) {
            const EditionFile file(u"%1/%2.csv"_s.arg(edition, table));
            if (file.exists())
                out += file;
        }
    }
    return out;
}

/// Those that an assessment asks; the others are proven with their calculators and the desk.
QStringList TestAssessRules::parameters() const
{
    static const QStringList others{u"penalty.days"_s,         u"penalty.max-months"_s, u"penalty.cap"_s,
                                    u"penalty.rate"_s,         u"upgrade.vip-part"_s,   u"dues.due-day"_s,
                                    u"first-bill.cutoff-day"_s};
    QStringList names;
    for (const ParameterSpec &spec : duesParameterSpecs() + serviceParameterSpecs()) {
        if (!others.contains(spec.name))
            names += spec.name;
    }
    return names;
}

void TestAssessRules::everyRowFiresInSomeCase()
{
    QStringList rows = parameters();
    for (const EditionFile &file : files()) {
        for (const CsvRow &row : file.rows())
            rows += u"%1:%2"_s.arg(file.name()).arg(row.line);
    }
    QStringList silent;
    for (const QString &row : std::as_const(rows)) {
        if (!m_firedBy.contains(row))
            silent += row;
    }
    qInfo("rows and parameters of %d editions that fired in %d cases: %d of %d (%.1f %%)",
          int(m_library->ids().size()), int(m_corpus.cases().size()), int(rows.size() - silent.size()),
          int(rows.size()), 100.0 * double(rows.size() - silent.size()) / double(rows.size()));
    for (const QString &row : std::as_const(silent))
        qInfo("silent: %s", qPrintable(row));
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u", "_s)));
}

void TestAssessRules::everyFieldIsUsedInSomeCase()
{
    QHash<QString, QSet<QString>> used; // by service
    for (const CorpusCase &one : m_corpus.cases()) {
        const Case c = m_corpus.read(one);
        const Rulebook &rules = m_library->on(c.date);
        const Service *asked = service(rules, c.service);
        for (const QString &id : asked ? asked->fields : QStringList()) {
            const QString path = field(rules, id)->path;
            for (int i = 0; i == 0 || i < c.family.members.size(); ++i) {
                if (!fieldText(c, QString(path).replace("[]"_L1, u"[%1]"_s.arg(i))).isEmpty())
                    used[c.service].insert(id);
            }
        }
    }
    const Rulebook &rules = m_library->on(QDate(2022, 3, 1));
    QStringList unused;
    for (const Field &one : fields(rules)) {
        if (std::none_of(used.cbegin(), used.cend(),
                         [&one](const auto &ids) { return ids.contains(one.id); }))
            unused += one.id;
    }
    for (const Service &one : services(rules)) {
        for (const QString &id : one.fields) {
            if (id.startsWith("detail."_L1) && !used.value(one.code).contains(id))
                unused += one.code + u' ' + id;
        }
    }
    QVERIFY2(unused.isEmpty(), qPrintable(unused.join(u", "_s)));
}

/// The changes by one of a cell: numbers up and down, dates by a day, flags turned round, another word or
/// code, one less of a list.
QStringList TestAssessRules::othersOf(const QString &cell, CellKind kind, const QString &domain)
{
    if (cell.isEmpty())
        return {};
    const auto next = [&cell](const QStringList &all) {
        return QStringList{all.value((all.indexOf(cell) + 1) % all.size())};
    };
    QStringList others;
    switch (kind) {
    case CellKind::Number:
        others += QString::number(cell.toLongLong() + 1);
        if (cell.toLongLong() > 0)
            others += QString::number(cell.toLongLong() - 1);
        break;
    case CellKind::Date:
        others += QDate::fromString(cell, Qt::ISODate).addDays(1).toString(Qt::ISODate);
        others += QDate::fromString(cell, Qt::ISODate).addDays(-1).toString(Qt::ISODate);
        break;
    case CellKind::Flag:
        others += cell == "yes"_L1 ? u"no"_s : u"yes"_s;
        break;
    case CellKind::Word:
        others = next(domain.split(u'|'));
        break;
    case CellKind::Code:
        others = next(codesOf(domain));
        break;
    case CellKind::CodeCondition:
    case CellKind::WordCondition:
        if (cell.contains(u'|'))
            others += cell.section(u'|', 0, -2);
        break;
    case CellKind::CodeList:
        others += cell.contains(u'|') ? cell.section(u'|', 0, -2) : next(codesOf(domain)).first();
        break;
    default:
        break;
    }
    return others;
}

/// Whether a cell can show in an answer at all.
bool TestAssessRules::hasSay(const EditionFile &file, const CsvRow &row, const QString &column) const
{
    const QString table = file.name().section(u'/', 1).chopped(4);
    const auto cell = [&](const QString &name) { return file.cell(row, name); };
    if (!cell(u"code"_s).isEmpty() && file.header().contains(u"until"_s))
        return column == "code"_L1; // a row that refuses says nothing else
    if (table == "services"_L1)
        return column != "group"_L1 && column != "form"_L1 // the order of a list; on paper: tst_casepage
            && cell(column) != "check"_L1;                 // a name for none
    if (table == "mutation"_L1 && column == "backPay"_L1)
        return cell(u"timing"_s) == "payment"_L1; // the employer pays
    if (table == "card-rules"_L1 || table == "entity-kinds"_L1)
        return column != "priority"_L1 && column != "npwp"_L1; // shown at the desk: tst_desk
    if (table == "class-by-wage"_L1 && column == "segment"_L1)
        return false; // a pensioner has no rank in a case: tst_desk
    if (table == "instalments"_L1 && column == "maxStages"_L1 && !cell(u"monthsPerStage"_s).isEmpty())
        return cell(u"monthsPerStage"_s) == "0"_L1;    // the months owed allow no more stages than that
    if (table == "effects"_L1 && column == "day"_L1) { // the employer's cut-off has no day
        const QList<size_t> cases = m_firedBy.value(u"%1:%2"_s.arg(file.name()).arg(row.line));
        return std::any_of(cases.cbegin(), cases.cend(), [this](size_t i) {
            return m_corpus.assessed(m_corpus.cases()[i], *m_library).dates.effective.isValid();
        });
    }
    return true;
}

QList<Mutant> TestAssessRules::parameterMutants(const EditionFile &file) const
{
    static const QHash<QString, CellKind> kinds{{u"number"_s, CellKind::Number},
                                                {u"date"_s, CellKind::Date},
                                                {u"flag"_s, CellKind::Flag},
                                                {u"text"_s, CellKind::Text}};
    QList<Mutant> out;
    for (const CsvRow &row : file.rows()) {
        const QString name = file.cell(row, u"name"_s);
        if (!parameters().contains(name))
            continue;
        const QHash<QString, CellKind> columns{{u"value"_s, kinds.value(file.cell(row, u"type"_s))},
                                               {u"from"_s, CellKind::Date}};
        for (auto column = columns.cbegin(); column != columns.cend(); ++column) {
            const QString cell = file.cell(row, column.key());
            for (const QString &other : othersOf(cell, column.value(), {}))
                out += Mutant{u"%1:%2 %3: %4 -> %5"_s.arg(file.name()).arg(row.line).arg(name, cell, other),
                              name, file.with(row, column.key(), other)};
        }
    }
    return out;
}

QList<Mutant> TestAssessRules::rowMutants(const EditionFile &file) const
{
    QList<Mutant> out;
    const QString table = file.name().section(u'/', 1).chopped(4);
    for (const CsvRow &row : file.rows()) {
        const QString id = u"%1:%2"_s.arg(file.name()).arg(row.line);
        if (!m_firedBy.contains(id))
            continue; // told by everyRowFiresInSomeCase()
        out += Mutant{id + u" removed"_s, id, file.without(row)};
        for (const ColumnSpec &column : tableSpec(table)->columns) {
            if (!hasSay(file, row, column.name))
                continue;
            const QString cell = file.cell(row, column.name);
            const bool isRounded = column.name == "cap"_L1; // a rupiah more is no rupiah of dues
            const QStringList others = isRounded ? QStringList{QString::number(cell.toLongLong() + 100),
                                                               QString::number(cell.toLongLong() - 100)}
                                                 : othersOf(cell, column.kind, column.domain);
            for (const QString &other : cell.isEmpty() ? QStringList() : others)
                out += Mutant{u"%1 %2: %3 -> %4"_s.arg(id, column.name, cell, other), id,
                              file.with(row, column.name, other)};
        }
    }
    return out;
}

/// The first case or golden row whose answer is another one; empty: nobody noticed. The cases in which the
/// rule takes part come first, as one of them nearly always notices.
QString TestAssessRules::caughtBy(const Mutant &mutant, const RulebookLibrary &mutated) const
{
    const QList<size_t> likely = m_firedBy.value(mutant.row);
    for (const size_t i : likely) {
        if (!m_corpus.complaint(m_corpus.cases()[i], mutated).isEmpty())
            return m_corpus.cases()[i].name;
    }
    for (const GoldenRow &row : m_golden) {
        if (!answersAsGolden(row, mutated))
            return row.calculator;
    }
    for (const CorpusCase &one : m_corpus.cases()) {
        if (!m_corpus.complaint(one, mutated).isEmpty())
            return one.name;
    }
    return {};
}

void TestAssessRules::everyChangedRuleChangesSomeAnswer()
{
    QElapsedTimer timer;
    timer.start();
    int all = 0;
    int ofParameters = 0;
    int toldByLoader = 0;
    QStringList unnoticed;
    const auto tryAll = [&](const EditionFile &file, const QList<Mutant> &mutants) {
        for (const Mutant &mutant : mutants) {
            ++all;
            const auto mutated = m_library->with(file.name(), mutant.bytes);
            if (!mutated)
                ++toldByLoader;
            else if (caughtBy(mutant, *mutated.value()).isEmpty())
                unnoticed += mutant.name;
        }
    };
    for (const QString &edition : m_library->ids()) {
        const EditionFile file(edition + u"/parameters.csv"_s);
        if (file.exists())
            tryAll(file, parameterMutants(file));
    }
    ofParameters = all;
    for (const EditionFile &file : files())
        tryAll(file, rowMutants(file));
    const int noticed = all - int(unnoticed.size());
    qInfo("%d changes by one (%d of parameters) in %lld ms: %d changed an answer, %d were refused by the "
          "loader, %d went unnoticed: %.1f %%",
          all, ofParameters, timer.elapsed(), noticed - toldByLoader, toldByLoader, int(unnoticed.size()),
          100.0 * double(noticed) / double(all));
    for (const QString &name : std::as_const(unnoticed))
        qInfo("unnoticed: %s", qPrintable(name));
    QVERIFY(ofParameters > 0 && toldByLoader < all / 2);
    QVERIFY2(unnoticed.isEmpty(), qPrintable(unnoticed.join(u"; "_s)));
}

QTEST_APPLESS_MAIN(TestAssessRules)
#include "tst_assessrules.moc"
