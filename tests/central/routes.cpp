// SPDX-License-Identifier: Apache-2.0
#include "tests/central/routes.h"

#include "model/sync/courierfile.h"
#include "model/sync/packing.h"
#include "model/sync/requestproof.h"
#include "model/sync/wire.h"
#include "model/sync/wirefeed.h"

#include "tests/central/publish.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Loket::Central {

Q_LOGGING_CATEGORY(lcRoutes, "loket.central.routes")

namespace {

constexpr qint64 kMostOfChunk = 8 * 1024 * 1024; // a chunk is half as long

HttpReply error(int status, const QString &code, const QString &detail = {})
{
    return {status, writeWireError({code, detail}), "application/json", {}};
}

HttpReply badForm(const InputError &fault)
{
    return error(400, u"body.form"_s, fault.line());
}

HttpReply error(const Failure &failure)
{
    switch (failure.kind) {
    case FailureKind::Later: {
        HttpReply reply = error(503, u"later"_s);
        reply.headers += {"Retry-After", QByteArray::number(qMax(1, failure.retryAfter))};
        return reply;
    }
    case FailureKind::Denied:
        return error(403, failure.detail);
    case FailureKind::Gone:
        return error(410, failure.detail);
    case FailureKind::BadInput:
    case FailureKind::Untrusted:
        return error(400, failure.detail);
    default:
        qCCritical(lcRoutes, "%s %s", qPrintable(failureWord(failure.kind)), qPrintable(failure.detail));
        return error(500, u"internal"_s);
    }
}

/// The answer of the centre as its writer puts it, or what stood against it.
template <typename T, typename Write>
HttpReply answerOf(const Outcome<T> &outcome, Write write)
{
    return outcome ? HttpReply{200, write(outcome.value()), "application/json", {}} : error(outcome.error());
}

/// What the body asks for, when it can be read.
template <typename T, typename Serve>
HttpReply withBody(const Read<T> &body, Serve serve)
{
    return body ? serve(body.value()) : badForm(body.error());
}

/// "bytes=FROM-" or "bytes=FROM-TO"; none for anything else.
std::optional<std::pair<qint64, qint64>> rangeOf(const QByteArray &header)
{
    static const QRegularExpression form(u"^bytes=([0-9]{1,12})-([0-9]{0,12})$"_s);
    const auto match = form.match(QString::fromLatin1(header));
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 from = match.captured(1).toLongLong();
    const qint64 to = match.captured(2).isEmpty() ? from + kMostOfChunk - 1 : match.captured(2).toLongLong();
    return to < from ? std::nullopt : std::optional(std::pair(from, to));
}

} // namespace

Routes::Routes(const World &world, const QString &recordFile)
    : m_world(world)
    , m_record(recordFile)
{
    if (!recordFile.isEmpty() && !m_record.open(QIODevice::WriteOnly | QIODevice::Append))
        qFatal("%s can't be written", qPrintable(recordFile));
}

HttpReply Routes::answer(const HttpRequest &request)
{
    const qsizetype most = request.path() == "/v1/courier" ? kMostCourierBytes : kMostSubmissionBytes;
    const auto body = unpackBody(request.body, request.header("content-encoding"), most);
    HttpReply reply
        = body ? route(request, body.value()) : error(400, u"body.damaged"_s, packFaultWord(body.error()));
    if (m_record.isOpen())
        record(request, body ? body.value() : QByteArray(), reply);
    if (reply.type == "application/json" && request.header("accept-encoding").contains("zstd")) {
        const PackedBody packed = packBody(reply.body, kFastLevel);
        reply.body = packed.bytes;
        if (!packed.encoding.isEmpty())
            reply.headers += {"Content-Encoding", packed.encoding};
    }
    return reply;
}

