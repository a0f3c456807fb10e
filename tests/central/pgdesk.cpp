// SPDX-License-Identifier: Apache-2.0
#include "model/base/clock.h"
#include "model/centre/centredesk.h"
#include "model/centre/greeting.h"
#include "model/sync/courierfile.h"
#include "tests/central/centrekeys.h"
#include "tests/central/dayjob.h"
#include "tests/central/pgbook.h"
#include "tests/central/pgcentre.h"
#include "tests/central/pgpool.h"
#include "tests/central/sequencer.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

// Hello and what comes with it, envelopes, and envelopes that another counter carries.

namespace Loket::Central {

namespace {

/// Where the counter's history and this one part.
qint64 epochStart(pqxx::transaction_base &work, const QString &epoch, qint64 head)
{
    if (epoch.isEmpty())
        return head;
    const pqxx::row row = work.exec_params1(
        "SELECT (SELECT number FROM epoch WHERE id = $1),"
        " (SELECT min(start) FROM epoch WHERE number > (SELECT number FROM epoch WHERE id = $1))",
        pgText(epoch));
    const QList<qint64> starts = row[1].is_null() ? QList<qint64>() : QList<qint64>{numberOf(row[1])};
    return partingOf(epoch, !row[0].is_null(), starts, head);
}

/// The orders to the counter; for a new one also what was told to everybody, in force or not.
QList<FeedEntry> toldBefore(pqxx::transaction_base &work, const QString &device, bool isNew)
{
    QList<FeedEntry> entries;
    const pqxx::result rows = work.exec_params(
        "(SELECT kind, body, proof_signature FROM standing WHERE $2 ORDER BY kind, id) UNION ALL"
        " (SELECT kind, body, proof_signature FROM change WHERE scope = $1 AND kind = 'device' ORDER BY id)",
        pgText(u"device:"_s + device), isNew);
    for (const pqxx::row &row : rows) {
        const QByteArray body = latinOf(row[1]);
        FeedEntry entry{0, textOf(row[0]), QJsonDocument::fromJson(body).object(), {}};
        if (!row[2].is_null())
            entry.proof = {body, bytesOf(row[2])};
        entries += entry;
    }
    return entries;
}

} // namespace

Outcome<Welcome> PgCentre::hello(const CounterState &state)
{
    using Answer = Outcome<Welcome>;
    return m_world.pool.inTransaction<Welcome>([&](pqxx::work &work) -> Answer {
        PgBook book(work);
        const auto device = book.device(m_caller.device);
        if (!device)
            return fail(device.error());
        if (!device.value())
            return fail(Failure{FailureKind::Denied, u"device.unknown"_s});
        for (const SignedText &proof : state.leases)
            registerLease(work, m_world.keys, m_caller.device, proof);
        const pqxx::row where = work.exec_prepared1("where");
        CentreStanding standing{textOf(where[1]), numberOf(where[0]), 0, m_world.clock.nowUtc()};
        standing.epochStart = epochStart(work, state.epoch, standing.head);
        return welcomeOf(*device.value(), state, standing,
                         toldBefore(work, m_caller.device, state.epoch.isEmpty()), centreDay(m_world.clock));
    });
}

Outcome<Receipt> PgCentre::receive(const QString &device, const Envelope &envelope, SubmitReply *reply)
{
    using Answer = Outcome<Receipt>;
    return m_world.pool.inTransaction<Receipt>([&](pqxx::work &work) -> Answer {
        PgBook book(work);
        if (device == m_caller.device)
            book.knowAreas(m_caller.office, m_caller.areas);
        book.expect(device, envelope);
        CentreDesk desk(book, m_world.context, &m_world.keys.signing, centreDay(m_world.clock));
        auto receipt = desk.receive(device, envelope);
        if (!receipt)
            return receipt;
        book.flush();
        const auto now = book.device(device);
        if (now && now.value()) {
            reply->expectedSeq = now.value()->nextSeq;
            reply->durableSeq = now.value()->durableSeq;
        }
        return receipt;
    });
}

Outcome<SubmitReply> PgCentre::submit(const QList<Envelope> &envelopes)
{
    SubmitReply reply;
    for (const Envelope &envelope : envelopes) {
        auto receipt = receive(m_caller.device, envelope, &reply);
        if (receipt) {
            reply.receipts += receipt.take();
        } else if (reply.receipts.isEmpty()) {
            return fail(receipt.error());
        } else { // what is done is told; the rest comes again
            reply.receipts += Receipt{envelope.id, Receipt::Kind::Later, u"later"_s};
        }
    }
    m_world.sequencer.poke();
    return reply;
}

/// Whoever carries it: what counts is who signed it, and the answer is sealed to that counter.
Outcome<QByteArray> PgCentre::carry(const QByteArray &sealed)
{
    using Answer = Outcome<std::optional<CourierSender>>;
    return answerCourier(sealed, m_world.keys.box, m_world.keys.signing,
                         [this](const QString &device) -> Answer {
                             auto caller = findCaller(m_world.pool, device);
                             if (!caller)
                                 return fail(caller.error());
                             if (!caller.value())
                                 return std::optional<CourierSender>();
                             CourierSender sender{caller.value()->publicKey, caller.value()->boxKey, nullptr};
                             sender.session = std::make_unique<PgCentre>(m_world, *caller.value());
                             return std::optional(std::move(sender));
                         });
}

} // namespace Loket::Central
