// SPDX-License-Identifier: Apache-2.0
#include "model/sync/wire.h"
#include "model/sync/wirefeed.h"
#include "model/sync/wireobject.h"
#include "model/vault/devicekey.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

struct DeviceWord {
    Welcome::Device device;
    QLatin1StringView word;
};
constexpr DeviceWord kDeviceWords[] = {{Welcome::Device::Active, "active"_L1},
                                       {Welcome::Device::Frozen, "frozen"_L1},
                                       {Welcome::Device::Revoked, "revoked"_L1}};

QString deviceWord(Welcome::Device device)
{
    for (const DeviceWord &known : kDeviceWords) {
        if (known.device == device)
            return known.word;
    }
    return {};
}

Welcome::Device readDevice(WireObject &from)
{
    const QString word = from.text("device"_L1);
    for (const DeviceWord &known : kDeviceWords) {
        if (known.word == word)
            return known.device;
    }
    from.refuse("device"_L1, u"active, frozen or revoked was expected"_s);
    return Welcome::Device::Active;
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

QByteArray writeCounterState(const CounterState &state)
{
    QJsonObject out{{u"generation"_s, state.generation},
                    {u"lastSeq"_s, state.lastSeq},
                    {u"cursor"_s, state.cursor},
                    {u"protocol"_s, state.protocol}};
    putText(&out, u"epoch"_s, state.epoch);
    putText(&out, u"rulebook"_s, state.rulebook);
    putText(&out, u"app"_s, state.app);
    QJsonArray leases;
    for (const SignedText &lease : state.leases)
        leases += signedTextToJson(lease);
    if (!leases.isEmpty())
        out.insert(u"leases"_s, leases);
    return compactJson(out);
}

Read<CounterState> readCounterState(const QByteArray &json)
{
    WireObject from(json, kMostMessageBytes);
    CounterState state;
    state.generation = from.text("generation"_L1);
    state.lastSeq = from.number("lastSeq"_L1);
    state.epoch = from.optionalText("epoch"_L1);
    state.cursor = from.number("cursor"_L1);
    state.rulebook = from.optionalText("rulebook"_L1);
    state.app = from.optionalText("app"_L1);
    state.protocol = int(qMin<qint64>(from.number("protocol"_L1, 1), 1'000'000));
    from.objects("leases"_L1, 1000, [&](WireObject &lease) {
        const auto text = signedTextFromJson(lease.all());
        if (!text)
            lease.refuse("text"_L1, u"a signed text was expected"_s);
        else
            state.leases += *text;
    });
    return wireResult(from, state);
}

QByteArray writeWelcome(const Welcome &welcome)
{
    QJsonObject out{{u"epoch"_s, welcome.epoch},
                    {u"now"_s, wireTime(welcome.now)},
                    {u"device"_s, deviceWord(welcome.device)},
                    {u"expectedSeq"_s, welcome.expectedSeq},
                    {u"highestSeq"_s, welcome.highestSeq},
                    {u"durableSeq"_s, welcome.durableSeq},
                    {u"head"_s, welcome.head},
                    {u"epochStart"_s, welcome.epochStart},
                    {u"protocol"_s, welcome.protocol}};
    putText(&out, u"highestHash"_s, QString::fromLatin1(welcome.highestHash));
    putText(&out, u"tooOldFrom"_s, welcome.tooOldFrom);
    QJsonArray standing;
    for (const FeedEntry &entry : welcome.standing)
        standing += QJsonDocument::fromJson(writeFeedEntry(entry)).object();
    if (!standing.isEmpty())
        out.insert(u"standing"_s, standing);
    return compactJson(out);
}

Read<Welcome> readWelcome(const QByteArray &json)
{
    WireObject from(json, kMostMessageBytes);
    Welcome welcome;
    welcome.epoch = from.text("epoch"_L1);
    welcome.now = from.time("now"_L1);
    welcome.device = readDevice(from);
    welcome.expectedSeq = from.number("expectedSeq"_L1, 1);
    welcome.highestSeq = from.number("highestSeq"_L1);
    welcome.highestHash = from.optionalHash("highestHash"_L1);
    welcome.durableSeq = from.number("durableSeq"_L1);
    welcome.head = from.number("head"_L1);
    welcome.epochStart = from.number("epochStart"_L1);
    welcome.protocol = int(qMin<qint64>(from.number("protocol"_L1, 1), 1'000'000));
    welcome.tooOldFrom = from.optionalText("tooOldFrom"_L1);
    if (!welcome.tooOldFrom.isEmpty() && !QDate::fromString(welcome.tooOldFrom, Qt::ISODate).isValid())
        from.refuse("tooOldFrom"_L1, u"a day was expected"_s);
    from.objects("standing"_L1, kMostListed, [&](WireObject &item) {
        const auto entry = feedEntryFromJson(item.all());
        if (!entry)
            item.refuse("kind"_L1, u"an entry of the feed was expected"_s);
        else
            welcome.standing += *entry;
    });
    return wireResult(from, welcome);
}

QByteArray writeLeaseRequest(const LeaseRequest &request)
{
    return compactJson({{u"request"_s, request.request}, {u"wanted"_s, request.wanted}});
}

Read<LeaseRequest> readLeaseRequest(const QByteArray &json)
{
    WireObject from(json, kMostMessageBytes);
    LeaseRequest request;
    request.request = from.text("request"_L1);
    request.wanted = from.optionalNumber("wanted"_L1, 0);
    return wireResult(from, request);
}

QByteArray writeLeaseGrant(const LeaseGrant &grant)
{
    QJsonObject out{{u"lease"_s, grant.leaseId}, {u"low"_s, grant.low}, {u"high"_s, grant.high}};
    if (grant.softExpiry.isValid())
        out.insert(u"expires"_s, wireTime(grant.softExpiry));
    if (!grant.proof.isEmpty())
        out.insert(u"proof"_s, signedTextToJson(grant.proof));
    return compactJson(out);
}

Read<LeaseGrant> readLeaseGrant(const QByteArray &json)
{
    WireObject from(json, kMostMessageBytes);
    LeaseGrant grant;
    grant.leaseId = from.text("lease"_L1);
    grant.low = from.number("low"_L1, 1);
    grant.high = from.number("high"_L1, 1);
    if (grant.high < grant.low)
        from.refuse("high"_L1, u"below the first number"_s);
    grant.softExpiry = from.optionalTime("expires"_L1);
    grant.proof = from.optionalSigned("proof"_L1);
    return wireResult(from, grant);
}

QByteArray writeLeaseReturn(qint64 next)
{
    return compactJson({{u"next"_s, next}});
}

Read<qint64> readLeaseReturn(const QByteArray &json)
{
    WireObject from(json, kMostMessageBytes);
    const qint64 next = from.number("next"_L1, 1);
    return wireResult(from, next);
}

QJsonObject snapshotManifestText(const SnapshotManifest &manifest)
{
    QJsonArray chunks;
    for (const SnapshotChunk &chunk : manifest.chunks)
        chunks += QJsonObject{{u"sha256"_s, QString::fromLatin1(chunk.sha256)},
                              {u"length"_s, chunk.length},
                              {u"families"_s, chunk.families}};
    return {{u"id"_s, manifest.id},
            {u"epoch"_s, manifest.epoch},
            {u"cursor"_s, manifest.cursor},
            {u"families"_s, manifest.families},
            {u"participants"_s, manifest.participants},
            {u"chunks"_s, chunks}};
}

QByteArray writeSnapshotManifest(const SnapshotManifest &manifest)
{
    return writeSigned(manifest.proof);
}

Read<SnapshotManifest> readSnapshotManifest(const QByteArray &json)
{
    auto proof = readSigned(json);
    if (!proof)
        return fail(proof.error());
    WireObject from(proof.value().text, kMostMessageBytes);
    SnapshotManifest manifest;
    manifest.proof = proof.take();
    manifest.id = from.text("id"_L1);
    manifest.epoch = from.text("epoch"_L1);
    manifest.cursor = from.number("cursor"_L1);
    manifest.families = from.number("families"_L1);
    manifest.participants = from.number("participants"_L1);
    from.objects("chunks"_L1, kMostListed, [&](WireObject &chunk) {
        manifest.chunks += SnapshotChunk{chunk.hash("sha256"_L1), chunk.number("length"_L1, 1),
                                         chunk.number("families"_L1)};
    });
    return wireResult(from, manifest);
}

QByteArray writeSigned(const SignedText &text)
{
    return compactJson(signedObject(text));
}

Read<SignedText> readSigned(const QByteArray &json)
{
    // An edition is a whole rulebook and larger than other messages.
    WireObject from(json, kMostFeedBytes);
    const auto text = signedTextFromJson(from.all());
    if (!text || text->isEmpty()) {
        from.refuse("text"_L1, u"a signed text was expected"_s);
        return fail(from.fault());
    }
    return wireResult(from, *text);
}

QByteArray writeEnrolRequest(const EnrolRequest &request)
{
    QJsonObject out{{u"code"_s, request.code},
                    {u"device"_s, request.device},
                    {u"key"_s, base64(request.publicKey)},
                    {u"boxKey"_s, base64(request.boxKey)}};
    putText(&out, u"app"_s, request.app);
    return compactJson(out);
}

Read<EnrolRequest> readEnrolRequest(const QByteArray &json)
{
    WireObject from(json, kMostMessageBytes);
    EnrolRequest request;
    request.code = from.text("code"_L1);
    request.device = from.text("device"_L1);
    request.publicKey = from.bytes("key"_L1, DeviceKey::kPublicBytes);
    request.boxKey = from.bytes("boxKey"_L1, 32);
    request.app = from.optionalText("app"_L1);
    return wireResult(from, request);
}

QByteArray writeEnrolment(const Enrolment &enrolment)
{
    QJsonArray officers;
    for (const EnrolledOfficer &officer : enrolment.officers)
        officers += QJsonObject{{u"id"_s, officer.id}, {u"name"_s, officer.name}, {u"role"_s, officer.role}};
    return compactJson({{u"office"_s, enrolment.office},
                        {u"officeName"_s, enrolment.officeName},
                        {u"workstation"_s, enrolment.workstation},
                        {u"epoch"_s, enrolment.epoch},
                        {u"centreKey"_s, base64(enrolment.centreKey)},
                        {u"centreBoxKey"_s, base64(enrolment.centreBoxKey)},
                        {u"officers"_s, officers},
                        {u"certificate"_s, signedTextToJson(enrolment.certificate)},
                        {u"now"_s, wireTime(enrolment.now)}});
}

Read<Enrolment> readEnrolment(const QByteArray &json)
{
    WireObject from(json, kMostMessageBytes);
    Enrolment enrolment;
    enrolment.office = from.text("office"_L1);
    enrolment.officeName = from.text("officeName"_L1);
    enrolment.workstation = from.text("workstation"_L1);
    enrolment.epoch = from.text("epoch"_L1);
    enrolment.centreKey = from.bytes("centreKey"_L1, DeviceKey::kPublicBytes);
    enrolment.centreBoxKey = from.bytes("centreBoxKey"_L1, 32);
    from.objects("officers"_L1, 1000, [&](WireObject &officer) {
        enrolment.officers
            += EnrolledOfficer{officer.text("id"_L1), officer.text("name"_L1), officer.text("role"_L1)};
    });
    enrolment.certificate = from.optionalSigned("certificate"_L1);
    enrolment.now = from.time("now"_L1);
    return wireResult(from, enrolment);
}

QByteArray writeWireError(const WireError &error)
{
    QJsonObject out{{u"error"_s, error.code}};
    putText(&out, u"detail"_s, error.detail);
    return compactJson(out);
}

Read<WireError> readWireError(const QByteArray &json)
{
    WireObject from(json, kMostMessageBytes);
    WireError error{from.text("error"_L1), from.optionalText("detail"_L1)};
    return wireResult(from, error);
}

} // namespace Loket
