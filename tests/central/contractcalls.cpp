// SPDX-License-Identifier: Apache-2.0
// Every call that the counter's client can make, and what goes wrong with it: for check_contract.sh, which
// looks at the record of it. Usage: loket-contract READY.json CENTRE-DIR EDITION-ID. Exit 1 when an answer
// is not the one that is expected.
#include "model/base/clock.h"
#include "model/base/ids.h"
#include "model/sync/httpcentral.h"
#include "model/sync/requestproof.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

const SystemClock kClock;
int g_faults = 0;

void expect(const char *what, bool isRight)
{
    if (isRight)
        return;
    ++g_faults;
    fprintf(stderr, "loket-contract: %s: another answer than expected\n", what);
}

template <typename T>
bool failed(const Outcome<T> &outcome, FailureKind kind)
{
    return !outcome && outcome.error().kind == kind;
}

QString newId()
{
    return newUuid7(kClock).toString(QUuid::WithoutBraces);
}

CounterState stateOfCounter()
{
    CounterState state;
    state.generation = newId();
    state.rulebook = u"handbook"_s;
    state.app = u"contract"_s;
    return state;
}

/// A counter's key and its client.
class Caller
{
public:
    Caller(QString url, QByteArray ca)
        : m_url(std::move(url))
        , m_line({ca, {}, {}, {}})
        , client(CentralAddress{m_url, device, {ca, {}, {}, {}}}, *DeviceKey::fromSeed(key.seed()), kClock)
    {
    }
    EnrolRequest request(const QString &code) const
    {
        return {code, device, key.publicKey(), key.publicKey(), u"contract"_s};
    }
    /// What the client never sends, over its line and with its signature. Answers the status.
    int raw(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
            const QList<QByteArray> &headers = {})
    {
        const RequestProof proof = signRequest({method, target, body}, device, 1'646'100'000, key);
        const auto answer = m_line.ask({method, m_url.toUtf8() + target,
                                        QList<QByteArray>{"Authorization: " + writeAuthorization(proof),
                                                          "Content-Type: application/json"}
                                            + headers,
                                        body, 16 * 1024 * 1024});
        return answer ? answer.value().status : 0;
    }

private:
    const QString m_url;
    HttpLine m_line;

public:
    const DeviceKey key = DeviceKey::generate();
    const QString device = newId();
    HttpCentral client;
};

/// What a call needs that names something.
struct Names {
    QString lease, edition, epoch;
    QByteArray chunk;
};

AttachmentPiece piece(const QByteArray &whole, qint64 offset, qint64 length)
{
    return {QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex(), whole.size(),
            u"image/jpeg"_s, offset, whole.mid(offset, length)};
}

void whatIsRight(Caller &one, const QString &code, Names &names)
{
    HttpCentral &client = one.client;
    const auto enrolled = client.enrol(one.request(code));
    expect("enrol", bool(enrolled));
    const auto welcome = client.hello(stateOfCounter());
    expect("hello", bool(welcome));
    names.epoch = welcome ? welcome.value().epoch : QString();
    expect("changes", bool(client.changes(names.epoch, 0, 10, 0)));
    const auto lease = client.lease({newId(), 60});
    expect("lease", bool(lease));
    names.lease = lease ? lease.value().leaseId : QString();
    expect("return", lease && client.returnLease(names.lease, lease.value().low + 3));
    const QByteArray picture(5000, 'p');
    const auto half = client.putAttachment(piece(picture, 0, 2000));
    expect("first piece", half && half.value() == 2000);
    const auto gap = client.putAttachment(piece(picture, 3000, 1000));
    expect("a gap", gap && gap.value() == 2000);
    const auto whole = client.putAttachment(piece(picture, 2000, 3000));
    expect("last piece", whole && whole.value() == picture.size());
    const auto manifest = client.snapshot();
    expect("snapshot", manifest && !manifest.value().chunks.isEmpty());
    if (manifest && !manifest.value().chunks.isEmpty())
        names.chunk = manifest.value().chunks.first().sha256;
    const auto begin = client.snapshotBytes(names.chunk, 0, 100);
    const auto next = client.snapshotBytes(names.chunk, 100, 50);
    expect("ranges", begin && begin.value().size() == 100 && next && next.value().size() == 50);
    expect("a whole chunk", one.raw("GET", "/v1/snapshot/chunks/" + names.chunk) == 200);
    expect("edition", bool(client.edition(names.edition)));
}

void whatIsWrong(Caller &one, const Names &names)
{
    HttpCentral &client = one.client;
    expect("enrol: form", one.raw("POST", "/v1/enrol", "{}") == 400);
    expect("enrol: code", failed(client.enrol(one.request(u"no-such-code"_s)), FailureKind::Denied));
    EnrolRequest other = one.request(u"no-such-code"_s);
    other.device = newId(); // signed for another one
    expect("enrol: device", failed(client.enrol(other), FailureKind::Denied));
    expect("hello: form", one.raw("POST", "/v1/hello", "{}") == 400);
    expect("submissions: form", one.raw("POST", "/v1/submissions", "{}") == 400);
    expect("changes: cursor", one.raw("GET", "/v1/changes?cursor=x") == 400);
    expect("changes: epoch", failed(client.changes(newId(), 0, 10, 0), FailureKind::Gone));
    expect("lease: form", one.raw("POST", "/v1/leases", "{}") == 400);
    expect("return: lease", failed(client.returnLease(newId(), 5), FailureKind::BadInput));
    expect("attachment: headers", one.raw("PATCH", "/v1/attachments/" + names.chunk, "x") == 400);
    expect("chunk: unknown", failed(client.snapshotBytes(QByteArray(64, 'a'), 0, 9), FailureKind::Gone));
    expect("chunk: range",
           one.raw("GET", "/v1/snapshot/chunks/" + names.chunk, {}, {"Range: bytes=0-1,5-6"}) == 416);
    expect("edition: unknown", failed(client.edition(u"1999-01"_s), FailureKind::Gone));
    expect("courier: damaged", failed(client.carry("nothing"), FailureKind::BadInput));
    const SignedText receipt = signText("WIPED", {{u"device"_s, one.device}}, DeviceKey::generate());
    expect("wiped: another key", failed(client.wiped(receipt), FailureKind::BadInput));
}

Envelope envelopeOf(const Caller &one)
{
    EnvelopeHeader header;
    header.submission = newId();
    header.device = one.device;
    header.deviceSeq = 1;
    header.generation = newId();
    header.officer = u"petugas1"_s;
    header.service = u"REG-PBPU"_s;
    header.rulebook = u"handbook"_s;
    header.app = u"contract"_s;
    header.time = u"2022-03-01T02:00:00.000Z"_s;
    header.timeCertainty = u"device"_s;
    return sealEnvelope(header, "{}", one.key);
}

/// Every call, when none but hello and submissions of a frozen counter may be answered.
void nothing(Caller &one, const Names &names, bool isKnown, bool mayHandIn)
{
    HttpCentral &client = one.client;
    constexpr auto kDenied = FailureKind::Denied;
    expect("denied: hello", isKnown == bool(client.hello(stateOfCounter())));
    expect("denied: submissions", mayHandIn == bool(client.submit({envelopeOf(one)})));
    expect("denied: changes", failed(client.changes(names.epoch, 0, 10, 0), kDenied));
    expect("denied: lease", failed(client.lease({newId(), 60}), kDenied));
    expect("denied: return", failed(client.returnLease(names.lease, 5), kDenied));
    expect("denied: attachment", failed(client.putAttachment(piece("another picture", 0, 15)), kDenied));
    expect("denied: snapshot", failed(client.snapshot(), kDenied));
    expect("denied: chunk", failed(client.snapshotBytes(names.chunk, 0, 9), kDenied));
    expect("denied: edition", failed(client.edition(names.edition), kDenied));
    expect("denied: courier", failed(client.carry("nothing"), kDenied));
}

void giveOrder(const QString &dir, const QString &word, const QString &device)
{
    expect("order",
           QProcess::execute(qEnvironmentVariable("LOKET_CENTRAL"),
                             {u"--dir"_s, dir, u"--order"_s, word, u"--device"_s, device})
               == 0);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile ready(arguments.value(1));
    if (arguments.size() != 4 || !ready.open(QIODevice::ReadOnly)) {
        fprintf(stderr, "usage: loket-contract READY.json CENTRE-DIR EDITION-ID\n");
        return 2;
    }
    const QJsonObject centre = QJsonDocument::fromJson(ready.readAll()).object();
    QFile ca(centre["ca"_L1].toString());
    if (!ca.open(QIODevice::ReadOnly))
        return 2;
    const QString url = centre["urls"_L1].toArray().first().toString();
    const QByteArray pem = ca.readAll();
    Names names;
    names.edition = arguments.at(3);
    Caller one(url, pem), stranger(url, pem);
    whatIsRight(one, centre["codes"_L1].toArray().first().toArray().last().toString(), names);
    whatIsWrong(one, names);
    nothing(stranger, names, false, false);
    expect("two envelopes of one number", bool(one.client.submit({envelopeOf(one), envelopeOf(one)})));
    nothing(one, names, true, true);
    giveOrder(arguments.at(2), u"revoke"_s, one.device);
    nothing(one, names, true, false);
    return g_faults > 0 ? 1 : 0;
}
