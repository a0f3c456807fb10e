// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/tablespecs.h"
#include "tests/fakes/editionpatch.h"

#include <QTest>

#include <functional>

using namespace Loket;
using namespace Qt::StringLiterals;

using Mistake = std::function<void(EditionPatch &)>;

/// Makes one mistake after the other in a copy of the built-in edition. Each must be told with the file and
/// the line where it was made.
class TestRulebookFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnchangedCopyIsSound();
    void generatedMistakes_data();
    void generatedMistakes();
    void mistakes_data();
    void mistakes();
    void everyFaultIsToldAtOnce();
    void aFaultyRowIsNotToldTwice();

private:
    static void addMistake(const QString &row, const QString &file, int line, const QString &what,
                           const Mistake &mistake);
    void addCellMistakes(const TableSpec &spec);
    void addRowMistakes(const TableSpec &spec);
    void addWindowMistakes(const QString &file);
    void addParameterMistakes();

    EditionPatch m_patch; ///< of the mistake that is looked at
};

static QString listed(const QList<RulebookFault> &faults)
{
    QStringList out;
    for (const RulebookFault &fault : faults)
        out += u"%1:%2: %3"_s.arg(fault.file).arg(fault.line).arg(fault.what);
    return out.isEmpty() ? u"no fault was told"_s : out.join(u'\n');
}

static QList<RulebookFault> faultsOf(const EditionPatch &patch)
{
    const auto loaded = patch.load();
    return loaded ? QList<RulebookFault>() : loaded.error();
}

void TestRulebookFaults::anUnchangedCopyIsSound()
{
    const EditionPatch patch;
    QVERIFY2(faultsOf(patch).isEmpty(), qPrintable(listed(faultsOf(patch))));
}

/// line 0: the fault is in no line; -1: any line will do.
void TestRulebookFaults::addMistake(const QString &row, const QString &file, int line, const QString &what,
                                    const Mistake &mistake)
{
    QTest::newRow(qPrintable(row)) << u"handbook/"_s + file << line << what << mistake;
}

/// Some rows of a table, its first among them: what is true of a cell doesn't depend on how many rows there
/// are.
static QList<int> sampledRows(const EditionPatch &patch, const QString &file)
{
    constexpr qsizetype most = 2;
    const QList<int> all = patch.rowLines(file);
    QList<int> out;
    for (qsizetype i = 0; i < all.size(); i += (all.size() + most - 1) / most)
        out += all.at(i);
    return out;
}

void TestRulebookFaults::addCellMistakes(const TableSpec &spec)
{
    const EditionPatch sample;
    const QString file = spec.name + u".csv"_s;
    QList<ColumnSpec> columns = spec.columns;
    columns += ColumnSpec{u"source"_s, CellKind::Text, {}, true};
    for (const ColumnSpec &column : columns) {
        for (const int line : sampledRows(sample, file)) {
            const auto set = [file, line, name = column.name](const QString &value) -> Mistake {
                return [=](EditionPatch &patch) { patch.setCell(file, line, name, value); };
            };
            const QString place = u"%1:%2 %3 "_s.arg(file).arg(line).arg(column.name);
            if (column.required)
                addMistake(place + u"empty"_s, file, line,
                           column.name == "source"_L1 ? u"no source"_s : u"empty"_s, set({}));
            switch (column.kind) {
            case CellKind::Code:
            case CellKind::CodeList:
            case CellKind::CodeCondition:
            case CellKind::Word:
            case CellKind::WordList:
            case CellKind::WordCondition:
                addMistake(place + u"unknown"_s, file, line, u"unknown code 'NO-SUCH'"_s, set(u"NO-SUCH"_s));
                break;
            case CellKind::Number:
                addMistake(place + u"fraction"_s, file, line, u"not a whole number"_s, set(u"12.5"_s));
                addMistake(place + u"negative"_s, file, line, u"not a whole number"_s, set(u"-1"_s));
                break;
            case CellKind::NumberCondition:
                addMistake(place + u"no number"_s, file, line, u"not a condition on a number"_s,
                           set(u"9..1"_s));
                break;
            case CellKind::Date:
                addMistake(place + u"no day"_s, file, line, u"not a date"_s, set(u"2022-02-30"_s));
                break;
            case CellKind::Flag:
                addMistake(place + u"no flag"_s, file, line, u"neither yes nor no"_s, set(u"true"_s));
                break;
            case CellKind::Reference:
            case CellKind::ReferenceList:
                addMistake(place + u"dangling"_s, file, line, u"'no.such' is not in"_s, set(u"no.such"_s));
                break;
            case CellKind::When:
                addMistake(place + u"no fact"_s, file, line, u"unknown fact 'no.such'"_s,
                           set(u"no.such=x"_s));
                addMistake(place + u"no code"_s, file, line, u"unknown code 'NO-SUCH'"_s,
                           set(u"group=NO-SUCH"_s));
                addMistake(place + u"no value"_s, file, line, u"is not fact=value"_s, set(u"group"_s));
                break;
            case CellKind::Text:
                break;
            }
        }
    }
}

