// SPDX-License-Identifier: Apache-2.0
#include "casecorpus.h"

#include "model/rulebook/rulebook.h"
#include "model/services/effects.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// A case that asks the same rule as a row of a calculator.
struct Asked {
    QJsonObject input;
    QJsonObject family; ///< that the counter knows; empty: none
};

using Changes = QList<std::pair<QString, QJsonValue>>;

QJsonObject changed(QJsonObject json, const Changes &changes)
{
    for (const auto &[path, value] : changes)
        json = withValueAt(json, path, value).toObject();
    return json;
}

bool isEmployee(const QString &segment)
{
    return segment.startsWith("PPU-"_L1);
}

} // namespace

/// The golden rows of the calculators once more, each put as a case of the service that asks the same rule.
class TestGoldenCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data();
    void rows();
    void cleanupTestCase()
    {
        qInfo("golden rows asked by a case: %d, not to be put as one: %d", m_asked, m_skipped);
    }

private:
    void addRows(const QString &file, const QString &calculator);
    QJsonObject base(const QString &name) const;
    QJsonObject family(const QString &name, const QString &segment, int members) const;
    Assessment assessed(const Asked &asked) const;

    std::optional<Asked> fktpChange(const QJsonObject &in) const;
    std::optional<Asked> classChange(const QJsonObject &in) const;
    std::optional<Asked> mutation(const QJsonObject &in) const;
    std::optional<Asked> newborn(const QJsonObject &in) const;
    std::optional<Asked> phk(const QJsonObject &in) const;
    std::optional<Asked> instalments(const QJsonObject &in) const;
    std::optional<Asked> firstPayment(const QJsonObject &in) const;
    std::optional<Asked> dues(const QJsonObject &in) const;
    std::optional<Asked> arrears(const QJsonObject &in) const;
    std::optional<Asked> dependants(const QJsonObject &in) const;
    /// The row's `out` as the assessment has it, as far as a case tells it.
    QJsonObject told(const QString &calculator, const QJsonObject &in, const Asked &asked) const;

    CaseCorpus m_corpus;
    std::shared_ptr<const RulebookLibrary> m_library = RulebookLibrary::builtIn();
    int m_asked = 0;
    int m_skipped = 0;
};

void TestGoldenCases::addRows(const QString &name, const QString &calculator)
{
    QFile file(qEnvironmentVariable("LOKET_TEST_DATA") + u"/golden/"_s + name);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    int number = 0;
    for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        const QString asked = calculator.isEmpty() ? row.value("calculator"_L1).toString() : calculator;
        QTest::addRow("%s %d", qPrintable(name), ++number)
            << asked << row.value("in"_L1).toObject() << row.value("out"_L1).toObject();
    }
}

void TestGoldenCases::rows_data()
{
    QTest::addColumn<QString>("calculator");
    QTest::addColumn<QJsonObject>("in");
    QTest::addColumn<QJsonObject>("out");
    for (const QString &name :
         {u"fktp-change"_s, u"class-change"_s, u"mutation"_s, u"newborn"_s, u"phk"_s, u"instalments"_s,
          u"first-payment"_s, u"dues"_s, u"arrears"_s, u"dependants"_s})
        addRows(u"calc/%1.jsonl"_s.arg(name), name);
    addRows(u"editions.jsonl"_s, {});
}

QJsonObject TestGoldenCases::base(const QString &name) const
{
    for (const CorpusCase &one : m_corpus.cases()) {
        if (one.name == name)
            return one.input;
    }
    qFatal("%s: no such case", qPrintable(name));
}

/// A known family with so many members: the head and extra members.
QJsonObject TestGoldenCases::family(const QString &name, const QString &segment, int members) const
{
    QJsonObject family = m_corpus.families().value(name);
    const QJsonArray known = family.value("members"_L1).toArray();
    QJsonArray people;
    for (int i = 0; i < members; ++i) {
        QJsonObject one = known.at(qMin(i, 1)).toObject();
        if (i > 0) {
            one.insert("relation"_L1, u"extra"_s);
            one.insert("card"_L1, u"00099900%1"_s.arg(70000 + i));
        }
        people += one;
    }
    family.insert("members"_L1, people);
    family.insert("segment"_L1, segment);
    return family;
}

