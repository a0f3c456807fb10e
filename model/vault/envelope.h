// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/vault/envelopeheader.h"

namespace Loket {

class DeviceKey;

/// A submission as it is kept, sent, and checked: bytes made once at save and never made again.
struct Envelope {
    QString id; ///< the submission id that the header holds too
    QByteArray header;
    QByteArray payload;
    QByteArray signature;
    friend bool operator==(const Envelope &, const Envelope &) = default;
};

/// Freezes and signs a submission: fills the header's payload fields and `key`, writes the bytes, signs them.
Envelope sealEnvelope(EnvelopeHeader header, const QByteArray &payload, const DeviceKey &key);

/// What the signature is made over: "LOKET-ENV-1\0" || SHA-256(header) || SHA-256(payload).
QByteArray envelopeMessage(const QByteArray &header, const QByteArray &payload);

/// The link of the device's chain, 32 bytes: SHA-256 over envelopeMessage() || signature.
QByteArray envelopeHash(const Envelope &);

/// Whether the envelope is whole and signed by the owner of `publicKey`; the header as read when it is.
Result<EnvelopeHeader, EnvelopeFault> checkEnvelope(const Envelope &, const QByteArray &publicKey);

/// Both for one whose payload was cleared away; its header says what it was. The hash is empty when that
/// can't be read.
Result<EnvelopeHeader, EnvelopeFault> checkPurgedEnvelope(const Envelope &, const QByteArray &publicKey);
QByteArray purgedEnvelopeHash(const Envelope &);

/// {"header","id","payload","signature"}, the last three and header in base64.
QByteArray writeEnvelopeWire(const Envelope &);
/// Exactly these four keys; base64 with padding. Says nothing about the signature.
Result<Envelope, EnvelopeFault> readEnvelopeWire(const QByteArray &json);

} // namespace Loket
