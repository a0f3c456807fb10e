// SPDX-License-Identifier: Apache-2.0
#include "model/domain/casejson.h"
#include "model/store/bytestore.h"
#include "model/store/mirrorfeed.h"
#include "model/store/outbox.h"
#include "model/store/trialbook.h"
#include "model/store/writer.h"
#include "model/vault/devicekey.h"
#include "tests/fakes/fakeoffice.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

class TestTrialCentre : public QObject
{
    Q_OBJECT

    static QList<Envelope> envelopes(const FakeOffice &office)
    {
        QList<Envelope> list;
        for (const OutboxItem &item : must(envelopesAfter(*office.look(), 0, 100)))
            list += item.envelope;
        return list;
    }
    static DeviceKey key(const FakeOffice &office)
    {
        const auto seed = must(
            office.look()->one("SELECT keys FROM device", [](const Statement &s) { return s.blob(0); }));
        return std::move(*DeviceKey::fromSeed(*seed));
    }
    static QList<Receipt::Kind> kinds(FakeOffice &office, const QList<Envelope> &list)
    {
        QList<Receipt::Kind> result;
        for (const Receipt &receipt : must(office.centre().submit(list)).receipts)
            result += receipt.kind;
        return result;
    }
    /// "family <kk> <status> …" and "verdict <state> <code>", in the order of the feed.
    static QStringList told(FakeOffice &office, qint64 after = 0)
    {
        QStringList lines;
        for (const FeedEntry &entry : must(office.centre().changes({}, after, 1000, 0)).entries) {
            if (entry.kind == "family"_L1)
                lines += u"family "_s + entry.body.value("kk"_L1).toString() + u' '
                    + entry.body.value("status"_L1).toString();
            else if (entry.kind == "verdict"_L1)
                lines += u"verdict "_s + entry.body.value("state"_L1).toString() + u' '
                    + entry.body.value("code"_L1).toString();
        }
        return lines;
    }

private Q_SLOTS:
    void firstBlockIsThereBeforeTheFirstCase()
    {
        FakeOffice office;
        const StoreStatus status = must(office.reader()->status());
        QVERIFY(status.isTrial);
        QVERIFY(status.numbersLeft > 0);
        QCOMPARE(status.numbersLeft, builtInTrialSettings().blockSize);
        const QString first = u"%1"_s.arg(builtInTrialSettings().firstNumber, 13, 10, QLatin1Char('0'));
        QCOMPARE(office.submit(registration(1)).firstNumbers.first().card, first);
        office.closeAndOpen(); // no second block
        QCOMPARE(must(office.reader()->status()).numbersLeft, builtInTrialSettings().blockSize - 1);
    }

    void acceptsTellsFamilyThenVerdict()
    {
        FakeOffice office;
        office.submit(registration(1, 2));
        QCOMPARE(kinds(office, envelopes(office)), QList{Receipt::Kind::Received});
        QCOMPARE(told(office),
                 (QStringList{u"family 3174010101220001 MENUNGGU_BAYAR"_s, u"verdict accepted "_s}));
    }

    void sendingAgainHasNoEffect()
    {
        FakeOffice office;
        office.submit(registration(1));
        office.submit(registration(2));
        const QList<Envelope> list = envelopes(office);
        kinds(office, list);
        const QStringList before = told(office);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(kinds(office, {list.at(1), list.at(0)}),
                     (QList{Receipt::Kind::AlreadyKnown, Receipt::Kind::AlreadyKnown}));
        QCOMPARE(told(office), before);
    }

    void reorderedIsDecidedInOrder()
    {
        FakeOffice office;
        for (int i = 1; i <= 4; ++i)
            office.submit(registration(i));
        const QList<Envelope> list = envelopes(office);
        kinds(office, {list.at(2), list.at(3)});
        QCOMPARE(told(office), QStringList()); // kept until the gap is closed
        kinds(office, {list.at(1), list.at(0)});
        const QStringList lines = told(office);
        QCOMPARE(lines.size(), 8);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(lines.at(2 * i), u"family 317401010122000%1 MENUNGGU_BAYAR"_s.arg(i + 1));
    }

