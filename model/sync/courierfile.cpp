// SPDX-License-Identifier: Apache-2.0
#include "model/sync/courierfile.h"

#include "model/sync/packing.h"
#include "model/sync/wirefeed.h"
#include "model/sync/wireobject.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

const QByteArray kLoadLine = "LOKET-COURIER-1\n";
const QByteArray kReplyLine = "LOKET-COURIER-ANSWER-1\n";
const QByteArray kLoadKind = "COURIER";
const QByteArray kReplyKind = "COURIER-ANSWER";
constexpr int kMostCarriedEditions = 1000;

QString base64Text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QString inner(const QByteArray &message)
{
    return QString::fromUtf8(message);
}

std::optional<QByteArray> wrap(const QByteArray &line, const SignedText &text, const QByteArray &box)
{
    const PackedBody packed = packBody(text.signature + text.text, kFastLevel);
    const auto sealed = sealTo(box, (packed.encoding.isEmpty() ? "0" : "1") + packed.bytes);
    if (!sealed)
        return std::nullopt;
    return line + *sealed;
}

Read<SignedText> unwrap(const QByteArray &line, const QByteArray &file, const BoxKey &box)
{
    if (file.size() > kMostCourierBytes)
        return fail(InputError{{}, u"larger than a courier file may be"_s});
    if (!file.startsWith(line))
        return fail(InputError{{}, u"not a courier file, or not of this direction"_s});
    const auto opened = box.open(file.mid(line.size()));
    if (!opened || opened->isEmpty())
        return fail(InputError{{}, u"damaged, or sealed for somebody else"_s});
    auto bytes = unpackBody(opened->mid(1), opened->startsWith('1') ? "zstd" : "", kMostFeedBytes);
    if (!bytes || bytes.value().size() <= DeviceKey::kSignatureBytes)
        return fail(InputError{{}, u"what is in it is damaged"_s});
    return SignedText{bytes.value().mid(DeviceKey::kSignatureBytes),
                      bytes.value().left(DeviceKey::kSignatureBytes)};
}

/// A message inside another one, as text; its fault becomes the fault of the whole.
template <typename Reader>
auto readInner(WireObject &from, QLatin1StringView key, Reader read)
{
    auto value = read(from.text(key).toUtf8());
    using T = std::decay_t<decltype(value.value())>;
    if (!value) {
        from.refuse(key, value.error().line());
        return T();
    }
    return value.take();
}

} // namespace

std::optional<QByteArray> writeCourierLoad(const CourierLoad &load, const DeviceKey &device,
                                           const QByteArray &centreBox)
{
    QJsonArray attachments;
    for (const AttachmentPiece &piece : load.attachments)
        attachments += QJsonObject{{u"sha256"_s, QString::fromLatin1(piece.sha256)},
                                   {u"type"_s, piece.type},
                                   {u"bytes"_s, base64Text(piece.bytes)}};
    QJsonArray batches;
    for (qsizetype at = 0; at < load.envelopes.size(); at += kMostEnvelopes)
        batches += QJsonObject{{u"batch"_s, inner(writeSubmissions(load.envelopes.mid(at, kMostEnvelopes)))}};
    QJsonObject out{{u"device"_s, load.device},
                    {u"number"_s, load.number},
                    {u"boxKey"_s, base64Text(load.boxKey)},
                    {u"state"_s, inner(writeCounterState(load.state))},
                    {u"batches"_s, batches},
                    {u"attachments"_s, attachments}};
    putText(&out, u"leaseRequest"_s, load.leaseRequest);
    if (!load.editions.isEmpty()) {
        QJsonArray editions;
        for (const QString &id : load.editions)
            editions += QJsonObject{{u"id"_s, id}};
        out.insert(u"editions"_s, editions);
    }
    return wrap(kLoadLine, signText(kLoadKind, out, device), centreBox);
}

bool OpenedLoad::isSignedBy(const QByteArray &devicePublicKey) const
{
    return readSignedText(kLoadKind, text, devicePublicKey).has_value();
}

