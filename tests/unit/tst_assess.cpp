// SPDX-License-Identifier: Apache-2.0
#include "casecorpus.h"

#include "model/domain/casejson.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"
#include "model/services/caseinput.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

class TestAssess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCaseOfTheCorpus_data();
    void everyCaseOfTheCorpus();
    void everyCodeHasItsTexts();
    void theAssessmentHasTheFormOfTheContract();
    void keysThatTheServiceDoesNotUse_data();
    void keysThatTheServiceDoesNotUse();
    void whatACaseWritesIsUsedByItsService();
    void withoutRegionsAndFacilitiesTheirChecksAreLeftOut();
    void randomMutationsNeverBreakIt();
    void aFamilyOfSevenIsFast();

private:
    Context context(const CaseLookup *lookup = nullptr) const
    {
        return {m_library.get(), QDate(2022, 3, 1), m_corpus.regions(), m_corpus.facilities(), lookup};
    }
    const CorpusCase &named(const QString &name) const
    {
        return *std::find_if(m_corpus.cases().begin(), m_corpus.cases().end(),
                             [&name](const CorpusCase &one) { return one.name == name; });
    }

    CaseCorpus m_corpus;
    std::shared_ptr<const RulebookLibrary> m_library = RulebookLibrary::builtIn();
};

void TestAssess::everyCaseOfTheCorpus_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(m_corpus.cases().size()); ++i)
        QTest::newRow(qPrintable(m_corpus.cases()[size_t(i)].name)) << i;
}

void TestAssess::everyCaseOfTheCorpus()
{
    QFETCH(int, index);
    const CorpusCase &one = m_corpus.cases()[size_t(index)];
    const QString complaint = m_corpus.complaint(one, *m_library);
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
}

/// Every problem that the corpus brings out has its short texts.
void TestAssess::everyCodeHasItsTexts()
{
    for (const CorpusCase &one : m_corpus.cases()) {
        for (const Problem &problem : m_corpus.assessed(one, *m_library).problems)
            QVERIFY2(isCode(u"problem"_s, problem.code), qPrintable(problem.code));
    }
}

void TestAssess::theAssessmentHasTheFormOfTheContract()
{
    const QJsonObject written
        = writeAssessment(m_corpus.assessed(named(u"five months of work"_s), *m_library));
    QCOMPARE(
        written.keys(),
        (QStringList{u"dates"_s, u"decision"_s, u"documents"_s, u"dues"_s, u"problems"_s, u"rulebook"_s}));
    QCOMPARE(written.value("rulebook"_L1).toString(), u"handbook"_s);
    const QJsonObject problem = written.value("problems"_L1).toArray().first().toObject();
    QCOMPARE(problem.keys(),
             (QStringList{u"args"_s, u"code"_s, u"earliest"_s, u"path"_s, u"severity"_s, u"source"_s}));
    QVERIFY(problem.value("earliest"_L1).isNull());
    const QJsonObject need = written.value("documents"_L1).toArray().first().toObject();
    QCOMPARE(need.keys(), (QStringList{u"code"_s, u"member"_s, u"required"_s, u"seen"_s, u"source"_s}));
    QVERIFY(need.value("member"_L1).isNull());
    for (const auto key : {"month"_L1, "gross"_L1, "member"_L1, "employer"_L1, "government"_L1})
        QVERIFY(written.value("dues"_L1).toObject().contains(key));
    for (const auto key : {"firstPaymentFrom"_L1, "firstPaymentUntil"_L1, "effective"_L1, "arrearsDue"_L1})
        QVERIFY(written.value("dates"_L1).toObject().contains(key));
}