    void otherBytesUnderAKnownId()
    {
        FakeOffice office;
        office.submit(registration(1));
        const Envelope good = envelopes(office).first();
        kinds(office, {good});
        EnvelopeHeader header = readEnvelopeHeader(good.header).value();
        const Envelope other = sealEnvelope(header, good.payload + ' ', key(office));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"came a second time with other bytes"_s));
        QCOMPARE(kinds(office, {other}), QList{Receipt::Kind::OtherBytes});
        QCOMPARE(told(office).size(), 2);
    }

    /// Not an alarm: the counter would park a case that the centre may lose when it is restored.
    void garbledUnderAKnownId()
    {
        FakeOffice office;
        office.submit(registration(1));
        const Envelope good = envelopes(office).first();
        kinds(office, {good});
        for (QByteArray Envelope::*part : {&Envelope::header, &Envelope::payload, &Envelope::signature}) {
            Envelope garbled = good;
            (garbled.*part)[(garbled.*part).size() / 2] ^= char(1);
            QCOMPARE(kinds(office, {garbled}), QList{Receipt::Kind::Refused});
        }
        QCOMPARE(kinds(office, {good}), QList{Receipt::Kind::AlreadyKnown});
        QCOMPARE(told(office).size(), 2);
    }

    void whatIsNotTheDevicesIsRefused_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("payload changed") << 0;
        QTest::newRow("signed by another key") << 1;
        QTest::newRow("another device") << 2;
        QTest::newRow("sequence number used twice") << 3;
    }
    void whatIsNotTheDevicesIsRefused()
    {
        QFETCH(int, how);
        FakeOffice office;
        office.submit(registration(1));
        const Envelope good = envelopes(office).first();
        EnvelopeHeader header = readEnvelopeHeader(good.header).value();
        Envelope bad = good;
        if (how == 0) {
            bad.payload += ' ';
        } else if (how == 1) {
            bad = sealEnvelope(header, good.payload, DeviceKey::generate());
        } else if (how == 2) {
            header.device = u"0190a1b2-0000-7000-8000-00000000dddd"_s;
            bad = sealEnvelope(header, good.payload, key(office));
        } else {
            kinds(office, {good});
            header.submission = u"0190a1b2-0000-7000-8000-00000000eeee"_s;
            bad = sealEnvelope(header, good.payload, key(office));
        }
        const qint64 before = told(office).size();
        QCOMPARE(kinds(office, {bad}), QList{Receipt::Kind::Refused});
        QCOMPARE(told(office).size(), before);
        if (how < 3) // nothing was spoiled: the true one still gets through
            QCOMPARE(kinds(office, {good}), QList{Receipt::Kind::Received});
    }

    void brokenChainIsForAPerson()
    {
        FakeOffice office;
        office.submit(registration(1));
        const Envelope good = envelopes(office).first();
        EnvelopeHeader header = readEnvelopeHeader(good.header).value();
        header.prevHash = QByteArray("ab").repeated(32);
        kinds(office, {sealEnvelope(header, good.payload, key(office))});
        QCOMPARE(told(office), QStringList{u"verdict conflict chain.broken"_s});
    }

    void decidesByItsOwnKnowledge_data()
    {
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<int>("how");
        QTest::newRow("KK known") << u"verdict rejected kk.registered"_s << 0;
        QTest::newRow("NIK known") << u"verdict needs-correction nik.registered"_s << 1;
        QTest::newRow("rules not met") << u"verdict needs-correction rules.not-met"_s << 2;
        QTest::newRow("not a case") << u"verdict needs-correction case.unreadable"_s << 3;
        QTest::newRow("number of nobody's block") << u"verdict needs-correction card.taken"_s << 4;
        QTest::newRow("number used before") << u"verdict needs-correction card.taken"_s << 5;
        QTest::newRow("number without a lease") << u"verdict needs-correction card.taken"_s << 6;
        QTest::newRow("number without a lease, of no case") << u"verdict needs-correction card.taken"_s << 7;
        QTest::newRow("corrects a case of another family") << u"verdict rejected kk.registered"_s << 8;
    }
    /// A client that skips its own checks gets nowhere: envelopes are made here, past the counter's assess().
    void decidesByItsOwnKnowledge()
    {
        QFETCH(QString, verdict);
        QFETCH(int, how);
        FakeOffice office;
        office.submit(registration(1));
        const Envelope first = envelopes(office).first();
        kinds(office, {first});

        Case content = registration(2);
        EnvelopeHeader header = readEnvelopeHeader(first.header).value();
        header.submission = content.id;
        header.deviceSeq = 2;
        header.prevHash = envelopeHash(first).toHex();
        header.numbers[0].card = u"9990000000002"_s;
        if (how == 0)
            content.family.kk = registration(1).family.kk;
        else if (how == 1)
            content.family.members[0].nik = registration(1).family.members.at(0).nik;
        else if (how == 2)
            content.consent.reset();
        else if (how == 4)
            header.numbers[0].card = u"0001234567890"_s;
        else if (how == 5)
            header.numbers[0].card = u"9990000000001"_s;
        else if (how == 6 || how == 7)
            header.numbers[0].lease.clear();
        if (how == 7)
            header.corrects = registration(1).id;
        if (how == 8) {
            content.family.kk = registration(1).family.kk;
            header.corrects = registration(5).id;
        }
        const QByteArray payload
            = how == 3 ? QByteArray("{}") : QJsonDocument(writeCase(content)).toJson(QJsonDocument::Compact);
        kinds(office, {sealEnvelope(header, payload, key(office))});
        const QStringList lines = told(office);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.last(), verdict);
        const auto entries = must(office.centre().changes({}, 0, 100, 0)).entries;
        QVERIFY(entries.last().body.value("reason"_L1).toString().size() > 10);
    }

    /// Families that came by snapshot are in the mirror and not in trial.db.
    void participantsOfTheMirrorAreKnown()
    {
        FakeOffice office;
        FamilyView known;
        known.kk = registration(1).family.kk;
        known.revision = 1;
        known.members.resize(1);
        known.members[0].name = u"ANDI WIJAYA"_s;
        known.members[0].nik = registration(2).family.members.at(0).nik;
        known.members[0].card = u"0001234567890"_s;
        must(office.store()
                 .mirrorWriter()
                 ->run(Writer::Priority::Feed,
                       [known](Connection &connection) { return putFamily(connection, known); })
                 .result());
        Case sameNik = registration(2);
        sameNik.overrides = {{u"nik.registered"_s, u"family.members[0].nik"_s, u"KTP asli diperiksa"_s}};
        QCOMPARE(office.submit(sameNik).kind, Submitted::Kind::Saved); // a doubt at the counter, no refusal
        kinds(office, envelopes(office));
        QCOMPARE(told(office), QStringList{u"verdict needs-correction nik.registered"_s});
    }

    void paidOnTheFirstDayOfTheWindow()
    {
        FakeOffice office;
        office.submit(registration(1));
        kinds(office, envelopes(office));
        office.clock.setToday(QDate(2022, 3, 14));
        QCOMPARE(told(office).size(), 2);
        office.clock.setToday(QDate(2022, 3, 15));
        QCOMPARE(told(office).last(), u"family 3174010101220001 AKTIF"_s);
        const FeedEntry last = must(office.centre().changes({}, 0, 100, 0)).entries.last();
        QCOMPARE(last.body.value("paidUntil"_L1).toString(), u"2022-03"_s);
        QCOMPARE(last.body.value("revision"_L1).toInt(), 2);
        office.clock.setToday(QDate(2022, 4, 20));
        QCOMPARE(told(office).size(), 3); // once
    }

    void givesItsOwnNumbersToAFamilyWithout()
    {
        FakeOffice office;
        must(office.store()
                 .writer()
                 ->run(Writer::Priority::Save,
                       [](Connection &connection) {
                           return connection.exec("UPDATE number_lease SET next = high + 1, state = 'used'");
                       })
                 .result());
        QVERIFY(office.submit(registration(1, 2)).firstNumbers.isEmpty());
        kinds(office, envelopes(office));
        const FeedEntry family = must(office.centre().changes({}, 0, 100, 0)).entries.first();
        const QJsonArray members = family.body.value("members"_L1).toArray();
        QCOMPARE(members.at(0)["card"_L1].toString().size(), 13);
        QVERIFY(members.at(0)["card"_L1] != members.at(1)["card"_L1]);
        QCOMPARE(family.body.value("va"_L1).toString(),
                 u"88888"_s + members.at(0)["card"_L1].toString().right(11));
    }

    void leasesNeverOverlap()
    {
        FakeOffice office;
        QList<LeaseGrant> grants;
        for (qint64 wanted : {0, 1, 7, 0, 1000})
            grants += must(office.centre().lease({{}, wanted}));
        qint64 after
            = builtInTrialSettings().firstNumber + builtInTrialSettings().blockSize - 1; // the first one
        for (const LeaseGrant &grant : grants) {
            QVERIFY(grant.low > after);
            QVERIFY(grant.high >= grant.low);
            after = grant.high;
        }
        QCOMPARE(grants.at(2).high - grants.at(2).low + 1, 7);
    }

    void feedResumesAnywhere()
    {
        FakeOffice office;
        for (int i = 1; i <= 7; ++i)
            office.submit(registration(i));
        kinds(office, envelopes(office));
        const auto whole = must(office.centre().changes({}, 0, 100, 0)).entries;
        QCOMPARE(whole.size(), 14);
        for (int size : {1, 3, 13, 14, 15}) {
            QList<qint64> seen;
            FeedPage page;
            qint64 cursor = 0;
            do {
                page = must(office.centre().changes({}, cursor, size, 0));
                QVERIFY(page.entries.size() <= size);
                for (const FeedEntry &entry : page.entries)
                    seen += entry.seq;
                cursor = page.next;
            } while (page.more);
            QCOMPARE(seen.size(), whole.size());
            QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        }
        QCOMPARE(must(office.centre().changes({}, 99, 10, 0)).next, 99);
    }

    void aPictureLargerThanAPieceArrives_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::newRow("a photo") << 28'024;
        QTest::newRow("a scan") << 700'000;
    }
    void aPictureLargerThanAPieceArrives()
    {
        QFETCH(int, bytes);
        FakeOffice office;
        Case content = registration(1);
        CaseMember &member = content.family.members[0];
        member.photo = must(office.store().blobs().put(QByteArray(bytes, 'x'), u"image/jpeg"_s).result());
        member.photoWaived.clear();
        QCOMPARE(office.submit(content).kind, Submitted::Kind::Saved);
        QCOMPARE(office.sync().counts.value(u"attachments"_s), 1);
        QCOMPARE(must(office.look(u"trial.db"_s)
                          ->one("SELECT length(bytes) FROM attachment",
                                [](const Statement &s) { return s.integer(0); })),
                 bytes);
        QCOMPARE(office.sync().counts.value(u"attachments"_s), 0);
    }

    void attachmentsByTheirContent()
    {
        FakeOffice office;
        const QByteArray bytes = "picture";
        const QByteArray name = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        QVERIFY(office.centre().putAttachment({name, bytes.size(), {}, 0, bytes}));
        QVERIFY(office.centre().putAttachment({name, bytes.size(), {}, 0, bytes}));
        QVERIFY(!office.centre().putAttachment({name, 5, {}, 0, "other"}));
        const auto rows
            = must(office.look(u"trial.db"_s)->one("SELECT count(*) FROM attachment", [](const Statement &s) {
                  return s.integer(0);
              }));
        QCOMPARE(*rows, 1);
    }
};

QTEST_GUILESS_MAIN(TestTrialCentre)
#include "tst_trialcentre.moc"
