// SPDX-License-Identifier: Apache-2.0
#include "model/services/purging.h"

#include "model/base/clock.h"
#include "model/rulebook/rulebook.h"
#include "model/store/audit.h"
#include "model/store/bytestore.h"
#include "model/store/centrestore.h"
#include "model/store/connection.h"
#include "model/store/purge.h"
#include "model/store/store.h"
#include "model/store/transaction.h"
#include "model/store/writer.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// Of one transaction; a save waits no longer than that.
constexpr int kCasesAtOnce = 20;
constexpr int kPicturesAtOnce = 20;
constexpr int kLeastDays = 14;
constexpr auto kPurgeAction = "store.purge"_L1; ///< of an audit row; its object: the cases' device_seq

struct Cleared {
    PurgeCount count;
    QStringList files;
};

Outcome<Cleared> clearSome(Connection &connection, const Store &store, const Actor &actor, int days)
{
    const auto trial = isTrialStore(connection);
    if (!trial)
        return fail(trial.error());
    if (trial.value())
        return Cleared();
    const QDateTime now = store.clock().nowUtc();
    const QDateTime before = now.addDays(-days);
    const auto cases = purgeCases(connection, before, kCasesAtOnce);
    if (!cases)
        return fail(cases.error());
    const auto files = purgePictures(connection, before, kPicturesAtOnce);
    if (!files)
        return fail(files.error());
    Cleared cleared{{int(cases.value().size()), int(files.value().size())}, files.value()};
    cleared.count.isMore = cleared.count.cases == kCasesAtOnce || cleared.count.pictures == kPicturesAtOnce;
    if (cases.value().isEmpty() && files.value().isEmpty())
        return cleared;
    QStringList numbers;
    for (const qint64 seq : cases.value())
        numbers += QString::number(seq);
    const QString what = u"%1 pictures"_s.arg(files.value().size());
    if (const auto audited = appendAudit(connection, {actor, now, kPurgeAction, numbers.join(u' '), what});
        !audited)
        return fail(audited.error());
    return cleared;
}

} // namespace

int purgeDays(const Rulebook &rules)
{
    return qMax(kLeastDays, int(rules.number(u"purge.days"_s)));
}

Outcome<QSet<qint64>> purgedCases(Connection &connection)
{
    QSet<qint64> purged;
    const auto rows = connection.all(
        "SELECT object FROM audit WHERE action = ?",
        [&purged](const Statement &s) {
            for (const QString &seq : s.text(0).split(u' ', Qt::SkipEmptyParts))
                purged += seq.toLongLong();
            return true;
        },
        QString(kPurgeAction));
    if (!rows)
        return fail(rows.error());
    return purged;
}

QFuture<Outcome<PurgeCount>> purgeSome(Store &store, const Actor &actor, int days)
{
    return store.writer()->runBare(Writer::Priority::Feed,
                                   [&store, actor, days](Connection &connection) -> Outcome<PurgeCount> {
                                       Transaction transaction(connection);
                                       if (!transaction.begun())
                                           return fail(transaction.begun().error());
                                       const auto cleared = clearSome(connection, store, actor, days);
                                       if (!cleared)
                                           return fail(cleared.error());
                                       if (const auto committed = transaction.commit(); !committed)
                                           return fail(committed.error());
                                       store.blobs().discard(cleared.value().files);
                                       return cleared.value().count;
                                   });
}

Outcome<PurgeCount> purgeAll(Store &store, const Actor &actor, int days, const std::atomic_bool *cancel)
{
    PurgeCount all;
    do {
        const auto some = purgeSome(store, actor, days).result();
        if (!some)
            return some;
        all.cases += some.value().cases;
        all.pictures += some.value().pictures;
        all.isMore = some.value().isMore;
    } while (all.isMore && !(cancel && *cancel));
    return all;
}

} // namespace Loket