Assessment TestGoldenCases::assessed(const Asked &asked) const
{
    CorpusCase one{u"golden"_s, asked.input, {}, {}, {}};
    if (!asked.family.isEmpty())
        one.world = {{u"family"_s, asked.family}};
    one.today = QDate::fromString(asked.input.value("date"_L1).toString(), Qt::ISODate);
    return m_corpus.assessed(one, *m_library);
}

/// `date` is the day of the case and of its consent.
static Changes onDay(const QString &date)
{
    return {{u"date"_s, date}, {u"consent.at"_s, date + u"T09:00:00+07:00"_s}};
}

std::optional<Asked> TestGoldenCases::fktpChange(const QJsonObject &in) const
{
    Asked asked{changed(base(u"CHG-FKTP"_s), onDay(in["requested"_L1].toString())),
                changed(m_corpus.families()[u"pbpu"_s], {{u"members[1].fktpSince"_s, in["since"_L1]}})};
    if (in.contains("reason"_L1))
        asked.input = changed(asked.input, {{u"details.reason"_s, in["reason"_L1]}});
    return asked;
}

std::optional<Asked> TestGoldenCases::classChange(const QJsonObject &in) const
{
    const QString segment = in["segment"_L1].toString();
    const QString requested = in["requested"_L1].toString();
    const bool worker = isEmployee(segment);
    Asked asked{changed(base(worker ? u"CHG-KELAS-PPU"_s : u"CHG-KELAS-PBPU"_s), onDay(requested)),
                m_corpus.families()[worker ? u"company"_s : u"pbpu"_s]};
    asked.family
        = changed(asked.family,
                  {{u"segment"_s, segment},
                   {u"classSince"_s, in["since"_L1]},
                   {u"status"_s, in["active"_L1].toBool(true) ? u"AKTIF"_s : u"NONAKTIF_MENUNGGAK"_s}});
    if (segment.startsWith("PPU-PN"_L1))
        asked.input
            = changed(asked.input, {{u"details.rankDate"_s, requested}, {u"details.rank"_s, u"III/a"_s}});
    return asked;
}

std::optional<Asked> TestGoldenCases::mutation(const QJsonObject &in) const
{
    const QString from = in["from"_L1].toString();
    const QString to = in["to"_L1].toString();
    if (from == to)
        return std::nullopt; // no change at all, which a case says in words of its own
    const QDate paid = QDate::fromString(in["paid"_L1].toString(), Qt::ISODate);
    QDate first(paid.year(), paid.month(), 1);
    while (in["paidMonths"_L1].toArray().contains(first.addMonths(-1).toString(u"yyyy-MM"_s)))
        first = first.addMonths(-1);
    Asked asked{changed(base(u"MUT-SEG"_s), onDay(in["changed"_L1].toString(in["paid"_L1].toString()))),
                changed(m_corpus.families()[u"company"_s], {{u"segment"_s, from}})};
    asked.input.insert("details"_L1,
                       QJsonObject{{u"newSegment"_s, to},
                                   {u"lastCovered"_s, in["lastCovered"_L1]},
                                   {u"paid"_s, in["paid"_L1]},
                                   {u"paidFrom"_s, first.toString(u"yyyy-MM"_s)}});
    return asked;
}

std::optional<Asked> TestGoldenCases::newborn(const QJsonObject &in) const
{
    Asked asked{changed(base(u"NEWBORN"_s), onDay(in["registered"_L1].toString())),
                changed(m_corpus.families()[u"pbpu"_s],
                        {{u"segment"_s, in["segment"_L1]}, {u"class"_s, in["class"_L1].toInt(3)}})};
    asked.input = changed(asked.input, {{u"family.members[0].birthDate"_s, in["born"_L1]}});
    return asked;
}

std::optional<Asked> TestGoldenCases::phk(const QJsonObject &in) const
{
    const QString date = in["date"_L1].toString();
    const QString kind = date < "2024-05-08"_L1 ? u"court"_s : u"judgment"_s;
    Asked asked{changed(base(u"PHK"_s), onDay(date)), m_corpus.families()[u"company"_s]};
    asked.input = changed(asked.input,
                          {{u"details.dismissed"_s, in["dismissed"_L1]},
                           {u"details.dismissalKind"_s, in["kind"_L1].toString(kind)}});
    return asked;
}

