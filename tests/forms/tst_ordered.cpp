// SPDX-License-Identifier: Apache-2.0
// What the centre sends while the whole program runs: rules and lists that count at once, a freeze, a wipe.
#include "app/application.h"
#include "forms/common/inspect.h"
#include "forms/common/office.h"
#include "forms/common/pill.h"
#include "forms/common/theme.h"
#include "forms/shell/closedwindow.h"
#include "forms/shell/mainwindow.h"
#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "model/store/wipemark.h"
#include "model/sync/storededitions.h"
#include "tests/fakes/fakecentre.h"
#include "tests/fakes/fakedialogs.h"
#include "tests/fakes/fakeoffice.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

const QDate kDay(2022, 3, 1);

/// A store that belongs to a fake centre, and the program on it.
struct Running {
    QTemporaryDir folder;
    FixedClock clock{kDay};
    std::unique_ptr<FakeCentre> centre;
    QString device;
    FakeDialogs dialogs;
    std::unique_ptr<Application> application;

    Running()
    {
        FakeOffice made(folder.path());
        centre = std::make_unique<FakeCentre>(clock, made.context());
        centre->addOffice(u"0901"_s, u"Jakarta Selatan"_s, {u"31.74"_s});
        made.enrol(*centre, u"0901"_s);
        made.sync();
        device = made.device();
    }
    void start()
    {
        LaunchOptions options{folder.path(), kDay, {}};
        options.centre = [this](Store &, const Context &,
                                const std::atomic_bool *) -> Outcome<std::unique_ptr<CentralPort>> {
            return centre->connect(device);
        };
        application.reset();
        auto opened = Application::open(options, &dialogs);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        application = opened.take();
        application->show();
    }
    Office &office() const { return application->office(); }
    /// False: it did not end.
    bool sync() const
    {
        office().startSync();
        return QTest::qWaitFor([this] { return application->closed() || !office().syncState().isRunning; },
                               20000);
    }
    void order(const QString &word, int number) const
    {
        centre->order(device,
                      {{u"device"_s, device},
                       {u"order"_s, word},
                       {u"number"_s, number},
                       {u"reason"_s, QJsonObject{{u"id"_s, u"Laptop hilang"_s}, {u"en"_s, u"Lost"_s}}}});
    }
};

QJsonObject editionOf2027()
{
    const QString parameters
        = u"name,type,value,unit,from,source,note\nfirst-payment.from-days,number,21,days,,Uji 1/2027,\n"_s;
    const QString edition = u"{\"id\":\"2027-01\",\"title\":\"Uji\",\"effectiveFrom\":\"2027-01-01\","
                            "\"extends\":\"2025-02\",\"source\":\"Uji\",\"signature\":null}"_s;
    return {{u"id"_s, u"2027-01"_s},
            {u"effectiveFrom"_s, u"2027-01-01"_s},
            {u"files"_s, QJsonObject{{u"edition.json"_s, edition}, {u"parameters.csv"_s, parameters}}}};
}

void keepPicture(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("LOKET_PICTURES");
    if (!folder.isEmpty())
        window.grab().save(folder + u'/' + name + u".png"_s);
}

} // namespace

