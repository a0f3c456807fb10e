// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "forms/common/inspect.h"
#include "forms/common/office.h"
#include "forms/common/theme.h"
#include "forms/shell/casespage.h"
#include "forms/shell/mainwindow.h"
#include "model/domain/casejson.h"
#include "model/store/connection.h"
#include "model/store/store.h"
#include "model/store/writer.h"
#include "model/sync/trialcentre.h"
#include "tests/fakes/centralline.h"
#include "tests/fakes/fakedialogs.h"
#include "tests/forms/familyoffour.h"

#include <QApplication>
#include <QFile>
#include <QFutureWatcher>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

/// The answer of a future, with the window's events going on meanwhile.
template <typename T>
T awaited(const QFuture<T> &future)
{
    QFutureWatcher<T> watcher;
    QSignalSpy done(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (done.isEmpty() && !done.wait(20000))
        qFatal("no answer");
    return future.result();
}

} // namespace

/// A store that is no trial any more, as enrolling leaves it.
static void makeReal(const QString &dir)
{
    if (!Application::open({dir, QDate(2022, 3, 1), {}})) // makes it, and closes it again
        qFatal("no store");
    static const SystemClock clock;
    StoreOptions options;
    options.dir = dir;
    options.write = true;
    options.clock = &clock;
    const auto store = Store::open(options);
    if (!store)
        qFatal("no store");
    const auto done
        = store.value()
              ->writer()
              ->run(Writer::Priority::Save,
                    [](Connection &connection) {
                        return connection.exec("UPDATE setting SET value = '0' WHERE key = 'trial'");
                    })
              .result();
    if (!done || done.value() != 1)
        qFatal("not made real");
}

/// A centre that can't be reached, or lets nobody in.
class Gone final : public Fakes::CentralLine
{
public:
    Gone(std::unique_ptr<CentralPort> centre, std::shared_ptr<std::atomic_bool> denied)
        : CentralLine(*centre)
        , m_centre(std::move(centre))
        , m_denied(std::move(denied))
    {
    }
    Outcome<Welcome> hello(const CounterState &) override
    {
        return fail(Failure{*m_denied ? FailureKind::Denied : FailureKind::Network, {}});
    }

private:
    std::unique_ptr<CentralPort> m_centre;
    std::shared_ptr<std::atomic_bool> m_denied;
};