HttpReply Routes::route(const HttpRequest &request, const QByteArray &body)
{
    if (request.method == "POST" && request.path() == "/v1/wiped")
        return wiped(body);
    const auto proof = readAuthorization(request.header("authorization"));
    if (!proof)
        return error(401, u"signature.missing"_s);
    const SignedRequest asSent{request.method, request.target, request.body};
    if (request.method == "POST" && request.path() == "/v1/enrol")
        return enrolled(body, *proof, asSent);
    const auto caller = findCaller(m_world.pool, proof->device);
    if (!caller)
        return error(caller.error());
    if (!caller.value())
        return error(401, u"device.unknown"_s);
    if (!checkRequest(*proof, asSent, caller.value()->publicKey))
        return error(401, u"signature.bad"_s);
    return forCaller(request, body, *caller.value());
}

/// The key is told by the request itself: the code says that it may.
HttpReply Routes::enrolled(const QByteArray &body, const RequestProof &proof, const SignedRequest &asSent)
{
    const auto wanted = readEnrolRequest(body);
    if (!wanted)
        return badForm(wanted.error());
    if (wanted.value().device != proof.device || !checkRequest(proof, asSent, wanted.value().publicKey))
        return error(401, u"signature.bad"_s);
    return answerOf(enrol(m_world, wanted.value()), writeEnrolment);
}

/// The counter's key is gone by now: the receipt carries its signature, the request another one.
HttpReply Routes::wiped(const QByteArray &body)
{
    return withBody(readSigned(body), [&](const SignedText &receipt) {
        return answerOf(keepWipeReceipt(m_world.pool, receipt),
                        [](const Nothing &) { return QByteArray("{}"); });
    });
}

HttpReply Routes::forCaller(const HttpRequest &request, const QByteArray &body, const Caller &caller)
{
    PgCentre centre(m_world, caller);
    const QByteArray what = request.method + ' ' + request.path();
    if (what == "POST /v1/hello") // says what is the matter with the counter
        return withBody(readCounterState(body), [&](const CounterState &state) {
            return answerOf(centre.hello(state), writeWelcome);
        });
    if (caller.state == Welcome::Device::Revoked)
        return error(403, u"device.revoked"_s);
    if (what == "POST /v1/submissions")
        return withBody(readSubmissions(body), [&](const QList<Envelope> &envelopes) {
            return answerOf(centre.submit(envelopes), writeSubmitReply);
        });
    // What a frozen counter still sends is kept for the person who looks at it; it gets nothing.
    if (caller.state == Welcome::Device::Frozen)
        return error(403, u"device.frozen"_s);
    if (what == "GET /v1/changes")
        return changes(request, centre);
    if (what == "POST /v1/leases")
        return withBody(readLeaseRequest(body), [&](const LeaseRequest &wanted) {
            return answerOf(centre.lease(wanted), writeLeaseGrant);
        });
    if (what == "GET /v1/snapshot")
        return answerOf(centre.snapshot(), writeSnapshotManifest);
    if (what == "POST /v1/courier")
        return courier(body, centre);
    return forName(request, body, centre);
}

/// The paths that name something.
HttpReply Routes::forName(const HttpRequest &request, const QByteArray &body, PgCentre &centre)
{
    static const QRegularExpression form(
        u"^(?:PATCH /v1/attachments/(?<attachment>[0-9a-f]{64})|GET "
        u"/v1/snapshot/chunks/(?<chunk>[0-9a-f]{64})"
        "|GET /v1/editions/(?<edition>[0-9A-Za-z.-]{1,64})|POST /v1/leases/(?<lease>[0-9A-Za-z.-]{1,64})/return)$"_s);
    const auto match = form.match(QString::fromLatin1(request.method + ' ' + request.path()));
    if (!match.captured(u"attachment").isEmpty())
        return attachment(request, match.captured(u"attachment").toLatin1(), body, centre);
    if (!match.captured(u"chunk").isEmpty())
        return chunk(request, match.captured(u"chunk").toLatin1(), centre);
    if (!match.captured(u"edition").isEmpty())
        return answerOf(centre.edition(match.captured(u"edition")), writeSigned);
    if (!match.captured(u"lease").isEmpty())
        return withBody(readLeaseReturn(body), [&](qint64 next) {
            return answerOf(centre.returnLease(match.captured(u"lease"), next),
                            [](const Nothing &) { return QByteArray("{}"); });
        });
    return error(404, u"path.unknown"_s);
}

