// SPDX-License-Identifier: Apache-2.0
#include "model/domain/casejson.h"
#include "model/store/audit.h"
#include "model/store/bytestore.h"
#include "model/store/outbox.h"
#include "model/store/writer.h"
#include "model/vault/devicekey.h"
#include "tests/fakes/fakeoffice.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

class TestCaseService : public QObject
{
    Q_OBJECT

    static qint64 count(const FakeOffice &office, const char *sql)
    {
        return must(office.look()->one(sql, [](const Statement &s) { return s.integer(0); })).value_or(0);
    }
    static QStringList texts(const FakeOffice &office, const char *sql)
    {
        const auto rows = must(office.look()->all(sql, [](const Statement &s) { return s.text(0); }));
        return QStringList(rows);
    }

private Q_SLOTS:
    /// A window that did not hear the answer assesses the same case once more and sends it again.
    void aSavedCaseDoesNotWarnOfItself()
    {
        FakeOffice office;
        const Case content = registration(1, 2);
        office.submit(content);
        const auto reader = office.reader();
        Context context = office.context();
        context.lookup = &reader->lookup();
        const auto warnings = [&](const Case &c) {
            QStringList codes;
            for (const Problem &problem : assess(c, context).problems)
                codes += problem.code;
            return codes;
        };
        QCOMPARE(warnings(content), QStringList());
        QCOMPARE(office.submit(content).kind, Submitted::Kind::Again);
        Case correction = content;
        correction.id = registration(2).id;
        correction.corrects = content.id;
        QCOMPARE(warnings(correction), QStringList());
        Case other = content;
        other.id = registration(3).id;
        other.family.kk = registration(3).family.kk;
        QCOMPARE(warnings(other), (QStringList{u"nik.registered"_s, u"nik.registered"_s}));
    }

    void savedAtOnceAndWhole()
    {
        FakeOffice office;
        const Case content = registration(1, 3);
        const Submitted saved = office.submit(content);
        QCOMPARE(saved.kind, Submitted::Kind::Saved);
        QCOMPARE(saved.record->content, content);
        QCOMPARE(saved.record->reference, u"MCS2-000001"_s);
        QCOMPARE(saved.record->deviceSeq, 1);

        const QList<AssignedNumber> numbers{{0, u"9990000000001"_s, u"8888890000000001"_s, u"reserved"_s},
                                            {1, u"9990000000002"_s, u"8888890000000001"_s, u"reserved"_s},
                                            {2, u"9990000000003"_s, u"8888890000000001"_s, u"reserved"_s}};
        QCOMPARE(saved.record->numbers, numbers);
        QCOMPARE(saved.firstNumbers, numbers);

        const CaseRecord kept = office.record(content.id);
        QCOMPARE(kept.content, content);
        QCOMPARE(kept.state, CaseState::Queued);
        QCOMPARE(kept.numbers, numbers);
        QCOMPARE(kept.officer, u"rina"_s);
        const FamilyView family = office.family(content.family.kk);
        QCOMPARE(family.pendingCase, content.id);
        QCOMPARE(family.status, u"CALON"_s);
        QCOMPARE(family.members.size(), 3);
        QCOMPARE(family.members.at(2).card, u"9990000000003"_s);
        QCOMPARE(must(office.reader()->search(u"bagus"_s, 5)).hits.size(), 1);
        QCOMPARE(must(office.reader()->postcodeOf(u"31.74.01.1001"_s)), u"12810"_s);
        QCOMPARE(texts(office, "SELECT action FROM audit WHERE action = 'case.submit'").size(), 1);
        QCOMPARE(office.faults(), QStringList());
    }

