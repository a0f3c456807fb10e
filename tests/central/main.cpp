// SPDX-License-Identifier: Apache-2.0
#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/rulebook/rulebook.h"
#include "tests/central/centrekeys.h"
#include "tests/central/dayjob.h"
#include "tests/central/demo.h"
#include "tests/central/httpfront.h"
#include "tests/central/pgcentre.h"
#include "tests/central/pgpool.h"
#include "tests/central/publish.h"
#include "tests/central/routes.h"
#include "tests/central/sequencer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <csignal>
#include <cstdio>
#include <pthread.h>
#include <thread>

using namespace Loket;
using namespace Loket::Central;
using namespace Qt::StringLiterals;

namespace {

constexpr int kThreads = 256; // each connection has one; long polls at most 150 of them
constexpr int kConnections = 24;
/// Numbers that a day's leases may have used which a restored database has forgotten.
constexpr qint64 kForgottenNumbers = 5'000'000;

int say(const Failure &failure)
{
    fprintf(stderr, "loket-central: %s %s\n", qPrintable(failureWord(failure.kind)),
            qPrintable(failure.detail));
    return 1;
}

struct Options {
    QString dir;
    QDate today; ///< the centre's day; null: as it is
    std::string database;
    int port = 0;
    DemoOptions demo;
};

int init(PgPool &pool, Options &options)
{
    const auto keys = CentreKeys::openOrMake(options.dir + u"/keys"_s);
    if (!keys)
        return say(keys.error());
    const auto library = RulebookLibrary::builtIn();
    const auto facilities = FacilityIndex::trial();
    if (!library)
        return say({FailureKind::Internal, u"the built-in rulebook"_s});
    options.demo.rulebooks = library.get();
    options.demo.facilities = facilities.get();
    if (const auto made = makeCentre(pool, options.demo); !made)
        return say(made.error());
    const auto codes = enrolCodes(pool);
    if (!codes)
        return say(codes.error());
    printf("%s\n", QJsonDocument(codes.value()).toJson(QJsonDocument::Compact).constData());
    return 0;
}

/// What is in the database now is in a verified backup.
Outcome<Nothing> markDurable(PgPool &pool)
{
    return pool.inTransaction<Nothing>([](pqxx::work &work) -> Outcome<Nothing> {
        work.exec("UPDATE device SET durable_seq = next_seq - 1 WHERE durable_seq <> next_seq - 1");
        return Nothing();
    });
}

/// The database is an older copy of itself: a new history begins, and numbers that the lost one may have
/// leased are not given again.
Outcome<Nothing> beginEpoch(PgPool &pool)
{
    return pool.inTransaction<Nothing>([](pqxx::work &work) -> Outcome<Nothing> {
        const QString epoch = newUuid7(SystemClock()).toString(QUuid::WithoutBraces);
        work.exec_params("INSERT INTO epoch (id, start) SELECT $1, seq FROM head", pgText(epoch));
        work.exec_params("UPDATE next_lease SET low = low + $1", kForgottenNumbers);
        work.exec("DELETE FROM snapshot");
        return Nothing();
    });
}

int serve(PgPool &pool, const Options &options)
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr); // before the first thread: one of ours waits for them
    signal(SIGPIPE, SIG_IGN);

    const auto keys = CentreKeys::openOrMake(options.dir + u"/keys"_s);
    if (!keys)
        return say(keys.error());
    const auto library = publishedEditions(pool);
    const auto regions = RegionIndex::load();
    if (!library)
        return say(library.error());
    if (!regions)
        return say({FailureKind::Internal, u"the built-in regions"_s});
    const ShiftedClock clock = ShiftedClock::on(options.today);
    const auto facilities = publishedFacilities(pool, centreDay(clock));
    if (!facilities)
        return say(facilities.error());
    Sequencer sequencer(pool);
    const World world{
        pool, sequencer, keys.value(), clock,
        Context{library.value().get(), {}, regions.value().get(), facilities.value().get(), nullptr}};
    Routes routes(world, qEnvironmentVariable("LOKET_CENTRAL_RECORD"));
    const std::string dir = options.dir.toStdString();
    HttpFront front(dir + "/server.pem", dir + "/server.key", kThreads,
                    [&](const HttpRequest &request) { return routes.answer(request); });
    if (!front.isValid())
        return say({FailureKind::Missing, u"server.pem or server.key"_s});
    const int port = front.bind(options.port);
    if (port < 0)
        return say({FailureKind::Busy, u"port %1"_s.arg(options.port)});
    DayJob dayJob(pool, sequencer, clock);
    std::thread waiter([&] {
        int signalNumber = 0;
        sigwait(&ends, &signalNumber);
        dayJob.end();
        sequencer.end();
        front.stop();
    });
    printf("%d\n", port);
    fflush(stdout);
    front.run();
    waiter.join();
    return 0;
}