void TestRulebookFaults::addRowMistakes(const TableSpec &spec)
{
    const EditionPatch sample;
    const QString file = spec.name + u".csv"_s;
    const bool isRate = spec.matching == Matching::Exclusive;
    for (const int line : isRate ? sample.rowLines(file) : sampledRows(sample, file)) {
        const QString doubled = sample.lines(file).at(line - 1);
        addMistake(u"%1:%2 doubled"_s.arg(file).arg(line), file, line + 1, {},
                   [=](EditionPatch &patch) { patch.insertLine(file, line, doubled); });
        addMistake(u"%1:%2 one cell more"_s.arg(file).arg(line), file, line, u"cells where the header has"_s,
                   [=](EditionPatch &patch) {
                       QStringList lines = patch.lines(file);
                       lines[line - 1] += u",x"_s;
                       patch.setLines(file, lines);
                   });
        if (isRate)
            addMistake(u"%1:%2 dropped"_s.arg(file).arg(line), file, -1, u"gap: nothing for"_s,
                       [=](EditionPatch &patch) { patch.removeLine(file, line); });
    }
    addMistake(file + u" missing"_s, file, 0, u"the table is missing"_s,
               [=](EditionPatch &patch) { patch.removeFile(file); });
    addMistake(file + u" empty"_s, file, 0, u"no header"_s,
               [=](EditionPatch &patch) { patch.writeFile(file, {}); });
    addMistake(file + u" in another encoding"_s, file, 0, u"not UTF-8"_s,
               [=](EditionPatch &patch) { patch.writeFile(file, "a,b\n\xe9\xe8,c\n"); });
    const auto table = parseCsv(sample.lines(file).join(u'\n').toUtf8());
    const int header = table ? table.value().headerLine : 0;
    for (const QString &column : sample.header(file)) {
        if (column != "note"_L1)
            addMistake(u"%1 column %2 missing"_s.arg(file, column), file, header,
                       u"column '%1' is missing"_s.arg(column),
                       [=](EditionPatch &patch) { patch.setCell(file, header, column, u"note2"_s); });
        addMistake(u"%1 column %2 unknown"_s.arg(file, column), file, header, u"unknown column 'Kolom'"_s,
                   [=](EditionPatch &patch) { patch.setCell(file, header, column, u"Kolom"_s); });
        addMistake(u"%1 column %2 twice"_s.arg(file, column), file, header, u"stands twice"_s,
                   [=](EditionPatch &patch) {
                       QStringList lines = patch.lines(file);
                       lines[header - 1] += u',' + column;
                       patch.setLines(file, lines);
                   });
    }
}

/// A window that ends a month early leaves a gap, one that ends a month late overlaps the next.
void TestRulebookFaults::addWindowMistakes(const QString &file)
{
    const EditionPatch sample;
    for (const int line : sample.rowLines(file)) {
        const QDate from = QDate::fromString(sample.cell(file, line, u"from"_s), Qt::ISODate);
        const QDate until = QDate::fromString(sample.cell(file, line, u"until"_s), Qt::ISODate);
        const QString place = u"%1:%2 "_s.arg(file).arg(line);
        const auto set = [=](const QString &column, QDate day) -> Mistake {
            return [=](EditionPatch &patch) { patch.setCell(file, line, column, day.toString(Qt::ISODate)); };
        };
        if (until.isValid()) {
            addMistake(place + u"ends early"_s, file, -1, u"gap: nothing for"_s,
                       set(u"until"_s, until.addMonths(-1)));
            addMistake(place + u"ends late"_s, file, line + 1, u"overlaps line %1"_s.arg(line),
                       set(u"until"_s, until.addDays(1)));
            addMistake(place + u"ends before it begins"_s, file, line, u"'until' is before 'from'"_s,
                       set(u"until"_s, from.addDays(-1)));
        } else {
            addMistake(place + u"ends at all"_s, file, line, u"gap: nothing for"_s,
                       set(u"until"_s, QDate(2030, 12, 31)));
        }
        addMistake(place + u"begins late"_s, file, line, u"gap: nothing for"_s,
                   set(u"from"_s, from.addDays(1)));
    }
}