    void frozenEnvelope()
    {
        FakeOffice office;
        const Case content = registration(1);
        office.submit(content);
        office.submit(registration(2));
        const auto connection = office.look();
        const auto items = must(envelopesAfter(*connection, 0, 10));
        QCOMPARE(items.size(), 2);
        const auto seed
            = must(connection->one("SELECT keys FROM device", [](const Statement &s) { return s.blob(0); }));
        const QByteArray publicKey = DeviceKey::fromSeed(*seed)->publicKey();
        const auto first = checkEnvelope(items.at(0).envelope, publicKey);
        const auto second = checkEnvelope(items.at(1).envelope, publicKey);
        QVERIFY(first && second);
        QCOMPARE(first.value().submission, content.id);
        QCOMPARE(first.value().deviceSeq, 1);
        QVERIFY(first.value().prevHash.isEmpty());
        QCOMPARE(first.value().officer, u"rina"_s);
        QCOMPARE(first.value().family, content.family.kk);
        QCOMPARE(first.value().rulebook, u"handbook"_s);
        QCOMPARE(first.value().time, u"2022-03-01T02:00:00.000Z"_s);
        QCOMPARE(first.value().timeCertainty, u"device"_s);
        QCOMPARE(first.value().numbers,
                 (QList<UsedNumber>{{u"trial-9990000000001"_s, 0, u"9990000000001"_s}}));
        QCOMPARE(second.value().deviceSeq, 2);
        QCOMPARE(second.value().prevHash, envelopeHash(items.at(0).envelope).toHex());
        const auto payload = readCase(items.at(0).envelope.payload, QDate());
        QVERIFY(payload);
        QCOMPARE(payload.value(), content);
    }

    void clockBehindTheLastSaveIsSuspect()
    {
        FakeOffice office;
        office.submit(registration(1));
        office.clock.advanceSeconds(-3600);
        office.submit(registration(2));
        const auto items = must(envelopesAfter(*office.look(), 1, 1));
        QCOMPARE(readEnvelopeHeader(items.at(0).envelope.header).value().timeCertainty, u"suspect"_s);
    }

    void sameContentAgain()
    {
        FakeOffice office;
        const Case content = registration(1, 2);
        const Submitted first = office.submit(content);
        const auto before = must(envelopesAfter(*office.look(), 0, 10));
        office.closeAndOpen();
        office.clock.setToday(QDate(2022, 3, 5));
        const Submitted again = office.submit(content);
        QCOMPARE(again.kind, Submitted::Kind::Again);
        QCOMPARE(again.firstNumbers, first.firstNumbers);
        QCOMPARE(again.record->reference, first.record->reference);
        Case upper = content;
        upper.id = upper.id.toUpper();
        QCOMPARE(office.submit(upper).kind, Submitted::Kind::Again);
        QCOMPARE(count(office, "SELECT count(*) FROM case_record"), 1);
        QCOMPARE(must(envelopesAfter(*office.look(), 0, 10)).at(0).envelope, before.at(0).envelope);
        QCOMPARE(count(office, "SELECT count(*) FROM audit WHERE action = 'case.submit'"), 1);
    }

    void otherContentUnderAKnownId()
    {
        FakeOffice office;
        office.submit(registration(1));
        Case other = registration(1);
        other.family.phone = u"081234567891"_s;
        const Submitted answer = office.submit(other);
        QCOMPARE(answer.kind, Submitted::Kind::OtherContent);
        QVERIFY(!answer.record);
        QCOMPARE(office.record(other.id).content.family.phone, u"081234567890"_s);
        QCOMPARE(count(office, "SELECT count(*) FROM outbox"), 1);
    }

    void notReadyChangesNothing()
    {
        FakeOffice office;
        Case content = registration(1);
        content.consent.reset();
        const qint64 left = must(office.reader()->status()).numbersLeft;
        const Submitted answer = office.submit(content);
        QCOMPARE(answer.kind, Submitted::Kind::NotReady);
        QVERIFY(answer.assessment.decision != Decision::Ready);
        QCOMPARE(must(office.reader()->status()).numbersLeft, left);
        for (const char *sql : {"SELECT count(*) FROM case_record", "SELECT count(*) FROM outbox",
                                "SELECT count(*) FROM pending_effect", "SELECT seq FROM device"})
            QCOMPARE(count(office, sql), 0);
    }

