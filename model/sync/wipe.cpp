// SPDX-License-Identifier: Apache-2.0
#include "model/sync/wipe.h"

#include "model/base/clock.h"
#include "model/store/audit.h"
#include "model/store/bytestore.h"
#include "model/store/centrestore.h"
#include "model/store/connection.h"
#include "model/store/deviceorders.h"
#include "model/store/devicestore.h"
#include "model/store/diskreserve.h"
#include "model/store/outbox.h"
#include "model/store/store.h"
#include "model/store/syncstate.h"
#include "model/store/writer.h"
#include "model/sync/courierfile.h"
#include "model/sync/httpcentral.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr qint64 kMostEnvelopeBytes = 16 * 1024 * 1024; ///< of a file
constexpr qint64 kMostPictureBytes = 32 * 1024 * 1024;

struct Wiping {
    KeptOrder order;
    CentreAccess access;
    CounterState state;
    QString workstation, office;
    qint64 courierNumber = 0; ///< of the last file
    QList<BlobToSend> blobs;
};

Outcome<Wiping> whatToWipe(Connection &connection)
{
    const auto order = wipeOrder(connection);
    if (!order)
        return fail(order.error());
    if (!order.value())
        return fail(Failure{FailureKind::Missing, u"the centre ordered no such thing"_s});
    const auto access = centreAccess(connection);
    if (!access)
        return fail(access.error());
    const auto device = deviceState(connection);
    const auto position = storePosition(connection);
    const auto workstation = storeSetting(connection, u"workstation"_s);
    const auto office = storeSetting(connection, u"office"_s);
    const auto number = storeSetting(connection, u"courier.exported"_s);
    auto blobs = blobsNotSent(connection);
    if (!device || !position || !workstation || !office || !number || !blobs)
        return fail(Failure{FailureKind::Io, u"the store can't be read"_s});
    Wiping wiping{*order.value(),      access.value(), {},
                  workstation.value(), office.value(), number.value().toLongLong(),
                  blobs.take()};
    wiping.state.generation = device.value().generation;
    wiping.state.lastSeq = device.value().seq;
    wiping.state.epoch = position.value().epoch;
    wiping.state.cursor = position.value().cursor;
    wiping.state.app = QStringLiteral(LOKET_VERSION);
    return wiping;
}

/// Writes one courier file after the other and remembers their names.
class Sealing
{
public:
    Sealing(Store &store, Wiping &wiping, const DeviceKey &key, WipeMark &mark)
        : m_store(store)
        , m_wiping(wiping)
        , m_key(key)
        , m_mark(mark)
    {
    }

    Outcome<Nothing> envelopes()
    {
        for (qint64 after = 0;;) {
            const auto items
                = m_store.writer()
                      ->run(Writer::Priority::Save,
                            [after](Connection &connection) {
                                return envelopesNotDurable(connection, after, kMostCourierEnvelopes,
                                                           kMostEnvelopeBytes);
                            })
                      .result();
            if (!items)
                return fail(items.error());
            if (items.value().isEmpty())
                return Nothing();
            CourierLoad load;
            for (const OutboxItem &item : items.value())
                load.envelopes += item.envelope;
            after = items.value().last().deviceSeq;
            m_mark.cases += int(items.value().size());
            if (auto written = write(load); !written)
                return written;
        }
    }

