// SPDX-License-Identifier: Apache-2.0
// The story of a counter's month is told again and again; each time another call to the centre or another
// access to store.db and mirror.db fails, once or from then on, and each time it must end as it does
// undisturbed. LOKET_FAULTS=full takes every one; else a few of each kind, LOKET_SEED for others.
#include "tests/fakes/seed.h"
#include "tests/sync/faultstory.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

// A short run takes a few, others with another seed.
constexpr int kCallStep = 4;
constexpr std::uint64_t kFewAccesses = 9;

bool isFull()
{
    return qEnvironmentVariable("LOKET_FAULTS") == "full"_L1;
}

/// The first lines in which two ends differ.
QString difference(const QStringList &expected, const QStringList &found)
{
    QStringList lines;
    for (const QString &line : expected) {
        if (!found.contains(line))
            lines += u"- "_s + line.left(400);
    }
    for (const QString &line : found) {
        if (!expected.contains(line))
            lines += u"+ "_s + line.left(400);
    }
    if (lines.isEmpty() && expected != found)
        lines += u"%1 lines instead of %2"_s.arg(found.size()).arg(expected.size());
    return lines.mid(0, 8).join(u'\n');
}

} // namespace

class TestNthFault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theStoryHasEverything();
    void nthCall_data();
    void nthCall();
    void nthAccess_data();
    void nthAccess();
    void controls_data();
    void controls();

private:
    /// Tells it once. Empty: the end is the undisturbed one.
    QString tell(FaultStory &story) const
    {
        const QString fault = story.play();
        return fault.isEmpty() ? difference(m_undisturbed, story.end()) : fault;
    }

    std::unique_ptr<StoryFolders> m_folders;
    QStringList m_undisturbed;
    FileCounts m_files = {};
    int m_calls = 0;
    quint32 m_seed = 0;
};

void TestNthFault::initTestCase()
{
    m_seed = seedOfTest();
    FaultVfs::install();
    m_folders = std::make_unique<StoryFolders>();
    FaultStory story(*m_folders, {}, {});
    QCOMPARE(story.play(), QString());
    m_undisturbed = story.end();
    m_files = story.files();
    m_calls = story.line().calls;
    QElapsedTimer timer;
    timer.start();
    FaultStory again(*m_folders, {}, {});
    QCOMPARE(tell(again), QString());
    QVERIFY(again.failures().isEmpty());
    qInfo("%lld rows, %d calls, %llu opens, %llu reads, %llu changes, of them %llu syncs; told in %lld ms",
          qlonglong(m_undisturbed.size()), m_calls, qulonglong(m_files[0]), qulonglong(m_files[1]),
          qulonglong(m_files[6]), qulonglong(m_files[3]), timer.elapsed());
}

/// What would be missing from the story would be missing from every test below.
void TestNthFault::theStoryHasEverything()
{
    const QString all = m_undisturbed.join(u'\n');
    for (const QLatin1StringView part :
         {"state=accepted"_L1, "state=conflict"_L1, "state=returned"_L1, "audit lease.granted"_L1,
          "audit lease.returned"_L1, "audit store.enrolled"_L1, "audit edition.received"_L1, "id=a1"_L1,
          "id=a2"_L1, "attachment "_L1, "case_record "_L1, "verdict_proof "_L1})
        QVERIFY2(all.contains(part), part.data());
    QCOMPARE(m_undisturbed.filter(QRegularExpression(u"^attachment .* 1$"_s)).size(), 6);
    qInfo("%s",
          qPrintable(
              m_undisturbed.filter(QRegularExpression(u"^(case_record|lease|number_lease)"_s)).join(u'\n')));
}

void TestNthFault::nthCall_data()
{
    QTest::addColumn<LineFault>("fault");
    QTest::addColumn<bool>("isForever");
    for (const auto &[fault, name] : {std::pair(LineFault::RequestLost, "request lost"),
                                      {LineFault::AnswerLost, "answer lost"},
                                      {LineFault::Garbled, "garbled"},
                                      {LineFault::Cut, "cut in the middle"}}) {
        QTest::addRow("%s, once", name) << fault << false;
        QTest::addRow("%s, for ever", name) << fault << true;
    }
}