class TestOrdered : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEditionCountsAtOnceAndAfterARestart()
    {
        Running program;
        program.start();
        const Rulebook &before = program.office().context().rulebooks->on(QDate(2027, 1, 1));
        QCOMPARE(before.number(u"first-payment.from-days"_s), 14);
        program.centre->publishEdition({{u"id"_s, u"2027-01"_s}, {u"effectiveFrom"_s, u"2027-01-01"_s}},
                                       editionOf2027());
        QSignalSpy changes(&program.office(), &Office::rulesChanged);
        QVERIFY(program.sync());
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes.first().first().toStringList(), QStringList{u"2027-01"_s});
        const auto fromDays = [&] {
            return program.office()
                .context()
                .rulebooks->on(QDate(2027, 1, 1))
                .number(u"first-payment.from-days"_s);
        };
        QCOMPARE(fromDays(), 21);
        QCOMPARE(before.number(u"first-payment.from-days"_s), 14); // what a page holds of before lives on
        QCOMPARE(program.application->window().toastText(),
                 u"Edisi aturan 2027-01 berlaku mulai 1 Jan 2027."_s);
        QVERIFY(program.sync());
        QCOMPARE(changes.size(), 1); // nothing came
        program.start();
        QCOMPARE(fromDays(), 21);
    }

    void aListOfFacilitiesCountsAtOnceAndAfterARestart()
    {
        Running program;
        program.start();
        const auto name = [&] {
            const auto known = program.office().context().facilities->facility(u"09020101"_s);
            return known ? known->name : QString();
        };
        QCOMPARE(name(), QString());
        const auto publish = [&](const QString &id, QDate from, const QByteArray &csv) {
            program.centre->publishFacilities(
                {{u"id"_s, id}, {u"effectiveFrom"_s, from.toString(Qt::ISODate)}},
                facilitiesPackage(id, from, csv));
        };
        publish(u"fktp-2022-03"_s, kDay, "code,name,kind,area\n09020101,Puskesmas Uji,puskesmas,Kota Uji\n");
        publish(u"fktp-2022-04"_s, kDay.addMonths(1),
                "code,name,kind,area\n09020101,Puskesmas Nanti,puskesmas,Kota Uji\n");
        publish(u"fktp-2022-02"_s, kDay.addMonths(-1),
                "code,name,kind,area\n09020101,Puskesmas Dahulu,puskesmas,Kota Uji\n");
        publish(u"fktp-2022-03-b"_s, kDay, "code,name,kind,area\n09020101,,puskesmas,Kota Uji\n"); // faulty
        QTest::ignoreMessage(QtWarningMsg, "fktp-2022-03-b: line 2: name: empty");
        QVERIFY(program.sync());
        QCOMPARE(name(), u"Puskesmas Uji"_s);
        QVERIFY(!program.office().context().facilities->facility(u"0138U020"_s));
        QTest::ignoreMessage(QtWarningMsg, "fktp-2022-03-b: line 2: name: empty");
        program.start();
        QCOMPARE(name(), u"Puskesmas Uji"_s);
    }

    void aFreezeIsShownAndEnds()
    {
        Running program;
        program.start();
        const auto mark = [&] { return program.application->window().findChild<Pill *>(u"workStopMark"_s); };
        QVERIFY(!mark()->isVisible());
        program.order(u"freeze"_s, 1);
        QVERIFY(program.sync());
        QVERIFY(mark()->isVisible());
        QCOMPARE(program.office().status().work.reasonId, u"Laptop hilang"_s);
        program.start();
        QVERIFY(mark()->isVisible());
        program.order(u"unfreeze"_s, 2);
        QVERIFY(program.sync());
        QVERIFY(!mark()->isVisible());
    }

    void aWipeClosesTheProgramForGood()
    {
        Running program;
        program.start();
        program.office().submit(registration(1));
        QTRY_COMPARE(program.office().status().casesToday, 1);
        program.order(u"wipe"_s, 1);
        QVERIFY(program.sync());
        QTRY_VERIFY(program.application->closed());
        ClosedWindow &closed = *program.application->closed();
        QVERIFY(closed.isVisible());
        QTRY_VERIFY(!QFile::exists(program.folder.filePath(u"store.db"_s)));
        const auto mark = readWipeMark(program.folder.path());
        QVERIFY(mark);
        QCOMPARE(mark.value().cases, 1);
        QVERIFY(closed.findChild<QLabel *>(u"closedReason"_s)->text().contains(u"Laptop hilang"_s));
        QVERIFY(closed.findChild<QLabel *>(u"closedSealed"_s)->text().contains(mark.value().sealed.first()));
        QVERIFY(closed.findChild<QLabel *>(u"closedTold"_s)->text().contains(u"belum tahu"_s));
        QStringList faults;
        for (const Finding &finding : inspectWindow(closed))
            faults += finding.line();
        QCOMPARE(faults, QStringList());
        keepPicture(closed, u"closed"_s);

        program.start(); // nothing is made anew
        QVERIFY(program.application->closed());
        QVERIFY(!QFile::exists(program.folder.filePath(u"store.db"_s)));
        WipeMark told = mark.value();
        told.isTold = true;
        program.application->closed()->setMark(told);
        QVERIFY(program.application->closed()
                    ->findChild<QLabel *>(u"closedTold"_s)
                    ->text()
                    .contains(u"sudah tahu"_s));
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    Theme theme(app);
    TestOrdered test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ordered.moc"
