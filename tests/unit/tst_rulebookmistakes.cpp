// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/codes.h"
#include "model/rulebook/manifest.h"
#include "model/rulebook/tablespecs.h"
#include "tests/fakes/editionpatch.h"

#include <QTest>

#include <functional>

using namespace Loket;
using namespace Qt::StringLiterals;

/// Makes every kind of mistake in every table of every built-in edition, one at a time; `rulebook check` must
/// find each and name its file, and its row where there is one. Prints how many of each kind were found.
class TestRulebookMistakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theManifestsAreCurrent();
    void everyMistakeIsFound_data();
    void everyMistakeIsFound();
    void aChangedRowIsNamed();
    void remarksAndQuotesAreNoChange();
    void theManifestIsReadStrictly();
    void anEditionWithoutManifestIsOnlyProven();
    void cleanupTestCase();

private:
    /// What is written into the table's file, and where the mistake is: any line of `lines`, or any at all.
    struct Mistake {
        QString kind;
        QStringList text;
        QList<int> lines;
    };
    /// How it is looked for: by all that `rulebook check` does, or by the manifest alone, which costs less.
    enum class By { Check, Manifest };
    void expectFound(const Mistake &mistake, By by = By::Check);
    QList<int> sampledRows() const;
    void rowMistakes();
    int header() const; ///< its line
    void cellMistakes();
    void windowMistakes(int line);
    void columnMistakes();
    static QString wrongType(const ColumnSpec &column, const QString &cell);
    /// The table with one cell changed.
    QStringList with(int line, const QString &column, const QString &value);

    std::unique_ptr<EditionPatch> m_patch;
    QString m_file;
    QStringList m_lines; ///< of the unchanged file
    QList<int> m_rows;
    QStringList m_missed;
    static inline QMap<QString, QPair<int, int>> s_counts; ///< kind -> found, made
};

static TableSpec parametersTable()
{
    return {u"parameters"_s,
            Matching::Keyed,
            {{u"name"_s, CellKind::Text, {}, true},
             {u"type"_s, CellKind::Word, u"number|text|date|flag"_s, true},
             {u"value"_s, CellKind::Text, {}, true},
             {u"unit"_s, CellKind::Text, {}},
             {u"from"_s, CellKind::Date, {}}},
            {},
            {}};
}

static const TableSpec &specOf(const QString &table)
{
    static const TableSpec parameters = parametersTable();
    const TableSpec *spec = tableSpec(table);
    return spec ? *spec : parameters;
}

/// Of the sources; what was changed on purpose is renewed by `loketctl rulebook manifest resources/rulebook`.
void TestRulebookMistakes::theManifestsAreCurrent()
{
    const QString root
        = QDir::cleanPath(qEnvironmentVariable("LOKET_TEST_DATA") + u"/../../resources/rulebook"_s);
    const QStringList folders = editionFoldersBelow(root);
    QCOMPARE(folders.size(), qsizetype(RulebookLibrary::builtIn()->ids().size()));
    for (const QString &folder : folders) {
        QFile file(folder + u"/manifest.json"_s);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const bool isCurrent = file.readAll() == manifestOf(folder);
        const QList<RulebookFault> faults = manifestFaults(folder);
        QVERIFY2(isCurrent && faults.isEmpty(),
                 qPrintable(faults.isEmpty() ? file.fileName()
                                             : faults.first().file + u": "_s + faults.first().what));
    }
}

void TestRulebookMistakes::everyMistakeIsFound_data()
{
    QTest::addColumn<QString>("edition");
    QTest::addColumn<QString>("table");
    for (const Rulebook &edition : RulebookLibrary::builtIn()->editions()) {
        const QDir dir(u":/rulebook/"_s + edition.id());
        for (const QString &file : dir.entryList({u"*.csv"_s}, QDir::Files, QDir::Name))
            QTest::addRow("%s/%s", qPrintable(edition.id()), qPrintable(file))
                << edition.id() << file.chopped(4);
    }
}