void TestAssess::keysThatTheServiceDoesNotUse_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("place");
    QTest::newRow("card") << u"family.card"_s << QJsonValue(u"9990000000001"_s) << u"family.card"_s;
    QTest::newRow("empty card") << u"family.card"_s << QJsonValue(u""_s) << u"family.card"_s;
    QTest::newRow("details") << u"details.newFktp"_s << QJsonValue(u"0138U020"_s) << u"details.newFktp"_s;
    QTest::newRow("empty details") << u"details"_s << QJsonValue(QJsonObject()) << QString();
    QTest::newRow("a used key") << u"family.members[0].dentist"_s << QJsonValue(u"01380022"_s) << QString();
}

void TestAssess::keysThatTheServiceDoesNotUse()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QString, place);
    const QJsonValue json = withValueAt(named(u"single"_s).input, path, value);
    const auto read = readCaseInput(QJsonDocument(json.toObject()).toJson(), *m_library, QDate(2022, 3, 1));
    QCOMPARE(read ? QString() : read.error().place, place);
}

/// The tour, the store and the centre read what was written: no case may be refused for a key it wrote
/// itself.
void TestAssess::whatACaseWritesIsUsedByItsService()
{
    for (const CorpusCase &one : m_corpus.cases()) {
        const QByteArray written = QJsonDocument(writeCase(m_corpus.read(one))).toJson();
        const auto read = readCaseInput(written, *m_library, one.today);
        QVERIFY2(read, qPrintable(one.name + u": "_s + (read ? QString() : read.error().line())));
        QVERIFY2(read.value() == m_corpus.read(one), qPrintable(one.name));
    }
}

void TestAssess::withoutRegionsAndFacilitiesTheirChecksAreLeftOut()
{
    for (const QString &name :
         {u"village that is none"_s, u"FKTP that is not in the list"_s, u"NIK of an unknown province"_s}) {
        Context bare = context();
        bare.regions = nullptr;
        bare.facilities = nullptr;
        const Assessment assessment = assess(m_corpus.read(named(name)), bare);
        QVERIFY2(assessment.problems.isEmpty(), qPrintable(name));
    }
}

namespace {

/// Puts something else, or nothing, at a random place of a case.
class Mutator
{
public:
    explicit Mutator(quint32 seed)
        : m_random(seed)
    {
    }

    QJsonObject mutated(QJsonObject json)
    {
        for (int i = m_random.bounded(1, 5); i > 0; --i)
            json = mutatedValue(json).toObject();
        return json;
    }

private:
    /// Mostly something that can be read, so that assess() sees it; the reader has tests of its own.
    QJsonValue mutatedField(const QString &key, const QJsonValue &value)
    {
        static const QHash<QString, QString> kinds{
            {u"relation"_s, u"relation"_s}, {u"kin"_s, u"kin"_s},
            {u"sex"_s, u"sex"_s},           {u"marital"_s, u"marital"_s},
            {u"channel"_s, u"channel"_s},   {u"citizenship"_s, u"citizenship"_s},
            {u"segment"_s, u"segment"_s},   {u"kind"_s, u"applicant"_s},
            {u"code"_s, u"document"_s}};
        if (key == "format"_L1 || key == "service"_L1)
            return value;
        if (key == "date"_L1)
            return QDate(2015, 12, 1).addDays(m_random.bounded(2500)).toString(Qt::ISODate);
        const QStringList words = codesOf(kinds.value(key));
        return words.isEmpty() ? mutatedValue(value)
                               : QJsonValue(words.at(m_random.bounded(int(words.size()))));
    }

    QJsonValue mutatedValue(const QJsonValue &value)
    {
        if (value.isObject() && !value.toObject().isEmpty()) {
            QJsonObject object = value.toObject();
            const QString key = object.keys().at(m_random.bounded(int(object.size())));
            if (m_random.bounded(12) == 0)
                object.remove(key);
            else
                object.insert(key, mutatedField(key, object.value(key)));
            return object;
        }
        if (value.isArray() && !value.toArray().isEmpty()) {
            QJsonArray array = value.toArray();
            const int at = m_random.bounded(int(array.size()));
            const int what = m_random.bounded(8);
            if (what == 0)
                array.removeAt(at);
            else if (what == 1)
                array.append(array.at(at));
            else
                array[at] = mutatedValue(array.at(at));
            return array;
        }
        return value.isDouble() ? QJsonValue(m_random.bounded(-2, 12)) : QJsonValue(text(value.toString()));
    }

