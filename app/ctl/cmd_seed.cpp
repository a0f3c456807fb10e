// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "model/base/clock.h"
#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "model/store/seed.h"

#include <QJsonObject>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// A whole number in plain digits; none for anything else.
std::optional<quint64> seedNumber(const QString &text)
{
    bool isNumber = false;
    const quint64 number = text.toULongLong(&isNumber);
    return isNumber && text == QString::number(number) ? std::optional(number) : std::nullopt;
}

} // namespace

static int runSeed(CtlSession &session, const QStringList &given)
{
    SeedOptions options;
    for (qsizetype i = 0; i < given.size(); i += 2) {
        const QString &option = given[i];
        if (option != "--participants"_L1 && option != "--random-seed"_L1)
            return session.usage(u"seed: unknown argument '%1'"_s.arg(option));
        const auto number = seedNumber(given.value(i + 1));
        if (!number)
            return session.usage(u"seed: %1 needs a whole number"_s.arg(option));
        if (option == "--random-seed"_L1)
            options.randomSeed = *number;
        else if (*number < 1 || *number > quint64(kMostSeedParticipants))
            return session.usage(u"seed: --participants is 1 to %1"_s.arg(kMostSeedParticipants));
        else
            options.participants = qint64(*number);
    }
    if (options.participants == 0)
        return session.usage(u"seed: --participants N is needed"_s);
    int exitCode = kExitDone;
    const auto library = session.rulebooks(&exitCode);
    if (!library)
        return exitCode;

    const auto facilities = FacilityIndex::trial();
    options.dir = session.storeDir;
    options.vfs = session.world.vfs;
    options.rulebook = &library->on(session.today);
    options.facilities = facilities.get();
    options.clock = session.clock;
    const auto summary = seedStore(options);
    if (!summary)
        return session.failed(summary.error());
    session.print(QJsonObject{{u"families"_s, summary.value().families},
                              {u"participants"_s, summary.value().participants},
                              {u"before"_s, summary.value().before},
                              {u"randomSeed"_s, QString::number(options.randomSeed)},
                              {u"seconds"_s, summary.value().seconds}});
    return kExitDone;
}

const Command kSeedCommand
    = {"seed", "--participants N [--random-seed S]", "fills a trial store with synthetic families",
       "Makes the store when it is missing. The same seed makes the same families; a store "
       "that has people already gets\n"
       "further ones. Ages and payments are those of 2022-03-01. No row describes a real "
       "person.\n"
       "Prints {\"families\",\"participants\",\"before\",\"randomSeed\",\"seconds\"}.\n",
       runSeed};

} // namespace Loket
