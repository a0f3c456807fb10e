// SPDX-License-Identifier: Apache-2.0
// Where the cases of a counter are on their way to the centre, and what a person can do about it.
#include "model/domain/casejson.h"
#include "model/store/bytestore.h"
#include "model/store/outbox.h"
#include "model/store/outboxview.h"
#include "model/store/writer.h"
#include "tests/fakes/fakeoffice.h"

#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

template <typename Job>
auto written(FakeOffice &office, Job job)
{
    return must(office.store().writer()->run(Writer::Priority::Save, job).result());
}

void setState(FakeOffice &office, int number, const QString &state)
{
    written(office, [&](Connection &connection) -> Outcome<qint64> {
        const QByteArray id = CaseId::fromText(registration(number).id)->bytes();
        if (const auto out = connection.exec("UPDATE outbox SET state = ? WHERE case_id = ?", state, id);
            !out)
            return out;
        return connection.exec("UPDATE case_record SET state = ? WHERE id = ?", state, id);
    });
}

QStringList references(const QList<OutboxLine> &lines)
{
    QStringList list;
    for (const OutboxLine &line : lines)
        list += line.record.reference.section(u'-', -1);
    return list;
}

qint64 number(const FakeOffice &office, const char *sql)
{
    return must(office.look()->one(sql, [](const Statement &s) { return s.integer(0); })).value_or(-1);
}

} // namespace

