// SPDX-License-Identifier: Apache-2.0
#include "tests/central/routes.h"

#include "tests/central/bodies.h"
#include "tests/central/requestsign.h"

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

constexpr qint64 kMostOfChunk = 4 * 1024 * 1024;

HttpReply error(int status, const QString &code, const QString &detail = {})
{
    return {
        status,
        QJsonDocument(QJsonObject{{u"error"_s, code}, {u"detail"_s, detail}}).toJson(QJsonDocument::Compact),
        "application/json",
        {}};
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
    const auto body = unpackBody(request.body, request.header("content-encoding"));
    HttpReply reply = body ? route(request, *body) : error(400, u"body.damaged"_s);
    if (m_record.isOpen())
        record(request, body.value_or(QByteArray()), reply);
    if (reply.type == "application/json") {
        QByteArray encoding;
        reply.body = packBody(reply.body, request.header("accept-encoding"), &encoding);
        if (!encoding.isEmpty())
            reply.headers += {"Content-Encoding", encoding};
    }
    return reply;
}

HttpReply Routes::route(const HttpRequest &request, const QByteArray &body)
{
    const auto signature = RequestSignature::read(request.header("authorization"));
    if (!signature)
        return error(401, u"signature.missing"_s);
    const auto caller = findCaller(m_world.pool, signature->device);
    if (!caller)
        return error(caller.error());
    if (!caller.value())
        return error(401, u"device.unknown"_s);
    if (!signature->isOf(request, caller.value()->publicKey))
        return error(401, u"signature.bad"_s);
    return forCaller(request, body, *caller.value());
}

HttpReply Routes::forCaller(const HttpRequest &request, const QByteArray &body, const Caller &caller)
{
    const QByteArray what = request.method + ' ' + request.path();
    if (caller.state == Welcome::Device::Revoked)
        return error(403, u"device.revoked"_s);
    if (caller.state == Welcome::Device::Frozen)
        return error(403, u"device.frozen"_s);
    PgCentre centre(m_world, caller);
    if (what.startsWith("PATCH /v1/attachments/"))
        return attachment(request, body, centre);
    if (what.startsWith("GET /v1/snapshot/chunks/"))
        return chunk(request, centre);
    return error(404, u"path.unknown"_s);
}

HttpReply Routes::attachment(const HttpRequest &request, const QByteArray &body, PgCentre &centre)
{
    static const QRegularExpression name(u"^/v1/attachments/([0-9a-f]{64})$"_s);
    const auto match = name.match(QString::fromLatin1(request.path()));
    bool hasOffset = false, hasLength = false;
    const AttachmentPiece piece{match.captured(1).toLatin1(),
                                request.header("upload-length").toLongLong(&hasLength),
                                QString::fromLatin1(request.header("upload-type")),
                                request.header("upload-offset").toLongLong(&hasOffset), body};
    if (!match.hasMatch() || !hasOffset || !hasLength)
        return error(400, u"attachment.headers"_s);
    const auto have = centre.putAttachment(piece);
    if (!have)
        return error(have.error());
    const bool isTaken = have.value() == piece.offset + piece.bytes.size() || have.value() == piece.length;
    HttpReply reply = isTaken ? HttpReply{204, {}, {}, {}} : error(409, u"attachment.offset"_s);
    reply.headers += {"Upload-Offset", QByteArray::number(have.value())};
    return reply;
}

HttpReply Routes::chunk(const HttpRequest &request, PgCentre &centre)
{
    static const QRegularExpression name(u"^/v1/snapshot/chunks/([0-9a-f]{64})$"_s);
    const auto match = name.match(QString::fromLatin1(request.path()));
    if (!match.hasMatch())
        return error(404, u"path.unknown"_s);
    const bool isPart = request.headers.contains("range");
    const auto range = isPart ? rangeOf(request.header("range"))
                              : std::optional(std::pair<qint64, qint64>(0, kMostOfChunk * 2));
    if (!range)
        return error(416, u"range.form"_s);
    const auto bytes
        = centre.snapshotBytes(match.captured(1).toLatin1(), range->first, range->second - range->first + 1);
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