void TestRulebookFaults::addParameterMistakes()
{
    const EditionPatch sample;
    const QString file = u"parameters.csv"_s;
    for (const int line : sample.rowLines(file)) {
        const QString name = sample.cell(file, line, u"name"_s);
        const bool isNumber = sample.cell(file, line, u"type"_s) == "number"_L1;
        const QString doubled = sample.lines(file).at(line - 1);
        const QString place = u"%1:%2 "_s.arg(file).arg(line);
        const auto set = [=](const QString &column, const QString &value) -> Mistake {
            return [=](EditionPatch &patch) { patch.setCell(file, line, column, value); };
        };
        addMistake(place + u"doubled"_s, file, line + 1, u"duplicate key '%1'"_s.arg(name),
                   [=](EditionPatch &patch) { patch.insertLine(file, line, doubled); });
        addMistake(place + u"no source"_s, file, line, u"no source"_s, set(u"source"_s, {}));
        addMistake(place + u"other type"_s, file, line, u"where the program reads"_s,
                   set(u"type"_s, isNumber ? u"text"_s : u"number"_s));
        addMistake(place + u"other unit"_s, file, line, u"where the program reads"_s,
                   set(u"unit"_s, u"acres"_s));
        addMistake(place + u"unknown"_s, file, line, u"unknown parameter 'no.such'"_s,
                   set(u"name"_s, u"no.such"_s));
        if (isNumber)
            addMistake(place + u"no number"_s, file, line, u"not a whole number"_s,
                       set(u"value"_s, u"1,5"_s));
        if (!parameterSpec(name)->dated) {
            addMistake(place + u"dropped"_s, file, 0, u"parameter '%1' is missing"_s.arg(name),
                       [=](EditionPatch &patch) { patch.removeLine(file, line); });
            addMistake(place + u"history"_s, file, line, u"has no history"_s,
                       set(u"from"_s, u"2022-01-01"_s));
        } else if (sample.cell(file, line, u"from"_s).isEmpty()) {
            addMistake(place + u"without a beginning"_s, file, -1, u"gap: %1 has no value before"_s.arg(name),
                       [=](EditionPatch &patch) { patch.removeLine(file, line); });
        }
    }
}

void TestRulebookFaults::generatedMistakes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("what");
    QTest::addColumn<Mistake>("mistake");
    for (const TableSpec &spec : tableSpecs()) {
        addCellMistakes(spec);
        addRowMistakes(spec);
    }
    addWindowMistakes(u"rates.csv"_s);
    addWindowMistakes(u"shares.csv"_s);
    addParameterMistakes();
}

void TestRulebookFaults::generatedMistakes()
{
    QFETCH(QString, file);
    QFETCH(int, line);
    QFETCH(QString, what);
    QFETCH(Mistake, mistake);
    m_patch.restore();
    mistake(m_patch);
    const QList<RulebookFault> faults = faultsOf(m_patch);
    const bool told = std::any_of(faults.cbegin(), faults.cend(), [&](const RulebookFault &fault) {
        return fault.file == file && (line < 0 || fault.line == line) && fault.what.contains(what);
    });
    QVERIFY2(told, qPrintable(listed(faults)));
}

