// SPDX-License-Identifier: Apache-2.0
#include "model/store/seed.h"

#include "model/base/clock.h"
#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "model/store/connection.h"
#include "model/store/mirrorload.h"
#include "model/store/seedfamilies.h"
#include "model/store/store.h"
#include "model/store/storelock.h"
#include "model/store/storereader.h"
#include "model/store/writer.h"

#include <QElapsedTimer>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// Where the new rows begin.
struct SeedStart {
    qint64 family = 0;      ///< highest row id in use
    qint64 participant = 0; ///< highest row id in use
    qint64 count = 0;       ///< participants there are
};

std::vector<SeedBank> seedBanks(const Rulebook &rulebook)
{
    std::vector<SeedBank> banks;
    const RuleTable &table = rulebook.table(u"banks"_s);
    for (qsizetype i = 0; i < table.size(); ++i) {
        const RuleRow row = table.row(i);
        banks.push_back({row.cell(u"code"_s).toStdString(), row.cell(u"vaPrefix"_s).toStdString(),
                         int(row.number(u"accountDigits"_s))});
    }
    return banks;
}

Outcome<qint64> addFamilies(const SeedOptions &options, const SeedWorld &world, const SeedStart &start,
                            MirrorRows &rows)
{
    SeedFamilies families(world, options.randomSeed);
    qint64 made = 0;
    qint64 number = start.family;
    for (; made < options.participants; ++number) {
        families.make(number, start.participant + made + 1, options.participants - made);
        Outcome<Nothing> added = rows.add(families.family());
        for (const MirrorParticipantRow &member : families.members()) {
            if (added)
                added = rows.add(member);
        }
        if (!added)
            return fail(added.error());
        made += qint64(families.members().size());
    }
    return number - start.family;
}

Outcome<SeedStart> seedStart(Connection &connection)
{
    const auto start
        = connection.one("SELECT (SELECT max(id) FROM family), (SELECT max(id) FROM participant),"
                         " (SELECT participants FROM mirror_state WHERE one = 1)",
                         [](const Statement &s) {
                             return SeedStart{s.integer(0), s.integer(1), s.integer(2)};
                         });
    if (!start)
        return fail(start.error());
    return start.value().value_or(SeedStart());
}

/// One transaction on the writer's thread, with all indexes in place.
Outcome<qint64> addToMirror(Store &store, const SeedOptions &options, const SeedWorld &world,
                            const SeedStart &start)
{
    return store.mirrorWriter()
        ->run(Writer::Priority::Feed,
              [&](Connection &connection) {
                  MirrorRows rows(connection);
                  return addFamilies(options, world, start, rows);
              })
        .result();
}

Outcome<qint64> makeMirror(const SeedOptions &options, const SeedWorld &world)
{
    const auto lock = StoreLock::take(options.dir);
    if (!lock)
        return fail(lock.error());
    auto load = MirrorLoad::begin(options.dir, options.vfs);
    if (!load)
        return fail(load.error());
    const auto families = addFamilies(options, world, {}, load.value()->rows());
    if (!families)
        return families;
    const auto finished = load.value()->finish();
    if (!finished)
        return fail(finished.error());
    return families;
}

/// Whether trial data may be put in, and where it would begin.
Outcome<SeedStart> lookAtStore(Store &store)
{
    const auto reader = store.reader();
    if (!reader)
        return fail(reader.error());
    const auto status = reader.value()->status();
    if (!status)
        return fail(status.error());
    if (!status.value().isTrial)
        return fail(Failure{FailureKind::Conflict, u"only a trial store can be seeded"_s});
    return store.mirrorWriter()
        ->run(Writer::Priority::Feed, [](Connection &connection) { return seedStart(connection); })
        .result();
}

} // namespace

Outcome<SeedWorld> seedWorld(const SeedOptions &options, const RegionData &regions)
{
    auto words = SeedWords::builtIn();
    if (!words)
        return fail(words.error());
    SeedWorld world{
        SeedPlaces(regions, words.value().provinces), words.take(), {}, {}, seedBanks(*options.rulebook)};
    for (const Facility &facility : options.facilities->all())
        (facility.kind == "gigi"_L1 ? world.dentists : world.primaryCare)
            .push_back(facility.code.toStdString());
    if (world.banks.empty() || world.primaryCare.empty())
        return fail(Failure{FailureKind::Internal, u"no bank or no facility to seed with"_s});
    return world;
}

Outcome<SeedSummary> seedStore(const SeedOptions &options)
{
    Q_ASSERT(options.participants >= 1 && options.participants <= kMostSeedParticipants);
    QElapsedTimer timer;
    timer.start();
    const auto regions = RegionData::builtIn();
    if (!regions)
        return fail(regions.error());
    const auto world = seedWorld(options, regions.value());
    if (!world)
        return fail(world.error());
    auto store = Store::open({options.dir, options.vfs, true, true, options.clock});
    if (!store)
        return fail(store.error());
    const auto start = lookAtStore(*store.value());
    if (!start)
        return fail(start.error());
    Outcome<qint64> families = qint64(0);
    if (start.value().family > 0 || start.value().count > 0) {
        families = addToMirror(*store.value(), options, world.value(), start.value());
    } else {
        store.value().reset(); // closes mirror.db and lets go of the lock
        families = makeMirror(options, world.value());
    }
    if (!families)
        return fail(families.error());
    return SeedSummary{families.value(), options.participants, start.value().count,
                       double(timer.nsecsElapsed()) / 1e9};
}

} // namespace Loket
