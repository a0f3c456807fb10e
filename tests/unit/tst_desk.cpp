// SPDX-License-Identifier: Apache-2.0
#include "deskanswers.h"
#include "model/desk/cardrules.h"
#include "model/desk/classbywage.h"
#include "model/desk/devices.h"
#include "model/desk/entitykinds.h"
#include "model/desk/infodesk.h"
#include "model/dues/instalments.h"
#include "model/dues/workingdays.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/infospecs.h"
#include "model/rulebook/placeholders.h"
#include "tests/fakes/editionpatch.h"

#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

/// The information desk, cards, entities, classes by wage and holidays: what the sources say, and that no
/// row, cell or parameter of theirs is without effect.
class TestDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void devices_data();
    void devices();
    void entities_data();
    void entities();
    void cards_data();
    void cards();
    void reprints_data();
    void reprints();
    void classes_data();
    void classes();
    void listsAreWhole_data();
    void listsAreWhole();
    void textsAreInBothLanguages();
    void textsCarryTheParameters();
    void workingDays_data();
    void workingDays();
    void instalmentsCloseLateInTheMonth_data();
    void instalmentsCloseLateInTheMonth();
    void deadlines_data();
    void deadlines();
    void everyRowFires();
    void everyCellMatters();

private:
    const Rulebook &rules() const { return m_library->on(kDay); }
    const QDate kDay{2022, 3, 1};
    std::shared_ptr<const RulebookLibrary> m_library = RulebookLibrary::builtIn();
};

