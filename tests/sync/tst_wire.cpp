// SPDX-License-Identifier: Apache-2.0
#include "model/sync/packing.h"
#include "model/sync/requestproof.h"
#include "model/sync/wire.h"
#include "model/sync/wirefeed.h"
#include "model/vault/devicekey.h"
#include "tests/fakes/seed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

const DeviceKey &key()
{
    static const DeviceKey kKey = *DeviceKey::fromSeed(QByteArray(32, 'k'));
    return kKey;
}

QDateTime noon()
{
    return QDateTime(QDate(2022, 3, 1), QTime(5, 0, 0, 123), Qt::UTC);
}

FeedEntry verdictEntry()
{
    const QJsonObject body{{u"case"_s, u"0190a1b2-0000-7000-8000-0000000000c1"_s},
                           {u"state"_s, u"accepted"_s},
                           {u"reason"_s, u"baris \"satu\"\nbaris dua \\ é 😀"_s}};
    const SignedText proof = signText("VERDICT", body, key());
    return {7, u"verdict"_s, body, proof, proof.text};
}

FeedEntry familyEntry()
{
    const QJsonObject body{{u"format"_s, u"loket-family/1"_s},
                           {u"kk"_s, u"3174010101220001"_s},
                           {u"revision"_s, 3},
                           {u"members"_s, QJsonArray{QJsonObject{{u"name"_s, u"SITI \"]}, {["_s}}}}};
    return {9, u"family"_s, body, {}, QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

Welcome welcome()
{
    Welcome out;
    out.epoch = u"epoch-1"_s;
    out.now = noon();
    out.device = Welcome::Device::Frozen;
    out.expectedSeq = 12;
    out.highestSeq = 15;
    out.highestHash = QByteArray("ab").repeated(32);
    out.durableSeq = 9;
    out.head = Q_INT64_C(8000000000);
    out.epochStart = 77;
    out.standing = {verdictEntry(), familyEntry()};
    out.protocol = 1;
    out.tooOldFrom = u"2022-06-01"_s;
    return out;
}

FeedPage page()
{
    return {u"epoch-1"_s, {verdictEntry(), familyEntry()}, 10, true, 4};
}

SnapshotManifest manifest()
{
    SnapshotManifest out{u"s1"_s, u"epoch-1"_s, 5, 7, 20, {{QByteArray("cd").repeated(32), 4096, 7}}, {}};
    out.proof = signText("MANIFEST", snapshotManifestText(out), key());
    return out;
}

Enrolment enrolment()
{
    Enrolment out;
    out.office = u"0901"_s;
    out.officeName = u"Kantor Cabang"_s;
    out.workstation = u"0901-3"_s;
    out.epoch = u"epoch-1"_s;
    out.centreKey = key().publicKey();
    out.centreBoxKey = QByteArray(32, 'x');
    out.officers = {{u"rina"_s, u"Rina"_s, u"petugas"_s}, {u"dewi"_s, u"Dewi"_s, u"penyelia"_s}};
    out.certificate = signText("CERT", {{u"device"_s, u"d"_s}}, key());
    out.now = noon();
    return out;
}

QList<Envelope> envelopes()
{
    QList<Envelope> out;
    for (int i = 0; i < 3; ++i)
        out += Envelope{u"0190a1b2-0000-7000-8000-0000000000c%1"_s.arg(i), QByteArray(200 + i, 'h'),
                        QByteArray(300 + i, '\0'), QByteArray(64, char(i))};
    return out;
}

SubmitReply submitReply()
{
    SubmitReply out;
    out.receipts = {{u"a"_s, Receipt::Kind::Received, {}},
                    {u"b"_s, Receipt::Kind::AlreadyKnown, {}, verdictEntry()},
                    {u"c"_s, Receipt::Kind::Held, u"seq.gap"_s},
                    {u"d"_s, Receipt::Kind::OtherBytes, u"id.taken"_s},
                    {u"e"_s, Receipt::Kind::Refused, u"device.fork"_s},
                    {u"f"_s, Receipt::Kind::Later, u"busy"_s}};
    out.expectedSeq = 4;
    out.durableSeq = 2;
    return out;
}

/// A message, and what reads it: written again it must be the same bytes.
struct Sample {
    const char *name;
    QByteArray bytes;
    std::function<std::optional<QByteArray>(const QByteArray &)> again;
};

template <typename R, typename W>
std::function<std::optional<QByteArray>(const QByteArray &)> through(R read, W write)
{
    return [=](const QByteArray &bytes) -> std::optional<QByteArray> {
        auto value = read(bytes);
        if (!value)
            return std::nullopt;
        return write(value.value());
    };
}

QList<Sample> samples()
{
    CounterState state{u"gen"_s, 15, u"epoch-1"_s, 3, u"handbook"_s, u"0.1.0"_s, 1, {}};
    state.leases = {signText("LEASE", {{u"lease"_s, u"L1"_s}}, key())};
    LeaseGrant grant{u"L1"_s, 9990000000001, 9990000001000, noon(), state.leases.first()};
    const auto readPage = [](const QByteArray &json) { return readFeedPage(json); };
    return {
        {"hello", writeCounterState(state), through(readCounterState, writeCounterState)},
        {"welcome", writeWelcome(welcome()), through(readWelcome, writeWelcome)},
        {"submissions", writeSubmissions(envelopes()), through(readSubmissions, writeSubmissions)},
        {"reply", writeSubmitReply(submitReply()), through(readSubmitReply, writeSubmitReply)},
        {"page", writeFeedPage(page()), through(readPage, writeFeedPage)},
        {"lease", writeLeaseRequest({u"r"_s, 50}), through(readLeaseRequest, writeLeaseRequest)},
        {"grant", writeLeaseGrant(grant), through(readLeaseGrant, writeLeaseGrant)},
        {"return", writeLeaseReturn(5), through(readLeaseReturn, writeLeaseReturn)},
        {"manifest", writeSnapshotManifest(manifest()), through(readSnapshotManifest, writeSnapshotManifest)},
        {"edition", writeSigned(state.leases.first()), through(readSigned, writeSigned)},
        {"enrol",
         writeEnrolRequest({u"C0DE"_s, u"dev"_s, key().publicKey(), QByteArray(32, 'b'), u"0.1.0"_s}),
         through(readEnrolRequest, writeEnrolRequest)},
        {"enrolment", writeEnrolment(enrolment()), through(readEnrolment, writeEnrolment)},
        {"error", writeWireError({u"cursor.gone"_s, u"too old"_s}), through(readWireError, writeWireError)},
    };
}

} // namespace

class TestWire : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMessageComesBack()
    {
        for (const Sample &sample : samples()) {
            const auto again = sample.again(sample.bytes);
            QVERIFY2(again.has_value(), sample.name);
            QCOMPARE(*again, sample.bytes);
        }
    }

    void aCutMessageIsRefused()
    {
        for (const Sample &sample : samples()) {
            for (qsizetype length = 0; length < sample.bytes.size(); ++length)
                QVERIFY2(!sample.again(sample.bytes.first(length)), sample.name);
            QVERIFY2(!sample.again(sample.bytes + "x"), sample.name);
            QVERIFY2(!sample.again(sample.bytes + "{}"), sample.name);
        }
    }

    /// Whatever byte is changed: a reader says no, or reads something that it can write again; it never
    /// falls.
    void aGarbledMessageIsHarmless()
    {
        QRandomGenerator random(Fakes::seedOfTest());
        int refused = 0;
        int taken = 0;
        for (const Sample &sample : samples()) {
            for (qsizetype at = 0; at < sample.bytes.size(); ++at) {
                QByteArray garbled = sample.bytes;
                garbled[at] = char(garbled.at(at) ^ char(1 + random.bounded(255)));
                const auto again = sample.again(garbled);
                ++(again ? taken : refused);
                if (again)
                    QVERIFY2(sample.again(*again).has_value(), sample.name);
            }
        }
        qInfo("%d garbled messages refused, %d read as something else", refused, taken);
        QVERIFY(refused > taken); // the rest lies in texts, which signatures guard
    }

    void whatIsMissingOrOfAnotherTypeIsNamed_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("expected");
        const auto fault = [](auto read, const QByteArray &json) {
            const auto value = read(json);
            return value ? u"taken"_s : value.error().line();
        };
        const auto readPage = [](const QByteArray &json) { return readFeedPage(json); };
        QTest::newRow("missing") << fault(readLeaseRequest, R"({"wanted":5})")
                                 << u"request: a text was expected"_s;
        QTest::newRow("negative") << fault(readLeaseReturn, R"({"next":-1})")
                                  << u"next: a whole number from 1 on was expected"_s;
        QTest::newRow("fraction") << fault(readLeaseReturn, R"({"next":1.5})")
                                  << u"next: a whole number from 1 on was expected"_s;
        QTest::newRow("too great") << fault(readLeaseReturn, R"({"next":1e300})")
                                   << u"next: a whole number from 1 on was expected"_s;
        QTest::newRow("twice") << fault(readLeaseReturn, R"({"next":1,"next":2})")
                               << u"next (line 1, column 11): this key is given twice"_s;
        QTest::newRow("inside") << fault(readSubmissions, R"({"envelopes":[{"id":"a","header":"=="}]})")
                                << u"envelopes[0].header: base64 was expected"_s;
        QTest::newRow("no list") << fault(readSubmissions, "{}") << u"envelopes: an array was expected"_s;
        QTest::newRow("entry") << fault(readPage,
                                        R"({"epoch":"e","next":1,"entries":[{"seq":1,"kind":"gone"}]})")
                               << u"entries[0]: an entry of the feed was expected"_s;
        QTest::newRow("half signed") << fault(
            readPage, R"({"epoch":"e","next":1,"entries":[{"seq":1,"kind":"verdict","text":"{}"}]})")
                                     << u"entries[0]: an entry of the feed was expected"_s;
        QTest::newRow("page twice") << fault(readPage, R"({"epoch":"e","next":1,"next":2,"entries":[]})")
                                    << u"next: another type was expected"_s;
        QTest::newRow("no epoch") << fault(readPage, R"({"next":1,"entries":[]})")
                                  << u"epoch, next or entries is missing"_s;
    }
    void whatIsMissingOrOfAnotherTypeIsNamed()
    {
        QFETCH(QString, fault);
        QTEST(fault, "expected");
    }

    void boundsHold()
    {
        const QByteArray big = "{\"next\":1,\"x\":\"" + QByteArray(kMostMessageBytes, 'x') + "\"}";
        QCOMPARE(readLeaseReturn(big).error().line(), u"larger than 1048576 bytes"_s);
        QVERIFY(!readSubmissions(writeSubmissions(QList<Envelope>(kMostEnvelopes + 1, envelopes().first()))));
        QVERIFY(readSubmissions(writeSubmissions(QList<Envelope>(kMostEnvelopes, envelopes().first()))));
        QVERIFY(!readLeaseReturn(R"({"next":1,"x":)" + QByteArray(100, '[') + QByteArray(100, ']') + "}"));
    }

    void aNewerProgramMaySayMore()
    {
        QCOMPARE(readLeaseReturn(R"({"next":1,"mood":{"of":"centre"}})").value(), 1);
        const auto read
            = readFeedPage(R"({"epoch":"e","x":[1,{"y":2}],"next":3,"entries":[{"seq":1,"kind":"dream",)"
                           R"("body":{"a":1},"note":"n"}]})");
        QVERIFY(read);
        QCOMPARE(read.value().entries.first().kind, u"dream"_s);
        const auto reply = readSubmitReply(R"({"receipts":[{"id":"a","kind":"pondered"}]})");
        QCOMPARE(reply.value().receipts.first().kind, Receipt::Kind::Later);
    }

    void aFamilyIsHandedOnAsItCame()
    {
        const auto read = readFeedPage(writeFeedPage(page()), FamilyBodies::AsText);
        QVERIFY(read);
        const FeedEntry &family = read.value().entries.at(1);
        QCOMPARE(family.text, familyEntry().text);
        QVERIFY(family.body.isEmpty());
        QCOMPARE(read.value().entries.at(0).body, verdictEntry().body);
        QVERIFY(readSignedText("VERDICT", read.value().entries.at(0).proof, key().publicKey()));
    }

    void aRequestIsSignedByItsDevice()
    {
        const SignedRequest request{"POST", "/v1/submissions", "packed"};
        const QString device = u"0190a1b2-0000-7000-8000-0000000000d1"_s;
        const QByteArray header = writeAuthorization(signRequest(request, device, 1646111111, key()));
        const auto proof = readAuthorization(header);
        QVERIFY(proof);
        QCOMPARE(proof->device, device);
        QCOMPARE(proof->time, 1646111111);
        QVERIFY(checkRequest(*proof, request, key().publicKey()));

        QVERIFY(!checkRequest(*proof, {"GET", "/v1/submissions", "packed"}, key().publicKey()));
        QVERIFY(!checkRequest(*proof, {"POST", "/v1/submissions?x", "packed"}, key().publicKey()));
        QVERIFY(!checkRequest(*proof, {"POST", "/v1/submissions", "packeD"}, key().publicKey()));
        RequestProof later = *proof;
        ++later.time;
        QVERIFY(!checkRequest(later, request, key().publicKey()));
        QVERIFY(!checkRequest(*proof, request, QByteArray(32, 'z')));
        for (qsizetype length = 0; length < header.size(); ++length)
            QVERIFY(!readAuthorization(header.first(length)));
        QVERIFY(!readAuthorization(header + "\n"));
        QVERIFY(!readAuthorization("Bearer x"));
    }

    void bodiesArePacked()
    {
        const QByteArray body = writeSubmissions(envelopes());
        for (const int level : {kFastLevel, kThoroughLevel}) {
            const PackedBody packed = packBody(body, level);
            QCOMPARE(packed.encoding, QByteArray("zstd"));
            QVERIFY(packed.bytes.size() < body.size());
            QCOMPARE(unpackBody(packed.bytes, "ZSTD", body.size()).value(), body);
            QCOMPARE(unpackBody(packed.bytes, "zstd", body.size() - 1).error(), PackFault::TooLarge);
            for (qsizetype length = 0; length < packed.bytes.size(); ++length)
                QVERIFY(!unpackBody(packed.bytes.first(length), "zstd", body.size()));
            QVERIFY(!unpackBody(packed.bytes + "x", "zstd", body.size()));
        }
        QCOMPARE(packBody("{}", kThoroughLevel).encoding, QByteArray());
        QCOMPARE(unpackBody("{}", "", 2).value(), QByteArray("{}"));
        QCOMPARE(unpackBody("{}", "", 1).error(), PackFault::TooLarge);
        QCOMPARE(unpackBody("{}", "br", 2).error(), PackFault::UnknownEncoding);
    }

    void gzipIsReadToo()
    {
        // printf 'hello hello hello' | gzip -n
        const QByteArray zipped
            = QByteArray::fromHex("1f8b0800000000000003cb48cdc9c957c84090008088f9e511000000");
        const auto read = unpackBody(zipped, "gzip", 100);
        QVERIFY(read);
        QCOMPARE(read.value(), QByteArray("hello hello hello"));
        QCOMPARE(unpackBody(zipped, "gzip", 16).error(), PackFault::TooLarge);
        for (qsizetype length = 0; length < zipped.size(); ++length)
            QVERIFY(!unpackBody(zipped.first(length), "gzip", 100));
        QVERIFY(!unpackBody(zipped + "x", "gzip", 100));
    }

    void aBombStopsEarly()
    {
        const PackedBody bomb = packBody(QByteArray(60 * 1024 * 1024, ' '), kFastLevel);
        QVERIFY(bomb.bytes.size() < 10000);
        QCOMPARE(unpackBody(bomb.bytes, bomb.encoding, kMostFeedBytes).error(), PackFault::TooLarge);
    }
};

QTEST_APPLESS_MAIN(TestWire)
#include "tst_wire.moc"
