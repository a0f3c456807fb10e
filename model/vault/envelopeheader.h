// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Loket {

/// Why bytes are not an envelope that can be trusted.
enum class EnvelopeFault {
    NotJson,         ///< header or wire text is not a JSON object
    WrongVersion,    ///< not loket-envelope/1
    BadHeader,       ///< a key is missing, unknown or of the wrong type
    WrongId,         ///< the id on the wire is not the one that was signed
    PayloadMismatch, ///< length or SHA-256 of the payload is not the one that was signed
    BadSignature     ///< not signed by this device's key
};
QString envelopeFaultWord(EnvelopeFault fault); ///< for logs and the console

/// A picture or scan that belongs to the case and is sent after it. One that was not at hand when the case
/// was saved has neither length nor type; its name alone says which bytes it is.
struct Attachment {
    QByteArray sha256;         ///< lowercase hex of the bytes
    qint64 length = 0;         ///< bytes, at least 1; 0: not known, null in the header
    QString type;              ///< "image/jpeg"; empty: not known, null in the header
    QString role;              ///< "photo", or the code of the document that was scanned
    std::optional<int> member; ///< index into the case's members; none: of the whole family
    friend bool operator==(const Attachment &, const Attachment &) = default;
};

/// A card number taken for a member, and the lease it came from.
struct UsedNumber {
    QString lease; ///< empty (null): the centre gave it itself, to the case that this one corrects
    int member = 0;
    QString card; ///< 13 digits
    friend bool operator==(const UsedNumber &, const UsedNumber &) = default;
};

/// The header of `loket-envelope/1`. As bytes it is one compact JSON object with exactly the keys named
/// behind the members, in alphabetical order; a field that is not used is null. Final: a centre has to read
/// it for ever.
struct EnvelopeHeader {
    QString submission;   ///< "submission": the case id, UUIDv7
    QString device;       ///< "device": UUIDv7 made at the first start
    QByteArray key;       ///< "key": DeviceKey::keyId()
    qint64 deviceSeq = 0; ///< "deviceSeq": 1 for the first, then +1 without gaps
    QByteArray prevHash;  ///< "prevHash": hex of envelopeHash() of the device's previous one; empty: null
    QString generation;   ///< "generation": of the store, a new one after a restore
    QString officer;      ///< "officer"
    QString ticket;       ///< "ticket": the officer's offline ticket
    QString approver;     ///< "approver": second pair of eyes
    QString service;      ///< "service": "REG-PBPU"
    QString family;       ///< "family": KK, or the card that named the family
    std::optional<int> baseRevision; ///< "baseRevision": of the family the change was made on
    QStringList buildsOn;            ///< "buildsOn": ids of waiting cases below this one
    QString corrects;                ///< "corrects": id of the case that this one replaces
    int protocol = 1;                ///< "protocol"
    QString rulebook;                ///< "rulebook": edition that assessed the case
    QString app;                     ///< "app": version of the program
    QString time;                    ///< "time": ISO 8601 UTC with milliseconds
    QString timeCertainty;           ///< "timeCertainty": trusted | device | suspect
    QList<UsedNumber> numbers;       ///< "numbers": [{"card","lease","member"}]
    QList<Attachment> attachments;   ///< "attachments": [{"length","member","role","sha256","type"}]
    qint64 payloadLength = 0;        ///< "payloadLength": bytes
    QByteArray payloadSha256;        ///< "payloadSha256": lowercase hex
    friend bool operator==(const EnvelopeHeader &, const EnvelopeHeader &) = default;
};

inline constexpr const char *kEnvelopeVersion = "loket-envelope/1"; ///< "envelope" in the header

/// The header's bytes. Call it once for an envelope and keep them.
QByteArray writeEnvelopeHeader(const EnvelopeHeader &);
/// Strict: exactly the known keys with the known types. readEnvelopeHeader(writeEnvelopeHeader(h)) == h.
Result<EnvelopeHeader, EnvelopeFault> readEnvelopeHeader(const QByteArray &bytes);

} // namespace Loket