int workOfTheDay(PgPool &pool, QDate today)
{
    const auto families = doDayWork(pool, centreDay(ShiftedClock::on(today)));
    if (!families)
        return say(families.error());
    printf("{\"families\":%lld}\n", static_cast<long long>(families.value()));
    return 0;
}

Outcome<Nothing> announceFile(PgPool &pool, const QString &path)
{
    QFile file(path);
    const bool isOpen
        = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    const QJsonDocument message = isOpen ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    if (!message.isObject())
        return fail(Failure{FailureKind::BadInput, path + u": no JSON object"_s});
    return announce(pool, message.object());
}

Outcome<Nothing> publish(PgPool &pool, const Options &options, const QString &folder)
{
    const auto keys = CentreKeys::openOrMake(options.dir + u"/keys"_s);
    return keys ? publishEdition(pool, keys.value().signing, folder) : fail(keys.error());
}

/// The name of the file is the list's id.
Outcome<Nothing> publishList(PgPool &pool, const Options &options, const QString &path, const QString &from)
{
    const auto keys = CentreKeys::openOrMake(options.dir + u"/keys"_s);
    if (!keys)
        return fail(keys.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Failure{FailureKind::BadInput, path + u": "_s + file.errorString()});
    const QDate day
        = from.isEmpty() ? centreDay(ShiftedClock::on(options.today)) : QDate::fromString(from, Qt::ISODate);
    return publishFacilities(pool, keys.value().signing, QFileInfo(path).completeBaseName(), day,
                             file.readAll());
}

Outcome<Nothing> giveOrder(PgPool &pool, const Options &options, const QCommandLineParser &parser)
{
    const auto keys = CentreKeys::openOrMake(options.dir + u"/keys"_s);
    if (!keys)
        return fail(keys.error());
    OrderReason reason{parser.value(u"reason"_s), parser.value(u"reason-en"_s)};
    if (reason.en.isEmpty())
        reason.en = reason.id;
    return order(pool, keys.value().signing, parser.value(u"device"_s), parser.value(u"order"_s), reason);
}

