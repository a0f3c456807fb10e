// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/ctl.h"

#include "app/ctl/command.h"
#include "app/ctl/commands.h"
#include "model/base/clock.h"

#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

namespace Loket {

void CtlSession::print(const QByteArray &line) const
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

void CtlSession::print(const QJsonObject &line) const
{
    print(QJsonDocument(line).toJson(QJsonDocument::Compact));
}

static int tell(const QString &message, int exitCode)
{
    QString line = message;
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    std::fprintf(stderr, "loketctl: %s\n", line.toUtf8().constData());
    return exitCode;
}

int CtlSession::usage(const QString &message) const
{
    return tell(message, kExitUsage);
}

int CtlSession::no(const QString &message) const
{
    return tell(message, kExitNo);
}

int CtlSession::failed(const Failure &failure) const
{
    switch (failure.kind) {
    case FailureKind::BadInput:
        return tell(failure.detail, kExitUsage);
    case FailureKind::Conflict:
        return tell(failure.detail, kExitNo);
    case FailureKind::LockedByOther:
        return tell(QStringLiteral("dibuka oleh Loket, pid %1").arg(failure.detail), kExitStore);
    case FailureKind::Busy:
        return tell(QStringLiteral("busy: another program holds the store's files (a virus scanner or a "
                                   "backup?), try again; ")
                        + failure.detail,
                    kExitStore);
    default:
        return tell(failureWord(failure.kind) + QStringLiteral(": ") + failure.detail, kExitStore);
    }
}

Outcome<QByteArray> CtlSession::read(const QString &fileOrDash, qint64 limit) const
{
    QFile file;
    bool open = false;
    if (fileOrDash == QLatin1String("-")) {
        open = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(fileOrDash);
        open = file.open(QIODevice::ReadOnly);
    }
    if (!open)
        return fail(Failure{FailureKind::BadInput, fileOrDash + QStringLiteral(": ") + file.errorString()});
    QByteArray bytes;
    while (bytes.size() <= limit) {
        const QByteArray part = file.read(qMin<qint64>(limit + 1 - bytes.size(), 1 << 20));
        if (part.isEmpty())
            break;
        bytes += part;
    }
    if (bytes.size() > limit)
        return fail(Failure{FailureKind::BadInput,
                            QStringLiteral("%1: larger than %2 bytes").arg(fileOrDash).arg(limit)});
    if (file.error() != QFileDevice::NoError)
        return fail(Failure{FailureKind::BadInput, fileOrDash + QStringLiteral(": ") + file.errorString()});
    return bytes;
}

/// Papers are painted without a display; the platform wants a private folder that a service may not have.
static std::unique_ptr<QCoreApplication> makePainting(int &argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR")) {
        static const QTemporaryDir runtime;
        qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    }
    return std::make_unique<QGuiApplication>(argc, argv);
}

/// The three standard streams are open, at least onto nothing. Otherwise the first files of the store would
/// get their numbers, and an answer would be written into one of them. Nothing can be read from or written to
/// a stream that was closed, and that is told like every other failure of it.
static bool holdStandardStreams()
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
        if (::fcntl(stream, F_GETFD) != -1 || errno != EBADF)
            continue;
        if (::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) != stream)
            return false;
    }
    return true;
}

/// An answer that nobody got is no success.
static int withAnswerWritten(int exitCode)
{
    if (std::fflush(stdout) == 0 && !std::ferror(stdout))
        return exitCode;
    return tell(QStringLiteral("the answer could not be written to standard output"), kExitStore);
}

static const Command *findCommand(const QString &name)
{
    for (const Command *command : allCommands()) {
        if (name == QLatin1String(command->name))
            return command;
    }
    return nullptr;
}

static int help(const QStringList &arguments)
{
    if (arguments.isEmpty()) {
        std::printf(
            "loketctl [--store DIR] [--rulebook DIR] [--today YYYY-MM-DD] [--officer NAME --secret-file F|-] "
            "COMMAND ...\n\n");
        for (const Command *command : allCommands())
            std::printf("  %-10s %-42s %s\n", command->name, command->arguments, command->what);
        std::printf(
            "\nExit: 0 done, 1 the answer is no, 2 bad usage or input, 3 the store or the network failed.\n"
            "loketctl help COMMAND tells more.\n");
        return kExitDone;
    }
    const Command *command = findCommand(arguments.first());
    if (!command)
        return tell(QStringLiteral("unknown command '%1'; see loketctl help").arg(arguments.first()),
                    kExitUsage);
    std::printf("loketctl %s %s\n%s\n%s", command->name, command->arguments, command->what, command->details);
    return kExitDone;
}

static int runArguments(int argc, char **argv, const CtlWorld &world)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);

    CtlSession session;
    session.world = world;
    while (!arguments.isEmpty() && arguments.first().startsWith(QLatin1String("--"))) {
        const QString option = arguments.takeFirst();
        if (option == QLatin1String("--help")) {
            return help({});
        }
        if (option != QLatin1String("--store") && option != QLatin1String("--rulebook")
            && option != QLatin1String("--today") && option != QLatin1String("--officer")
            && option != QLatin1String("--secret-file"))
            return session.usage(QStringLiteral("unknown option '%1'; see loketctl help").arg(option));
        if (arguments.isEmpty())
            return session.usage(QStringLiteral("option %1 needs a value").arg(option));
        const QString value = arguments.takeFirst();
        if (option == QLatin1String("--store")) {
            session.storeDir = value;
            session.storeGiven = true;
        } else if (option == QLatin1String("--rulebook")) {
            session.rulebookRoot = value;
        } else if (option == QLatin1String("--officer")) {
            session.officer = value;
        } else if (option == QLatin1String("--secret-file")) {
            session.secretFile = value;
        } else {
            session.today = QDate::fromString(value, Qt::ISODate);
            session.todayGiven = true;
            if (!session.today.isValid() || value.size() != 10)
                return session.usage(QStringLiteral("--today: '%1' is not a date YYYY-MM-DD").arg(value));
        }
    }
    if (arguments.isEmpty())
        return session.usage(QStringLiteral("no command given; see loketctl help"));
    const QString name = arguments.takeFirst();
    if (name == QLatin1String("help"))
        return help(arguments);
    const Command *command = findCommand(name);
    if (!command)
        return session.usage(QStringLiteral("unknown command '%1'; see loketctl help").arg(name));

    static const SystemClock systemClock;
    const Clock *clock = world.clock ? world.clock : &systemClock;
    std::unique_ptr<FixedClock> fixed;
    if (session.todayGiven) {
        fixed = std::make_unique<FixedClock>(session.today);
        clock = fixed.get();
    }
    session.clock = clock;
    session.today = clock->today();

    const std::unique_ptr<QCoreApplication> app
        = command->paints ? makePainting(argc, argv) : std::make_unique<QCoreApplication>(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("loket"));
    if (session.storeDir.isEmpty())
        session.storeDir = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return command->run(session, arguments);
}

int runCtl(int argc, char **argv, const CtlWorld &world)
{
    if (!holdStandardStreams())
        return kExitStore;
    return withAnswerWritten(runArguments(argc, argv, world));
}

} // namespace Loket