void TestNthFault::nthCall()
{
    QFETCH(LineFault, fault);
    QFETCH(bool, isForever);
    const int step = isFull() ? 1 : kCallStep;
    int reached = 0, told = 0;
    for (int n = 1 + int(m_seed % unsigned(step));; n += step) {
        FaultStory story(*m_folders, {fault, n, isForever}, {});
        const QString different = tell(story);
        QVERIFY2(different.isEmpty(), qPrintable(u"call %1: %2"_s.arg(n).arg(different)));
        if (!story.line().wasReached())
            break;
        ++reached;
        told += story.failures().isEmpty() ? 0 : 1;
    }
    qInfo("%d calls failed, %d runs were told of it", reached, told);
    QVERIFY(reached >= m_calls / step);
    QVERIFY(told > 0);
}

void TestNthFault::nthAccess_data()
{
    QTest::addColumn<FileOp>("op");
    QTest::addColumn<FileError>("error");
    QTest::addColumn<bool>("isForever");
    using Row = std::tuple<FileOp, FileError, const char *>;
    for (const auto &[op, error, name] : {Row(FileOp::Open, FileError::Io, "open: io"),
                                          {FileOp::Read, FileError::Io, "read: io"},
                                          {FileOp::Change, FileError::Io, "change: io"},
                                          {FileOp::Change, FileError::Full, "change: full"},
                                          {FileOp::Write, FileError::Short, "write: short"},
                                          {FileOp::Sync, FileError::Io, "sync: io"}}) {
        QTest::addRow("%s, once", name) << op << error << false;
        QTest::addRow("%s, for ever", name) << op << error << true;
    }
}

void TestNthFault::nthAccess()
{
    QFETCH(FileOp, op);
    QFETCH(FileError, error);
    QFETCH(bool, isForever);
    FaultPlan plan;
    plan.failOp = op;
    plan.error = error;
    plan.isForever = isForever;
    const std::uint64_t step = isFull() ? 1 : std::max<std::uint64_t>(1, m_files[size_t(op)] / kFewAccesses);
    int reached = 0, told = 0;
    QMap<QString, int> failures;
    for (plan.failAt = 1 + m_seed % step;; plan.failAt += step) {
        FaultStory story(*m_folders, {}, plan);
        const QString different = tell(story);
        QVERIFY2(different.isEmpty(), qPrintable(u"access %1: %2"_s.arg(plan.failAt).arg(different)));
        if (story.files()[size_t(op)] < plan.failAt)
            break;
        ++reached;
        told += story.failures().isEmpty() ? 0 : 1;
        for (auto it = story.failures().cbegin(); it != story.failures().cend(); ++it)
            failures[it.key()] += it.value();
    }
    QStringList list;
    for (auto it = failures.cbegin(); it != failures.cend(); ++it)
        list += u"%1 %2"_s.arg(it.value()).arg(it.key());
    qInfo("%d accesses failed, %d runs were told of it: %s", reached, told, qPrintable(list.join(u", "_s)));
    QVERIFY(reached > 0);
    QVERIFY(told > 0);
}

/// With a rule switched off the comparison must fail, or the tests above see nothing.
void TestNthFault::controls_data()
{
    QTest::addColumn<LineFault>("fault");
    QTest::newRow("a centre that takes every envelope for a new one, answers lost") << LineFault::AnswerLost;
    QTest::newRow("the same, calls doubled") << LineFault::Doubled;
}

void TestNthFault::controls()
{
    QFETCH(LineFault, fault);
    int different = 0, told = 0;
    for (int n = 1; n <= m_calls; n += isFull() ? 1 : 2) {
        FaultStory story(*m_folders, {fault, n, false}, {}, true);
        different += tell(story).isEmpty() ? 0 : 1;
        ++told;
    }
    qInfo("%d of %d ends differed, as they must", different, told);
    QVERIFY(different > 0);
}

int main(int argc, char *argv[])
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "36000000"); // thousands of stories take long, and each ends by itself
    QCoreApplication app(argc, argv);
    TestNthFault test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_nthfault.moc"