/// None: no such command was given.
std::optional<int> run(PgPool &pool, const QCommandLineParser &parser, Options &options)
{
    if (parser.isSet(u"init"_s))
        return init(pool, options);
    if (parser.isSet(u"serve"_s))
        return serve(pool, options);
    if (parser.isSet(u"day-work"_s))
        return workOfTheDay(pool, options.today);
    std::optional<Outcome<Nothing>> done;
    if (parser.isSet(u"mark-durable"_s))
        done = markDurable(pool);
    else if (parser.isSet(u"restored"_s))
        done = beginEpoch(pool);
    else if (parser.isSet(u"publish-edition"_s))
        done = publish(pool, options, parser.value(u"publish-edition"_s));
    else if (parser.isSet(u"publish-facilities"_s))
        done = publishList(pool, options, parser.value(u"publish-facilities"_s), parser.value(u"from"_s));
    else if (parser.isSet(u"order"_s))
        done = giveOrder(pool, options, parser);
    else if (parser.isSet(u"announce"_s))
        done = announceFile(pool, parser.value(u"announce"_s));
    if (!done)
        return std::nullopt;
    return *done ? 0 : say(done->error());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"loket-central"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"The stand-in of the central service. Start it with tests/central/run.sh."_s);
    parser.addHelpOption();
    const auto flag = [&](const QString &name, const QString &what, const QString &value = {}) {
        parser.addOption(QCommandLineOption(name, what, value));
    };
    flag(u"init"_s, u"makes keys, tables and demo data where they are missing; prints the codes"_s);
    flag(u"serve"_s, u"serves until SIGTERM; prints the port when it is ready"_s);
    flag(u"mark-durable"_s, u"what is in the database is in a verified backup"_s);
    flag(u"restored"_s, u"the database was restored from an older copy: begins a new epoch"_s);
    flag(u"day-work"_s, u"does what the day brings by itself, as each process does when its day begins"_s);
    flag(u"publish-edition"_s, u"signs an edition of the rulebook and tells all counters"_s, u"FOLDER"_s);
    flag(u"publish-facilities"_s, u"signs a list of facilities (fktp-….csv) and tells all counters"_s,
         u"FILE"_s);
    flag(u"from"_s, u"of --publish-facilities; else today"_s, u"DAY"_s);
    flag(u"announce"_s, u"tells all counters a message; README.md"_s, u"FILE|-"_s);
    flag(u"order"_s, u"gives the counter --device an order: freeze, unfreeze, wipe, revoke"_s, u"WORD"_s);
    flag(u"device"_s, u"of --order"_s, u"ID"_s);
    flag(u"reason"_s, u"of --order, for who reads it at the counter"_s, u"TEXT"_s);
    flag(u"reason-en"_s, u"the same in English"_s, u"TEXT"_s);
    flag(u"today"_s, u"the centre's day, for --serve and --day-work; else the calendar's"_s, u"DAY"_s);
    flag(u"dir"_s, u"folder of keys and certificates"_s, u"D"_s);
    flag(u"database"_s, u"for libpq; else it is in D/database"_s, u"TEXT"_s);
    flag(u"port"_s, u"0: any free one"_s, u"P"_s);
    flag(u"offices"_s, u"of the demo data"_s, u"M"_s);
    flag(u"codes"_s, u"of each office"_s, u"K"_s);
    flag(u"participants"_s, u"of the demo data"_s, u"N"_s);
    parser.process(app);

    Options options;
    options.dir = parser.value(u"dir"_s);
    options.today = QDate::fromString(parser.value(u"today"_s), Qt::ISODate);
    if (parser.isSet(u"today"_s) && !options.today.isValid())
        return say({FailureKind::BadInput, u"--today: a day, 2027-01-31"_s});
    options.port = parser.value(u"port"_s).toInt();
    options.demo.offices
        = parser.isSet(u"offices"_s) ? parser.value(u"offices"_s).toInt() : options.demo.offices;
    options.demo.codes = parser.isSet(u"codes"_s) ? parser.value(u"codes"_s).toInt() : options.demo.codes;
    if (parser.isSet(u"participants"_s))
        options.demo.participants = parser.value(u"participants"_s).toLongLong();
    options.database = parser.value(u"database"_s).toStdString();
    if (QFile file(options.dir + u"/database"_s); options.database.empty() && file.open(QIODevice::ReadOnly))
        options.database = file.readAll().trimmed().toStdString();
    if (options.dir.isEmpty() || options.database.empty())
        return say({FailureKind::BadInput, u"--dir D with a file 'database', or --database, is needed"_s});

    PgPool pool(options.database, kConnections);
    if (const auto done = run(pool, parser, options))
        return *done;
    return say({FailureKind::BadInput, u"a command is needed; see --help"_s});
}
