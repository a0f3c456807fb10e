// SPDX-License-Identifier: Apache-2.0
#include "model/sync/httpcentral.h"

#include "model/base/clock.h"
#include "model/sync/packing.h"
#include "model/sync/requestproof.h"
#include "model/sync/wire.h"
#include "model/sync/wirefeed.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr qsizetype kMostChunkBytes = 16 * 1024 * 1024; ///< asked for at once
constexpr qsizetype kMostEditionBytes = 16 * 1024 * 1024;
constexpr qsizetype kMostCourierBytes = 64 * 1024 * 1024;

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

/// Path and query of an address, as they are sent.
QByteArray targetOf(const QByteArray &url)
{
    const qsizetype host = url.indexOf("://") + 3;
    return url.mid(qMax(url.indexOf('/', host), host));
}

/// What the answer's status means when it is none of 200 and the like.
Failure statusFailure(const LineAnswer &answer)
{
    QString detail = u"status %1"_s.arg(answer.status);
    if (const auto body = unpackBody(answer.body, answer.contentEncoding, kMostMessageBytes)) {
        if (const auto told = readWireError(body.value()))
            detail
                = told.value().code + (told.value().detail.isEmpty() ? u""_s : u": "_s + told.value().detail);
    }
    switch (answer.status) {
    case 401:
    case 403:
        return {FailureKind::Denied, detail};
    case 410:
        return {FailureKind::Gone, detail};
    case 408:
    case 409: // the same is being worked on
    case 425:
    case 429:
        return {FailureKind::Later, detail, answer.retryAfter};
    default:
        break;
    }
    if (answer.status >= 500)
        return {FailureKind::Later, detail, answer.retryAfter};
    // A redirection is a gateway's that wants something of the person, not an answer of the centre.
    return {answer.status >= 400 ? FailureKind::BadInput : FailureKind::Network, detail};
}

bool isFine(const LineAnswer &answer)
{
    return answer.status >= 200 && answer.status < 300;
}

/// An answer that can't be read was spoilt on the way: the same question may be answered well.
template <typename T>
Outcome<T> readOrNetwork(Read<T> read)
{
    if (!read)
        return fail(Failure{FailureKind::Network, u"the answer can't be read: "_s + read.error().line()});
    return read.take();
}

bool agrees(const LeaseGrant &grant)
{
    const QJsonObject told = QJsonDocument::fromJson(grant.proof.text).object();
    return told.value("lease"_L1).toString() == grant.leaseId && told.value("low"_L1).toInteger() == grant.low
        && told.value("high"_L1).toInteger() == grant.high;
}

} // namespace

HttpCentral::HttpCentral(CentralAddress address, DeviceKey key, const Clock &clock,
                         const std::atomic_bool *cancel)
    : m_address(std::move(address))
    , m_key(std::move(key))
    , m_clock(clock)
    , m_line(m_address.line, cancel)
{
}

HttpCentral::~HttpCentral() = default;

Outcome<LineAnswer> HttpCentral::send(const Call &call)
{
    QByteArray base = m_address.url.toUtf8();
    while (base.endsWith('/'))
        base.chop(1);
    LineRequest request{call.method, base + call.target, {}, call.body, call.most, call.idle};
    if (call.isPacked) {
        const PackedBody packed = packBody(call.body, kThoroughLevel);
        request.body = packed.bytes;
        if (!packed.encoding.isEmpty())
            request.headers += "Content-Encoding: " + packed.encoding;
    }
    const SignedRequest message{call.method, targetOf(request.url), request.body};
    const qint64 now = m_clock.nowUtc().toSecsSinceEpoch();
    request.headers
        += "Authorization: " + writeAuthorization(signRequest(message, m_address.device, now, m_key));
    request.headers += "Accept-Encoding: zstd, gzip";
    request.headers += "Accept:"; // none: it says nothing that the path does not
    request.headers += "Expect:";
    if (call.method != "GET")
        request.headers += "Content-Type: " + call.type;
    request.headers += call.headers;
    return m_line.ask(request);
}

Outcome<QByteArray> HttpCentral::ask(const Call &call)
{
    auto answer = send(call);
    if (!answer)
        return fail(answer.error());
    if (!isFine(answer.value()))
        return fail(statusFailure(answer.value()));
    auto body = unpackBody(answer.value().body, answer.value().contentEncoding, call.most);
    if (!body)
        return fail(Failure{FailureKind::Network, u"the answer is "_s + packFaultWord(body.error())});
    return body.take();
}

template <typename Reader>
auto HttpCentral::exchange(const Call &call, Reader read)
{
    using Answer = decltype(readOrNetwork(read(QByteArray())));
    const auto body = ask(call);
    return body ? readOrNetwork(read(body.value())) : Answer(fail(body.error()));
}

Outcome<Nothing> HttpCentral::checkCertificate(const QDateTime &told) const
{
    const HttpLine::Validity days = m_line.certificateDoubt();
    if (!days.from.isValid() || (told >= days.from && told <= days.until))
        return Nothing();
    return fail(Failure{
        FailureKind::Untrusted,
        u"the certificate is good from %1 to %2, the centre says it is %3"_s.arg(
            days.from.toString(Qt::ISODate), days.until.toString(Qt::ISODate), told.toString(Qt::ISODate))});
}

