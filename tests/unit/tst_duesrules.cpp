// SPDX-License-Identifier: Apache-2.0
#include "model/dues/calculators.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/duesspecs.h"
#include "tests/fakes/editionpatch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

/// That no number and no row of the rulebook is without effect: each is changed a little in a copy of the
/// edition, and some answer must change. And that a new edition changes answers from its day on.
class TestDuesRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyParameterMatters();
    void everyRowMatters_data();
    void everyRowMatters();
    void aNewEditionCountsFromItsDay();
    void anEditionReplacesATableWhole();
    void theFolderOfOneEditionWillDo();

private:
    struct Question {
        QString name;
        QJsonObject input;
    };
    void askMore();
    static QString otherThan(const EditionPatch &original, const QString &file, int line,
                             const QString &column);
    bool changesAnAnswer(const EditionPatch &patch, const QString &edition = u"handbook"_s);
    const QList<QByteArray> &usualAnswers(const QString &edition);
    static QByteArray answer(const Question &question, const RulebookLibrary &library);

    QList<Question> m_questions;
    QHash<QString, QList<QByteArray>> m_answers; ///< by edition
};

QByteArray TestDuesRules::answer(const Question &question, const RulebookLibrary &library)
{
    const auto out = calculate(question.name, question.input, {&library, QDate(2022, 10, 3), nullptr});
    return out ? QJsonDocument(out.value()).toJson(QJsonDocument::Compact) : out.error().line().toUtf8();
}

/// The inputs of the golden rows, and what they leave out.
void TestDuesRules::initTestCase()
{
    for (const QString &name : calculatorNames()) {
        QFile file(qEnvironmentVariable("LOKET_TEST_DATA") + u"/golden/calc/%1.jsonl"_s.arg(name));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        for (const QByteArray &line : file.readAll().trimmed().split('\n'))
            m_questions += {name, QJsonDocument::fromJson(line).object().value("in"_L1).toObject()};
    }
    QFile more(qEnvironmentVariable("LOKET_TEST_DATA") + u"/golden/editions.jsonl"_s);
    QVERIFY2(more.open(QIODevice::ReadOnly), qPrintable(more.fileName()));
    for (const QByteArray &line : more.readAll().trimmed().split('\n')) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        m_questions += {row.value("calculator"_L1).toString(), row.value("in"_L1).toObject()};
    }
    askMore();
}

/// What an edition and those that it extends answer, nothing changed.
const QList<QByteArray> &TestDuesRules::usualAnswers(const QString &edition)
{
    QList<QByteArray> &answers = m_answers[edition];
    if (answers.isEmpty()) {
        const auto library = EditionPatch(edition).load();
        for (const Question &question : std::as_const(m_questions))
            answers += answer(question, *library.value());
    }
    return answers;
}

