// SPDX-License-Identifier: Apache-2.0
#include "model/vault/devicekey.h"
#include "model/vault/envelope.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// Key bytes 00 01 02 … 1f. The expected bytes below were made by another Ed25519 implementation.
DeviceKey fixedKey()
{
    QByteArray seed(DeviceKey::kSeedBytes, Qt::Uninitialized);
    for (int i = 0; i < seed.size(); ++i)
        seed[i] = char(i);
    return *DeviceKey::fromSeed(seed);
}

const QByteArray kPayload = R"({"format":"loket-case/1","service":"REG-PBPU"})";
const QByteArray kHeader
    = R"({"app":"0.1.0","approver":null,"attachments":[{"length":49321,"member":0,"role":"photo","sha256":")"
      R"(abababababababababababababababababababababababababababababababab","type":"image/jpeg"}],)"
      R"("baseRevision":null,"buildsOn":null,"corrects":null,"device":"0190a1b2-0000-7000-8000-0000000000d1",)"
      R"("deviceSeq":17,"envelope":"loket-envelope/1","family":"3174010101220001",)"
      R"("generation":"0190a1b2-0000-7000-8000-0000000000e1","key":"56475aa75463474c",)"
      R"("numbers":[{"card":"9990000000001","lease":"L1","member":0}],"officer":"rina","payloadLength":46,)"
      R"("payloadSha256":"3e9d223044eb5f01180b524b1db73a64ba095ca3d5b3996b87755912c75d668d",)"
      R"("prevHash":"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd","protocol":1,)"
      R"("rulebook":"handbook","service":"REG-PBPU","submission":"0190a1b2-0000-7000-8000-0000000000c1",)"
      R"("ticket":null,"time":"2022-03-01T02:12:00.000Z","timeCertainty":"device"})";
const QByteArray kSignature = "0657e1d53ce665a986ad6cc7518ed4a8b3b150301eacf20c49c82b4f4942d43f"
                              "0e2153cbdf0d17f120b8c49fb50e976db3e5c06ecd8273010bf679dfce5e980a";
const QByteArray kHash = "e72df4f5744c90be2ec57bde1aff42a58b668983eb476414759a877ed9c4759a";

EnvelopeHeader knownHeader()
{
    EnvelopeHeader header;
    header.submission = u"0190a1b2-0000-7000-8000-0000000000c1"_s;
    header.device = u"0190a1b2-0000-7000-8000-0000000000d1"_s;
    header.deviceSeq = 17;
    header.prevHash = QByteArray("cd").repeated(32);
    header.generation = u"0190a1b2-0000-7000-8000-0000000000e1"_s;
    header.officer = u"rina"_s;
    header.service = u"REG-PBPU"_s;
    header.family = u"3174010101220001"_s;
    header.rulebook = u"handbook"_s;
    header.app = u"0.1.0"_s;
    header.time = u"2022-03-01T02:12:00.000Z"_s;
    header.timeCertainty = u"device"_s;
    header.numbers = {{u"L1"_s, 0, u"9990000000001"_s}};
    header.attachments = {{QByteArray("ab").repeated(32), 49321, u"image/jpeg"_s, u"photo"_s, 0}};
    return header;
}

Envelope knownEnvelope()
{
    return sealEnvelope(knownHeader(), kPayload, fixedKey());
}

} // namespace