    Outcome<Nothing> pictures()
    {
        CourierLoad load;
        qint64 bytes = 0;
        for (const BlobToSend &blob : m_wiping.blobs) {
            const auto content = m_store.blobs().get(u"sha256:"_s + QString::fromLatin1(blob.sha256));
            if (!content && content.error().kind != FailureKind::Missing
                && content.error().kind != FailureKind::Corrupt)
                return fail(content.error()); // it may be read with the next try
            if (!content)                     // damaged: there is nothing that could be kept
                continue;
            if (bytes + blob.length > kMostPictureBytes && bytes > 0) {
                if (auto written = write(load); !written)
                    return written;
                load = {};
                bytes = 0;
            }
            bytes += blob.length;
            load.attachments += AttachmentPiece{blob.sha256, blob.length, blob.type, 0, content.value()};
        }
        return load.attachments.isEmpty() ? Outcome<Nothing>(Nothing()) : write(load);
    }

private:
    Outcome<Nothing> write(CourierLoad load)
    {
        load.device = m_wiping.access.device;
        load.number = ++m_wiping.courierNumber;
        load.boxKey = BoxKey::of(m_key).publicKey();
        load.state = m_wiping.state;
        const auto file = writeCourierLoad(load, m_key, m_wiping.access.boxKey);
        if (!file)
            return fail(Failure{FailureKind::Corrupt, u"the centre's key can't be read"_s});
        QString desk = m_wiping.workstation; // as the centre named it
        desk.replace(QRegularExpression(u"[^A-Za-z0-9_-]"_s), u"_"_s);
        const QString name = u"unsent-%1-%2.courier"_s.arg(desk, QString::number(m_mark.sealed.size() + 1));
        m_mark.sealed += name;
        return writeSealed(m_store.dir(), name, *file);
    }

    Store &m_store;
    Wiping &m_wiping;
    const DeviceKey &m_key;
    WipeMark &m_mark;
};

} // namespace

Outcome<WipeMark> beginWipe(Store &store)
{
    auto wiping = store.writer()->run(Writer::Priority::Save, whatToWipe).result();
    if (!wiping)
        return fail(wiping.error());
    Wiping &all = wiping.value();
    const auto key = DeviceKey::fromSeed(all.access.seed);
    if (!key)
        return fail(Failure{FailureKind::Corrupt, u"the device key can't be read"_s});
    WipeMark mark;
    mark.device = all.access.device;
    mark.workstation = all.workstation;
    mark.office = all.office;
    mark.order = all.order.proof;
    mark.at = store.clock().nowUtc();
    mark.url = all.access.url;
    mark.ca = all.access.ca;
    mark.proxy = all.access.proxy;
    // Nothing is saved here any more, and what was not sent needs room.
    static_cast<void>(DiskReserve(store.dir(), 0).release());
    Sealing sealing(store, all, *key, mark);
    if (auto sealed = sealing.envelopes(); !sealed)
        return fail(sealed.error());
    if (auto sealed = sealing.pictures(); !sealed)
        return fail(sealed.error());
    mark.receipt = signText("WIPED",
                            {{u"device"_s, mark.device},
                             {u"number"_s, all.order.order.number},
                             {u"at"_s, mark.at.toString(Qt::ISODateWithMs)},
                             {u"unsent"_s, mark.cases}},
                            *key);
    if (auto written = writeWipeMark(store.dir(), mark); !written)
        return fail(written.error());
    return mark;
}

Outcome<Nothing> tellWiped(const QString &dir, CentralPort &central)
{
    auto mark = readWipeMark(dir);
    if (!mark)
        return fail(mark.error());
    if (mark.value().isTold)
        return Nothing();
    if (auto told = central.wiped(mark.value().receipt); !told)
        return told;
    mark.value().isTold = true;
    return writeWipeMark(dir, mark.value());
}

Outcome<Nothing> tellWiped(const QString &dir, const Clock &clock, const std::atomic_bool *cancel)
{
    const auto mark = readWipeMark(dir);
    if (!mark)
        return fail(mark.error());
    CentralAddress address{mark.value().url, mark.value().device, {}};
    address.line.ca = mark.value().ca;
    address.line.proxy = mark.value().proxy;
    address.line.knownTime = mark.value().at;
    // The counter's own key is gone; the receipt carries its signature.
    HttpCentral central(address, DeviceKey::generate(), clock, cancel);
    return tellWiped(dir, central);
}

} // namespace Loket
