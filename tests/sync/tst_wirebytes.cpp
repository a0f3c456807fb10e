// SPDX-License-Identifier: Apache-2.0
// What ten families cost on a thin line: every byte that crosses the socket, TLS records, HTTP heads and all.
#include "model/store/outbox.h"
#include "model/store/writer.h"
#include "model/sync/httpcentral.h"
#include "model/sync/packing.h"
#include "model/sync/wire.h"
#include "model/sync/wirefeed.h"
#include "tests/fakes/fakeoffice.h"
#include "tests/fakes/seed.h"
#include "tests/fakes/tlsserver.h"

#include <QRandomGenerator>
#include <QUuid>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

const QString kEpoch = u"0190a1b2-0000-7000-8000-0000000000e1"_s; // the trial centre has none
constexpr int kFamilies = 10;
constexpr qint64 kMostPerFamily = 2048; // both ways

/// The trial centre behind HTTPS, its verdicts signed as a real centre's are.
Told answer(TrialCentre &centre, const DeviceKey &key, const Asked &asked)
{
    QByteArray body;
    if (asked.target == "/v1/hello") {
        Welcome welcome = must(centre.hello({}));
        welcome.epoch = kEpoch;
        body = writeWelcome(welcome);
    } else if (asked.target == "/v1/submissions") {
        const auto json
            = unpackBody(asked.body, asked.headers.value("content-encoding"), kMostSubmissionBytes);
        body = writeSubmitReply(must(centre.submit(readSubmissions(json.value()).value())));
    } else {
        FeedPage page = must(centre.changes({}, 0, 1000, 0));
        page.epoch = kEpoch;
        for (FeedEntry &entry : page.entries) {
            if (entry.kind == "verdict"_L1)
                entry.proof = signText("VERDICT", entry.body, key);
        }
        body = writeFeedPage(page);
    }
    const PackedBody packed = packBody(body, kFastLevel);
    Told told{200, packed.bytes};
    if (!packed.encoding.isEmpty())
        told.headers += "Content-Encoding: " + packed.encoding;
    told.headers += "Content-Type: application/json";
    return told;
}

/// Made-up words, less alike than real names are: nothing is won by families that resemble each other.
QString word(QRandomGenerator &random, int syllables)
{
    QString out;
    for (int i = 0; i < syllables; ++i) {
        out += u"BDGHJKLMNPRSTWY"_s.at(random.bounded(15));
        out += u"AEIOU"_s.at(random.bounded(5));
    }
    return out;
}

QString digits(QRandomGenerator &random, int count)
{
    QString out;
    for (int i = 0; i < count; ++i)
        out += QString::number(random.bounded(10));
    return out;
}

Case variedFamily(int number, QRandomGenerator &random)
{
    Case content = registration(number, 4);
    content.id
        = QUuid::fromRfc4122(QByteArray::fromHex("0190a1b2") + "\x70\x01\x70" + QByteArray(1, char(number))
                             + QByteArray(1, char(0x80)) + digits(random, 7).toLatin1())
              .toString(QUuid::WithoutBraces);
    content.family.phone = u"0812"_s + digits(random, 8);
    content.family.email = word(random, 4).toLower() + digits(random, 3) + u"@example.id"_s;
    content.family.address.line
        = u"Jl. %1 %2 No. %3"_s.arg(word(random, 3), word(random, 3), digits(random, 2));
    content.family.address.rt = u"0"_s + QString::number(10 + random.bounded(80));
    content.family.address.rw = u"0"_s + QString::number(10 + random.bounded(80));
    content.family.bank.account = digits(random, 15);
    content.family.bank.holder = word(random, 3) + u' ' + word(random, 3);
    for (CaseMember &member : content.family.members) {
        member.name = word(random, 3) + u' ' + word(random, 4);
        member.birthPlace = word(random, 4);
    }
    return content;
}

struct Count {
    qint64 up = 0, down = 0;
    qint64 sum() const { return up + down; }
};

} // namespace

class TestWireBytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFamilyOfFourInABatchOfTen()
    {
        FakeOffice office;
        QRandomGenerator random(seedOfTest());
        for (int i = 1; i <= kFamilies; ++i) {
            const Submitted saved = office.submit(variedFamily(i, random));
            QCOMPARE(saved.kind, Submitted::Kind::Saved);
        }
        QList<Envelope> envelopes;
        qint64 frozen = 0;
        const auto items
            = must(office.store()
                       .writer()
                       ->run(Writer::Priority::Save,
                             [&](Connection &connection) { return envelopesAfter(connection, 0, kFamilies); })
                       .result());
        for (const OutboxItem &item : items) {
            envelopes += item.envelope;
            frozen += item.envelope.header.size() + item.envelope.payload.size()
                + item.envelope.signature.size();
        }
        QCOMPARE(envelopes.size(), kFamilies);

        const DeviceKey key = DeviceKey::generate();
        const TestCertificates certificates = makeCertificates();
        const TlsServer server(certificates,
                               [&](const Asked &asked) { return answer(office.centre(), key, asked); });
        const CountingProxy proxy;
        CentralAddress address{server.url(), u"0190a1b2-0000-7000-8000-0000000000d1"_s, {}};
        address.line.ca = certificates.ca;
        address.line.proxy = proxy.url();
        HttpCentral central(address, DeviceKey::generate(), office.clock);

        Count before;
        const auto since = [&] {
            const Count now{proxy.up(), proxy.down()};
            const Count part{now.up - before.up, now.down - before.down};
            before = now;
            return part;
        };
        CounterState state;
        state.generation = u"g"_s;
        must(central.hello(state)); // the handshake is behind it
        const Count greeting = since();
        const SubmitReply reply = must(central.submit(envelopes));
        const Count data = since();
        const FeedPage page = must(central.changes(kEpoch, 0, 1000, 0));
        const Count feed = since();

        QCOMPARE(reply.receipts.size(), kFamilies);
        for (const Receipt &receipt : reply.receipts)
            QCOMPARE(receipt.kind, Receipt::Kind::Received);
        int verdicts = 0;
        for (const FeedEntry &entry : page.entries)
            verdicts += entry.kind == "verdict"_L1 ? 1 : 0;
        QCOMPARE(verdicts, kFamilies);
        const qint64 total = data.sum() + feed.sum();
        qInfo("handshake and greeting: %lld up, %lld down", greeting.up, greeting.down);
        qInfo("%d envelopes, %lld bytes as they are kept: %lld up, receipts %lld down", kFamilies, frozen,
              data.up, data.down);
        qInfo("verdicts and families of the feed: %lld up, %lld down", feed.up, feed.down);
        qInfo("a family of four, both ways: %lld bytes, with verdict and family %lld", data.sum() / kFamilies,
              total / kFamilies);
        QVERIFY2(total <= kMostPerFamily * kFamilies, qPrintable(QString::number(total / kFamilies)));
    }
};

QTEST_GUILESS_MAIN(TestWireBytes)
#include "tst_wirebytes.moc"