class TestOutboxView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListIsCutByWhatIsAskedFor()
    {
        FakeOffice office;
        const QStringList states = {u"queued"_s,           u"sending"_s,  u"received"_s, u"accepted"_s,
                                    u"needs-correction"_s, u"rejected"_s, u"conflict"_s, u"parked"_s};
        for (int i = 0; i < states.size(); ++i) {
            office.submit(registration(i + 1));
            setState(office, i + 1, states.at(i));
        }
        const auto reader = office.reader();
        const OutboxView &view = reader->outbox();
        QCOMPARE(must(view.below(OutboxFilter::All, 0, 50)).size(), 8);
        QCOMPARE(references(must(view.below(OutboxFilter::Waiting, 0, 50))),
                 QStringList({u"000003"_s, u"000002"_s, u"000001"_s}));
        QCOMPARE(references(must(view.below(OutboxFilter::NeedsPerson, 0, 50))),
                 QStringList({u"000008"_s, u"000007"_s, u"000006"_s, u"000005"_s}));
        // Pages join without a gap, whatever the states.
        QCOMPARE(references(must(view.below(OutboxFilter::NeedsPerson, 0, 2))),
                 QStringList({u"000008"_s, u"000007"_s}));
        QCOMPARE(references(must(view.below(OutboxFilter::NeedsPerson, 7, 2))),
                 QStringList({u"000006"_s, u"000005"_s}));
        QCOMPARE(must(view.centre()).undecidedConflicts, 1);

        // A newer case stands in its place: it asks for nobody.
        Case correction = registration(9);
        correction.corrects = registration(5).id;
        office.submit(correction);
        QVERIFY(!references(must(view.below(OutboxFilter::NeedsPerson, 0, 50))).contains(u"000005"_s));
    }

    void aCaseTellsItsWay()
    {
        FakeOffice office;
        Case content = registration(1, 2);
        const QByteArray picture = "JPEG of nobody";
        content.family.members[0].photo = must(office.store().blobs().put(picture, u"image/jpeg"_s).result());
        content.family.members[0].photoWaived.clear();
        content.documents[0].file = content.family.members[0].photo; // the same bytes in two roles
        content.documents[1].file = must(office.store().blobs().put("a scan", u"image/jpeg"_s).result());
        office.submit(content);
        const CaseId id = *CaseId::fromText(content.id);
        const auto reader = office.reader();
        Delivery way = must(reader->outbox().delivery(id));
        QCOMPARE(way.attempts, 0);
        QVERIFY(way.nextTry.isNull() && way.received.isNull() && way.durable.isNull());
        QCOMPARE(way.attachments, 2);
        QCOMPARE(way.attachmentsSent, 0);

        const QDateTime later = office.clock.nowUtc().addSecs(90);
        written(office,
                [&](Connection &connection) { return markRetry(connection, content.id, u"busy"_s, later); });
        way = must(reader->outbox().delivery(id));
        QCOMPARE(way.lastError, u"busy"_s);
        QCOMPARE(way.nextTry, later);

        written(office, [&](Connection &connection) {
            return markReceived(connection, content.id, office.clock.nowUtc());
        });
        written(office, [&](Connection &connection) {
            return connection.exec("UPDATE blob SET sent_at = 5 WHERE length = ?", picture.size());
        });
        way = must(reader->outbox().delivery(id));
        QCOMPARE(way.received, office.clock.nowUtc());
        QCOMPARE(way.attachmentsSent, 1);
    }

    void whatWaitsOrIsHeldGoesOutAtOnce_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("isDone");
        QTest::addColumn<QString>("after");
        QTest::newRow("waits") << u"queued"_s << true << u"queued"_s;
        QTest::newRow("under way") << u"sending"_s << true << u"sending"_s;
        QTest::newRow("held") << u"parked"_s << true << u"queued"_s;
        QTest::newRow("received") << u"received"_s << false << u"received"_s;
        QTest::newRow("decided") << u"accepted"_s << false << u"accepted"_s;
    }
    void whatWaitsOrIsHeldGoesOutAtOnce()
    {
        QFETCH(QString, state);
        QFETCH(bool, isDone);
        QFETCH(QString, after);
        FakeOffice office;
        const Case content = registration(1);
        office.submit(content);
        const CaseId id = *CaseId::fromText(content.id);
        setState(office, 1, state);
        written(office, [](Connection &connection) {
            return connection.exec(
                "UPDATE outbox SET next_try = 4102444800000, attempts = 8, last_error = 'x'");
        });
        const QDateTime now = office.clock.nowUtc();
        const bool done = written(
            office, [&](Connection &connection) { return retryNow(connection, id, office.actor, now); });
        QCOMPARE(done, isDone);
        QCOMPARE(caseStateWord(office.record(content.id).state), after);
        QCOMPARE(number(office, "SELECT next_try = 0 FROM outbox"), isDone ? 1 : 0);
        QCOMPARE(number(office, "SELECT count(*) FROM audit WHERE action = 'case.retry'"), isDone ? 1 : 0);
        if (!isDone)
            return;
        const auto due = written(office, [&](Connection &c) { return dueEnvelopes(c, now, 9, 1 << 20); });
        QCOMPARE(due.size(), 1);
        office.sync();
        QCOMPARE(office.record(content.id).state, CaseState::Accepted);
        QCOMPARE(office.faults(), QStringList());
    }

    void theCounterIsTurnedOffAndOn()
    {
        FakeOffice office;
        const auto reader = office.reader();
        QVERIFY(must(reader->outbox().centre()).isSyncEnabled);
        for (const bool on : {false, true}) {
            written(office, [&](Connection &connection) {
                return setSyncEnabled(connection, on, office.actor, office.clock.nowUtc());
            });
            QCOMPARE(must(reader->outbox().centre()).isSyncEnabled, on);
        }
        QCOMPARE(number(office, "SELECT count(*) FROM audit WHERE action IN ('sync.off', 'sync.on')"), 2);
    }

    void numbersAreToldByTheBlock()
    {
        FakeOffice office;
        office.submit(registration(1, 3));
        const auto reader = office.reader();
        const auto leases = must(reader->outbox().leases());
        QCOMPARE(leases.size(), 1);
        QCOMPARE(leases.first().left, leases.first().high + 1 - leases.first().low - 3);
        QVERIFY(leases.first().expires.isNull());
    }
};

QTEST_GUILESS_MAIN(TestOutboxView)
#include "tst_outboxview.moc"