void TestRulebookMistakes::everyMistakeIsFound()
{
    QFETCH(QString, edition);
    QFETCH(QString, table);
    m_patch = std::make_unique<EditionPatch>(edition);
    m_patch->writeFile(u"manifest.json"_s, manifestOf(m_patch->root() + u'/' + edition));
    QVERIFY(proveRulebook(m_patch->root()).isEmpty());
    m_file = table + u".csv"_s;
    m_lines = m_patch->lines(m_file);
    m_rows = m_patch->rowLines(m_file);
    m_missed.clear();
    rowMistakes();
    cellMistakes();
    columnMistakes();
    QVERIFY2(m_missed.isEmpty(), qPrintable(m_missed.join(u'\n')));
}

/// The first row and the last: what is true of a cell doesn't depend on how many rows there
/// are.
QList<int> TestRulebookMistakes::sampledRows() const
{
    return m_rows.size() < 2 ? m_rows : QList<int>{m_rows.first(), m_rows.last()};
}

void TestRulebookMistakes::expectFound(const Mistake &mistake, By by)
{
    m_patch->setLines(m_file, mistake.text);
    const QString folder = editionFoldersBelow(m_patch->root()).first();
    const QList<RulebookFault> faults
        = by == By::Check ? proveRulebook(m_patch->root()) : manifestFaults(folder, m_file.chopped(4));
    const QString suffix = u'/' + m_file;
    const bool found = std::any_of(faults.cbegin(), faults.cend(), [&](const RulebookFault &fault) {
        return fault.file.endsWith(suffix)
            && (mistake.lines.isEmpty() ? fault.line > 0 : mistake.lines.contains(fault.line));
    });
    auto &count = s_counts[mistake.kind];
    count.first += found;
    ++count.second;
    if (!found) {
        QStringList told;
        for (const RulebookFault &fault : faults)
            told += u"%1:%2: %3"_s.arg(fault.file).arg(fault.line).arg(fault.what);
        m_missed += u"%1: %2 near line %3; told: %4"_s.arg(m_file, mistake.kind)
                        .arg(mistake.lines.value(0))
                        .arg(told.join(u"; "_s));
    }
    m_patch->setLines(m_file, m_lines);
}

QStringList TestRulebookMistakes::with(int line, const QString &column, const QString &value)
{
    m_patch->setCell(m_file, line, column, value);
    const QStringList text = m_patch->lines(m_file);
    m_patch->setLines(m_file, m_lines);
    return text;
}

/// Dropped, doubled and swapped: every row by the manifest, some by the whole check. The fault names the row
/// or, of a dropped one, a neighbour.
void TestRulebookMistakes::rowMistakes()
{
    const QList<int> sampled = sampledRows();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const int line = m_rows.at(i);
        QStringList dropped = m_lines;
        dropped.removeAt(line - 1);
        QStringList doubled = m_lines;
        doubled.insert(line, m_lines.at(line - 1));
        const int next = i + 1 < m_rows.size() ? m_rows.at(i + 1) - 1 : line - 1;
        const int before = i > 0 ? m_rows.at(i - 1) : header();
        expectFound({u"row dropped"_s, dropped, {before, next}}, By::Manifest);
        expectFound({u"row doubled"_s, doubled, {line, line + 1}}, By::Manifest);
        QStringList swapped = m_lines;
        if (i > 0) {
            std::swap(swapped[line - 1], swapped[before - 1]);
            expectFound({u"rows swapped"_s, swapped, {line, before}}, By::Manifest);
        }
        if (!sampled.contains(line))
            continue;
        expectFound({u"row dropped"_s, dropped, {}});
        expectFound({u"row doubled"_s, doubled, {line, line + 1}});
        if (i > 0)
            expectFound({u"rows swapped"_s, swapped, {line, before}});
    }
}

int TestRulebookMistakes::header() const
{
    const auto csv = parseCsv(m_lines.join(u'\n').toUtf8());
    return csv ? csv.value().headerLine : 0;
}

