// SPDX-License-Identifier: Apache-2.0
#include "model/base/clock.h"
#include "model/sync/httpcentral.h"
#include "model/sync/packing.h"
#include "model/sync/requestproof.h"
#include "model/sync/wire.h"
#include "model/sync/wirefeed.h"
#include "tests/fakes/tlsserver.h"

#include <QJsonObject>
#include <QtTest>

#include <mutex>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

const QString kDevice = u"0190a1b2-0000-7000-8000-0000000000d1"_s;
const QByteArray kHash = QByteArray("ab").repeated(32);

DeviceKey key()
{
    return *DeviceKey::fromSeed(QByteArray(32, 'k'));
}

const TestCertificates &certificates()
{
    static const TestCertificates kOnes = makeCertificates();
    return kOnes;
}

CounterState counter()
{
    CounterState state;
    state.generation = u"g"_s;
    return state;
}

Welcome welcome(const QDateTime &now = QDateTime::currentDateTimeUtc())
{
    Welcome out;
    out.epoch = u"e1"_s;
    out.now = now;
    return out;
}

/// A server with one handler, and a counter's line to it.
struct Link {
    explicit Link(TlsServer::Handler handler, const TestCertificates &ones = certificates(),
                  LineOptions options = {})
        : server(ones, [this, handler](const Asked &request) {
            const Told told = handler(request);
            const std::lock_guard lock(mutex);
            asked += request;
            return told;
        })
    {
        if (options.ca.isEmpty())
            options.ca = ones.ca;
        central = std::make_unique<HttpCentral>(CentralAddress{server.url(), kDevice, options}, key(), clock,
                                                &cancel);
    }
    QList<Asked> requests() const
    {
        const std::lock_guard lock(mutex);
        return asked;
    }

    SystemClock clock;
    std::atomic_bool cancel{false};
    mutable std::mutex mutex;
    QList<Asked> asked;
    TlsServer server; ///< its threads use the above
    std::unique_ptr<HttpCentral> central;
};

TlsServer::Handler always(const Told &told)
{
    return [told](const Asked &) { return told; };
}

QList<Envelope> envelopes()
{
    return {{u"0190a1b2-0000-7000-8000-0000000000c1"_s, QByteArray(500, 'h'), QByteArray(900, 'p'),
             QByteArray(64, 's')}};
}

FailureKind kindOf(const Outcome<Welcome> &outcome)
{
    return outcome ? FailureKind::Internal : outcome.error().kind;
}

} // namespace