void TestDesk::devices_data()
{
    QTest::addColumn<QString>("device");
    QTest::addColumn<int>("careClass");
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("most");
    QTest::addColumn<QDate>("again");
    const auto add = [](const char *device, int careClass, const char *part, int most, int year) {
        QTest::addRow("%s %d %s", device, careClass, part)
            << QString::fromLatin1(device) << careClass << QString::fromLatin1(part) << most
            << QDate(year, 3, 1);
    };
    add("glasses", 3, "", 150'000, 2024);
    add("glasses", 2, "", 200'000, 2024);
    add("glasses", 1, "", 300'000, 2024);
    add("hearing-aid", 3, "", 1'000'000, 2027);
    add("dental-prosthesis", 3, "full", 1'000'000, 2024);
    add("dental-prosthesis", 3, "jaw", 500'000, 2024);
    add("limb-prosthesis", 1, "", 2'500'000, 2027);
    add("back-brace", 2, "", 350'000, 2024);
    add("neck-collar", 3, "", 150'000, 2024);
    add("crutches", 3, "", 350'000, 2027);
}

void TestDesk::devices()
{
    QFETCH(QString, device);
    QFETCH(int, careClass);
    QFETCH(QString, part);
    const DeviceValue value = deviceValue(rules(), device, careClass, part, u"id"_s, kDay, nullptr);
    QTEST(int(value.most), "most");
    QTEST(value.againFrom(kDay), "again");
    QVERIFY(value.rule.source.startsWith(u"Panduan p.8"_s));
}

void TestDesk::entities_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("documents");
    QTest::addColumn<QString>("instead");
    QTest::addColumn<QString>("npwp");
    const auto add = [](const char *kind, const char *documents, bool licensed, const char *npwp) {
        const auto row = [&](const char *state, const char *instead) {
            QTest::addRow("%s %s", kind, state)
                << QString::fromLatin1(kind) << QString::fromLatin1(state) << QString::fromLatin1(documents)
                << QString::fromLatin1(instead) << QString::fromLatin1(npwp);
        };
        row("main", "");
        row("in-process", licensed ? "BU-DEED" : "");
        row("renewal", licensed ? "BU-OLD-LICENCE" : "");
    };
    add("pt", "NIB|BUSINESS-LICENCE|TDP", true, "body");
    add("firma", "NIB|BUSINESS-LICENCE", true, "either");
    add("cv", "NIB|BUSINESS-LICENCE", true, "either");
    add("micro", "NIB|MICRO-LICENCE|LOCAL-LICENCE", true, "either");
    add("foreign", "NIB|BU-AGREEMENT", true, "body");
    add("foundation", "BU-DEED", false, "body");
    add("ngo", "BU-DEED", false, "body");
    add("foreign-ngo", "BU-AGREEMENT", false, "body");
    add("worship", "BU-DEED", false, "none");
    add("other", "BU-DEED", false, "none");
}

void TestDesk::entities()
{
    QFETCH(QString, kind);
    QFETCH(QString, state);
    const EntityProofs proofs = entityProofs(rules(), kind, state, kDay, nullptr);
    QTEST(proofs.documents.join(u'|'), "documents");
    QTEST(proofs.instead.join(u'|'), "instead");
    QTEST(proofs.npwp, "npwp");
}

void TestDesk::cards_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("segment");
    QTest::addColumn<bool>("matched");
    QTest::addColumn<QString>("refusal");
    QTest::addColumn<bool>("priority");
    QTest::addColumn<bool>("reason");
    const auto add = [](const char *status, const char *segment, bool matched, const char *refusal,
                        bool priority, bool reason) {
        QTest::addRow("%s %s %s", status, segment, matched ? "matched" : "unmatched")
            << QString::fromLatin1(status) << QString::fromLatin1(segment) << matched
            << QString::fromLatin1(refusal) << priority << reason;
    };
    add("AKTIF", "PBI", true, "", true, false);
    add("AKTIF", "PDPEMDA", true, "", true, false);
    add("AKTIF", "PBPU.MANDIRI", false, "", true, false);
    add("AKTIF", "PBPU.MANDIRI", true, "", false, true);
    add("AKTIF", "PPU-BU.SWASTA", true, "", false, true);
    add("CALON", "PBPU.MANDIRI", true, "card.not-paid", false, false);
    add("MENUNGGU_BAYAR", "PBPU.MANDIRI", false, "card.not-paid", false, false);
    add("MENINGGAL", "PBI", true, "card.deceased", false, false);
    for (const char *status :
         {"NONAKTIF_MENUNGGAK", "NONAKTIF_AKHIR_BULAN", "NONAKTIF_PHK_HABIS", "ALIH_SEGMEN"})
        add(status, "PBI", false, "card.not-active", false, false);
}

void TestDesk::cards()
{
    QFETCH(QString, status);
    QFETCH(QString, segment);
    QFETCH(bool, matched);
    const CardPermission card = cardPermission(rules(), status, segment, matched, kDay, nullptr);
    QTEST(card.refusal, "refusal");
    QTEST(card.priority, "priority");
    QTEST(card.needsReason, "reason");
    QVERIFY(card.refusal.isEmpty() || isCode(u"problem"_s, card.refusal));
}

void TestDesk::reprints_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("outsider");
    QTest::addColumn<QStringList>("documents");
    QTest::newRow("lost") << u"lost"_s << false << QStringList{u"KTP"_s, u"KK"_s, u"LOSS-STATEMENT"_s};
    QTest::newRow("damaged") << u"damaged"_s << false << QStringList{u"KTP"_s, u"KK"_s, u"OLD-CARD"_s};
    QTest::newRow("data change") << u"data-change"_s << false << QStringList{u"OLD-CARD"_s};
    QTest::newRow("lost, collected by another")
        << u"lost"_s << true << QStringList{u"KTP"_s, u"KK"_s, u"LOSS-STATEMENT"_s, u"PROXY-LETTER"_s};
    QTest::newRow("data change, collected by another")
        << u"data-change"_s << true << QStringList{u"OLD-CARD"_s, u"PROXY-LETTER"_s, u"KTP"_s};
}

void TestDesk::reprints()
{
    QFETCH(QString, reason);
    QFETCH(bool, outsider);
    QStringList documents;
    for (const ReprintNeed &need : reprintNeeds(rules(), reason, outsider, kDay, nullptr))
        documents += need.documents.join(u'|');
    QTEST(documents, "documents");
}

void TestDesk::classes_data()
{
    QTest::addColumn<QString>("segment");
    QTest::addColumn<QString>("rank");
    QTest::addColumn<int>("wage");
    QTest::addColumn<int>("careClass"); // 0: chosen
    const auto add = [](const char *segment, const char *rank, int wage, int careClass) {
        QTest::addRow("%s %s %d", segment, rank, wage)
            << QString::fromLatin1(segment) << QString::fromLatin1(rank) << wage << careClass;
    };
    add("PBI", "none", 0, 3);
    add("PDPEMDA", "none", 9'000'000, 3);
    add("PPU-BU.SWASTA", "none", 4'000'000, 2);
    add("PPU-BU.SWASTA", "none", 4'000'001, 1);
    add("PPU-BU.BUMN", "IV", 4'000'000, 2);
    add("PPU-PN.PNS-PUS", "I", 9'000'000, 2);
    add("PPU-PN.TNI", "II", 9'000'000, 2);
    add("PPU-PN.POLRI", "III", 3'000'000, 1);
    add("PPU-PN.PNS-DAE", "IV", 3'000'000, 1);
    add("PPU-PN.PEJNEG", "none", 0, 1);
    add("PPU-PN.PPPK-DAE", "none", 4'000'000, 2);
    add("PPU-PN.KADES", "none", 4'000'001, 1);
    add("BP-PN.VETERAN", "none", 0, 1);
    add("BP-PN.PERINTIS", "none", 0, 1);
    add("BP-PN.PENSIUN", "II", 0, 2);
    add("BP-PN.PENSIUN", "III", 0, 1);
    add("PBPU.MANDIRI", "none", 1'000'000, 0);
    add("BP-NPN.INVESTOR", "none", 1'000'000, 0);
}

void TestDesk::classes()
{
    QFETCH(QString, segment);
    QFETCH(QString, rank);
    QFETCH(int, wage);
    QTEST(classByWage(rules(), segment, rank, wage, kDay, nullptr).value_or(0), "careClass");
}

void TestDesk::listsAreWhole_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<int>("count");
    QTest::newRow("kinds of primary facilities") << u"fktp"_s << 6;
    QTest::newRow("hospital benefits") << u"fkrtl"_s << 12;
    QTest::newRow("rights") << u"rights"_s << 6;
    QTest::newRow("duties") << u"duties"_s << 7;
    QTest::newRow("duties of an employer") << u"employer"_s << 6;
    QTest::newRow("not covered") << u"-not-covered"_s << 21;
    QTest::newRow("PRB") << u"-prb"_s << 9;
    QTest::newRow("channels") << u"-channels"_s << 12;
}

void TestDesk::listsAreWhole()
{
    QFETCH(QString, group);
    QList<InfoEntry> entries;
    if (group == "-not-covered"_L1)
        entries = notCovered(rules(), u"id"_s, kDay, nullptr);
    else if (group == "-prb"_L1)
        entries = prbIllnesses(rules(), u"id"_s, kDay, nullptr);
    else if (group == "-channels"_L1)
        entries = infoChannels(rules(), u"id"_s, kDay, nullptr);
    else
        entries = infoTopics(rules(), group, u"id"_s, kDay, nullptr);
    QTEST(int(entries.size()), "count");
    for (const InfoEntry &entry : std::as_const(entries))
        QVERIFY2(!entry.title.isEmpty() && !entry.rule.source.isEmpty(), qPrintable(entry.id));
}

void TestDesk::textsAreInBothLanguages()
{
    const auto id = infoTopics(rules(), {}, u"id"_s, kDay, nullptr);
    const auto en = infoTopics(rules(), {}, u"en"_s, kDay, nullptr);
    QCOMPARE(id.size(), en.size());
    QVERIFY(id.size() > 70);
    QSet<QString> groups;
    for (qsizetype i = 0; i < id.size(); ++i) {
        groups += id.at(i).group;
        QVERIFY2(!en.at(i).title.isEmpty(), qPrintable(en.at(i).id));
        QVERIFY2(id.at(i).text.isEmpty() == en.at(i).text.isEmpty(), qPrintable(id.at(i).id));
        QVERIFY2(id.at(i).text.isEmpty() || id.at(i).text != en.at(i).text, qPrintable(id.at(i).id));
        QVERIFY2(!(id.at(i).text + en.at(i).text + id.at(i).title).contains(u'{'), qPrintable(id.at(i).id));
    }
    QCOMPARE(groups.size(), codesOf(u"info-group"_s).size());
}

void TestDesk::textsCarryTheParameters()
{
    const auto text = [this](const Rulebook &rulebook, const QString &group, const QString &topic) {
        for (const InfoEntry &entry : infoTopics(rulebook, group, u"en"_s, kDay, nullptr)) {
            if (entry.id == topic)
                return entry.text;
        }
        return QString();
    };
    const QString penalty = text(rules(), u"dues"_s, u"dues.penalty"_s);
    QVERIFY2(penalty.contains(u"within 45 days"_s) && penalty.contains(u": 5 % of"_s)
                 && penalty.contains(u"Rp30.000.000"_s) && penalty.contains(u"at most 12)"_s),
             qPrintable(penalty));
    EditionPatch patch;
    QVERIFY(patch.setParameter(u"newborn.days"_s, u"29"_s));
    const auto library = patch.load();
    QVERIFY(library);
    const QString newborn = text(library.value()->on(kDay), u"newborn"_s, u"newborn.time"_s);
    QVERIFY2(newborn.contains(u"within 29 days"_s), qPrintable(newborn));
    RuleTrace trace;
    QCOMPARE(withParameters(u"{penalty.rate} {penalty.rate}"_s, rules(), QDate(2020, 5, 1), &trace),
             u"2,5 % 2,5 %"_s);
    QCOMPARE(trace.rules().size(), 1);
}

void TestDesk::workingDays_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QDate>("working");
    QTest::newRow("a plain Tuesday") << QDate(2022, 3, 1) << QDate(2022, 3, 1);
    QTest::newRow("a Saturday") << QDate(2022, 3, 5) << QDate(2022, 3, 7);
    QTest::newRow("Nyepi") << QDate(2022, 3, 3) << QDate(2022, 3, 4);
    QTest::newRow("Eid with its collective leave") << QDate(2022, 4, 29) << QDate(2022, 5, 9);
    QTest::newRow("Independence Day") << QDate(2022, 8, 17) << QDate(2022, 8, 18);
    QTest::newRow("Eid 2023") << QDate(2023, 4, 19) << QDate(2023, 4, 26);
    QTest::newRow("Eid 2024") << QDate(2024, 4, 8) << QDate(2024, 4, 16);
    QTest::newRow("Eid 2025") << QDate(2025, 3, 28) << QDate(2025, 4, 8);
    QTest::newRow("a year that the table does not know") << QDate(2031, 8, 17) << QDate(2031, 8, 18);
}

void TestDesk::workingDays()
{
    QFETCH(QDate, day);
    RuleTrace trace;
    QTEST(workingDayOnOrAfter(rules(), day, &trace), "working");
    QCOMPARE(holidaysOf(rules()).contains(day),
             holidaysOf(rules()).contains(day) && !trace.rules().isEmpty());
}

void TestDesk::instalmentsCloseLateInTheMonth_data()
{
    QTest::addColumn<bool>("changed");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QDate>("open"); // null: never
    QTest::newRow("on the 28th") << false << QDate(2022, 3, 28) << QDate(2022, 3, 28);
    QTest::newRow("on the 29th") << false << QDate(2022, 3, 29) << QDate(2022, 4, 1);
    QTest::newRow("27 February") << false << QDate(2022, 2, 27) << QDate(2022, 2, 27);
    QTest::newRow("28 February") << false << QDate(2022, 2, 28) << QDate(2022, 3, 1);
    QTest::newRow("29 February") << false << QDate(2024, 2, 29) << QDate(2024, 3, 1);
    QTest::newRow("another segment") << true << QDate(2022, 3, 1) << QDate();
    QTest::newRow("another segment, new rules") << true << QDate(2025, 3, 31) << QDate(2025, 4, 1);
}

void TestDesk::instalmentsCloseLateInTheMonth()
{
    QFETCH(bool, changed);
    QFETCH(QDate, day);
    QTEST(instalmentsOpenFrom(m_library->on(day), changed, day, nullptr), "open");
}

void TestDesk::deadlines_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("amount");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("until");
    QTest::newRow("days") << u"days"_s << 28 << QDate(2022, 2, 10) << QDate(2022, 3, 10);
    QTest::newRow("months") << u"months"_s << 3 << QDate(2021, 11, 30) << QDate(2022, 2, 28);
    QTest::newRow("years") << u"years"_s << 1 << QDate(2024, 2, 29) << QDate(2025, 2, 28);
    QTest::newRow("working days") << u"working-days"_s << 3 << QDate(2022, 3, 1) << QDate(2022, 3, 7);
    QTest::newRow("working days over Eid")
        << u"working-days"_s << 1 << QDate(2022, 4, 28) << QDate(2022, 5, 9);
    QTest::newRow("no working day") << u"working-days"_s << 0 << QDate(2022, 3, 5) << QDate(2022, 3, 5);
}

void TestDesk::deadlines()
{
    QFETCH(QString, unit);
    QFETCH(int, amount);
    QFETCH(QDate, from);
    QTEST(later(rules(), from, amount, unit, nullptr), "until");
    EditionPatch patch;
    for (const int line : patch.rowLines(u"parameters.csv"_s)) {
        if (patch.cell(u"parameters.csv"_s, line, u"name"_s) != "entity.report-days"_L1)
            continue;
        patch.setCell(u"parameters.csv"_s, line, u"value"_s, QString::number(amount));
        patch.setCell(u"parameters.csv"_s, line, u"unit"_s, unit);
    }
    const auto library = patch.load();
    QCOMPARE(bool(library),
             unit.endsWith(u"days"_s)); // others are not among the units of this parameter
    if (library)
        QTEST(deadline(library.value()->on(kDay), u"entity.report-days"_s, from, nullptr), "until");
}

void TestDesk::everyRowFires()
{
    int rows = 0;
    QStringList silent;
    for (const Rulebook &edition : m_library->editions()) {
        RuleTrace trace;
        (void)deskAnswers(edition, std::max(edition.effectiveFrom(), kDay), &trace);
        QSet<QString> fired;
        for (const FiredRule &rule : trace.rules())
            fired += rule.table == "parameters"_L1 ? rule.row : rule.file;
        QStringList expected;
        for (const ParameterSpec &spec : infoParameterSpecs())
            expected += spec.name;
        QList<TableSpec> tables = infoTableSpecs();
        tables += *tableSpec(u"phk-proofs"_s);
        for (const TableSpec &spec : std::as_const(tables)) {
            const RuleTable &table = edition.table(spec.name);
            for (qsizetype i = 0; i < table.size(); ++i)
                expected += table.row(i).fired().file;
        }
        rows += int(expected.size());
        for (const QString &row : std::as_const(expected)) {
            if (!fired.contains(row) && !silent.contains(row))
                silent += row;
        }
    }
    // A holiday on a Saturday or Sunday moves no working day.
    silent.removeIf([this](const QString &row) {
        const RuleTable &table = rules().table(u"holidays"_s);
        for (qsizetype i = 0; i < table.size(); ++i) {
            if (table.row(i).fired().file == row)
                return table.row(i).date(u"date"_s).dayOfWeek() >= Qt::Saturday;
        }
        return false;
    });
    qInfo("rows and parameters that fired: %d of %d (%.1f %%)", rows - int(silent.size()), rows,
          100.0 * double(rows - silent.size()) / double(rows));
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u", "_s)));
}

