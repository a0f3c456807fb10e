// SPDX-License-Identifier: Apache-2.0
#include "tests/central/pgcentre.h"

#include "model/base/clock.h"
#include "tests/central/pgpool.h"
#include "tests/central/sequencer.h"

using namespace Qt::StringLiterals;

namespace Loket::Central {

namespace {

constexpr int kMostEntries = 1000;
constexpr int kLongestWait = 55; // seconds

/// A line of the feed as it lies there, to be handed on as it is: the signed bytes of a signed one are its
/// body.
FeedEntry entryOf(qint64 seq, const QString &kind, const QByteArray &body, const pqxx::field &signature)
{
    FeedEntry entry{seq, kind, {}, {}, body};
    if (!signature.is_null())
        entry.proof = SignedText{body, bytesOf(signature)};
    return entry;
}

} // namespace

QStringList Caller::scopes() const
{
    QStringList scopes{u"all"_s, u"device:"_s + device, u"office:"_s + office};
    for (const QString &area : areas)
        scopes += u"area:"_s + area;
    return scopes;
}

Outcome<std::optional<Caller>> findCaller(PgPool &pool, const QString &device)
{
    using Answer = Outcome<std::optional<Caller>>;
    return pool.inSnapshot<std::optional<Caller>>([&](pqxx::transaction_base &now) -> Answer {
        const pqxx::result rows = now.exec_prepared("who", pgText(device));
        if (rows.empty())
            return std::optional<Caller>();
        Caller caller;
        caller.device = device;
        caller.publicKey = bytesOf(rows[0][0]);
        caller.boxKey = bytesOf(rows[0][1]);
        caller.state = Welcome::Device(rows[0][2].as<int>());
        caller.office = textOf(rows[0][3]);
        caller.areas = textOf(rows[0][4]).split(u',', Qt::SkipEmptyParts);
        return std::optional(caller);
    });
}

PgCentre::PgCentre(const World &world, Caller caller)
    : m_world(world)
    , m_caller(std::move(caller))
{
}

Outcome<FeedPage> PgCentre::readChanges(const QString &epoch, qint64 cursor, int limit)
{
    using Answer = Outcome<FeedPage>;
    return m_world.pool.inSnapshot<FeedPage>([&](pqxx::transaction_base &now) -> Answer {
        const pqxx::result rows
            = now.exec_prepared(m_caller.areas.isEmpty() ? "all-changes" : "changes", pgText(m_caller.device),
                                pgArray(m_caller.scopes()), cursor, limit + 1);
        if (rows.empty())
            return fail(Failure{FailureKind::Denied, u"device.unknown"_s});
        FeedPage page;
        const qint64 head = numberOf(rows[0][0]);
        page.epoch = textOf(rows[0][1]);
        page.durableSeq = numberOf(rows[0][2]);
        if ((!epoch.isEmpty() && epoch != page.epoch) || cursor > head)
            return fail(Failure{FailureKind::Gone, u"epoch.other"_s});
        for (const pqxx::row &row : rows) {
            if (!row[3].is_null())
                page.entries += entryOf(numberOf(row[3]), textOf(row[4]), latinOf(row[5]), row[6]);
        }
        page.next = head; // what lies between is for others
        if (page.entries.size() > limit) {
            page.entries.removeLast();
            page.more = true;
            page.next = page.entries.last().seq;
        }
        return page;
    });
}

Outcome<FeedPage> PgCentre::changes(const QString &epoch, qint64 cursor, int limit, int waitSeconds)
{
    if (cursor < 0 || limit < 1 || waitSeconds < 0)
        return fail(Failure{FailureKind::BadInput, u"changes.query"_s});
    const int most = qMin(limit, kMostEntries);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(qMin(waitSeconds, kLongestWait));
    for (;;) {
        auto page = readChanges(epoch, cursor, most);
        const auto left
            = std::chrono::duration_cast<std::chrono::seconds>(end - std::chrono::steady_clock::now());
        if (!page || !page.value().entries.isEmpty() || left.count() < 1)
            return page;
        const auto asked = std::chrono::steady_clock::now();
        m_world.sequencer.waitBeyond(page.value().next, int(left.count()));
        if (m_world.sequencer.head() <= page.value().next
            && std::chrono::steady_clock::now() - asked < std::chrono::seconds(1))
            return page; // not waited: too many do, or the service ends
    }
}

Outcome<SignedText> PgCentre::edition(const QString &id)
{
    using Answer = Outcome<SignedText>;
    return m_world.pool.inSnapshot<SignedText>([&](pqxx::transaction_base &now) -> Answer {
        const pqxx::result rows
            = now.exec_params("SELECT text, signature FROM edition WHERE id = $1", pgText(id));
        if (rows.empty())
            return fail(Failure{FailureKind::Gone, u"edition.unknown"_s});
        return SignedText{bytesOf(rows[0][0]), bytesOf(rows[0][1])};
    });
}

} // namespace Loket::Central