    void waitingFamilyIsNotRegisteredTwice()
    {
        FakeOffice office;
        office.submit(registration(1));
        Case second = registration(2);
        second.family.kk = registration(1).family.kk;
        const Submitted answer = office.submit(second);
        QCOMPARE(answer.kind, Submitted::Kind::NotReady);
        QVERIFY(std::any_of(answer.assessment.problems.begin(), answer.assessment.problems.end(),
                            [](const Problem &problem) { return problem.code == "case.pending"_L1; }));
    }

    void failedTransactionGivesTheNumbersBack()
    {
        FakeOffice office;
        // The last step before the audit row can't be done, so everything before it is undone.
        must(office.store()
                 .writer()
                 ->run(Writer::Priority::Save,
                       [](Connection &connection) {
                           return connection.script("CREATE TRIGGER full BEFORE INSERT ON audit "
                                                    "BEGIN SELECT RAISE(ABORT, 'no'); END");
                       })
                 .result());
        QVERIFY(!office.service().submit(registration(1), office.actor).result());
        QCOMPARE(count(office, "SELECT count(*) FROM case_record"), 0);
        must(office.store()
                 .writer()
                 ->run(Writer::Priority::Save,
                       [](Connection &connection) { return connection.script("DROP TRIGGER full"); })
                 .result());
        QCOMPARE(office.submit(registration(1)).firstNumbers.first().card, u"9990000000001"_s);
        QCOMPARE(office.faults(), QStringList());
    }

    void numbersRunOut()
    {
        FakeOffice office;
        must(office.store()
                 .writer()
                 ->run(Writer::Priority::Save,
                       [](Connection &connection) {
                           return connection.exec("UPDATE number_lease SET next = high - 2");
                       })
                 .result());
        QCOMPARE(office.submit(registration(1, 2)).firstNumbers.size(), 2);
        // One is left: too few for a family of two, which goes on without; enough for the next one.
        const Submitted without = office.submit(registration(2, 2));
        QCOMPARE(without.kind, Submitted::Kind::Saved);
        QVERIFY(without.record->numbers.isEmpty());
        QVERIFY(office.family(registration(2).family.kk).va.isEmpty());
        QCOMPARE(office.submit(registration(3)).firstNumbers.size(), 1);
        QCOMPARE(must(office.reader()->status()).numbersLeft, 0);
        QVERIFY(office.submit(registration(4)).firstNumbers.isEmpty());
        QCOMPARE(office.faults(), QStringList());
    }

    void drafts()
    {
        FakeOffice office;
        Case draft = registration(1);
        draft.family.members[0].nik = u"3174"_s; // half typed
        draft.id.clear();
        const QString id = must(office.service().saveDraft(draft, office.actor).result());
        QVERIFY(CaseId::fromText(id));
        draft.id = id;
        QCOMPARE(*must(office.reader()->draft(id)), draft);
        QCOMPARE(must(office.reader()->drafts({})).first().title, u"ANDI WIJAYA"_s);
        QCOMPARE(count(office, "SELECT count(*) FROM audit WHERE action <> 'lease.granted'"), 0);

        Case ready = registration(1);
        ready.id = id;
        QCOMPARE(office.submit(ready).kind, Submitted::Kind::Saved);
        QVERIFY(!must(office.reader()->draft(id)));
        must(office.service().saveDraft(draft, office.actor).result()); // late autosave
        QVERIFY(must(office.reader()->drafts({})).isEmpty());

        const QString other = must(office.service().saveDraft(registration(2), office.actor).result());
        must(office.service().discardDraft(other, office.actor).result());
        must(office.service().discardDraft(other, office.actor).result());
        QVERIFY(must(office.reader()->drafts({})).isEmpty());
        QCOMPARE(count(office, "SELECT count(*) FROM audit WHERE action = 'draft.discard'"), 1);
    }