/// The program as it is started, on a store of its own: real store, threads, trial centre and window.
class TestApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support).*"_s));
    }

    void argumentsAreRead_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("error");
        QTest::newRow("none") << QStringList{u"loket"_s} << QString();
        QTest::newRow("all") << QStringList{u"loket"_s, u"--store"_s, u"/x"_s, u"--today"_s, u"2022-03-01"_s}
                             << QString();
        QTest::newRow("no such day") << QStringList{u"loket"_s, u"--today"_s, u"2022-02-31"_s}
                                     << u"--today"_s;
        QTest::newRow("unknown option") << QStringList{u"loket"_s, u"--fast"_s} << u"fast"_s;
        QTest::newRow("stray word") << QStringList{u"loket"_s, u"please"_s} << u"please"_s;
    }
    void argumentsAreRead()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, error);
        const auto options = readArguments(arguments);
        QCOMPARE(bool(options), error.isEmpty());
        if (!options)
            QVERIFY2(options.error().contains(error), qPrintable(options.error()));
    }

    void aSecondInstanceIsToldWhoHoldsTheStore()
    {
        QTemporaryDir dir;
        const auto first = Application::open({dir.path(), {}, {}});
        QVERIFY(first);
        const auto second = Application::open({dir.path(), {}, {}});
        QVERIFY(!second);
        QCOMPARE(second.error().kind, FailureKind::LockedByOther);
        QCOMPARE(second.error().detail, QString::number(QCoreApplication::applicationPid()));
    }

    void aDraftSurvivesTheEndOfTheProgram()
    {
        QTemporaryDir dir;
        Case typed = familyOfFour();
        typed.family.members.first().name = u"SETENGAH JADI"_s;
        {
            const auto application = Application::open({dir.path(), QDate(2022, 3, 1), {}});
            QVERIFY(application);
            application.value()->office().saveDraft(
                typed); // not waited for: closing finishes what was handed in
        }
        const auto application = Application::open({dir.path(), QDate(2022, 3, 1), {}});
        QVERIFY(application);
        application.value()->window().show();
        auto *drafts = application.value()->window().findChild<QTableView *>(u"drafts"_s);
        QCOMPARE(drafts->model()->rowCount(), 1);
        QVERIFY(drafts->model()->index(0, 0).data().toString().startsWith(u"Setengah Jadi"_s));
    }

    void fromTheFormToTheActiveFamily()
    {
        QTemporaryDir dir;
        FakeDialogs dialogs;
        const auto application = Application::open({dir.path(), QDate(2022, 3, 1), {}}, &dialogs);
        QVERIFY(application);
        Office &office = application.value()->office();
        MainWindow &window = application.value()->window();
        window.show();
        QVERIFY(office.status().numbersLeft > 0);

        const Case typed = familyOfFour();
        const auto submitted = awaited(office.submit(typed));
        QVERIFY2(submitted, submitted ? "" : qPrintable(submitted.error().detail));
        QStringList problems;
        for (const Problem &problem : submitted.value().assessment.problems)
            problems += problem.code + u' ' + problem.path;
        QVERIFY2(submitted.value().kind == Submitted::Kind::Saved, qPrintable(problems.join(u'\n')));
        QTRY_COMPARE(office.status().casesToday, 1);

        auto *search = window.findChild<QLineEdit *>(u"search"_s);
        search->setFocus();
        QTest::keyClicks(search, typed.family.kk);
        auto *results = window.findChild<QTableView *>(u"results"_s);
        QTRY_COMPARE(results->model()->rowCount(), int(typed.family.members.size()));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(window.showsFamily());

        QSignalSpy changes(&office, &Office::syncChanged);
        office.startSync();
        QVERIFY(office.syncState().isRunning);
        QTRY_VERIFY_WITH_TIMEOUT(!office.syncState().isRunning, 20000);
        QVERIFY(!office.syncState().failure);
        QCOMPARE(office.syncState().last->counts.value(u"accepted"_s), 1);

        // The trial centre takes the first payment on the first day of its window.
        const auto family = office.family(typed.family.kk);
        QVERIFY(family && family.value());
        QVERIFY(family.value()->pendingCase.isEmpty());
        office.setTrialDay(family.value()->firstPaymentFrom);
        QVERIFY(office.isDayMoved());
        QCOMPARE(office.today(), family.value()->firstPaymentFrom);
        office.startSync();
        QTRY_VERIFY_WITH_TIMEOUT(!office.syncState().isRunning, 20000);
        QCOMPARE(office.family(typed.family.kk).value()->members.first().status, u"AKTIF"_s);
    }

    void everyPlaceOfAFreshStoreIsSound()
    {
        QTemporaryDir dir;
        const auto application = Application::open({dir.path(), QDate(2022, 3, 1), {}});
        QVERIFY(application);
        MainWindow &window = application.value()->window();
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QStringList faults;
        const auto look = [&](const QString &page) {
            if (const QString pictures = qEnvironmentVariable("LOKET_PICTURES"); !pictures.isEmpty())
                window.grab().save(pictures + u"/real-"_s + page + u".png"_s);
            for (const Finding &finding : inspectWindow(window))
                faults += page + u": "_s + finding.line();
        };
        for (const Place place :
             {Place::Search, Place::Cases, Place::Cards, Place::Calc, Place::Sync, Place::Settings}) {
            window.go(place);
            QCoreApplication::processEvents(); // a page inside a page is laid out with the next turn
            look(u"place %1"_s.arg(int(place)));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void anOvertakenSearchIsNotAsked()
    {
        QTemporaryDir dir;
        const auto application = Application::open({dir.path(), {}, {}});
        QVERIFY(application);
        Office &office = application.value()->office();
        QList<QFuture<Outcome<SearchAnswer>>> futures;
        for (int i = 0; i < 200; ++i)
            futures += office.search(u"sari %1"_s.arg(i), 50);
        QVERIFY(awaited(futures.last())); // the newest is always asked
        int cancelled = 0;
        for (const auto &future : futures) {
            const auto answer = awaited(future);
            QVERIFY(answer || answer.error().kind == FailureKind::Cancelled);
            cancelled += !answer;
        }
        // How many depends on the machine; while the first one opens the reader, some are overtaken
        // everywhere.
        QVERIFY(cancelled > 0);
    }

    /// A counter of a real centre sends by itself what is saved; the officer is told the verdict and goes on
    /// typing. Turned off, it sends nothing until it is asked.
    void whatIsSavedGoesOutByItself()
    {
        QTemporaryDir dir;
        makeReal(dir.path());
        LaunchOptions options{dir.path(), QDate(2022, 3, 1), {}};
        options.centre = [](Store &store, const Context &context,
                            const std::atomic_bool *) -> Outcome<std::unique_ptr<CentralPort>> {
            auto centre = TrialCentre::open(store, context);
            if (!centre)
                return fail(centre.error());
            return std::unique_ptr<CentralPort>(centre.take());
        };
        const auto application = Application::open(options);
        QVERIFY(application);
        Office &office = application.value()->office();
        application.value()->window().show();
        QCOMPARE(office.link(), Link::Offline); // not asked yet
        QVERIFY(office.syncState().nextRun.isValid());
        QSignalSpy verdicts(&office, &Office::verdictsCame);
        const Case typed = familyOfFour();
        QCOMPARE(awaited(office.submit(typed)).value().kind, Submitted::Kind::Saved);
        QTRY_COMPARE_WITH_TIMEOUT(verdicts.size(), 1, 30000);
        QCOMPARE(office.link(), Link::Online);
        QVERIFY(!office.syncState().isAsked);
        const auto decided = verdicts.first().first().value<QList<CaseRecord>>();
        QCOMPARE(decided.size(), 1);
        QCOMPARE(decided.first().state, CaseState::Accepted);
        QVERIFY(!application.value()->window().toastText().isEmpty());

        QVERIFY(awaited(office.setSyncEnabled(false)));
        QTRY_COMPARE(office.link(), Link::Off);
        QTRY_VERIFY(!office.syncState().nextRun.isValid());
        office.startSync(); // asked, it goes all the same
        QTRY_VERIFY_WITH_TIMEOUT(!office.syncState().isRunning, 20000);
        QVERIFY(office.syncState().isAsked);
        QVERIFY(office.syncState().last);
    }

    void aLinkThatIsGoneIsTriedLater()
    {
        QTemporaryDir dir;
        makeReal(dir.path());
        LaunchOptions options{dir.path(), QDate(2022, 3, 1), {}};
        auto denied = std::make_shared<std::atomic_bool>(false);
        options.centre = [denied](Store &store, const Context &context,
                                  const std::atomic_bool *) -> Outcome<std::unique_ptr<CentralPort>> {
            auto centre = TrialCentre::open(store, context);
            if (!centre)
                return fail(centre.error());
            return std::unique_ptr<CentralPort>(std::make_unique<Gone>(centre.take(), denied));
        };
        const auto application = Application::open(options);
        QVERIFY(application);
        Office &office = application.value()->office();
        office.startSync();
        QTRY_VERIFY_WITH_TIMEOUT(!office.syncState().isRunning, 20000);
        QCOMPARE(office.link(), Link::Offline);
        const QDateTime since = office.syncState().offlineSince;
        QVERIFY(since.isValid());
        QVERIFY(office.syncState().nextRun.isValid());
        *denied = true;
        office.startSync();
        QTRY_VERIFY_WITH_TIMEOUT(!office.syncState().isRunning, 20000);
        QCOMPARE(office.link(), Link::Refused);
        QCOMPARE(office.syncState().offlineSince, since);
    }

    void syncCanBeStopped()
    {
        QTemporaryDir dir;
        const auto application = Application::open({dir.path(), QDate(2022, 3, 1), {}});
        QVERIFY(application);
        Office &office = application.value()->office();
        office.startSync();
        office.startSync(); // one at a time
        office.cancelSync();
        QVERIFY(office.syncState().isCancelling);
        QTRY_VERIFY_WITH_TIMEOUT(!office.syncState().isRunning, 20000);
        office.startSync(); // closing the program while one runs ends it in order
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app);
    TestApplication test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_application.moc"