void TestDuesRules::askMore()
{
    const QStringList months
        = {u"2016-04"_s, u"2019-07"_s, u"2019-08"_s, u"2019-12"_s, u"2020-01"_s, u"2020-03"_s,
           u"2020-04"_s, u"2020-06"_s, u"2020-07"_s, u"2020-12"_s, u"2021-01"_s, u"2022-03"_s};
    for (const QString &segment : codesOf(u"segment"_s)) {
        for (const QString &month : months) {
            for (const qint64 wage : {4'000'000, 50'000'000}) {
                for (int careClass = 1; careClass <= 3; ++careClass)
                    m_questions += {u"dues"_s,
                                    {{u"segment"_s, segment},
                                     {u"month"_s, month},
                                     {u"class"_s, careClass},
                                     {u"members"_s, 4},
                                     {u"wage"_s, wage},
                                     {u"floor"_s, 5'000'000},
                                     {u"extra"_s, 1},
                                     {u"pension"_s, wage},
                                     {u"baseSalary"_s, wage}}};
            }
        }
    }
    for (const QString &day : {u"2020-12-31"_s, u"2021-01-01"_s})
        m_questions += {u"penalty"_s,
                        {{u"cbg"_s, 1'000'000},
                         {u"months"_s, 1},
                         {u"reactivated"_s, day},
                         {u"admitted"_s, u"2021-01-05"_s}}};
    for (const int stages : {1, 13})
        m_questions
            += {u"instalments"_s, {{u"arrears"_s, 1'000'000}, {u"months"_s, 12}, {u"stages"_s, stages}}};
    for (const QString &reason : codesOf(u"fktp-reason"_s))
        m_questions
            += {u"fktp-change"_s,
                {{u"since"_s, u"2022-01-10"_s}, {u"requested"_s, u"2022-02-01"_s}, {u"reason"_s, reason}}};
    for (const QJsonObject &child : {QJsonObject{{u"born"_s, u"2010-01-01"_s}, {u"married"_s, true}},
                                     QJsonObject{{u"born"_s, u"2010-01-01"_s}, {u"income"_s, true}}})
        m_questions += {u"dependants"_s, {{u"children"_s, QJsonArray{child}}}};
    for (const QString &segment : codesOf(u"segment"_s)) {
        m_questions
            += {u"class-change"_s,
                {{u"segment"_s, segment}, {u"since"_s, u"2021-03-01"_s}, {u"requested"_s, u"2022-03-01"_s}}};
        m_questions += {u"newborn"_s,
                        {{u"segment"_s, segment},
                         {u"class"_s, 3},
                         {u"born"_s, u"2022-01-01"_s},
                         {u"registered"_s, u"2022-03-01"_s}}};
    }
}

bool TestDuesRules::changesAnAnswer(const EditionPatch &patch, const QString &edition)
{
    const QList<QByteArray> &usual = usualAnswers(edition);
    const auto library = patch.load();
    if (!library) {
        qWarning("%s", qPrintable(library.error().first().what));
        return false;
    }
    for (qsizetype i = 0; i < m_questions.size(); ++i) {
        if (answer(m_questions.at(i), *library.value()) != usual.at(i))
            return true;
    }
    return false;
}

void TestDuesRules::everyParameterMatters()
{
    const QString file = u"parameters.csv"_s;
    int changed = 0;
    int matter = 0;
    const EditionPatch original;
    for (const ParameterSpec &spec :
         duesParameterSpecs() + QList<ParameterSpec>{*parameterSpec(u"newborn.nik-months"_s)}) {
        for (const int line : original.rowLines(file)) {
            if (original.cell(file, line, u"name"_s) != spec.name)
                continue;
            const QString value = original.cell(file, line, u"value"_s);
            const QStringList others = spec.type == ParameterType::Flag
                ? QStringList{u"no"_s}
                : QStringList{QString::number(value.toLongLong() + 1),
                              QString::number(value.toLongLong() - 1)};
            for (const QString &other : others) {
                EditionPatch patch;
                patch.setCell(file, line, u"value"_s, other);
                ++changed;
                if (changesAnAnswer(patch))
                    ++matter;
                else
                    qWarning("%s (line %d) may be %s", qPrintable(spec.name), line, qPrintable(other));
            }
        }
    }
    qInfo("%d of %d parameters changed by one change an answer: %d %%", matter, changed,
          100 * matter / changed);
    QCOMPARE(matter, changed);
}