void TestRulebookFaults::mistakes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("what");
    QTest::addColumn<Mistake>("mistake");

    const auto json = [](const char *row, const QString &what, const QByteArray &text) {
        addMistake(QString::fromLatin1(row), u"edition.json"_s, 0, what,
                   [text](EditionPatch &patch) { patch.writeFile(u"edition.json"_s, text); });
    };
    json("edition.json broken", u"not a JSON object"_s, "{");
    json("edition.json is a list", u"not a JSON object"_s, "[]");
    json("another id", u"not the name of its folder"_s,
         R"({"id":"other","effectiveFrom":"2022-01-01","extends":null,"source":"x","signature":null})");
    json("no day", u"effectiveFrom is not a date"_s,
         R"({"id":"handbook","effectiveFrom":"2022-13-01","extends":null,"source":"x","signature":null})");
    json("no source", u"no source"_s,
         R"({"id":"handbook","effectiveFrom":"2022-01-01","extends":null,"signature":null})");
    json(
        "unknown key", u"unknown key 'valid'"_s,
        R"({"id":"handbook","effectiveFrom":"2022-01-01","extends":null,"source":"x","signature":null,"valid":1})");
    json("signature is a number", u"signature is neither null nor a text"_s,
         R"({"id":"handbook","effectiveFrom":"2022-01-01","extends":null,"source":"x","signature":5})");
    json(
        "extends a stranger", u"extends the unknown edition 'stranger'"_s,
        R"({"id":"handbook","effectiveFrom":"2022-01-01","extends":"stranger","source":"x","signature":null})");
    json(
        "extends itself", u"extends itself"_s,
        R"({"id":"handbook","effectiveFrom":"2022-01-01","extends":"handbook","source":"x","signature":null})");

    const QString groups = u"merge-groups.csv"_s;
    addMistake(u"a changed field without a group"_s, groups, 0, u"has no row"_s,
               [groups](EditionPatch &patch) { patch.removeLine(groups, patch.rowLines(groups).first()); });
    addMistake(u"unknown table"_s, u"colours.csv"_s, 0, u"unknown table 'colours'"_s,
               [](EditionPatch &patch) { patch.writeFile(u"colours.csv"_s, "a,source\n1,x\n"); });
    addMistake(u"open quote"_s, u"rates.csv"_s, 3, u"quoted cell"_s, [](EditionPatch &patch) {
        QStringList lines = patch.lines(u"rates.csv"_s);
        lines[2].prepend(u'"');
        patch.setLines(u"rates.csv"_s, lines);
    });
    addMistake(u"a row that the default before it covers"_s, u"mutation.csv"_s, -1, u"unreachable: line"_s,
               [](EditionPatch &patch) {
                   const QString file = u"mutation.csv"_s;
                   const int last = patch.rowLines(file).last();
                   patch.insertLine(file, last, u"PBI,PBPU,,,mutation.central,,no,Panduan p.44,"_s);
               });
    addMistake(u"a narrower window behind a wider one"_s, u"upgrade.csv"_s, -1, u"unreachable: line"_s,
               [](EditionPatch &patch) {
                   const QString file = u"upgrade.csv"_s;
                   patch.insertLine(file, patch.rowLines(file).first(),
                                    u"PBI,3,VIP,2023-01-01,2023-12-31,upgrade.segment,,Panduan p.75,"_s);
               });
    addMistake(u"no answer for a pair"_s, u"mutation.csv"_s, -1, u"gap: nothing for oldGroup"_s,
               [](EditionPatch &patch) {
                   patch.removeLine(u"mutation.csv"_s, patch.rowLines(u"mutation.csv"_s).last());
               });
}

void TestRulebookFaults::mistakes()
{
    generatedMistakes();
}

void TestRulebookFaults::everyFaultIsToldAtOnce()
{
    EditionPatch patch;
    patch.setCell(u"rates.csv"_s, 3, u"source"_s, {});
    patch.setCell(u"rates.csv"_s, 5, u"member"_s, u"x"_s);
    patch.setCell(u"shares.csv"_s, 5, u"group"_s, u"NO-SUCH"_s);
    patch.setParameter(u"dues.due-day"_s, u"tenth"_s);
    patch.removeFile(u"upgrade.csv"_s);
    const QList<RulebookFault> faults = faultsOf(patch);
    QCOMPARE(faults.size(), 5);
    QStringList files;
    for (const RulebookFault &fault : faults)
        files += fault.file;
    QVERIFY(std::is_sorted(files.cbegin(), files.cend()));
}

/// A row that can't be read is neither a gap nor a dangling reference besides.
void TestRulebookFaults::aFaultyRowIsNotToldTwice()
{
    for (const QString &file : {u"rates.csv"_s, u"fields.csv"_s, u"parameters.csv"_s}) {
        EditionPatch patch;
        patch.setCell(file, patch.rowLines(file).first(), u"source"_s, {});
        QVERIFY2(faultsOf(patch).size() == 1, qPrintable(listed(faultsOf(patch))));
    }
}

QTEST_APPLESS_MAIN(TestRulebookFaults)
#include "tst_rulebookfaults.moc"