std::optional<Asked> TestGoldenCases::instalments(const QJsonObject &in) const
{
    const QString segment = in["changed"_L1].toBool() ? u"PPU-BU.SWASTA"_s : u"PBPU.MANDIRI"_s;
    if (in["date"_L1].toString().right(2).toInt() > 27)
        return std::nullopt; // only a case is held to the last day of the month for it
    QJsonObject details;
    for (const QString &key : {u"arrears"_s, u"months"_s, u"stages"_s})
        details.insert(key, QString::number(in[key].toInteger()));
    Asked asked{changed(base(u"REHAB"_s), onDay(in["date"_L1].toString())), {}};
    asked.input = changed(asked.input, {{u"segment"_s, segment}, {u"details"_s, details}});
    return asked;
}

std::optional<Asked> TestGoldenCases::firstPayment(const QJsonObject &in) const
{
    return Asked{changed(base(u"single"_s), onDay(in["registered"_L1].toString())), {}};
}

std::optional<Asked> TestGoldenCases::dues(const QJsonObject &in) const
{
    const QString segment = in["segment"_L1].toString();
    const QString day = in["month"_L1].toString() + u"-15"_s;
    const int extra = in["extra"_L1].toInt();
    if (segment == "BP-PN.PENSIUN"_L1)
        return Asked{changed(changed(base(u"REG-BPPN"_s), onDay(day)),
                             {{u"details.pension"_s, QString::number(in["pension"_L1].toInteger())}}),
                     {}};
    if (isEmployee(segment)) {
        QJsonObject details{{u"newSegment"_s, segment},
                            {u"newClass"_s, u"1"_s},
                            {u"employer"_s, u"PT CONTOH"_s},
                            {u"wage"_s, QString::number(in["wage"_L1].toInteger())},
                            {u"floor"_s, QString::number(in["floor"_L1].toInteger())}};
        if (extra > 0)
            details.insert("overQuota"_L1, u"extra"_s);
        Asked asked{changed(base(u"MUT-SEG"_s), onDay(day)), family(u"pbpu"_s, u"PBPU.MANDIRI"_s, 1 + extra)};
        asked.input
            = changed(asked.input, {{u"family.kk"_s, asked.family["kk"_L1]}, {u"details"_s, details}});
        return asked;
    }
    Asked asked{changed(base(u"PAY"_s), {{u"date"_s, day}}),
                family(u"pbpu"_s, segment, in["members"_L1].toInt(1))};
    asked.family.insert("wage"_L1, in["baseSalary"_L1]);
    asked.family.insert("class"_L1, in["class"_L1].toInt(3));
    return asked;
}

std::optional<Asked> TestGoldenCases::arrears(const QJsonObject &in) const
{
    const QDate first = QDate::fromString(in["firstUnpaid"_L1].toString() + u"-01"_s, Qt::ISODate);
    Asked asked{base(u"PAY"_s), family(u"pbpu"_s, u"PBPU.MANDIRI"_s, in["members"_L1].toInt())};
    asked.family = changed(
        asked.family,
        {{u"class"_s, in["class"_L1]}, {u"paidUntil"_s, first.addMonths(-1).toString(u"yyyy-MM"_s)}});
    asked.input = changed(asked.input,
                          {{u"date"_s, in["payMonth"_L1].toString() + u"-15"_s},
                           {u"details.payMonths"_s, u"25"_s},
                           {u"details.amount"_s, u"1"_s}});
    return asked;
}

