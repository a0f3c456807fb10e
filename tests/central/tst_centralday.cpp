// SPDX-License-Identifier: Apache-2.0
// What a centre does by itself: the work of a day, once whoever does it, and what it tells all its counters.
#include "model/store/connection.h"
#include "tests/central/shippedcounter.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Loket;
using namespace Loket::Central;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

/// The services stand on the day of registration(), so that only what a test asks for is done.
const QStringList kOnTheDay{u"--participants"_s, u"300"_s, u"--today"_s, u"2022-03-01"_s};

Case newFacility(int number)
{
    Case content;
    content.id = u"0190a1b2-0000-7000-9000-%1"_s.arg(number, 12, 16, QLatin1Char('0'));
    content.service = u"CHG-FKTP"_s;
    content.date = QDate(2022, 3, 1);
    content.channel = u"MCS"_s;
    content.family.kk = registration(number).family.kk;
    content.documents = {{u"KK"_s, std::nullopt, {}}, {u"DOMICILE-LETTER"_s, std::nullopt, {}}};
    content.consent = Consent{u"2022-03-01T09:12:00+07:00"_s, u"2022-1"_s};
    content.details = {{u"newFktp"_s, u"03010701"_s}, {u"reason"_s, u"domicile"_s}};
    return content;
}

QJsonObject familyAt(const ShippedCounter &counter, int number)
{
    return counter.run({u"family"_s, registration(number).family.kk}).answer();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qPrintable(path));
}

/// An edition in force from February 2022 whose one change is the days until the first payment.
QString editionFolder(const QTemporaryDir &folder, int days)
{
    const QString path = folder.filePath(u"2022-02/edition%1"_s.arg(days));
    QDir().mkpath(path);
    write(path + u"/edition.json"_s,
          "{\"id\":\"2022-02\",\"title\":\"Uji\",\"effectiveFrom\":\"2022-02-01\",\"extends\":\"handbook\","
          "\"source\":\"Uji\",\"signature\":null}");
    write(path + u"/parameters.csv"_s,
          "name,type,value,unit,from,source,note\nfirst-payment.from-days,number," + QByteArray::number(days)
              + ",days,,Uji 1/2022,\n");
    return path;
}

QByteArray message(const QByteArray &title)
{
    return "{\"id\":\"m-1\",\"from\":\"2022-03-01\",\"until\":\"2022-03-05\",\"level\":\"warning\","
           "\"title\":{\"id\":\""
        + title + "\",\"en\":\"Closed\"},\"text\":{\"id\":\"Libur nasional\",\"en\":\"Holiday\"}}";
}

int exitCodeOf(const CentralHost &host, const QStringList &arguments)
{
    const auto process = host.begin(arguments);
    process->waitForFinished(60'000);
    return process->exitCode();
}

/// Changes that the services' sequencer has not seen yet.
qint64 unplaced(const CentralHost &host)
{
    return countOf(host, "change WHERE seq IS NULL");
}

/// Ids in a table of the counter's store.
QStringList idsIn(const QString &store, const char *sql)
{
    const auto connection = must(openStore(store + u"/store.db"_s, Access::Read));
    return must(connection->all(sql, [](const Statement &row) { return row.text(0); }));
}

} // namespace