    QString text(const QString &before)
    {
        static const QStringList others{u""_s,
                                        u"head"_s,
                                        u"child"_s,
                                        u"WNA"_s,
                                        u"P"_s,
                                        u"PANDAWA"_s,
                                        u"PBI"_s,
                                        u"2022-02-29"_s,
                                        u"2022-01-05"_s,
                                        u"proxy"_s,
                                        u"\u0661\u0662"_s,
                                        u"3174016909659991"_s,
                                        QString(5000, u'x')};
        if (m_random.bounded(2) == 0)
            return others.at(m_random.bounded(int(others.size())));
        QString out = before;
        if (!out.isEmpty())
            out[m_random.bounded(int(out.size()))] = QChar(u'0' + m_random.bounded(12));
        return out;
    }

    QRandomGenerator m_random;
};

} // namespace

void TestAssess::randomMutationsNeverBreakIt()
{
    const quint32 seed = 20220301;
    Mutator mutator(seed);
    QHash<QString, int> decisions;
    int refused = 0;
    for (int i = 0; i < 20000; ++i) {
        const CorpusCase &one = m_corpus.cases()[size_t(i) % m_corpus.cases().size()];
        const auto read = readCase(mutator.mutated(one.input), one.today);
        if (!read) {
            ++refused;
            continue;
        }
        const CorpusLookup lookup(one.world);
        const Assessment assessment = assess(read.value(), context(&lookup));
        const QByteArray place = u"seed %1, round %2"_s.arg(seed).arg(i).toUtf8();
        bool hasError = false;
        for (const Problem &problem : assessment.problems) {
            hasError |= problem.severity == Severity::Error;
            QVERIFY2(isCode(u"problem"_s, problem.code), place + ' ' + problem.code.toUtf8());
            QVERIFY2(!problem.refuses || assessment.decision == Decision::Refused, place);
        }
        bool isMissing = false;
        for (const DocumentNeed &need : assessment.documents)
            isMissing |= need.required && !need.seen;
        const bool isConsented = read.value().consent.has_value();
        QVERIFY2((assessment.decision == Decision::Ready) == (!hasError && !isMissing), place);
        QVERIFY2(assessment.decision != Decision::Ready || isConsented, place);
        QVERIFY2(assessment == assess(read.value(), context(&lookup)),
                 place); // the same question, the same answer
        ++decisions[decisionWord(assessment.decision)];
    }
    qInfo("seed %u: %d refused by their shape, %d ready, %d incomplete, %d refused by a rule", seed, refused,
          decisions[u"ready"_s], decisions[u"incomplete"_s], decisions[u"refused"_s]);
    QVERIFY(decisions[u"ready"_s] > 500);
    QVERIFY(decisions[u"incomplete"_s] > 500);
    QVERIFY(decisions[u"refused"_s] > 100);
}

void TestAssess::aFamilyOfSevenIsFast()
{
    Case c = m_corpus.read(named(u"extended-family"_s));
    while (c.family.members.size() < 7)
        c.family.members += c.family.members.at(2);
    QCOMPARE(assess(c, context()).decision, Decision::Ready);
    QElapsedTimer timer;
    timer.start();
    constexpr int rounds = 500;
    for (int i = 0; i < rounds; ++i)
        (void)assess(c, context());
    const double ms = double(timer.nsecsElapsed()) / 1e6 / rounds;
    qInfo("assess(), family of seven: %.3f ms", ms);
    QVERIFY2(ms < 10, "ten times the goal of 1 ms, so that a busy machine does not fail");
}

QTEST_APPLESS_MAIN(TestAssess)
#include "tst_assess.moc"