Outcome<Enrolment> HttpCentral::enrol(const EnrolRequest &request)
{
    auto enrolment = exchange({"POST", "/v1/enrol", writeEnrolRequest(request)}, readEnrolment);
    if (!enrolment)
        return enrolment;
    if (const auto good = checkCertificate(enrolment.value().now); !good)
        return fail(good.error());
    enrolment.value().centre = m_address.url;
    enrolment.value().ca = m_address.line.ca;
    return enrolment;
}

Outcome<Welcome> HttpCentral::hello(const CounterState &state)
{
    auto welcome = exchange({"POST", "/v1/hello", writeCounterState(state)}, readWelcome);
    if (!welcome)
        return welcome;
    if (const auto good = checkCertificate(welcome.value().now); !good)
        return fail(good.error());
    return welcome;
}

Outcome<SubmitReply> HttpCentral::submit(const QList<Envelope> &envelopes)
{
    return exchange({"POST", "/v1/submissions", writeSubmissions(envelopes)}, readSubmitReply);
}

Outcome<FeedPage> HttpCentral::changes(const QString &epoch, qint64 cursor, int limit, int waitSeconds)
{
    Call call{"GET",
              "/v1/changes?epoch=" + encoded(epoch) + "&cursor=" + QByteArray::number(cursor)
                  + "&limit=" + QByteArray::number(limit)};
    if (waitSeconds > 0)
        call.target += "&wait=" + QByteArray::number(waitSeconds);
    call.most = kMostFeedBytes;
    call.idle = waitSeconds;
    return exchange(call, [](const QByteArray &json) { return readFeedPage(json, FamilyBodies::AsText); });
}

Outcome<LeaseGrant> HttpCentral::lease(const LeaseRequest &request)
{
    auto grant = exchange({"POST", "/v1/leases", writeLeaseRequest(request)}, readLeaseGrant);
    if (grant && !agrees(grant.value()))
        return fail(Failure{FailureKind::Untrusted, u"a block of numbers is not what its proof says"_s});
    return grant;
}

Outcome<Nothing> HttpCentral::returnLease(const QString &leaseId, qint64 next)
{
    const auto answer = ask({"POST", "/v1/leases/" + encoded(leaseId) + "/return", writeLeaseReturn(next)});
    if (!answer)
        return fail(answer.error());
    return Nothing();
}

Outcome<qint64> HttpCentral::putAttachment(const AttachmentPiece &piece)
{
    Call call{"PATCH", "/v1/attachments/" + piece.sha256, piece.bytes, "application/octet-stream", false};
    call.headers
        = {"Upload-Offset: " + QByteArray::number(piece.offset),
           "Upload-Length: " + QByteArray::number(piece.length), "Upload-Type: " + piece.type.toLatin1()};
    const auto answer = send(call);
    if (!answer)
        return fail(answer.error());
    bool isNumber = false;
    const qint64 offset = answer.value().uploadOffset.toLongLong(&isNumber);
    const bool isSaid = isNumber && offset >= 0 && offset <= piece.length;
    if (isSaid && (isFine(answer.value()) || answer.value().status == 409))
        return offset;
    if (isFine(answer.value()))
        return fail(Failure{FailureKind::Network, u"the answer has no Upload-Offset"_s});
    return fail(statusFailure(answer.value()));
}

Outcome<SnapshotManifest> HttpCentral::snapshot()
{
    return exchange({"GET", "/v1/snapshot"}, readSnapshotManifest);
}

Outcome<QByteArray> HttpCentral::snapshotBytes(const QByteArray &sha256, qint64 offset, qint64 limit)
{
    const qint64 length = qBound<qint64>(1, limit, kMostChunkBytes);
    Call call{"GET", "/v1/snapshot/chunks/" + sha256};
    call.headers
        = {"Range: bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(offset + length - 1)};
    call.most = kMostChunkBytes + 1024;
    const auto answer = send(call);
    if (!answer)
        return fail(answer.error());
    if (answer.value().status == 416) // nothing behind its end
        return QByteArray();
    if (!isFine(answer.value()))
        return fail(statusFailure(answer.value()));
    // A gateway may answer with the whole; the chunk is packed already, its bytes are what was hashed.
    const QByteArray &body = answer.value().body;
    return answer.value().status == 206 ? body.left(length) : body.mid(offset, length);
}

Outcome<SignedText> HttpCentral::edition(const QString &id)
{
    Call call{"GET", "/v1/editions/" + encoded(id)};
    call.most = kMostEditionBytes;
    return exchange(call, readSigned);
}

Outcome<QByteArray> HttpCentral::carry(const QByteArray &sealed)
{
    Call call{"POST", "/v1/courier", sealed, "application/octet-stream", false};
    call.most = kMostCourierBytes;
    return ask(call);
}

Outcome<Nothing> HttpCentral::wiped(const SignedText &receipt)
{
    const auto answer = ask({"POST", "/v1/wiped", writeSigned(receipt)});
    if (!answer)
        return fail(answer.error());
    return Nothing();
}

} // namespace Loket