class TestHttpCentral : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
    }

    void requestsAreSignedAndPacked()
    {
        SubmitReply reply;
        reply.receipts = {{envelopes().first().id, Receipt::Kind::Received, {}}};
        Link link(always({200, writeSubmitReply(reply)}));
        const auto answer = link.central->submit(envelopes());
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer.value().receipts.first().id, envelopes().first().id);

        const Asked asked = link.requests().first();
        QCOMPARE(asked.method, QByteArray("POST"));
        QCOMPARE(asked.target, QByteArray("/v1/submissions"));
        QCOMPARE(asked.headers.value("content-encoding"), QByteArray("zstd"));
        const auto proof = readAuthorization(asked.headers.value("authorization"));
        QVERIFY(proof);
        QVERIFY(checkRequest(*proof, {asked.method, asked.target, asked.body}, key().publicKey()));
        const auto body = unpackBody(asked.body, "zstd", kMostSubmissionBytes);
        QCOMPARE(readSubmissions(body.value()).value(), envelopes());
    }

    void aConnectionIsKept()
    {
        Link link(always({200, writeWelcome(welcome())}));
        for (int i = 0; i < 5; ++i)
            QVERIFY(link.central->hello(counter()));
        QCOMPARE(link.server.connections(), 1);
        QCOMPARE(link.requests().size(), 5);
    }

    void aNewConnectionResumesItsSession()
    {
        Link link([](const Asked &) { return Told{200, writeWelcome(welcome()), {"Connection: close"}}; });
        for (int i = 0; i < 3; ++i)
            QVERIFY(link.central->hello(counter()));
        QCOMPARE(link.server.connections(), 3);
        QCOMPARE(link.server.resumed(), 2);
    }

    void theFeedIsAskedForAndUnpacked()
    {
        FeedPage page{u"e1"_s, {}, 70, false, 3};
        for (int i = 0; i < 60; ++i)
            page.entries += FeedEntry{i + 1, u"gone"_s, {{u"kk"_s, u"3174010101220001"_s}}};
        const PackedBody packed = packBody(writeFeedPage(page), kFastLevel);
        Link link(always({200, packed.bytes, {"Content-Encoding: zstd"}}));
        const auto read = link.central->changes(u"e 1"_s, 10, 500, 20);
        QVERIFY(read);
        QCOMPARE(read.value().entries.size(), 60);
        QCOMPARE(link.requests().first().target,
                 QByteArray("/v1/changes?epoch=e%201&cursor=10&limit=500&wait=20"));
        const auto proof = readAuthorization(link.requests().first().headers.value("authorization"));
        QVERIFY(checkRequest(*proof, {"GET", link.requests().first().target, {}}, key().publicKey()));
    }

    void everyStatusHasItsMeaning_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("401") << 401 << int(FailureKind::Denied);
        QTest::newRow("403") << 403 << int(FailureKind::Denied);
        QTest::newRow("404") << 404 << int(FailureKind::BadInput);
        QTest::newRow("409") << 409 << int(FailureKind::Later);
        QTest::newRow("410") << 410 << int(FailureKind::Gone);
        QTest::newRow("422") << 422 << int(FailureKind::BadInput);
        QTest::newRow("429") << 429 << int(FailureKind::Later);
        QTest::newRow("500") << 500 << int(FailureKind::Later);
        QTest::newRow("503") << 503 << int(FailureKind::Later);
        QTest::newRow("302") << 302 << int(FailureKind::Network);
    }
    void everyStatusHasItsMeaning()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        Link link(always({status, writeWireError({u"some.code"_s, u"some words"_s}), {"Retry-After: 17"}}));
        const auto answer = link.central->hello(counter());
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().kind), kind);
        QCOMPARE(answer.error().detail, u"some.code: some words"_s);
        QCOMPARE(answer.error().retryAfter, kind == int(FailureKind::Later) ? 17 : 0);
    }

    void anAnswerThatIsCutIsAFailureOfTheLine()
    {
        const QByteArray body = writeWelcome(welcome());
        const qsizetype most = body.size() + 30; // the head is longer than that
        int cuts = 0;
        for (qsizetype at = 0; at < most; at += 17, ++cuts) {
            Link link(always({200, body, {}, at}));
            QCOMPARE(kindOf(link.central->hello(counter())), FailureKind::Network);
        }
        qInfo("%d places", cuts);
    }

    void whatCantBeReadIsAFailureOfTheLine_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("encoding");
        QTest::newRow("no JSON") << QByteArray("<html>log in</html>") << QByteArray("identity");
        QTest::newRow("half a welcome") << writeWelcome(welcome()).chopped(9) << QByteArray("identity");
        QTest::newRow("another message") << QByteArray("{}") << QByteArray("identity");
        QTest::newRow("not packed") << writeWelcome(welcome()) << QByteArray("zstd");
        QTest::newRow("unknown packing") << writeWelcome(welcome()) << QByteArray("br");
        QTest::newRow("a bomb") << packBody(QByteArray(50 << 20, ' '), kFastLevel).bytes
                                << QByteArray("zstd");
        QTest::newRow("too large") << QByteArray(3 << 20, ' ') << QByteArray("identity");
    }
    void whatCantBeReadIsAFailureOfTheLine()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, encoding);
        Link link(always({200, body, {"Content-Encoding: " + encoding}}));
        QCOMPARE(kindOf(link.central->hello(counter())), FailureKind::Network);
    }

    void anotherAuthorityIsNotTrusted()
    {
        LineOptions options;
        options.ca = makeCertificates().ca;
        Link link(always({200, writeWelcome(welcome())}), certificates(), options);
        const auto answer = link.central->hello(counter());
        QVERIFY(!answer);
        QVERIFY2(answer.error().kind == FailureKind::Untrusted, qPrintable(answer.error().detail));
        QVERIFY(link.requests().isEmpty());
    }

    void aFileThatIsNoCertificateIsSaid()
    {
        LineOptions options;
        options.ca = "no certificate";
        Link link(always({200, writeWelcome(welcome())}), certificates(), options);
        const FailureKind kind = kindOf(link.central->hello(counter()));
        QVERIFY(kind == FailureKind::BadInput || kind == FailureKind::Untrusted);
        QVERIFY(link.requests().isEmpty());
    }

    void aClockThatIsAYearWrongStopsNothing_data()
    {
        QTest::addColumn<int>("from"); // days from what this device takes for today
        QTest::addColumn<int>("until");
        QTest::addColumn<int>("known"); // 1: nothing
        QTest::addColumn<int>("told");
        QTest::addColumn<bool>("works");
        QTest::newRow("clock a year fast, first call") << -400 << -300 << 1 << -350 << true;
        QTest::newRow("clock a year fast, heard before") << -400 << -300 << -360 << -350 << true;
        QTest::newRow("clock a year slow") << 300 << 400 << -10 << 350 << true;
        QTest::newRow("run out before the last call") << -400 << -300 << -200 << -350 << false;
        QTest::newRow("run out by the centre's own time") << -400 << -300 << 1 << 0 << false;
        QTest::newRow("not yet good by the centre's own time") << 300 << 400 << 1 << 0 << false;
    }
    void aClockThatIsAYearWrongStopsNothing()
    {
        QFETCH(int, from);
        QFETCH(int, until);
        QFETCH(int, known);
        QFETCH(int, told);
        QFETCH(bool, works);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        LineOptions options;
        if (known <= 0)
            options.knownTime = now.addDays(known);
        Link link(always({200, writeWelcome(welcome(now.addDays(told)))}),
                  makeCertificates(now.addDays(from), now.addDays(until)), options);
        for (int i = 0; i < 2; ++i) { // a kept connection is judged alike
            const auto answer = link.central->hello(counter());
            QCOMPARE(bool(answer), works);
            if (works)
                continue;
            QCOMPARE(answer.error().kind, FailureKind::Untrusted);
            QVERIFY2(answer.error().detail.contains(now.addDays(until).toString(u"yyyy-MM-dd"_s)),
                     qPrintable(answer.error().detail));
        }
    }

    void anotherAuthorityIsNotTrustedWithAWrongClockEither()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        LineOptions options;
        options.ca = makeCertificates(now.addDays(-400), now.addDays(-300)).ca;
        Link link(always({200, writeWelcome(welcome(now.addDays(-350)))}),
                  makeCertificates(now.addDays(-400), now.addDays(-300)), options);
        QCOMPARE(kindOf(link.central->hello(counter())), FailureKind::Untrusted);
        QVERIFY(link.requests().isEmpty());
    }

    void throughAProxy()
    {
        const CountingProxy proxy;
        LineOptions options;
        options.proxy = proxy.url();
        Link link(always({200, writeWelcome(welcome())}), certificates(), options);
        QVERIFY(link.central->hello(counter()));
        QVERIFY(link.central->hello(counter()));
        QCOMPARE(proxy.tunnels(), 1);
        QVERIFY(proxy.up() > 500 && proxy.down() > 500);
    }

    void theProxyOfTheEnvironmentIsUsed()
    {
        const CountingProxy proxy;
        qputenv("https_proxy", proxy.url().toLatin1());
        Link link(always({200, writeWelcome(welcome())}));
        const auto answer = link.central->hello(counter());
        qunsetenv("https_proxy");
        QVERIFY(answer);
        QCOMPARE(proxy.tunnels(), 1);
    }

    void nobodyThereIsAFailureOfTheLine()
    {
        QString url;
        {
            const TlsServer server(certificates(), always({200, {}}));
            url = server.url();
        }
        const SystemClock clock;
        LineOptions options;
        options.ca = certificates().ca;
        HttpCentral gone({url, kDevice, options}, key(), clock);
        QCOMPARE(kindOf(gone.hello(counter())), FailureKind::Network);
        HttpCentral plain({u"http://127.0.0.1:1"_s, kDevice, options}, key(), clock);
        QCOMPARE(kindOf(plain.hello(counter())), FailureKind::BadInput);
    }

    void aSilentLineEnds()
    {
        LineOptions options;
        options.patience.idle = 1;
        Link link(always({200, writeWelcome(welcome()), {}, 40, true}), certificates(), options);
        QCOMPARE(kindOf(link.central->hello(counter())), FailureKind::Network);
    }

    void cancelEndsACall()
    {
        Link *self = nullptr;
        Link link([&self](const Asked &) {
            self->cancel = true; // while the counter waits for the answer
            return Told{200, {}, {}, 0, true};
        });
        self = &link;
        QCOMPARE(kindOf(link.central->hello(counter())), FailureKind::Cancelled);
        QCOMPARE(kindOf(link.central->hello(counter())), FailureKind::Cancelled); // and the next at once
        QCOMPARE(link.requests().size(), 1);
    }

    void attachmentsTellWhereTheyAre()
    {
        const AttachmentPiece piece{kHash, 5000, u"image/jpeg"_s, 1000, QByteArray(200, 'x')};
        Link fine(always({204, {}, {"Upload-Offset: 1200"}}));
        QCOMPARE(fine.central->putAttachment(piece).value(), 1200);
        const Asked asked = fine.requests().first();
        QCOMPARE(asked.method, QByteArray("PATCH"));
        QCOMPARE(asked.target, QByteArray("/v1/attachments/" + kHash));
        QCOMPARE(asked.headers.value("upload-offset"), QByteArray("1000"));
        QCOMPARE(asked.headers.value("upload-length"), QByteArray("5000"));
        QCOMPARE(asked.headers.value("upload-type"), QByteArray("image/jpeg"));
        QCOMPARE(asked.body, piece.bytes);

        Link elsewhere(always({409, {}, {"Upload-Offset: 600"}}));
        QCOMPARE(elsewhere.central->putAttachment(piece).value(), 600);
        Link nowhere(always({200, {}, {"Upload-Offset: 6000"}}));
        QCOMPARE(nowhere.central->putAttachment(piece).error().kind, FailureKind::Network);
        Link full(always({503, {}, {"Retry-After: 3"}}));
        QCOMPARE(full.central->putAttachment(piece).error().retryAfter, 3);
    }

    void chunksComeInRanges()
    {
        const QByteArray chunk = "0123456789";
        Link part(always({206, chunk.mid(4, 3)}));
        QCOMPARE(part.central->snapshotBytes(kHash, 4, 3).value(), QByteArray("456"));
        QCOMPARE(part.requests().first().headers.value("range"), QByteArray("bytes=4-6"));
        Link whole(always({200, chunk}));
        QCOMPARE(whole.central->snapshotBytes(kHash, 4, 3).value(), QByteArray("456"));
        Link behind(always({416, {}}));
        QCOMPARE(behind.central->snapshotBytes(kHash, 10, 3).value(), QByteArray());
        Link gone(always({410, {}}));
        QCOMPARE(gone.central->snapshotBytes(kHash, 0, 3).error().kind, FailureKind::Gone);
    }

    void aLeaseIsWhatItsProofSays()
    {
        const DeviceKey centre = key();
        LeaseGrant grant{u"L1"_s, 100, 199, {}, {}};
        grant.proof = signText("LEASE", {{u"lease"_s, u"L1"_s}, {u"low"_s, 100}, {u"high"_s, 199}}, centre);
        Link fine(always({200, writeLeaseGrant(grant)}));
        QVERIFY(fine.central->lease({u"r"_s, 100}));
        grant.high = 299;
        Link wrong(always({200, writeLeaseGrant(grant)}));
        QCOMPARE(wrong.central->lease({u"r"_s, 100}).error().kind, FailureKind::Untrusted);
        Link back(always({200, "{}"}));
        QVERIFY(back.central->returnLease(u"L/1"_s, 150));
        QCOMPARE(back.requests().first().target, QByteArray("/v1/leases/L%2F1/return"));
    }
};

QTEST_GUILESS_MAIN(TestHttpCentral)
#include "tst_httpcentral.moc"