std::optional<Asked> TestGoldenCases::dependants(const QJsonObject &in) const
{
    Asked asked{changed(base(u"MUT-SEG"_s), onDay(in["date"_L1].toString())),
                family(u"pbpu"_s, u"PBPU.MANDIRI"_s, 1)};
    QJsonArray people = asked.family["members"_L1].toArray();
    const QJsonObject head = people.first().toObject();
    const auto add = [&](const QString &relation, const QJsonObject &facts) {
        QJsonObject one = changed(head,
                                  {{u"relation"_s, relation},
                                   {u"card"_s, u"00099900%1"_s.arg(70000 + people.size())},
                                   {u"marital"_s, u"single"_s}});
        for (auto fact = facts.constBegin(); fact != facts.constEnd(); ++fact)
            one.insert(fact.key(), fact.value());
        people += one;
    };
    for (const QJsonValue &child : in["children"_L1].toArray()) {
        if (child["income"_L1].toBool() || child["tuitionUntil"_L1].isString())
            return std::nullopt; // the counter knows neither of a family
        add(u"child"_s,
            {{u"birthDate"_s, child["born"_L1]},
             {u"letterDate"_s, child["letter"_L1]},
             {u"marital"_s, child["married"_L1].toBool() ? u"married"_s : u"single"_s}});
    }
    for (const QJsonValue &other : in["others"_L1].toArray())
        add(u"extra"_s, {{u"kin"_s, other}});
    asked.family.insert("members"_L1, people);
    asked.input = changed(asked.input,
                          {{u"family.kk"_s, asked.family["kk"_L1]},
                           {u"details"_s, QJsonObject{{u"newSegment"_s, u"PPU-BU.BUMN"_s}}}});
    return asked;
}

static const Problem *problemOf(const Assessment &assessment, const QString &code)
{
    for (const Problem &problem : assessment.problems) {
        if (problem.code == code)
            return &problem;
    }
    return nullptr;
}

/// The refusal of the formula, in the words of the calculators; of an allowed case what `rest` says.
static QJsonObject permission(const Assessment &assessment, const QString &path, QJsonObject rest)
{
    for (const Problem &problem : assessment.problems) {
        if (problem.path != path || !(problem.refuses || problem.backOffice))
            continue;
        QJsonObject out{{u"allowed"_s, false}, {u"code"_s, problem.code}};
        if (problem.earliest.isValid())
            out.insert("earliest"_L1, problem.earliest.toString(Qt::ISODate));
        return out;
    }
    rest.insert("allowed"_L1, true);
    return rest;
}

QJsonObject TestGoldenCases::told(const QString &calculator, const QJsonObject &in, const Asked &asked) const
{
    const Assessment assessment = assessed(asked);
    const AssessmentDates &dates = assessment.dates;
    const QString effective = dates.effective.toString(Qt::ISODate);
    if (calculator == "fktp-change"_L1) {
        QJsonArray documents;
        for (const DocumentNeed &need : assessment.documents) {
            if (need.code != "KTP-OR-KK"_L1)
                documents += need.code;
        }
        return permission(assessment, u"details.newFktp"_s,
                          {{u"effective"_s, effective}, {u"documents"_s, documents}});
    }
    if (calculator == "class-change"_L1)
        return permission(assessment, u"details.newClass"_s, {{u"effective"_s, effective}});
    if (calculator == "mutation"_L1) {
        QJsonObject rest{{u"arrearsDue"_s, dates.arrearsDue.toString(Qt::ISODate)}};
        if (dates.effective.isValid()) {
            rest.insert("effective"_L1, effective);
            rest.insert("waitDays"_L1,
                        QDate::fromString(in["paid"_L1].toString(), Qt::ISODate).daysTo(dates.effective));
        }
        const QJsonObject bySegment = permission(assessment, u"details.newSegment"_s, {});
        return bySegment["allowed"_L1].toBool() ? permission(assessment, u"details.paid"_s, rest) : bySegment;
    }
    if (calculator == "newborn"_L1) {
        const Problem *late = problemOf(assessment, u"newborn.late"_s);
        const Problem *missing = problemOf(assessment, u"nik.required"_s);
        const Problem *allowed = problemOf(assessment, u"nik.baby-deadline"_s);
        QJsonObject out{{u"late"_s, late != nullptr},
                        {u"backDues"_s, late ? late->args["backDues"_L1] : QJsonValue(0)},
                        {u"nikRequired"_s, missing != nullptr},
                        {u"nikDeadline"_s, (missing ? missing : allowed)->args["until"_L1]}};
        if (late)
            out.insert("deadline"_L1, late->args["deadline"_L1]);
        else if (dates.firstPaymentUntil.isValid())
            out.insert("deadline"_L1, dates.firstPaymentUntil.toString(Qt::ISODate));
        return out;
    }
    if (calculator == "phk"_L1) {
        const Problem *expired = problemOf(assessment, u"phk.expired"_s);
        const bool isEarly = problemOf(assessment, u"field.after-case"_s) != nullptr;
        QJsonObject out{{u"covered"_s, !expired && !isEarly}};
        if (!isEarly)
            out.insert("until"_L1,
                       expired ? expired->args["until"_L1] : QJsonValue(dates.until.toString(Qt::ISODate)));
        return out;
    }
    if (calculator == "instalments"_L1) {
        QJsonArray stages;
        for (const qint64 stage : assessment.instalments)
            stages += stage;
        const QJsonObject out = permission(assessment, u"details.stages"_s, {{u"stages"_s, stages}});
        return out["allowed"_L1].toBool()
            ? permission(assessment, u"details.months"_s, {{u"stages"_s, stages}})
            : out;
    }
    if (calculator == "first-payment"_L1)
        return {{u"from"_s, dates.firstPaymentFrom.toString(Qt::ISODate)},
                {u"until"_s, dates.firstPaymentUntil.toString(Qt::ISODate)}};
    if (calculator == "arrears"_L1) {
        const Problem *differs = problemOf(assessment, u"payment.differs"_s);
        return {{u"expected"_s, differs ? differs->args["expected"_L1] : QJsonValue()}};
    }
    if (calculator == "dependants"_L1) {
        const Problem *extra = problemOf(assessment, u"dependants.extra"_s);
        return {{u"members"_s, extra ? extra->args["members"_L1] : QJsonValue(0)}};
    }
    return assessment.dues ? writeAssessment(assessment)["dues"_L1].toObject() : QJsonObject();
}