/// A value that the type of the cell refuses; empty: anything may stand there.
QString TestRulebookMistakes::wrongType(const ColumnSpec &column, const QString &cell)
{
    switch (column.kind) {
    case CellKind::Number:
        return cell + u'o';
    case CellKind::Date:
        return u"1 May 2022"_s;
    case CellKind::Flag:
        return u"1"_s;
    case CellKind::NumberCondition:
        return u"<=x"_s;
    default:
        return {};
    }
}

void TestRulebookMistakes::cellMistakes()
{
    const TableSpec &spec = specOf(m_file.chopped(4));
    for (const int line : sampledRows()) {
        expectFound({u"missing source"_s, with(line, u"source"_s, {}), {line}});
        for (const ColumnSpec &column : spec.columns) {
            const QString cell = m_patch->cell(m_file, line, column.name);
            if (const QString wrong = wrongType(column, cell); !wrong.isEmpty())
                expectFound({u"wrong type"_s, with(line, column.name, wrong), {line}});
            if (!column.domain.isEmpty() && column.kind != CellKind::Reference
                && column.kind != CellKind::ReferenceList)
                expectFound({u"unknown code"_s, with(line, column.name, u"NO-SUCH"_s), {line}});
            if (column.kind == CellKind::Reference || column.kind == CellKind::ReferenceList)
                expectFound({u"dangling reference"_s, with(line, column.name, u"no.such"_s), {line}});
        }
        if (m_patch->header(m_file).contains(u"from"_s))
            windowMistakes(line);
    }
}

/// A window that is cut leaves a gap, one that is widened overlaps or covers another, or is not what was
/// proven.
void TestRulebookMistakes::windowMistakes(int line)
{
    const auto day = [&](const QString &column) {
        return QDate::fromString(m_patch->cell(m_file, line, column), Qt::ISODate);
    };
    const QDate from = day(u"from"_s);
    expectFound(
        {u"gap"_s,
         with(line, u"from"_s, (from.isValid() ? from.addDays(1) : QDate(2016, 5, 1)).toString(Qt::ISODate)),
         {}});
    if (from.isValid())
        expectFound({u"overlap"_s, with(line, u"from"_s, from.addDays(-1).toString(Qt::ISODate)), {}});
    if (!m_patch->header(m_file).contains(u"until"_s))
        return;
    const QDate until = day(u"until"_s);
    expectFound({u"gap"_s,
                 with(line, u"until"_s,
                      (until.isValid() ? until.addDays(-1) : QDate(2029, 12, 31)).toString(Qt::ISODate)),
                 {}});
    if (until.isValid())
        expectFound({u"overlap"_s, with(line, u"until"_s, until.addDays(1).toString(Qt::ISODate)), {}});
}

void TestRulebookMistakes::columnMistakes()
{
    const auto csv = parseCsv(m_lines.join(u'\n').toUtf8());
    QVERIFY(csv);
    const int top = header();
    for (const QString &column : csv.value().header) {
        expectFound({u"unknown column"_s, with(top, column, u"kolom"_s), {top}});
        QStringList text = m_lines;
        for (const int line : QList<int>{top} + m_rows) {
            QStringList cells = parseCsv(m_lines.at(line - 1).toUtf8()).value().header;
            cells.removeAt(csv.value().header.indexOf(column));
            for (QString &cell : cells) {
                if (cell.contains(u',') || cell.contains(u'"'))
                    cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
            }
            text[line - 1] = cells.join(u',');
        }
        expectFound({u"missing column"_s, text, {top}});
    }
}

