// SPDX-License-Identifier: Apache-2.0
#include "casecorpus.h"

#include "model/domain/casejson.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"
#include "model/services/caseinput.h"
#include "model/store/familyjson.h"
#include "tests/fakes/seed.h"

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
    Mutator(quint32 seed, const Rulebook &rulebook)
        : m_random(seed)
    {
        for (const Field &one : fields(rulebook)) {
            if (!one.codes.isEmpty())
                m_codes.insert(one.path.section(u'.', -1), one.codes);
        }
    }

    /// One case in three stands on another family than it should.
    QJsonObject mutatedWorld(QJsonObject world)
    {
        if (!world.contains("family"_L1) || m_random.bounded(3) != 0)
            return world;
        const QJsonObject family = mutated(world.value("family"_L1).toObject());
        if (familyFromJson(family))
            world.insert("family"_L1, family);
        else
            world.remove("family"_L1);
        return world;
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
        static const QHash<QString, QString> kinds{{u"code"_s, u"document"_s},
                                                   {u"status"_s, u"member-status"_s}};
        if (key == "format"_L1 || key == "service"_L1 || key == "kk"_L1)
            return value;
        if (key == "date"_L1 || (key.endsWith("Since"_L1) && m_random.bounded(2) == 0))
            return QDate(2015, 12, 1).addDays(m_random.bounded(3600)).toString(Qt::ISODate);
        if (key == "class"_L1)
            return m_random.bounded(0, 5);
        const QStringList words = codesOf(kinds.value(key, m_codes.value(key)));
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
    QHash<QString, QString> m_codes; ///< kind of code by the last part of a path
};

/// What must hold of an answer whatever was asked; empty: it does.
QString brokenPromise(const Case &c, const Assessment &assessment, const Rulebook &rulebook)
{
    const AssessmentDates &dates = assessment.dates;
    bool hasError = false;
    for (const Problem &problem : assessment.problems) {
        hasError |= problem.severity == Severity::Error;
        if (!isCode(u"problem"_s, problem.code))
            return problem.code + u" is no code"_s;
        if (problem.refuses && assessment.decision != Decision::Refused)
            return problem.code + u" refuses and the case is not refused"_s;
        const QDate asked = problem.code == "mutation.before-next-month"_L1
            ? std::min(c.date, QDate::fromString(c.details["paid"_L1].toString(), Qt::ISODate))
            : c.date;
        if (problem.earliest.isValid() && problem.earliest <= asked)
            return problem.code + u": the earliest day has passed"_s;
    }
    bool isMissing = false;
    for (const DocumentNeed &need : assessment.documents)
        isMissing |= need.required && !need.seen;
    const bool isReady = assessment.decision == Decision::Ready;
    if (isReady == (hasError || isMissing))
        return u"ready with an error, or not ready without one"_s;
    const Service *asked = service(rulebook, c.service);
    if (isReady && asked->needsConsent && !c.consent)
        return u"ready without consent"_s;
    if (dates.firstPaymentFrom.isValid() && dates.firstPaymentUntil < dates.firstPaymentFrom)
        return u"the window of the first payment ends before it begins"_s;
    if (dates.firstPaymentFrom.isValid() && dates.firstPaymentFrom < c.date)
        return u"the first payment is before the case"_s;
    if (isReady && dates.until.isValid() && (dates.until < c.date || dates.until < dates.effective))
        return u"the cover has ended"_s;
    if (dates.arrearsDue.isValid() && dates.arrearsDue <= c.date)
        return u"the arrears are due before the case"_s;
    if (asked && asked->effective == "next-month"_L1
        && (dates.effective <= c.date || dates.effective > c.date.addMonths(1)))
        return u"the next month is not the next month"_s;
    if (assessment.dues) {
        const DuesSum &dues = *assessment.dues;
        if (dues.gross != dues.member + dues.employer + dues.government + dues.localGovernment)
            return u"the parts of the dues are not their sum"_s;
    }
    for (const qint64 stage : assessment.instalments) {
        if (stage <= 0)
            return u"an instalment of nothing"_s;
    }
    return {};
}

} // namespace

/// LOKET_MUTATIONS: how many; a long run has 100,000.
void TestAssess::randomMutationsNeverBreakIt()
{
    const quint32 seed = Fakes::seedOfTest();
    const int rounds = qEnvironmentVariableIsSet("LOKET_MUTATIONS")
        ? qEnvironmentVariableIntValue("LOKET_MUTATIONS")
        : 10000;
    Mutator mutator(seed, m_library->on(QDate(2022, 3, 1)));
    QHash<QString, int> decisions;
    QSet<QString> services;
    int refused = 0;
    for (int i = 0; i < rounds; ++i) {
        const CorpusCase &one = m_corpus.cases()[size_t(i) % m_corpus.cases().size()];
        const auto read = readCase(mutator.mutated(one.input), one.today);
        const QJsonObject world = mutator.mutatedWorld(one.world);
        if (!read) {
            ++refused;
            continue;
        }
        const CorpusLookup lookup(world);
        const Case &c = read.value();
        const Assessment assessment = assess(c, context(&lookup));
        const QString broken = brokenPromise(c, assessment, m_library->on(c.date));
        QVERIFY2(broken.isEmpty(),
                 qPrintable(u"seed %1, round %2, %3: %4"_s.arg(seed).arg(i).arg(one.name, broken)));
        if (i % 8 == 0) // the same question, the same answer
            QVERIFY2(assessment == assess(c, context(&lookup)), qPrintable(one.name));
        ++decisions[decisionWord(assessment.decision)];
        services.insert(c.service);
    }
    qInfo("%d mutations of %d services: %d refused by their shape, %d ready, %d incomplete, %d refused by a "
          "rule, %d for the back office",
          rounds, int(services.size()), refused, decisions[u"ready"_s], decisions[u"incomplete"_s],
          decisions[u"refused"_s], decisions[u"back-office"_s]);
    QVERIFY(services.size() >= codesOf(u"service"_s).size() - 1); // an annulment is no case of a counter
    QVERIFY(decisions[u"ready"_s] > rounds / 40);
    QVERIFY(decisions[u"incomplete"_s] > rounds / 40);
    QVERIFY(decisions[u"refused"_s] > rounds / 100);
    QVERIFY(decisions[u"back-office"_s] > rounds / 200);
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