void TestGoldenCases::rows()
{
    QFETCH(QString, calculator);
    QFETCH(QJsonObject, in);
    QFETCH(QJsonObject, out);
    using Maker = std::optional<Asked> (TestGoldenCases::*)(const QJsonObject &) const;
    static const QHash<QString, Maker> makers{{u"fktp-change"_s, &TestGoldenCases::fktpChange},
                                              {u"class-change"_s, &TestGoldenCases::classChange},
                                              {u"mutation"_s, &TestGoldenCases::mutation},
                                              {u"newborn"_s, &TestGoldenCases::newborn},
                                              {u"phk"_s, &TestGoldenCases::phk},
                                              {u"instalments"_s, &TestGoldenCases::instalments},
                                              {u"first-payment"_s, &TestGoldenCases::firstPayment},
                                              {u"dues"_s, &TestGoldenCases::dues},
                                              {u"arrears"_s, &TestGoldenCases::arrears},
                                              {u"dependants"_s, &TestGoldenCases::dependants}};
    const Maker maker = makers.value(calculator);
    const std::optional<Asked> asked = maker ? (this->*maker)(in) : std::nullopt;
    if (!asked) {
        ++m_skipped;
        return;
    }
    ++m_asked;
    QJsonObject expected = out;
    if (calculator == "arrears"_L1) { // 25 months are paid: the debt, this month, and the rest ahead
        const qint64 ahead = 24 - out["months"_L1].toInteger();
        expected = {{u"expected"_s, out["total"_L1].toInteger() + ahead * out["current"_L1].toInteger()}};
    } else if (calculator == "dependants"_L1) {
        expected = {{u"members"_s, out["extra"_L1].toArray().size()}};
    }
    const QJsonObject found = told(calculator, in, *asked);
    for (auto key = expected.constBegin(); key != expected.constEnd(); ++key) {
        if (calculator == "phk"_L1 && (key.key() == "class"_L1 || !found.contains(key.key())))
            continue; // the class is the effect's (tst_effects); a case before the dismissal has no dates
        if (calculator == "newborn"_L1 && key.key() == "deadline"_L1 && !found.contains(key.key()))
            continue; // in time, and nothing to pay
        if (calculator == "instalments"_L1 && !found.contains(key.key()))
            continue;
        QVERIFY2(found[key.key()] == key.value(),
                 qPrintable(key.key() + u": found "_s
                            + QString::fromUtf8(QJsonDocument(found).toJson(QJsonDocument::Compact))
                            + u", expected "_s
                            + QString::fromUtf8(QJsonDocument(expected).toJson(QJsonDocument::Compact))));
    }
}

QTEST_APPLESS_MAIN(TestGoldenCases)
#include "tst_goldencases.moc"