Read<OpenedLoad> openCourierLoad(const QByteArray &file, const BoxKey &centreBox)
{
    const auto text = unwrap(kLoadLine, file, centreBox);
    if (!text)
        return fail(text.error());
    WireObject from(text.value().text, kMostFeedBytes);
    CourierLoad load;
    load.device = from.text("device"_L1);
    load.number = from.number("number"_L1, 1);
    load.boxKey = from.bytes("boxKey"_L1, BoxKey::kPublicBytes);
    load.state = readInner(from, "state"_L1, readCounterState);
    from.objects("batches"_L1, kMostCourierEnvelopes,
                 [&](WireObject &batch) { load.envelopes += readInner(batch, "batch"_L1, readSubmissions); });
    from.objects("attachments"_L1, kMostListed, [&](WireObject &item) {
        AttachmentPiece piece{item.hash("sha256"_L1), 0, item.text("type"_L1), 0, {}};
        piece.bytes = fromStrictBase64(item.text("bytes"_L1)).value_or(QByteArray());
        piece.length = piece.bytes.size();
        if (piece.length < 1)
            item.refuse("bytes"_L1, u"base64 was expected"_s);
        load.attachments += piece;
    });
    load.leaseRequest = from.optionalText("leaseRequest"_L1);
    from.objects("editions"_L1, kMostCarriedEditions,
                 [&](WireObject &item) { load.editions += item.text("id"_L1); });
    return wireResult(from, OpenedLoad{load, text.value()});
}

std::optional<QByteArray> writeCourierReply(const CourierReply &reply, const DeviceKey &centre,
                                            const QByteArray &deviceBox)
{
    QJsonArray batches;
    for (qsizetype at = 0; at < reply.receipts.size(); at += kMostEnvelopes) {
        const SubmitReply part{reply.receipts.mid(at, kMostEnvelopes), 0, reply.durableSeq};
        batches += QJsonObject{{u"batch"_s, inner(writeSubmitReply(part))}};
    }
    QJsonArray attachments;
    for (const QByteArray &name : reply.attachments)
        attachments += QJsonObject{{u"sha256"_s, QString::fromLatin1(name)}};
    QJsonObject out{{u"device"_s, reply.device},
                    {u"number"_s, reply.number},
                    {u"welcome"_s, inner(writeWelcome(reply.welcome))},
                    {u"batches"_s, batches},
                    {u"durableSeq"_s, reply.durableSeq},
                    {u"attachments"_s, attachments},
                    {u"from"_s, reply.from},
                    {u"page"_s, inner(writeFeedPage(reply.page))}};
    QJsonArray editions;
    for (const SignedText &package : reply.editions)
        editions += QJsonObject{{u"package"_s, signedObject(package)}};
    if (!editions.isEmpty())
        out.insert(u"editions"_s, editions);
    if (reply.lease)
        out.insert(u"lease"_s, inner(writeLeaseGrant(*reply.lease)));
    return wrap(kReplyLine, signText(kReplyKind, out, centre), deviceBox);
}

Read<CourierReply> openCourierReply(const QByteArray &file, const BoxKey &deviceBox,
                                    const QByteArray &centrePublicKey)
{
    const auto text = unwrap(kReplyLine, file, deviceBox);
    if (!text)
        return fail(text.error());
    if (!readSignedText(kReplyKind, text.value(), centrePublicKey))
        return fail(InputError{{}, u"not signed by this counter's centre"_s});
    WireObject from(text.value().text, kMostFeedBytes);
    CourierReply reply;
    reply.device = from.text("device"_L1);
    reply.number = from.number("number"_L1, 1);
    reply.welcome = readInner(from, "welcome"_L1, readWelcome);
    from.objects("batches"_L1, kMostCourierEnvelopes, [&](WireObject &batch) {
        reply.receipts += readInner(batch, "batch"_L1, readSubmitReply).receipts;
    });
    reply.durableSeq = from.number("durableSeq"_L1);
    from.objects("attachments"_L1, kMostListed,
                 [&](WireObject &item) { reply.attachments += item.hash("sha256"_L1); });
    reply.from = from.number("from"_L1);
    reply.page = readInner(from, "page"_L1, [](const QByteArray &json) { return readFeedPage(json); });
    from.objects("editions"_L1, kMostCarriedEditions,
                 [&](WireObject &item) { reply.editions += item.optionalSigned("package"_L1); });
    if (from.all().contains("lease"_L1))
        reply.lease = readInner(from, "lease"_L1, readLeaseGrant);
    return wireResult(from, reply);
}

bool isCourierLoad(const QByteArray &file)
{
    return file.startsWith(kLoadLine);
}

} // namespace Loket