void TestDuesRules::everyRowMatters_data()
{
    QTest::addColumn<QString>("edition");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("column");
    const auto add = [](const char *file, const QStringList &columns) {
        for (const Rulebook &edition : RulebookLibrary::builtIn()->editions()) {
            if (!QFile::exists(u":/rulebook/%1/%2"_s.arg(edition.id(), QLatin1String(file))))
                continue;
            const EditionPatch original(edition.id());
            const QList<int> lines = original.rowLines(QString::fromLatin1(file));
            for (const QString &column : columns) {
                const auto isTried = [&](int line) {
                    return !otherThan(original, QString::fromLatin1(file), line, column).isEmpty();
                };
                if (std::any_of(lines.cbegin(), lines.cend(), isTried))
                    QTest::addRow("%s %s %s", qPrintable(edition.id()), file, qPrintable(column))
                        << edition.id() << QString::fromLatin1(file) << column;
            }
        }
    };
    add("rates.csv", {u"member"_s, u"government"_s, u"localGovernment"_s});
    add("shares.csv", {u"employer"_s, u"member"_s, u"government"_s, u"cap"_s, u"partOfBase"_s, u"floor"_s});
    add("upgrade.csv", {u"code"_s, u"formula"_s});
    add("instalments.csv",
        {u"code"_s, u"minMonths"_s, u"maxMonths"_s, u"minStages"_s, u"maxStages"_s, u"monthsPerStage"_s,
         u"leastStage"_s, u"running"_s});
    add("phk-proofs.csv", {u"documents"_s});
    add("mutation.csv", {u"code"_s});
    add("class-change.csv", {u"code"_s, u"months"_s});
    add("fktp-reasons.csv", {u"documents"_s});
    add("newborn-dues.csv", {u"owedFromBirth"_s});
}

/// Another value for a cell, such that some question must notice. Empty: none is to be tried.
QString TestDuesRules::otherThan(const EditionPatch &original, const QString &file, int line,
                                 const QString &column)
{
    const QString value = original.cell(file, line, column);
    static const QStringList words = {u"code"_s, u"documents"_s, u"formula"_s};
    const bool refuses = original.header(file).contains(u"code"_s) && column != "code"_L1
        && !original.cell(file, line, u"code"_s).isEmpty();
    if (refuses || (value.isEmpty() && !words.contains(column)))
        return {};
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (isNumber && column == "cap"_L1)
        return QString::number(number + 100); // a rupiah more of wage changes no rounded share
    if (isNumber && column == "months"_L1)
        return QString::number(number + 13); // more than the year that the question has
    if (isNumber && column == "maxStages"_L1)
        return QString::number(number - 1); // one more is not reached where the months bound the stages
    if (isNumber)
        return QString::number(number + 1);
    if (column == "documents"_L1)
        return u"KTP"_s;
    if (column == "code"_L1)
        return u"case.pending"_s;
    if (column == "formula"_L1)
        return value == "difference"_L1 ? u"vip"_s : u"difference"_s;
    return value == "yes"_L1 ? u"no"_s : u"yes"_s;
}

/// Changes this column of every row, one row after the other, where it says something.
void TestDuesRules::everyRowMatters()
{
    QFETCH(QString, edition);
    QFETCH(QString, file);
    QFETCH(QString, column);
    const EditionPatch original(edition);
    int changed = 0;
    for (const int line : original.rowLines(file)) {
        const QString other = otherThan(original, file, line, column);
        if (other.isEmpty())
            continue;
        EditionPatch patch(edition);
        patch.setCell(file, line, column, other);
        QVERIFY2(changesAnAnswer(patch, edition),
                 qPrintable(u"%1/%2:%3: %4 may be %5"_s.arg(edition, file).arg(line).arg(column, other)));
        ++changed;
    }
    QVERIFY(changed > 0);
}

static QByteArray editionJson(const QByteArray &id, const QByteArray &from, const QByteArray &extends)
{
    return R"({"id":")" + id + R"(","effectiveFrom":")" + from + R"(","extends":)" + extends
        + R"(,"source":"Contoh","signature":null})";
}

static QJsonObject asked(const RulebookLibrary &library, const QString &name, const QJsonObject &input)
{
    const auto out = calculate(name, input, {&library, QDate(2022, 10, 3), nullptr});
    return out ? out.value() : QJsonObject{{u"error"_s, out.error().line()}};
}