HttpReply Routes::changes(const HttpRequest &request, PgCentre &centre)
{
    const QUrlQuery query(QString::fromLatin1(request.target.mid(request.path().size() + 1)));
    const auto number = [&](const QString &name, qint64 unless) {
        bool isNumber = false;
        const qint64 value = query.queryItemValue(name).toLongLong(&isNumber);
        return !query.hasQueryItem(name) ? unless : isNumber ? value : -1;
    };
    const qint64 limit = number(u"limit"_s, 500), wait = number(u"wait"_s, 0);
    if (limit > 100'000 || wait > 3600)
        return error(400, u"changes.query"_s);
    return answerOf(
        centre.changes(query.queryItemValue(u"epoch"_s), number(u"cursor"_s, 0), int(limit), int(wait)),
        writeFeedPage);
}

HttpReply Routes::courier(const QByteArray &body, PgCentre &centre)
{
    const auto answer = centre.carry(body);
    if (!answer)
        return error(answer.error());
    return {200, answer.value(), "application/octet-stream", {}};
}

HttpReply Routes::attachment(const HttpRequest &request, const QByteArray &name, const QByteArray &body,
                             PgCentre &centre)
{
    bool hasOffset = false, hasLength = false;
    const AttachmentPiece piece{name, request.header("upload-length").toLongLong(&hasLength),
                                QString::fromLatin1(request.header("upload-type")),
                                request.header("upload-offset").toLongLong(&hasOffset), body};
    if (!hasOffset || !hasLength)
        return error(400, u"attachment.headers"_s);
    const auto have = centre.putAttachment(piece);
    if (!have)
        return error(have.error());
    const bool isTaken = have.value() == piece.offset + piece.bytes.size() || have.value() == piece.length;
    HttpReply reply = isTaken ? HttpReply{204, {}, {}, {}} : error(409, u"attachment.offset"_s);
    reply.headers += {"Upload-Offset", QByteArray::number(have.value())};
    return reply;
}

HttpReply Routes::chunk(const HttpRequest &request, const QByteArray &name, PgCentre &centre)
{
    const bool isPart = request.headers.contains("range");
    const auto range = isPart ? rangeOf(request.header("range"))
                              : std::optional(std::pair<qint64, qint64>(0, kMostOfChunk - 1));
    if (!range)
        return error(416, u"range.form"_s);
    const auto bytes = centre.snapshotBytes(name, range->first, range->second - range->first + 1);
    if (!bytes)
        return error(bytes.error());
    return {isPart ? 206 : 200, bytes.value(), "application/octet-stream", {}};
}

void Routes::record(const HttpRequest &request, const QByteArray &body, const HttpReply &reply)
{
    const auto content = [](const QByteArray &bytes) -> QJsonValue {
        const QJsonDocument document = QJsonDocument::fromJson(bytes);
        if (!document.isNull())
            return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        return bytes.isEmpty() ? QJsonValue() : QJsonValue(u"%1 bytes"_s.arg(bytes.size()));
    };
    QJsonObject sent, got;
    for (auto header = request.headers.cbegin(); header != request.headers.cend(); ++header)
        sent.insert(QString::fromLatin1(header.key()), QString::fromLatin1(header.value()));
    for (const auto &[header, value] : reply.headers)
        got.insert(QString::fromLatin1(header).toLower(), QString::fromLatin1(value));
    const QJsonObject line{{u"method"_s, QString::fromLatin1(request.method)},
                           {u"target"_s, QString::fromLatin1(request.target)},
                           {u"requestHeaders"_s, sent},
                           {u"request"_s, content(body)},
                           {u"status"_s, reply.status},
                           {u"type"_s, QString::fromLatin1(reply.type)},
                           {u"responseHeaders"_s, got},
                           {u"response"_s, content(reply.body)}};
    const std::lock_guard lock(m_mutex);
    m_record.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    m_record.flush();
}

} // namespace Loket::Central
