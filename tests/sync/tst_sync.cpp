// SPDX-License-Identifier: Apache-2.0
#include "model/store/bytestore.h"
#include "model/store/outbox.h"
#include "model/store/writer.h"
#include "tests/fakes/centralline.h"
#include "tests/fakes/fakeoffice.h"

#include <QJsonArray>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

/// The trial centre behind a bad line: each fault can be switched on.
class BadLine final : public CentralLine
{
public:
    using CentralLine::CentralLine;
    bool losesRequests = false;
    bool losesAnswers = false; ///< the centre did it, the counter never hears
    bool answersOnlyTheFirst = false;
    bool takesOnlyTheFirst = false;
    bool sendsTwice = false;
    bool refusesOne = false;
    bool mixesUpNumbers = false; ///< the first verdict names the card of the second case
    bool speaksNewer = false;    ///< an entry of a kind that this program doesn't know
    int callsUntilCut = -1;      ///< so many calls get through, then none; -1: all

    Outcome<SubmitReply> submit(const QList<Envelope> &list) override
    {
        if (isCut() || losesRequests)
            return fail(Failure{FailureKind::Network, u"no route"_s});
        QList<Envelope> through = takesOnlyTheFirst ? list.mid(0, 1) : list;
        if (refusesOne)
            through[0].signature[0] = char(through[0].signature.at(0) ^ 1);
        auto receipts = m_centre.submit(through);
        if (sendsTwice && receipts)
            receipts = m_centre.submit(through);
        if (losesAnswers)
            return fail(Failure{FailureKind::Network, u"connection reset"_s});
        if (receipts && answersOnlyTheFirst)
            receipts.value().receipts = receipts.value().receipts.mid(0, 1);
        return receipts;
    }
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int limit, int wait) override
    {
        if (isCut() || losesRequests)
            return fail(Failure{FailureKind::Network, u"no route"_s});
        auto page = m_centre.changes(epoch, cursor, limit, wait);
        if (page && speaksNewer && cursor < 1000) {
            page.value().entries += {FeedEntry{1000, u"weather"_s, {{u"rain"_s, true}}, {}},
                                     FeedEntry{1001, u"family"_s, {{u"kk"_s, u""_s}}, {}}};
            page.value().next = 1001;
        }
        if (page && mixesUpNumbers) {
            for (FeedEntry &entry : page.value().entries) {
                if (entry.kind != "verdict"_L1)
                    continue;
                QJsonObject given = entry.body.value("numbers"_L1).toArray().first().toObject();
                given.insert(u"card"_s, u"9990000000002"_s);
                entry.body.insert(u"numbers"_s, QJsonArray{given});
                break;
            }
        }
        return page;
    }
    Outcome<LeaseGrant> lease(const LeaseRequest &request) override
    {
        if (isCut() || losesRequests)
            return fail(Failure{FailureKind::Network, u"no route"_s});
        auto grant = m_centre.lease(request);
        if (losesAnswers)
            return fail(Failure{FailureKind::Network, u"connection reset"_s});
        return grant;
    }
    Outcome<qint64> putAttachment(const AttachmentPiece &piece) override
    {
        if (isCut() || losesRequests)
            return fail(Failure{FailureKind::Network, u"no route"_s});
        return m_centre.putAttachment(piece);
    }

private:
    bool isCut()
    {
        if (callsUntilCut < 0)
            return false;
        return callsUntilCut-- <= 0 && (callsUntilCut = 0, true);
    }
};

qint64 number(const FakeOffice &office, const char *sql, const QString &file = u"store.db"_s)
{
    return must(office.look(file)->one(sql, [](const Statement &s) { return s.integer(0); })).value_or(-1);
}

void useUpNumbers(FakeOffice &office)
{
    must(office.store()
             .writer()
             ->run(Writer::Priority::Save,
                   [](Connection &connection) {
                       return connection.exec("UPDATE number_lease SET next = high + 1, state = 'used'");
                   })
             .result());
}