void TestDuesRules::aNewEditionCountsFromItsDay()
{
    EditionPatch root;
    EditionPatch::addEdition(root.root(), u"2023-wait"_s,
                             editionJson("2023-wait", "2023-01-09", R"("handbook")"),
                             {{u"parameters.csv"_s,
                               "name,type,value,unit,from,source,note\n"
                               "first-payment.from-days,number,10,days,,Contoh pasal 1,\n"}});
    const auto library = root.load();
    QVERIFY(library);
    QCOMPARE(library.value()->ids(), (QStringList{u"handbook"_s, u"2023-wait"_s}));
    QCOMPARE(asked(*library.value(), u"first-payment"_s, {{u"registered"_s, u"2023-01-08"_s}}),
             (QJsonObject{{u"from"_s, u"2023-01-22"_s}, {u"until"_s, u"2023-02-07"_s}}));
    QCOMPARE(asked(*library.value(), u"first-payment"_s, {{u"registered"_s, u"2023-01-09"_s}}),
             (QJsonObject{{u"from"_s, u"2023-01-19"_s}, {u"until"_s, u"2023-02-08"_s}}));
    RuleTrace trace;
    (void)library.value()->on(QDate(2023, 2, 1)).number(u"first-payment.from-days"_s, &trace);
    QCOMPARE(trace.rules().first().file, u"2023-wait/parameters.csv:2"_s);
    QCOMPARE(trace.rules().first().source, u"Contoh pasal 1"_s);
}

void TestDuesRules::anEditionReplacesATableWhole()
{
    EditionPatch root;
    QStringList lines = root.lines(u"newborn-dues.csv"_s);
    for (QString &line : lines)
        line.replace(u",yes,"_s, u",no,"_s);
    EditionPatch::addEdition(root.root(), u"2023-baby"_s,
                             editionJson("2023-baby", "2023-01-01", R"("handbook")"),
                             {{u"newborn-dues.csv"_s, lines.join(u'\n').toUtf8()}});
    EditionPatch::addEdition(
        root.root(), u"2024-wait"_s, editionJson("2024-wait", "2024-01-01", R"("2023-baby")"),
        {{u"parameters.csv"_s,
          "name,type,value,unit,from,source,note\nnewborn.days,number,7,days,,Contoh,\n"}});
    const auto library = root.load();
    QVERIFY2(library, library ? "" : qPrintable(library.error().first().what));
    const auto baby = [&](const QString &born, const QString &registered) {
        return asked(*library.value(), u"newborn"_s,
                     {{u"born"_s, born},
                      {u"registered"_s, registered},
                      {u"segment"_s, u"PBPU.MANDIRI"_s},
                      {u"class"_s, 3}});
    };
    QCOMPARE(baby(u"2022-01-01"_s, u"2022-03-01"_s).value("backDues"_L1), QJsonValue(105000));
    QCOMPARE(baby(u"2023-01-01"_s, u"2023-03-01"_s).value("backDues"_L1), QJsonValue(0));
    // The third edition has what the second brought, and its own days.
    QCOMPARE(baby(u"2024-01-01"_s, u"2024-03-01"_s).value("backDues"_L1), QJsonValue(0));
    QCOMPARE(baby(u"2024-01-01"_s, u"2024-03-01"_s).value("deadline"_L1), QJsonValue(u"2024-01-08"_s));
}

/// What an edition extends is found among the built-in ones when the root doesn't hold it.
void TestDuesRules::theFolderOfOneEditionWillDo()
{
    QTemporaryDir root;
    EditionPatch::addEdition(
        root.path(), u"2025-due"_s, editionJson("2025-due", "2025-01-01", R"("handbook")"),
        {{u"parameters.csv"_s,
          "name,type,value,unit,from,source,note\ndues.due-day,number,31,day-of-month,,Contoh,\n"}});
    for (const QString &path : {root.path(), root.filePath(u"2025-due"_s)}) {
        const auto library = RulebookLibrary::load(path);
        QVERIFY2(library, library ? "" : qPrintable(library.error().first().what));
        QCOMPARE(library.value()->ids(), (QStringList{u"handbook"_s, u"2025-due"_s}));
        // A day that the month doesn't have is its last: 28 February 2025 is a Friday.
        QCOMPARE(asked(*library.value(), u"due-date"_s, {{u"month"_s, u"2025-02"_s}}).value("due"_L1),
                 QJsonValue(u"2025-02-28"_s));
    }
}

QTEST_APPLESS_MAIN(TestDuesRules)
#include "tst_duesrules.moc"