/// Something else that may stand in a cell of this kind; empty: leave it.
static QString otherCell(const ColumnSpec &column, const QString &cell)
{
    switch (column.kind) {
    case CellKind::Number:
        return QString::number(cell.toLongLong() + 1);
    case CellKind::Text:
        return cell.isEmpty() ? QString() : cell + u'x';
    case CellKind::Flag:
        return cell == "yes"_L1 ? u"no"_s : u"yes"_s;
    case CellKind::CodeList:
        return cell == "KTP"_L1 ? u"KK"_s : u"KTP"_s;
    case CellKind::Code:
    case CellKind::Word: {
        if (cell.isEmpty())
            return {};
        const QStringList words
            = column.kind == CellKind::Code ? codesOf(column.domain) : column.domain.split(u'|');
        return words.at((words.indexOf(cell) + 1) % words.size());
    }
    default:
        return {};
    }
}

void TestDesk::everyCellMatters()
{
    EditionPatch patch;
    const QByteArray usual = deskAnswers(patch.load().value()->on(kDay), kDay, nullptr);
    int changed = 0;
    QStringList unnoticed;
    const auto tryCell = [&](const QString &file, int line, const QString &column, const QString &other) {
        patch.restore();
        const QString before = patch.cell(file, line, column);
        patch.setCell(file, line, column, other);
        const auto library = patch.load();
        ++changed;
        if (library && deskAnswers(library.value()->on(kDay), kDay, nullptr) == usual)
            unnoticed += u"%1:%2 %3: %4 may be %5"_s.arg(file).arg(line).arg(column, before, other);
    };
    for (const TableSpec &spec : infoTableSpecs()) {
        const QString file = spec.name + u".csv"_s;
        // The wording of a list is one thing: its first and its last row stand for all.
        QList<int> lines = patch.rowLines(file);
        if (spec.matching == Matching::Keyed && lines.size() > 2)
            lines = {lines.first(), lines.last()};
        for (const ColumnSpec &column : spec.columns) {
            if (spec.name == "holidays"_L1 || column.name == "channel"_L1)
                continue; // names are for people; dates are tried below
            for (const int line : std::as_const(lines)) {
                patch.restore();
                const QString other = otherCell(column, patch.cell(file, line, column.name));
                if (!other.isEmpty())
                    tryCell(file, line, column.name, other);
            }
        }
    }
    const QString holidays = u"holidays.csv"_s;
    patch.restore();
    for (const int line : patch.rowLines(holidays)) {
        patch.restore();
        const QDate day = QDate::fromString(patch.cell(holidays, line, u"date"_s), Qt::ISODate);
        if (day.dayOfWeek() < Qt::Saturday)
            tryCell(holidays, line, u"date"_s, day.addYears(-10).toString(Qt::ISODate));
    }
    const QString parameters = u"parameters.csv"_s;
    for (const ParameterSpec &spec : infoParameterSpecs()) {
        patch.restore();
        for (const int line : patch.rowLines(parameters)) {
            if (patch.cell(parameters, line, u"name"_s) != spec.name)
                continue;
            const QString value = patch.cell(parameters, line, u"value"_s);
            if (spec.type == ParameterType::Flag) {
                tryCell(parameters, line, u"value"_s, u"no"_s);
                continue;
            }
            tryCell(parameters, line, u"value"_s, QString::number(value.toLongLong() + 1));
            tryCell(parameters, line, u"value"_s, QString::number(value.toLongLong() - 1));
        }
    }
    for (const QString &edition : {u"handbook"_s, u"2025-02"_s}) {
        const QString file = u"instalments.csv"_s;
        EditionPatch other(edition);
        const auto answers = [&] {
            return deskAnswers(other.load().value()->on(QDate(2025, 3, 1)), QDate(2025, 3, 1), nullptr);
        };
        const QByteArray before = answers();
        for (const int line : other.rowLines(file)) {
            for (const QString &column : {u"lastDay"_s, u"lastDayFebruary"_s}) {
                other.restore();
                const QString cell = other.cell(file, line, column);
                if (cell.isEmpty())
                    continue;
                other.setCell(file, line, column, QString::number(cell.toInt() - 1));
                ++changed;
                if (answers() == before)
                    unnoticed += u"%1/%2:%3 %4"_s.arg(edition, file).arg(line).arg(column);
            }
        }
    }
    qInfo("%d cells and parameters changed: %d noticed (%.1f %%)", changed, changed - int(unnoticed.size()),
          100.0 * double(changed - unnoticed.size()) / double(changed));
    QVERIFY2(unnoticed.isEmpty(), qPrintable(unnoticed.join(u'\n')));
}

QTEST_APPLESS_MAIN(TestDesk)
#include "tst_desk.moc"
