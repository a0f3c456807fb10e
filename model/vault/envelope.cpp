// SPDX-License-Identifier: Apache-2.0
#include "model/vault/envelope.h"

#include "model/vault/devicekey.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Loket {

/// Separates these signatures from every other use of the device key; the zero byte is part of it.
static constexpr QByteArrayView kSignedDomain("LOKET-ENV-1\0", 12);

static QByteArray envelopeSha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray envelopeMessage(const QByteArray &header, const QByteArray &payload)
{
    return kSignedDomain.toByteArray() + envelopeSha256(header) + envelopeSha256(payload);
}

QByteArray envelopeHash(const Envelope &envelope)
{
    return envelopeSha256(envelopeMessage(envelope.header, envelope.payload) + envelope.signature);
}

Envelope sealEnvelope(EnvelopeHeader header, const QByteArray &payload, const DeviceKey &key)
{
    header.key = key.keyId();
    header.payloadLength = payload.size();
    header.payloadSha256 = envelopeSha256(payload).toHex();
    Envelope envelope{header.submission, writeEnvelopeHeader(header), payload, {}};
    envelope.signature = key.sign(envelopeMessage(envelope.header, envelope.payload));
    return envelope;
}

Result<EnvelopeHeader, EnvelopeFault> checkEnvelope(const Envelope &envelope, const QByteArray &publicKey)
{
    // The signature first: nothing in the header is worth reading before it is known who wrote it.
    if (!DeviceKey::verify(envelopeMessage(envelope.header, envelope.payload), envelope.signature, publicKey))
        return fail(EnvelopeFault::BadSignature);
    auto header = readEnvelopeHeader(envelope.header);
    if (!header)
        return header;
    if (header.value().submission != envelope.id)
        return fail(EnvelopeFault::WrongId);
    if (header.value().payloadLength != envelope.payload.size()
        || header.value().payloadSha256 != envelopeSha256(envelope.payload).toHex())
        return fail(EnvelopeFault::PayloadMismatch);
    return header;
}

/// envelopeMessage() from what the header says of the payload.
static QByteArray purgedMessage(const Envelope &envelope)
{
    const auto header = readEnvelopeHeader(envelope.header);
    if (!header)
        return {};
    return kSignedDomain.toByteArray() + envelopeSha256(envelope.header)
        + QByteArray::fromHex(header.value().payloadSha256);
}

Result<EnvelopeHeader, EnvelopeFault> checkPurgedEnvelope(const Envelope &envelope,
                                                          const QByteArray &publicKey)
{
    if (!DeviceKey::verify(purgedMessage(envelope), envelope.signature, publicKey))
        return fail(EnvelopeFault::BadSignature);
    auto header = readEnvelopeHeader(envelope.header);
    if (header && header.value().submission != envelope.id)
        return fail(EnvelopeFault::WrongId);
    return header;
}

QByteArray purgedEnvelopeHash(const Envelope &envelope)
{
    const QByteArray message = purgedMessage(envelope);
    return message.isEmpty() ? QByteArray() : envelopeSha256(message + envelope.signature);
}

QByteArray writeEnvelopeWire(const Envelope &envelope)
{
    const auto base64 = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); };
    return QJsonDocument(QJsonObject{{u"header"_s, base64(envelope.header)},
                                     {u"id"_s, envelope.id},
                                     {u"payload"_s, base64(envelope.payload)},
                                     {u"signature"_s, base64(envelope.signature)}})
        .toJson(QJsonDocument::Compact);
}

Result<Envelope, EnvelopeFault> readEnvelopeWire(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return fail(EnvelopeFault::NotJson);
    const QJsonObject object = document.object();
    if (object.size() != 4)
        return fail(EnvelopeFault::BadHeader);
    bool sound = object.value("id"_L1).isString();
    const auto bytes = [&](QLatin1StringView key) {
        const auto decoded = QByteArray::fromBase64Encoding(object.value(key).toString().toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        sound = sound && object.value(key).isString() && decoded;
        return *decoded;
    };
    Envelope envelope{object.value("id"_L1).toString(), bytes("header"_L1), bytes("payload"_L1),
                      bytes("signature"_L1)};
    if (!sound)
        return fail(EnvelopeFault::BadHeader);
    return envelope;
}

} // namespace Loket
