// SPDX-License-Identifier: Apache-2.0
#include "model/services/soundness.h"

#include "model/services/purging.h"
#include "model/store/bytestore.h"
#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/leasestore.h"
#include "model/store/outbox.h"
#include "model/store/store.h"
#include "model/store/storereader.h"

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr int kEnvelopesAtOnce = 500;

/// Walks the device's chain from its first envelope.
class ChainWalk
{
public:
    ChainWalk(const QByteArray &publicKey, const QSet<qint64> &purged)
        : m_publicKey(publicKey)
        , m_purged(purged)
    {
    }
    void step(const OutboxItem &item)
    {
        const bool isEmpty = item.envelope.payload.isEmpty();
        const auto header = isEmpty ? checkPurgedEnvelope(item.envelope, m_publicKey)
                                    : checkEnvelope(item.envelope, m_publicKey);
        // An older copy of the store was put back here: what came between is gone, and was told when it was
        // noticed.
        const bool begins = header && !m_generation.isEmpty() && header.value().generation != m_generation;
        if (item.deviceSeq != m_seq + 1 && !begins)
            tell(item, u"envelopes before it are missing"_s);
        else if (!header)
            tell(item, envelopeFaultWord(header.error()));
        else if (header.value().deviceSeq != item.deviceSeq
                 || (header.value().prevHash != m_hash.toHex() && !begins))
            tell(item, u"does not follow the one before"_s);
        else if (isEmpty && !m_purged.contains(item.deviceSeq))
            tell(item, u"its payload is gone, and was not cleared away"_s);
        if (header)
            m_generation = header.value().generation;
        m_seq = item.deviceSeq;
        m_hash = isEmpty ? purgedEnvelopeHash(item.envelope) : envelopeHash(item.envelope);
    }
    QStringList finish(const DeviceState &device)
    {
        const bool hasBegun = !m_generation.isEmpty() && device.generation != m_generation;
        if (!hasBegun && (device.seq != m_seq || device.lastHash != m_hash))
            m_faults += u"envelopes: the last one is %1, expected %2"_s.arg(m_seq).arg(device.seq);
        return m_faults;
    }
    qint64 seq() const { return m_seq; }

private:
    void tell(const OutboxItem &item, const QString &what)
    {
        m_faults += u"envelope %1: %2"_s.arg(item.deviceSeq).arg(what);
    }
    const QByteArray m_publicKey;
    const QSet<qint64> m_purged;
    qint64 m_seq = 0;
    QString m_generation;
    QByteArray m_hash;
    QStringList m_faults;
};

Outcome<QStringList> checkChain(Connection &connection)
{
    const auto device = deviceState(connection);
    if (!device)
        return fail(device.error());
    const auto publicKey = devicePublicKey(connection);
    if (!publicKey)
        return fail(publicKey.error());
    const auto purged = purgedCases(connection);
    if (!purged)
        return fail(purged.error());
    ChainWalk walk(publicKey.value(), purged.value());
    for (;;) {
        const auto items = envelopesAfter(connection, walk.seq(), kEnvelopesAtOnce);
        if (!items)
            return fail(items.error());
        if (items.value().isEmpty())
            return walk.finish(device.value());
        for (const OutboxItem &item : items.value())
            walk.step(item);
    }
}

} // namespace

Outcome<QStringList> checkStore(const Store &store)
{
    const auto reader = store.reader();
    if (!reader)
        return fail(reader.error());
    auto faults = reader.value()->verify();
    if (!faults)
        return faults;
    const auto blobs = store.blobs().verify();
    if (!blobs)
        return blobs;
    const auto connection = openStore(store.dir() + u"/store.db"_s, Access::Read, store.vfs());
    if (!connection)
        return fail(connection.error());
    const auto chain = checkChain(*connection.value());
    if (!chain)
        return chain;
    const auto numbers = numbersOutsideLeases(*connection.value());
    if (!numbers)
        return fail(numbers.error());
    faults.value() += blobs.value();
    faults.value() += chain.value();
    if (numbers.value() > 0)
        faults.value() += u"numbers: %1 were given beyond what a block allows"_s.arg(numbers.value());
    return faults;
}

} // namespace Loket