class TestEnvelope : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knownAnswer()
    {
        QCOMPARE(fixedKey().publicKey().toHex(),
                 QByteArray("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"));
        const Envelope envelope = knownEnvelope();
        QCOMPARE(envelope.header, kHeader);
        QCOMPARE(envelope.payload, kPayload);
        QCOMPARE(envelope.signature.toHex(), kSignature);
        QCOMPARE(envelopeHash(envelope).toHex(), kHash);
    }

    void headerIsReadBack()
    {
        const auto header = checkEnvelope(knownEnvelope(), fixedKey().publicKey());
        QVERIFY(header);
        EnvelopeHeader expected = knownHeader();
        expected.key = fixedKey().keyId();
        expected.payloadLength = kPayload.size();
        expected.payloadSha256 = header.value().payloadSha256;
        QCOMPARE(header.value(), expected);
    }

    void unusedFieldsAreNull()
    {
        EnvelopeHeader header = knownHeader();
        header.numbers.clear();
        header.attachments.clear();
        header.prevHash.clear();
        const QJsonObject object = QJsonDocument::fromJson(writeEnvelopeHeader(header)).object();
        for (const char *key : {"numbers", "attachments", "prevHash", "ticket", "approver", "baseRevision",
                                "buildsOn", "corrects"}) {
            QVERIFY2(object.contains(QLatin1StringView(key)), key);
            QVERIFY2(object.value(QLatin1StringView(key)).isNull(), key);
        }
    }

    void everyFlippedBitIsFound()
    {
        const QByteArray publicKey = fixedKey().publicKey();
        const Envelope good = knownEnvelope();
        int tried = 0;
        const auto flipAll = [&](QByteArray Envelope::*part) {
            for (qsizetype i = 0; i < (good.*part).size(); ++i) {
                for (int bit = 0; bit < 8; bit += 3) {
                    Envelope bad = good;
                    (bad.*part)[i] = char((bad.*part).at(i) ^ (1 << bit));
                    if (checkEnvelope(bad, publicKey))
                        QFAIL(qPrintable(u"byte %1 bit %2 was not noticed"_s.arg(i).arg(bit)));
                    ++tried;
                }
            }
        };
        flipAll(&Envelope::header);
        flipAll(&Envelope::payload);
        flipAll(&Envelope::signature);
        QVERIFY(tried > 2500);
    }

    void tampered_data()
    {
        QTest::addColumn<Envelope>("envelope");
        QTest::addColumn<int>("fault");
        const Envelope good = knownEnvelope();
        // Signed by the device, so only the reading of the header can find these.
        const auto signedHeader = [](const QByteArray &header, const QByteArray &payload) {
            return Envelope{u"0190a1b2-0000-7000-8000-0000000000c1"_s, header, payload,
                            fixedKey().sign(envelopeMessage(header, payload))};
        };
        const auto edited = [&](const QByteArray &from, const QByteArray &to) {
            return signedHeader(QByteArray(kHeader).replace(from, to), kPayload);
        };
        QTest::newRow("other id on the wire")
            << Envelope{u"0190a1b2-0000-7000-8000-0000000000c2"_s, good.header, good.payload, good.signature}
            << int(EnvelopeFault::WrongId);
        QTest::newRow("payload appended")
            << Envelope{good.id, good.header, good.payload + ' ', good.signature}
            << int(EnvelopeFault::BadSignature);
        QTest::newRow("signature cut")
            << Envelope{good.id, good.header, good.payload, good.signature.left(63)}
            << int(EnvelopeFault::BadSignature);
        QTest::newRow("signed for another payload")
            << signedHeader(kHeader, kPayload + ' ') << int(EnvelopeFault::PayloadMismatch);
        QTest::newRow("same length, other payload")
            << signedHeader(kHeader, QByteArray(kPayload).replace("PBPU", "PBPX"))
            << int(EnvelopeFault::PayloadMismatch);
        QTest::newRow("unknown key") << edited("{\"app\"", "{\"aaa\":null,\"app\"")
                                     << int(EnvelopeFault::BadHeader);
        QTest::newRow("missing key") << edited("\"ticket\":null,", "") << int(EnvelopeFault::BadHeader);
        QTest::newRow("wrong type") << edited("\"deviceSeq\":17", "\"deviceSeq\":\"17\"")
                                    << int(EnvelopeFault::BadHeader);
        QTest::newRow("empty text") << edited("\"officer\":\"rina\"", "\"officer\":\"\"")
                                    << int(EnvelopeFault::BadHeader);
        QTest::newRow("unknown key of a number")
            << edited("\"lease\":\"L1\"", "\"lease\":\"L1\",\"x\":1") << int(EnvelopeFault::BadHeader);
        QTest::newRow("later version")
            << edited("loket-envelope/1", "loket-envelope/2") << int(EnvelopeFault::WrongVersion);
        QTest::newRow("not JSON") << signedHeader("{", kPayload) << int(EnvelopeFault::NotJson);
    }
    void tampered()
    {
        QFETCH(Envelope, envelope);
        QFETCH(int, fault);
        const auto header = checkEnvelope(envelope, fixedKey().publicKey());
        QVERIFY(!header);
        QCOMPARE(int(header.error()), fault);
    }

    void attachmentsThatAreNotAtHand()
    {
        EnvelopeHeader header = knownHeader();
        header.attachments = {{QByteArray("ab").repeated(32), 0, QString(), u"photo"_s, 0}};
        const QByteArray bytes = sealEnvelope(header, kPayload, fixedKey()).header;
        QVERIFY2(bytes.contains(R"({"length":null,"member":0,"role":"photo",)"), bytes);
        QVERIFY2(bytes.contains(R"("type":null})"), bytes);
        const auto read = readEnvelopeHeader(bytes);
        QVERIFY(read);
        QCOMPARE(read.value().attachments, header.attachments);

        QVERIFY(!readEnvelopeHeader(QByteArray(bytes).replace("\"length\":null", "\"length\":5")));
        QVERIFY(!readEnvelopeHeader(QByteArray(bytes).replace("\"type\":null", "\"type\":\"image/jpeg\"")));
    }

    void anotherKeyDoesNotPass()
    {
        const DeviceKey other = DeviceKey::generate();
        QVERIFY(!checkEnvelope(knownEnvelope(), other.publicKey()));
        QVERIFY(!checkEnvelope(knownEnvelope(), QByteArray()));
        const Envelope theirs = sealEnvelope(knownHeader(), kPayload, other);
        QVERIFY(checkEnvelope(theirs, other.publicKey()));
        QVERIFY(theirs.header != kHeader); // the key id tells whose it is
    }

    void keysAreFreshAndKept()
    {
        const DeviceKey one = DeviceKey::generate();
        const DeviceKey two = DeviceKey::generate();
        QVERIFY(one.seed() != two.seed());
        const auto again = DeviceKey::fromSeed(one.seed());
        QVERIFY(again);
        QCOMPARE(again->publicKey(), one.publicKey());
        QVERIFY(DeviceKey::verify("x", again->sign("x"), one.publicKey()));
        QVERIFY(!DeviceKey::fromSeed(one.seed().left(31)));
    }

    void wire()
    {
        const Envelope good = knownEnvelope();
        const QByteArray json = writeEnvelopeWire(good);
        const auto again = readEnvelopeWire(json);
        QVERIFY(again);
        QCOMPARE(again.value(), good);
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        QCOMPARE(QByteArray::fromBase64(object.value("header"_L1).toString().toLatin1()), kHeader);
        QVERIFY(!readEnvelopeWire("[]"));
        QVERIFY(!readEnvelopeWire(QByteArray(json).replace("\"id\"", "\"jd\"")));
        QVERIFY(!readEnvelopeWire(QByteArray(json).replace("\"payload\":\"", "\"payload\":\"*")));
        for (qsizetype cut = 0; cut < json.size(); ++cut)
            QVERIFY(!readEnvelopeWire(json.left(cut)));
    }
};

QTEST_APPLESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