    void printsAreCounted()
    {
        FakeOffice office;
        const auto print = [&](const QString &reference) {
            return must(
                office.service().notePrinted(u"receipt"_s, reference, u"hilang"_s, office.actor).result());
        };
        QCOMPARE(print(u"MCS2-000001"_s), 0);
        QCOMPARE(print(u"MCS2-000001"_s), 1);
        QCOMPARE(print(u"MCS2-000002"_s), 0);
        QCOMPARE(count(office, "SELECT count(*) FROM audit WHERE action = 'receipt.print'"), 3);
    }

    void attachmentsAreNamedInTheHeader()
    {
        FakeOffice office;
        const QByteArray bytes = "\xff\xd8\xff not much of a picture";
        Case content = registration(1);
        content.family.members[0].photoWaived.clear();
        content.family.members[0].photo = ByteStore::nameOf(bytes);
        const QByteArray ink = "\x89PNG a scribble";
        content.consent->signature = ByteStore::nameOf(ink);
        for (const QByteArray &one : {bytes, ink})
            must(office.store().blobs().put(one, ByteStore::typeOf(one)).result());
        QCOMPARE(office.submit(content).kind, Submitted::Kind::Saved);
        const auto items = must(envelopesAfter(*office.look(), 0, 1));
        const auto header = readEnvelopeHeader(items.first().envelope.header);
        QCOMPARE(header.value().attachments,
                 (QList<Attachment>{{content.family.members[0].photo.mid(7).toLatin1(), bytes.size(),
                                     u"image/jpeg"_s, u"photo"_s, 0},
                                    {content.consent->signature.mid(7).toLatin1(), ink.size(), u"image/png"_s,
                                     u"signature"_s, std::nullopt}}));
    }

    void whatIsNotAtHandIsNamedWithoutLengthAndType()
    {
        FakeOffice office;
        Case content = registration(1);
        content.family.members[0].photoWaived.clear();
        content.family.members[0].photo = u"sha256:"_s + QString(64, u'a');
        content.documents[0].file = u"sha256:"_s + QString(64, u'b');
        const Submitted saved = office.submit(content);
        QCOMPARE(saved.kind, Submitted::Kind::Saved);
        QStringList told;
        for (const Problem &problem : saved.assessment.problems) {
            QCOMPARE(problem.severity, Severity::Warning);
            told += problem.path + u' ' + problem.code;
        }
        QCOMPARE(told,
                 (QStringList{u"family.members[0].photo photo.not-at-hand"_s,
                              u"documents[0].file document.not-at-hand"_s}));
        const auto items = must(envelopesAfter(*office.look(), 0, 1));
        const auto header = readEnvelopeHeader(items.first().envelope.header);
        QVERIFY(header);
        QCOMPARE(header.value().attachments,
                 (QList<Attachment>{{QByteArray(64, 'a'), 0, QString(), u"photo"_s, 0},
                                    {QByteArray(64, 'b'), 0, QString(), content.documents[0].code,
                                     content.documents[0].member}}));
        QCOMPARE(office.faults(), QStringList());
    }

    void aMisnamedPictureIsAnError()
    {
        FakeOffice office;
        for (const QString &name :
             {u"sha256:"_s, u"sha256:"_s + QString(63, u'a'), u"sha256:"_s + QString(64, u'A'),
              u"sha256:"_s + QString(64, u'g'), u"sari.jpg"_s}) {
            Case content = registration(1);
            content.family.members[0].photoWaived.clear();
            content.family.members[0].photo = name;
            const Submitted answer = office.submit(content);
            QCOMPARE(answer.kind, Submitted::Kind::NotReady);
            QCOMPARE(answer.assessment.problems.first().code, u"photo.missing-file"_s);
        }
    }

    void badIdIsBadInput()
    {
        FakeOffice office;
        Case content = registration(1);
        content.id = u"not-an-id"_s;
        const auto answer = office.service().submit(content, office.actor).result();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, FailureKind::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestCaseService)
#include "tst_caseservice.moc"