class TestCentralDay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Four at once, on more families than one transaction takes.
    void theWorkOfADayIsDoneOnce()
    {
        constexpr int kFamilies = 120, kAtOnce = 4;
        QTemporaryDir folder;
        const CentralHost host(folder.filePath(u"centre"_s), kOnTheDay);
        ShippedCounter counter(folder.filePath(u"counter"_s), host, 0, 0);
        for (int number = 1; number <= kFamilies; ++number)
            counter.submit(number);
        counter.sync(host.url(0));
        counter.submit(newFacility(1));
        counter.sync(host.url(0));
        QCOMPARE(familyAt(counter, 1)["members"_L1][0]["fktp"_L1].toString(), u"0138U020"_s);
        const qint64 due = countOf(host, "family WHERE due <= '2022-04-01'");
        QVERIFY(due >= kFamilies);
        const qint64 told = countOf(host, "change WHERE kind = 'family'");

        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < kAtOnce; ++i)
            processes.push_back(host.begin({u"--day-work"_s, u"--today"_s, u"2022-04-01"_s}));
        qint64 done = 0;
        for (const auto &process : processes) {
            QVERIFY(process->waitForFinished(60'000) && process->exitCode() == 0);
            done += QJsonDocument::fromJson(process->readAllStandardOutput())["families"_L1].toInteger();
        }
        QCOMPARE(done, due);
        QCOMPARE(countOf(host, "change WHERE kind = 'family'") - told, due);
        QCOMPARE(countOf(host, "family WHERE due <= '2022-04-01'"), 0);
        host.tell({u"--day-work"_s, u"--today"_s, u"2022-04-01"_s}); // again is harmless
        QCOMPARE(countOf(host, "change WHERE kind = 'family'") - told, due);

        QTRY_COMPARE_WITH_TIMEOUT(unplaced(host), 0, 30'000);
        counter.sync(host.url(0));
        const QJsonObject family = familyAt(counter, 1);
        QCOMPARE(family["status"_L1].toString(), u"AKTIF"_s);
        QCOMPARE(family["members"_L1][0]["fktp"_L1].toString(), u"03010701"_s);
        QCOMPARE(familyAt(counter, 2)["status"_L1].toString(), u"AKTIF"_s);
    }

    /// A service that was down when the day began does it when it comes up.
    void aServiceDoesItWhenItStarts()
    {
        QTemporaryDir folder;
        {
            const CentralHost host(folder.filePath(u"centre"_s), kOnTheDay);
            ShippedCounter counter(folder.filePath(u"counter"_s), host, 0, 0);
            counter.submit(1);
            counter.sync(host.url(0));
            QCOMPARE(countOf(host, "family WHERE due = '2022-03-15'"), 1);
        }
        const CentralHost host(folder.filePath(u"centre"_s), {u"--today"_s, u"2022-03-15"_s});
        QTRY_COMPARE_WITH_TIMEOUT(countOf(host, "family WHERE due <= '2022-03-15'"), 0, 30'000);
    }

    void anEditionAndAMessageReachEveryCounter()
    {
        QTemporaryDir folder;
        const QString first = folder.filePath(u"first"_s), second = folder.filePath(u"second"_s);
        const QString file = folder.filePath(u"message.json"_s);
        auto host = std::make_unique<CentralHost>(folder.filePath(u"centre"_s), kOnTheDay);
        ShippedCounter early(first, *host, 0, 0);
        early.submit(1);
        early.sync(host->url(0));
        QVERIFY(idsIn(first, "SELECT id FROM edition").isEmpty());

        host->tell({u"--publish-edition"_s, editionFolder(folder, 21)});
        write(file, message("Tutup"));
        host->tell({u"--announce"_s, file});
        QTRY_COMPARE_WITH_TIMEOUT(unplaced(*host), 0, 30'000);
        early.sync(host->url(0));
        const ShippedCounter late(second, *host, 1, 0);
        for (const QString &store : {first, second}) {
            QCOMPARE(idsIn(store, "SELECT id FROM edition WHERE length(body) > 0"),
                     QStringList{u"2022-02"_s});
            QCOMPARE(idsIn(store, "SELECT id FROM announcement"), QStringList{u"m-1"_s});
        }

        // Both sides work by it: the service from its next start.
        host.reset();
        host = std::make_unique<CentralHost>(folder.filePath(u"centre"_s), kOnTheDay);
        early.submit(2);
        early.sync(host->url(0));
        const QString from = u"SELECT (body::json->>'firstPaymentFrom') FROM family WHERE kk = '%1'"_s;
        const auto firstPayment = [&](int number) {
            return rowsOf(*host, from.arg(registration(number).family.kk).toStdString());
        };
        QCOMPARE(firstPayment(1), QStringList{u"2022-03-15"_s});
        QCOMPARE(firstPayment(2), QStringList{u"2022-03-22"_s});
        QCOMPARE(familyAt(early, 2)["firstPaymentFrom"_L1].toString(), u"2022-03-22"_s);
    }

    void theSameAgainIsToldOnceAndOtherContentIsRefused()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"message.json"_s);
        const CentralHost host(folder.filePath(u"centre"_s), {u"--participants"_s, u"0"_s});
        const auto told = [&] { return countOf(host, "change WHERE scope = 'all'"); };
        const QString edition = editionFolder(folder, 21);
        for (int i = 0; i < 2; ++i) {
            host.tell({u"--publish-edition"_s, edition});
            QCOMPARE(told(), 1);
        }
        QCOMPARE(exitCodeOf(host, {u"--publish-edition"_s, editionFolder(folder, 28)}), 1);
        write(edition + u"/parameters.csv"_s, "name,type\nnonsense\n");
        QCOMPARE(exitCodeOf(host, {u"--publish-edition"_s, edition}), 1);
        QCOMPARE(exitCodeOf(host, {u"--publish-edition"_s, folder.path()}), 1);
        QCOMPARE(told(), 1);
        for (const char *title : {"Tutup", "Tutup", "Buka"}) {
            write(file, message(title));
            host.tell({u"--announce"_s, file});
        }
        QCOMPARE(told(), 3);
        QCOMPARE(countOf(host, "standing"), 2);
        for (const char *wrong : {"[]", "{}", "{\"id\":\"x\"}", "nothing"}) {
            write(file, wrong);
            QCOMPARE(exitCodeOf(host, {u"--announce"_s, file}), 1);
        }
        write(file, message("Tutup").replace("2022-03-05", "2022-02-05"));
        QCOMPARE(exitCodeOf(host, {u"--announce"_s, file}), 1);
        QCOMPARE(told(), 3);
    }
};

QTEST_GUILESS_MAIN(TestCentralDay)
#include "tst_centralday.moc"