/// What an officer can see of three families and their cases, with nothing that differs from run to run.
QStringList seen(const FakeOffice &office)
{
    QStringList lines;
    for (int i = 1; i <= 3; ++i) {
        const CaseRecord record = office.record(registration(i).id);
        lines += record.reference + u' ' + caseStateWord(record.state) + u' ' + record.reason;
        for (const AssignedNumber &given : record.numbers)
            lines += given.card + u' ' + given.va + u' ' + given.state;
        const FamilyView family = office.family(record.content.family.kk);
        lines += u"%1 %2 %3 %4"_s.arg(family.kk, family.status, family.va).arg(family.revision);
    }
    lines += QString::number(must(office.reader()->status()).participants);
    return lines;
}

} // namespace

class TestSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fromQueuedToActive()
    {
        FakeOffice office;
        const Case content = registration(1, 4);
        const Submitted saved = office.submit(content);
        SyncSummary summary = office.sync();
        QCOMPARE(summary.counts.value(u"sent"_s), 1);
        QCOMPARE(summary.counts.value(u"accepted"_s), 1);
        QCOMPARE(summary.counts.value(u"families"_s), 1);
        QVERIFY(!summary.linkFailed);

        CaseRecord record = office.record(content.id);
        QCOMPARE(record.state, CaseState::Accepted);
        QCOMPARE(record.numbers.size(), 4);
        for (const AssignedNumber &given : record.numbers) {
            QCOMPARE(given.state, u"confirmed"_s);
            QCOMPARE(given.card, saved.firstNumbers.at(given.member).card);
        }
        FamilyView family = office.family(content.family.kk);
        QCOMPARE(family.status, u"MENUNGGU_BAYAR"_s);
        QVERIFY(family.pendingCase.isEmpty());
        QVERIFY(family.id > 0);
        QCOMPARE(must(office.reader()->search(u"citra"_s, 5)).hits.size(), 1); // not twice

        office.clock.setToday(family.firstPaymentFrom.addDays(-1));
        office.sync();
        QCOMPARE(office.family(content.family.kk).status, u"MENUNGGU_BAYAR"_s);
        office.clock.setToday(family.firstPaymentFrom);
        summary = office.sync();
        QCOMPARE(summary.counts.value(u"families"_s), 1);
        family = office.family(content.family.kk);
        QCOMPARE(family.status, u"AKTIF"_s);
        QCOMPARE(family.paidUntil, u"2022-03"_s);
        QCOMPARE(family.members.at(3).status, u"AKTIF"_s);
        QCOMPARE(must(office.reader()->status()).lastSync, office.clock.nowUtc());
        QCOMPARE(office.faults(), QStringList());
    }

    void secondRunDoesNothing()
    {
        FakeOffice office;
        for (int i = 1; i <= 3; ++i)
            office.submit(registration(i));
        office.sync();
        const QStringList before = seen(office);
        const qint64 audit = number(office, "SELECT count(*) FROM audit");
        for (int i = 0; i < 3; ++i)
            QVERIFY(office.sync().counts.isEmpty());
        QCOMPARE(seen(office), before);
        QCOMPARE(number(office, "SELECT count(*) FROM audit"), audit);
    }

    void moreThanOneBatch()
    {
        FakeOffice office;
        for (int i = 1; i <= 120; ++i)
            office.submit(registration(i));
        const SyncSummary summary = office.sync();
        QCOMPARE(summary.counts.value(u"sent"_s), 120);
        QCOMPARE(summary.counts.value(u"accepted"_s), 120);
        QCOMPARE(number(office, "SELECT count(*) FROM pending_effect"), 0);
        QCOMPARE(must(office.reader()->status()).participants, 120);
    }

    void rejectedKeepsItsReasonAndVoidsItsNumbers()
    {
        FakeOffice office;
        office.submit(registration(1));
        office.sync();
        Case twin = registration(2);
        twin.family.kk = registration(1).family.kk;
        QCOMPARE(office.submit(twin).kind, Submitted::Kind::Saved);
        const SyncSummary summary = office.sync();
        QCOMPARE(summary.counts.value(u"rejected"_s), 1);
        const CaseRecord record = office.record(twin.id);
        QCOMPARE(record.state, CaseState::Rejected);
        QVERIFY(record.reason.contains(u"sudah terdaftar"_s));
        QCOMPARE(record.numbers.first().state, u"void"_s);
        QCOMPARE(office.family(twin.family.kk).members.first().nik,
                 registration(1).family.members.first().nik);
        // A void number is never given again.
        QVERIFY(office.submit(registration(3)).firstNumbers.first().card > record.numbers.first().card);
    }

    void lostOnTheWay_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("requests") << 0;
        QTest::newRow("answers") << 1;
        QTest::newRow("all answers but one") << 2;
        QTest::newRow("everything arrives twice") << 3;
    }
    void lostOnTheWay()
    {
        QFETCH(int, how);
        FakeOffice undisturbed, office;
        for (int i = 1; i <= 3; ++i) {
            undisturbed.submit(registration(i, i));
            office.submit(registration(i, i));
        }
        undisturbed.sync();
        BadLine line(office.centre());
        line.losesRequests = how == 0;
        line.losesAnswers = how == 1;
        line.answersOnlyTheFirst = how == 2;
        line.sendsTwice = how == 3;
        const SyncSummary first = office.sync(line);
        QCOMPARE(first.linkFailed, how < 2);
        QCOMPARE(first.problem.isEmpty(), how >= 2);
        if (how < 2) {
            QCOMPARE(first.counts.value(u"sent"_s), 0);
            QCOMPARE(office.record(registration(1).id).state, CaseState::Queued);
        }
        office.clock.advanceSeconds(3600);
        undisturbed.clock.advanceSeconds(3600);
        office.sync();
        undisturbed.sync();
        QCOMPARE(seen(office), seen(undisturbed));
        QCOMPARE(office.faults(), QStringList());
    }

    /// What waits for its next try is not forgotten when the clock is set back.
    void clockSetBack()
    {
        FakeOffice office;
        office.submit(registration(1));
        office.submit(registration(2));
        BadLine line(office.centre());
        line.takesOnlyTheFirst = true;
        QCOMPARE(office.sync(line).counts.value(u"sent"_s), 1);
        QCOMPARE(office.sync().counts.value(u"sent"_s), 0); // not at once again
        office.clock.advanceSeconds(-86400);
        QCOMPARE(office.sync().counts.value(u"sent"_s), 1);
    }

    /// The link goes after the N-th call, for every N; the next run always reaches the same end.
    void cutAnywhere()
    {
        FakeOffice undisturbed;
        for (int i = 1; i <= 3; ++i)
            undisturbed.submit(registration(i));
        useUpNumbers(undisturbed);
        undisturbed.sync();
        const QStringList expected = seen(undisturbed);
        int calls = 0;
        for (bool isClean = false; !isClean; ++calls) {
            FakeOffice office;
            for (int i = 1; i <= 3; ++i)
                office.submit(registration(i));
            useUpNumbers(office);
            BadLine line(office.centre());
            line.callsUntilCut = calls;
            isClean = !office.sync(line).linkFailed;
            office.sync();
            QCOMPARE(seen(office), expected);
            QCOMPARE(must(office.reader()->status()).numbersLeft,
                     must(undisturbed.reader()->status()).numbersLeft);
        }
        QVERIFY(calls >= 4); // lease, submit, feed, and the clean one
    }

    /// The mirror has a page and the store does not, as after a cut between the two, or with a store that was
    /// restored: the next run brings only what is missing.
    void mirrorAheadOfTheStore()
    {
        FakeOffice office;
        office.submit(registration(1));
        const QString file = office.dir() + u"/store.db"_s;
        office.whileClosed([&] { QVERIFY(QFile::copy(file, file + u".before"_s)); });
        office.sync();
        office.whileClosed([&] { QVERIFY(QFile::remove(file) && QFile::rename(file + u".before"_s, file)); });
        QCOMPARE(office.record(registration(1).id).state, CaseState::Queued);
        const FamilyView between = office.family(registration(1).family.kk);
        QVERIFY(between.id > 0); // in the mirror already, with the waiting case over it
        QCOMPARE(between.pendingCase, registration(1).id);
        QCOMPARE(must(office.reader()->search(u"andi"_s, 5)).hits.size(), 1);

        const SyncSummary summary = office.sync();
        QCOMPARE(summary.counts.value(u"accepted"_s), 1);
        QCOMPARE(summary.counts.value(u"families"_s), 0);
        QCOMPARE(office.record(registration(1).id).state, CaseState::Accepted);
        QVERIFY(office.family(registration(1).family.kk).pendingCase.isEmpty());
        QCOMPARE(office.faults(), QStringList());
    }

    /// mirror.db is disposable: without it the feed is read from its beginning, and the store stays as it
    /// was.
    void mirrorLost()
    {
        FakeOffice office;
        for (int i = 1; i <= 3; ++i)
            office.submit(registration(i));
        office.sync();
        const QStringList before = seen(office);
        must(office.store()
                 .mirrorWriter()
                 ->run(Writer::Priority::Feed,
                       [](Connection &connection) {
                           return connection.script("DELETE FROM family; UPDATE mirror_state SET cursor = 0");
                       })
                 .result());
        const SyncSummary summary = office.sync();
        QCOMPARE(summary.counts.value(u"families"_s), 3);
        QCOMPARE(summary.counts.value(u"accepted"_s), 0);
        QCOMPARE(seen(office), before);
    }

    void poisonIsParkedAndTheRestGoesOn()
    {
        FakeOffice office;
        for (int i = 1; i <= 3; ++i)
            office.submit(registration(i));
        BadLine line(office.centre());
        line.refusesOne = true;
        SyncSummary summary = office.sync(line);
        QCOMPARE(summary.counts.value(u"sent"_s), 2);
        // What arrives damaged may have been damaged on the way: it is offered eight times.
        SyncOptions again;
        again.isForced = true;
        for (int offered = 2; offered <= 8; ++offered) {
            QCOMPARE(office.record(registration(1).id).state, CaseState::Queued);
            QCOMPARE(office.sync(line).counts.value(u"errors"_s), 0); // it waits for its time
            summary = office.sync(line, again);
        }
        QCOMPARE(summary.counts.value(u"parked"_s), 1);
        const CaseRecord parked = office.record(registration(1).id);
        QCOMPARE(parked.state, CaseState::Parked);
        QVERIFY(!parked.reason.isEmpty());
        QVERIFY(!office.family(registration(1).family.kk)
                     .pendingCase.isEmpty()); // still to be decided by somebody
        QCOMPARE(number(office, "SELECT count(*) FROM audit WHERE action = 'case.parked'"), 1);
        QCOMPARE(office.sync().counts.value(u"parked"_s), 0); // not tried again by itself
    }

    void entriesOfANewerCentreAreKept()
    {
        FakeOffice office;
        office.submit(registration(1));
        BadLine line(office.centre());
        line.speaksNewer = true;
        const SyncSummary summary = office.sync(line);
        QCOMPARE(summary.counts.value(u"accepted"_s), 1);
        QCOMPARE(summary.counts.value(u"errors"_s), 2);
        QCOMPARE(number(office, "SELECT count(*) FROM feed_parked"), 2);
        office.sync(line);
        QCOMPARE(number(office, "SELECT count(*) FROM feed_parked"), 2);
    }

    void numbersAreToppedUpAtHalf()
    {
        FakeOffice office;
        const qint64 block = must(office.reader()->status()).numbersLeft;
        QCOMPARE(office.sync().counts.value(u"numbers"_s), 0);
        must(office.store()
                 .writer()
                 ->run(Writer::Priority::Save,
                       [block](Connection &connection) {
                           return connection.exec("UPDATE number_lease SET next = low + ?", block / 2);
                       })
                 .result());
        QCOMPARE(office.sync().counts.value(u"numbers"_s), int(block));
        QCOMPARE(must(office.reader()->status()).numbersLeft, block + block - block / 2);
        QCOMPARE(office.sync().counts.value(u"numbers"_s), 0);
    }

    void grantWhoseAnswerWasLostArrivesByTheFeed()
    {
        FakeOffice office;
        const qint64 block = must(office.reader()->status()).numbersLeft;
        useUpNumbers(office);
        BadLine line(office.centre());
        line.losesAnswers = true;
        QVERIFY(office.sync(line).linkFailed);
        QCOMPARE(must(office.reader()->status()).numbersLeft, 0);
        office.sync(); // asks again, and hears of the first grant too: no number is lost
        QCOMPARE(must(office.reader()->status()).numbersLeft, 2 * block);
        QCOMPARE(office.faults(), QStringList());
    }

    void picturesFollowTheCase()
    {
        FakeOffice office;
        const QByteArray bytes = "\xff\xd8\xff a picture";
        must(office.store().blobs().put(bytes, u"image/jpeg"_s).result());
        must(office.store().blobs().put("nobody's", u"image/jpeg"_s).result());
        Case content = registration(1, 2);
        for (CaseMember &member : content.family.members) {
            member.photoWaived.clear();
            member.photo = ByteStore::nameOf(bytes);
        }
        QCOMPARE(office.submit(content).kind, Submitted::Kind::Saved);
        BadLine line(office.centre());
        line.losesRequests = true;
        QCOMPARE(office.sync(line).counts.value(u"attachments"_s), 0);
        QCOMPARE(number(office, "SELECT count(*) FROM attachment", u"trial.db"_s), 0);
        QCOMPARE(office.sync().counts.value(u"attachments"_s), 1);
        QCOMPARE(number(office, "SELECT count(*) FROM attachment", u"trial.db"_s), 1);
        QCOMPARE(office.sync().counts.value(u"attachments"_s), 0);
    }

    void aPictureThatComesLaterIsSentThen()
    {
        FakeOffice office;
        const QByteArray bytes = "\xff\xd8\xff taken at another counter";
        Case content = registration(1);
        content.family.members[0].photoWaived.clear();
        content.family.members[0].photo = ByteStore::nameOf(bytes);
        QCOMPARE(office.submit(content).kind, Submitted::Kind::Saved);
        const SyncSummary before = office.sync();
        QCOMPARE(before.counts.value(u"attachments"_s), 0);
        QCOMPARE(before.counts.value(u"errors"_s), 0);
        QCOMPARE(before.counts.value(u"accepted"_s), 1);
        must(office.store().blobs().put(bytes, u"image/jpeg"_s).result());
        QCOMPARE(office.sync().counts.value(u"attachments"_s), 1);
        QCOMPARE(office.sync().counts.value(u"attachments"_s), 0);
        QCOMPARE(office.faults(), QStringList());
    }

    void cancelStopsBetweenSteps()
    {
        FakeOffice office;
        office.submit(registration(1));
        const std::atomic_bool cancel = true;
        const SyncSummary summary = must(syncOnce(office.store(), office.centre(), office.actor, &cancel));
        QVERIFY(summary.counts.isEmpty());
        QVERIFY(!summary.problem.isEmpty());
        QCOMPARE(office.record(registration(1).id).state, CaseState::Queued);
    }

    /// Paper is out already: a correction keeps the numbers that stand on it.
    void correctionKeepsItsNumbers()
    {
        FakeOffice office;
        office.submit(registration(1));
        office.sync();
        Case wrong = registration(2, 3);
        wrong.family.members[1].nik = registration(1).family.members.at(0).nik;
        const Submitted first = office.submit(wrong);
        QCOMPARE(office.sync().counts.value(u"needs-correction"_s), 1);
        const CaseRecord refused = office.record(wrong.id);
        QVERIFY(refused.reason.contains(u"anggota ke-2"_s));
        QCOMPARE(refused.numbers, first.firstNumbers); // neither confirmed nor lost

        Case right = registration(2, 4);
        right.corrects = wrong.id;
        right.id = registration(3).id;
        const Submitted second = office.submit(right);
        QCOMPARE(second.kind, Submitted::Kind::Saved);
        QCOMPARE(second.firstNumbers.size(), 4);
        for (int member : {0, 2})
            QCOMPARE(second.firstNumbers.at(member), first.firstNumbers.at(member));
        QCOMPARE(second.firstNumbers.at(1).card, first.firstNumbers.at(1).card); // by name and birth date
        QVERIFY(second.firstNumbers.at(3).card > first.firstNumbers.at(2).card);
        QCOMPARE(office.sync().counts.value(u"accepted"_s), 1);
        const FamilyView family = office.family(right.family.kk);
        for (int member = 0; member < 4; ++member)
            QCOMPARE(family.members.at(member).card, second.firstNumbers.at(member).card);
        QVERIFY(office.record(wrong.id).numbers.isEmpty());
        QCOMPARE(office.submit(wrong).firstNumbers, first.firstNumbers);
        QCOMPARE(office.submit(right).firstNumbers, second.firstNumbers);
        QCOMPARE(office.faults(), QStringList());
    }

    void correctionOfAWaitingCase()
    {
        FakeOffice office;
        const Submitted first = office.submit(registration(1, 2));
        Case better = registration(1, 2);
        better.id = registration(2).id;
        better.corrects = registration(1).id;
        better.family.members[1].name = u"SARI DEWI LESTARI"_s;
        const Submitted second = office.submit(better);
        QCOMPARE(second.kind, Submitted::Kind::Saved);
        QCOMPARE(second.firstNumbers, first.firstNumbers);
        QCOMPARE(office.family(better.family.kk).pendingCase, better.id);
        QCOMPARE(must(office.reader()->search(u"sari"_s, 5)).hits.size(), 1);
        const auto items = must(envelopesAfter(*office.look(), 1, 1));
        const EnvelopeHeader header = readEnvelopeHeader(items.first().envelope.header).value();
        QCOMPARE(header.buildsOn, QStringList{registration(1).id});
        QCOMPARE(header.corrects, registration(1).id);

        const SyncSummary summary = office.sync();
        QCOMPARE(summary.counts.value(u"accepted"_s), 2);
        QCOMPARE(summary.counts.value(u"errors"_s), 0);
        const FamilyView family = office.family(better.family.kk);
        QCOMPARE(family.members.at(1).name, u"SARI DEWI LESTARI"_s);
        QCOMPARE(family.members.at(1).card, first.firstNumbers.at(1).card);
        QCOMPARE(family.revision, 2);
        QVERIFY(family.pendingCase.isEmpty());
        QCOMPARE(office.record(better.id).numbers.first().state, u"confirmed"_s);
        QCOMPARE(office.faults(), QStringList());
    }

    /// A decision that contradicts what is here is put aside, and the next one is applied.
    void contradictionIsPutAside()
    {
        FakeOffice office;
        office.submit(registration(1));
        office.submit(registration(2));
        BadLine line(office.centre());
        line.mixesUpNumbers = true;
        const SyncSummary summary = office.sync(line);
        QCOMPARE(summary.counts.value(u"errors"_s), 1);
        QCOMPARE(summary.counts.value(u"accepted"_s), 1);
        QCOMPARE(number(office, "SELECT count(*) FROM feed_parked"), 1);
        QCOMPARE(office.record(registration(1).id).state, CaseState::Received);
        QCOMPARE(office.record(registration(2).id).state, CaseState::Accepted);
        QVERIFY(office.sync().counts.isEmpty());
    }

    void resubmittedAfterTheVerdict()
    {
        FakeOffice office;
        const Submitted first = office.submit(registration(1));
        office.sync();
        const Submitted again = office.submit(registration(1));
        QCOMPARE(again.kind, Submitted::Kind::Again);
        QCOMPARE(again.firstNumbers, first.firstNumbers);
        QCOMPARE(again.record->state, CaseState::Accepted);
        QCOMPARE(office.sync().counts.value(u"sent"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
