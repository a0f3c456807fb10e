// SPDX-License-Identifier: Apache-2.0
// What surrounds a case: taking it back, parking and handing over a draft, the list of what to look after.
#include "model/domain/casejson.h"
#include "model/services/voiding.h"
#include "model/store/leasestore.h"
#include "model/store/outbox.h"
#include "tests/fakes/fakeoffice.h"

#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

qint64 number(const FakeOffice &office, const char *sql)
{
    return must(office.look()->one(sql, [](const Statement &s) { return s.integer(0); })).value_or(0);
}

QString taken(FakeOffice &office, const QString &id)
{
    return must(office.service().voidCase(id, u"salah orang"_s, office.actor).result());
}

FollowUpSpans spansOn(QDate today)
{
    FollowUpSpans spans{today};
    spans.babyMonths = 3;
    spans.letterMonths = 12;
    return spans;
}

} // namespace

class TestAroundCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCaseIsTakenBack()
    {
        FakeOffice office;
        const Submitted saved = office.submit(registration(1, 2));
        QCOMPARE(taken(office, registration(1).id), QString());

        const CaseRecord record = office.record(registration(1).id);
        QCOMPARE(record.state, CaseState::Void);
        QCOMPARE(record.reason, u"salah orang"_s);
        QCOMPARE(record.numbers.size(), 2);
        for (const AssignedNumber &one : record.numbers)
            QCOMPARE(one.state, u"spoilt"_s);
        QVERIFY(office.family(registration(1).family.kk).members.isEmpty());
        QVERIFY(must(office.reader()->search(u"andi"_s, 5)).hits.isEmpty());
        QCOMPARE(number(office,
                        "SELECT count(*) FROM audit WHERE action = 'case.void' AND detail = 'salah orang'"),
                 1);
        QCOMPARE(office.faults(), QStringList());

        // The next envelope of the chain says so.
        const auto items = must(envelopesAfter(*office.look(), 0, 9));
        QCOMPARE(items.size(), 2);
        const EnvelopeHeader header = readEnvelopeHeader(items.last().envelope.header).value();
        QCOMPARE(header.service, kVoidService);
        QCOMPARE(header.corrects, registration(1).id);
        QCOMPARE(header.deviceSeq, 2);
        QCOMPARE(header.prevHash, envelopeHash(items.first().envelope).toHex());
        const auto payload = readCase(items.last().envelope.payload, QDate());
        QVERIFY2(payload, payload ? "" : qPrintable(payload.error().line()));
        QCOMPARE(payload.value().details.value(u"case"_s).toString(), registration(1).id);
        QCOMPARE(payload.value().details.value(u"reason"_s).toString(), u"salah orang"_s);

        // Its numbers are never given again, and the family may come once more.
        Case again = registration(1, 2);
        again.id = registration(9).id;
        const Submitted second = office.submit(again);
        QCOMPARE(second.kind, Submitted::Kind::Saved);
        QVERIFY(second.firstNumbers.first().card > saved.firstNumbers.last().card);
        // The same id is known: it stays void.
        QCOMPARE(office.submit(registration(1, 2)).record->state, CaseState::Void);
    }

    void notEveryCaseCanBeTakenBack_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("problem");
        for (const char *what : {"unknown", "done", "sent", "other-day", "correction", "built-on"})
            QTest::newRow(what) << QString::fromLatin1(what) << u"void."_s + QString::fromLatin1(what);
    }
    void notEveryCaseCanBeTakenBack()
    {
        QFETCH(QString, what);
        QFETCH(QString, problem);
        FakeOffice office;
        office.submit(registration(1));
        QString id = registration(1).id;
        Case correction = registration(1);
        correction.id = registration(2).id;
        correction.corrects = id;
        if (what == "unknown"_L1)
            id = registration(7).id;
        else if (what == "done"_L1)
            QCOMPARE(taken(office, id), QString());
        else if (what == "sent"_L1)
            office.sync();
        else if (what == "other-day"_L1)
            office.clock.setToday(QDate(2022, 3, 2));
        else
            office.submit(correction);
        if (what == "correction"_L1)
            id = correction.id;
        const CaseRecord before = office.record(registration(1).id);
        const qint64 envelopes = number(office, "SELECT count(*) FROM outbox");
        const qint64 audited = number(office, "SELECT count(*) FROM audit");

        QCOMPARE(taken(office, id), problem);
        QCOMPARE(office.record(registration(1).id).state, before.state);
        QCOMPARE(office.record(registration(1).id).numbers, before.numbers);
        QCOMPARE(number(office, "SELECT count(*) FROM outbox"), envelopes);
        QCOMPARE(number(office, "SELECT count(*) FROM audit"), audited);
    }

    /// The centre had decided before it heard that the case is taken back.
    void theCentreTakesBackWhatItDid()
    {
        FakeOffice office;
        office.submit(registration(1, 2));
        QCOMPARE(taken(office, registration(1).id), QString());
        Case again = registration(1, 2);
        again.id = registration(9).id;
        const Submitted second = office.submit(again);
        QCOMPARE(second.kind, Submitted::Kind::Saved);

        const SyncSummary summary = office.sync();
        QCOMPARE(summary.counts.value(u"sent"_s), 3);
        QCOMPARE(summary.counts.value(u"errors"_s), 0);
        QCOMPARE(office.record(registration(1).id).state, CaseState::Void);
        QCOMPARE(office.record(registration(1).id).numbers.first().state, u"spoilt"_s);
        QCOMPARE(office.record(again.id).state, CaseState::Accepted);
        const FamilyView family = office.family(again.family.kk);
        QCOMPARE(family.members.first().card, second.firstNumbers.first().card);
        QCOMPARE(
            number(office, "SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending', 'received')"),
            0);
        QCOMPARE(office.faults(), QStringList());
        QVERIFY(office.sync().counts.isEmpty());
    }

    /// The centre had the case, the counter never heard, and meanwhile the family was paid for: that is for a
    /// person.
    void whatChangedSinceIsNotTakenBack()
    {
        FakeOffice office;
        office.submit(registration(1));
        const auto sent = must(envelopesAfter(*office.look(), 0, 9));
        must(office.centre().submit({sent.first().envelope}));
        office.clock.setToday(QDate(2022, 3, 20));
        must(office.centre().changes({}, 0, 9, 0));
        office.clock.setToday(QDate(2022, 3, 1));
        QCOMPARE(taken(office, registration(1).id), QString());
        office.sync();
        const QString voiding = must(envelopesAfter(*office.look(), 1, 9)).first().envelope.id;
        QCOMPARE(office.record(voiding).state, CaseState::Conflict);
        QVERIFY(!office.record(voiding).reason.isEmpty());
        QCOMPARE(office.record(registration(1).id).state, CaseState::Void);
        QCOMPARE(office.family(registration(1).family.kk).status, u"AKTIF"_s);
        const auto list = must(office.reader()->followUps(spansOn(QDate(2022, 3, 1)), 9));
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().kind, FollowUp::CaseReturned);
        QCOMPARE(list.first().caseId, voiding);
        QCOMPARE(office.faults(), QStringList());
    }

    void aFamilyThatWasTakenBackIsGone()
    {
        FakeOffice office;
        office.submit(registration(1, 2));
        QCOMPARE(taken(office, registration(1).id), QString());
        office.sync();
        QVERIFY(office.family(registration(1).family.kk).members.isEmpty());
        QVERIFY(must(office.reader()->search(u"andi"_s, 5)).hits.isEmpty());
        QCOMPARE(must(office.reader()->status()).participants, 0);
        office.clock.setToday(QDate(2022, 3, 20)); // nobody pays for it
        office.sync();
        QVERIFY(office.family(registration(1).family.kk).members.isEmpty());
        QVERIFY(must(office.reader()->followUps(spansOn(QDate(2022, 3, 20)), 9)).isEmpty());
    }

    void nothingIsTakenBackWithoutAReason()
    {
        FakeOffice office;
        office.submit(registration(1));
        const auto answer = office.service().voidCase(registration(1).id, u"  "_s, office.actor).result();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, FailureKind::BadInput);
        QCOMPARE(office.record(registration(1).id).state, CaseState::Queued);
    }

    void aDraftIsParkedAndComesBack()
    {
        FakeOffice office;
        const Case draft = registration(1);
        must(office.service().saveDraft(draft, office.actor).result());
        QVERIFY(must(office.reader()->parked()).isEmpty());
        must(office.service()
                 .parkDraft(draft.id, u" menunggu KK "_s, QDate(2022, 3, 4), office.actor)
                 .result());
        // Typing on does not take it out of where it was put.
        must(office.service().saveDraft(draft, office.actor).result());
        const auto parked = must(office.reader()->parked());
        QCOMPARE(parked.size(), 1);
        QVERIFY(parked.first().isParked);
        QCOMPARE(parked.first().note, u"menunggu KK"_s);
        QCOMPARE(parked.first().promised, QDate(2022, 3, 4));
        QCOMPARE(parked.first().kk, draft.family.kk);
        QCOMPARE(must(office.reader()->drafts(u"rina"_s)), parked);

        must(office.service().parkDraft(draft.id, {}, {}, office.actor).result());
        QVERIFY(must(office.reader()->parked()).isEmpty());
        QCOMPARE(must(office.reader()->drafts(u"rina"_s)).size(), 1);
        const auto none = office.service().parkDraft(registration(2).id, u"x"_s, {}, office.actor).result();
        QCOMPARE(none.error().kind, FailureKind::Missing);
    }

    void aDraftIsHandedOver()
    {
        FakeOffice office;
        const Case draft = registration(1);
        must(office.service().saveDraft(draft, office.actor).result());
        const QString other = u"budi"_s;
        must(office.service().handOver(draft.id, other, office.actor).result());
        QVERIFY(must(office.reader()->drafts(u"rina"_s)).isEmpty());
        QCOMPARE(must(office.reader()->drafts(other)).value(0).id, draft.id);
        const auto nobody = office.service().handOver(draft.id, u"siapa"_s, office.actor).result();
        QCOMPARE(nobody.error().kind, FailureKind::BadInput);
        const auto nothing = office.service().handOver(registration(2).id, other, office.actor).result();
        QCOMPARE(nothing.error().kind, FailureKind::Missing);
        QCOMPARE(must(office.reader()->drafts(other)).size(), 1);
    }

    void whatToLookAfter_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QList<int>>("kinds");
        const auto list = [](std::initializer_list<int> kinds) { return QList<int>(kinds); };
        // Registered on 2022-03-01: paid from the 15th to the 31st; the baby of 2022-02-10 needs its NIK by
        // 2022-05-10; a document is promised for 2022-03-04, another draft is parked on 2022-03-01.
        QTest::newRow("the same day")
            << QDate(2022, 3, 1)
            << list({FollowUp::Parked, FollowUp::DocumentPromised, FollowUp::BabyWithoutNik});
        QTest::newRow("eight days before the window ends")
            << QDate(2022, 3, 23)
            << list({FollowUp::Parked, FollowUp::DocumentPromised, FollowUp::BabyWithoutNik});
        QTest::newRow("seven days before") << QDate(2022, 3, 24)
                                           << list({FollowUp::Parked, FollowUp::DocumentPromised,
                                                    FollowUp::PaymentWindow, FollowUp::BabyWithoutNik});
        QTest::newRow("past") << QDate(2022, 4, 1)
                              << list({FollowUp::Parked, FollowUp::DocumentPromised, FollowUp::PaymentWindow,
                                       FollowUp::BabyWithoutNik});
        QTest::newRow("long past") << QDate(2022, 6, 11)
                                   << list({FollowUp::Parked, FollowUp::DocumentPromised});
    }
    void whatToLookAfter()
    {
        QFETCH(QDate, day);
        QFETCH(QList<int>, kinds);
        FakeOffice office;
        Case family = registration(1, 3);
        family.family.members[2].nik.clear();
        family.family.members[2].birthDate = u"2022-02-10"_s;
        office.submit(family);
        must(office.service().saveDraft(registration(2), office.actor).result());
        must(office.service().parkDraft(registration(2).id, u"x"_s, {}, office.actor).result());
        must(office.service().saveDraft(registration(3), office.actor).result());
        must(office.service()
                 .parkDraft(registration(3).id, u"KK"_s, QDate(2022, 3, 4), office.actor)
                 .result());
        QList<int> found;
        const auto list = must(office.reader()->followUps(spansOn(day), 20));
        for (const FollowUp &one : list)
            found += one.kind;
        QCOMPARE(found, kinds);
        for (const FollowUp &one : list) {
            if (one.kind == FollowUp::BabyWithoutNik) {
                QCOMPARE(one.day, QDate(2022, 5, 10));
                QCOMPARE(one.name, u"BAGUS WIJAYA"_s);
            }
            if (one.kind == FollowUp::PaymentWindow)
                QCOMPARE(one.day, QDate(2022, 3, 31));
        }
        QCOMPARE(must(office.reader()->followUps(spansOn(day), 1)).size(), 1);
    }

    void aReminderGoesWithItsReason()
    {
        FakeOffice office;
        office.submit(registration(1));
        const FollowUpSpans spans = spansOn(QDate(2022, 3, 30));
        QCOMPARE(must(office.reader()->followUps(spans, 9)).size(), 1);
        office.sync(); // accepted: now the centre says so
        QCOMPARE(must(office.reader()->followUps(spans, 9)).size(), 1);
        office.clock.setToday(QDate(2022, 3, 15));
        office.sync(); // paid
        QVERIFY(must(office.reader()->followUps(spans, 9)).isEmpty());
    }

    void aReturnedCaseIsThereUntilItIsCorrected()
    {
        FakeOffice office;
        office.submit(registration(1, 2));
        office.sync();
        Case wrong = registration(2, 2);
        wrong.family.members[1].nik = registration(1, 2).family.members[1].nik;
        wrong.overrides = {{u"nik.registered"_s, u"family.members[1].nik"_s, u"x"_s}};
        office.submit(wrong);
        office.sync();
        const auto list = must(office.reader()->followUps(spansOn(QDate(2022, 3, 1)), 9));
        QCOMPARE(list.size(), 1);
        QCOMPARE(list.first().kind, FollowUp::CaseReturned);
        QCOMPARE(list.first().caseId, wrong.id);
        QCOMPARE(list.first().name, u"ANDI WIJAYA"_s);
        QVERIFY(list.first().detail.startsWith(u"needs-correction: NIK"_s));
        Case right = registration(2, 2);
        right.id = registration(3).id;
        right.corrects = wrong.id;
        office.submit(right);
        QVERIFY(must(office.reader()->followUps(spansOn(QDate(2022, 3, 1)), 9)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAroundCase)
#include "tst_aroundcase.moc"