/// A plain text that was changed, which no rule about cells can tell.
void TestRulebookMistakes::aChangedRowIsNamed()
{
    EditionPatch patch;
    patch.writeFile(u"manifest.json"_s, manifestOf(patch.root() + u"/handbook"_s));
    const QList<int> rows = patch.rowLines(u"prb.csv"_s);
    patch.setCell(u"prb.csv"_s, rows.at(3), u"nameId"_s, u"Batuk"_s);
    QList<RulebookFault> faults = proveRulebook(patch.root());
    QCOMPARE(faults.size(), 1);
    QCOMPARE(faults.first().file, u"handbook/prb.csv"_s);
    QCOMPARE(faults.first().line, rows.at(3));
    // Loading is for rules that may be tried out; only the check insists on what was proven.
    QVERIFY(patch.load());

    patch.restore();
    patch.writeFile(u"manifest.json"_s, manifestOf(patch.root() + u"/handbook"_s));
    patch.removeLine(u"prb.csv"_s, rows.last());
    faults = proveRulebook(patch.root());
    QCOMPARE(faults.size(), 1);
    QCOMPARE(faults.first().line, rows.at(rows.size() - 2));
    QVERIFY2(faults.first().what.contains(u"a row is dropped after"_s), qPrintable(faults.first().what));

    patch.restore();
    patch.writeFile(u"manifest.json"_s, manifestOf(patch.root() + u"/handbook"_s));
    patch.removeLine(u"prb.csv"_s, rows.at(4));
    patch.removeLine(u"prb.csv"_s, rows.at(4));
    faults = proveRulebook(patch.root());
    QCOMPARE(faults.size(), 1);
    QCOMPARE(faults.first().line, rows.at(4));
    QVERIFY2(faults.first().what.contains(u"2 rows are dropped before"_s), qPrintable(faults.first().what));
}

void TestRulebookMistakes::remarksAndQuotesAreNoChange()
{
    EditionPatch patch;
    const QByteArray manifest = manifestOf(patch.root() + u"/handbook"_s);
    patch.writeFile(u"manifest.json"_s, manifest);
    QStringList lines = patch.lines(u"prb.csv"_s);
    lines.prepend(u"# one more remark"_s);
    lines.last() = u'"' + lines.last().section(u',', 0, 0) + u"\","_s + lines.last().section(u',', 1);
    patch.setLines(u"prb.csv"_s, lines);
    QVERIFY(proveRulebook(patch.root()).isEmpty());
    QCOMPARE(manifestOf(patch.root() + u"/handbook"_s), manifest);
}

void TestRulebookMistakes::theManifestIsReadStrictly()
{
    EditionPatch patch;
    const QString folder = patch.root() + u"/handbook"_s;
    patch.writeFile(u"manifest.json"_s, "{}");
    QCOMPARE(manifestFaults(folder).size(), 1);
    QCOMPARE(manifestFaults(folder).first().file, u"handbook/manifest.json"_s);
    patch.writeFile(u"manifest.json"_s, R"({"format":"loket-manifest/1","tables":{"no-such":"1a2b3c"}})");
    const QList<RulebookFault> faults = manifestFaults(folder);
    QCOMPARE(faults.size(), 1 + patch.files().filter(u".csv"_s).size());
    QCOMPARE(faults.first().file, u"handbook/no-such.csv"_s);
}

void TestRulebookMistakes::anEditionWithoutManifestIsOnlyProven()
{
    EditionPatch patch;
    patch.removeFile(u"manifest.json"_s);
    patch.removeLine(u"prb.csv"_s, patch.rowLines(u"prb.csv"_s).last());
    QVERIFY(proveRulebook(patch.root()).isEmpty());
}

void TestRulebookMistakes::cleanupTestCase()
{
    int found = 0;
    int made = 0;
    for (auto kind = s_counts.begin(); kind != s_counts.end(); ++kind) {
        qInfo("%-20s %5d of %5d found (%.1f %%)", qPrintable(kind.key()), kind->first, kind->second,
              100.0 * kind->first / kind->second);
        found += kind->first;
        made += kind->second;
    }
    if (made > 0)
        qInfo("%-20s %5d of %5d found (%.1f %%)", "all mistakes", found, made, 100.0 * found / made);
}

QTEST_APPLESS_MAIN(TestRulebookMistakes)
#include "tst_rulebookmistakes.moc"
