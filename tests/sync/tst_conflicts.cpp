// SPDX-License-Identifier: Apache-2.0
// What a person decides when the centre could not merge a case, and what the centre announces.
#include "model/domain/casejson.h"
#include "model/services/conflictresolution.h"
#include "model/services/voiding.h"
#include "model/store/outbox.h"
#include "model/store/writer.h"
#include "tests/fakes/fakeoffice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace Loket;
using namespace Loket::Fakes;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kSides = {ConflictSide::Mine, ConflictSide::Theirs};

template <typename Job>
auto written(FakeOffice &office, Job job)
{
    return must(office.store().writer()->run(Writer::Priority::Save, job).result());
}

qint64 number(const FakeOffice &office, const char *sql)
{
    return must(office.look()->one(sql, [](const Statement &s) { return s.integer(0); })).value_or(-1);
}

QJsonObject group(const QString &name, const QList<QStringList> &fields)
{
    QJsonArray list;
    for (const QStringList &one : fields)
        list += QJsonObject{
            {u"field"_s, one[0]}, {u"base"_s, one[1]}, {u"mine"_s, one[2]}, {u"theirs"_s, one[3]}};
    return {{u"group"_s, name}, {u"member"_s, QString()}, {u"fields"_s, list}};
}

Case change(const QString &service, const QJsonObject &details)
{
    Case content;
    content.id = u"0190a1b2-0000-7000-9000-000000000001"_s;
    content.service = service;
    content.date = QDate(2022, 7, 4);
    content.channel = u"MCS"_s;
    content.family.kk = registration(1).family.kk;
    content.documents = {{u"KK"_s, std::nullopt, {}}};
    content.consent = Consent{u"2022-07-04T09:12:00+07:00"_s, u"2022-1"_s};
    content.details = details;
    return content;
}

/// A family that was accepted, and a change of it that the centre could not merge with its revision 7.
std::unique_ptr<FakeOffice> inConflict(const Case &content, const QJsonArray &groups)
{
    auto office = std::make_unique<FakeOffice>();
    office->submit(registration(1, 3));
    office->sync();
    office->clock.setToday(QDate(2022, 7, 4));
    office->sync();
    const Submitted saved = office->submit(content);
    if (saved.kind != Submitted::Kind::Saved)
        qFatal("the change was not saved");
    office->sync(); // the centre has its envelope
    written(*office, [&](Connection &connection) -> Outcome<qint64> {
        const QByteArray id = CaseId::fromText(content.id)->bytes();
        for (const char *sql : {"UPDATE outbox SET state = 'conflict' WHERE case_id = ?",
                                "UPDATE case_record SET state = 'conflict' WHERE id = ?",
                                "DELETE FROM pending_effect WHERE case_id = ?"}) {
            if (const auto done = connection.exec(sql, id); !done)
                return done;
        }
        const QJsonObject body{
            {u"format"_s, u"loket-conflict/1"_s}, {u"revision"_s, 7}, {u"groups"_s, groups}};
        return connection.exec("INSERT INTO conflict (case_id, body, at) VALUES (?, ?, ?)", id,
                               QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)),
                               office->clock.nowUtc());
    });
    return office;
}

std::unique_ptr<FakeOffice> contactConflict()
{
    return inConflict(
        change(u"CHG-KONTAK"_s,
               {{u"newPhone"_s, u"081200000001"_s}, {u"newEmail"_s, u"konter@example.id"_s}}),
        {group(u"phone"_s, {{u"phone"_s, u"+6281234567890"_s, u"+6281200000001"_s, u"+6281200000002"_s}}),
         group(u"email"_s,
               {{u"email"_s, u"sari@example.id"_s, u"konter@example.id"_s, u"pusat@example.id"_s}})});
}

ConflictAnswer decide(FakeOffice &office, const ConflictDecision &decision,
                      const QString &id = u"0190a1b2-0000-7000-9000-000000000001"_s)
{
    return must(office.service().resolveConflict(id, decision, office.actor).result());
}

} // namespace

class TestConflicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatDiffersIsAsked()
    {
        const QJsonObject body{{u"format"_s, u"loket-conflict/1"_s},
                               {u"groups"_s,
                                QJsonArray{group(u"address"_s,
                                                 {{u"address.line"_s, u"a"_s, u"b"_s, u"c"_s},
                                                  {u"address.rt"_s, u"001"_s, u"002"_s, u"002"_s}}),
                                           group(u"phone"_s, {{u"phone"_s, u"1"_s, u"2"_s, u"2"_s}})}}};
        const auto groups = conflictGroups(body);
        QVERIFY(groups);
        QCOMPARE(groups->size(), 1);
        QCOMPARE(groups->first().fields.size(), 1);
        QCOMPARE(groups->first().fields.first().theirs, u"c"_s);
        QVERIFY(!conflictGroups({{u"format"_s, u"something"_s}}));
    }

    /// First of all that is to be looked after, from the day after its last one on.
    void aDecisionThatWaitsTooLongComesFirst()
    {
        const auto office = contactConflict();
        const QString late = must(office->reader()->inbox().conflicts()).first().record.id.text();
        const QDate began = office->clock.today();
        const QDate older = began.addDays(-20);
        office->clock.setToday(older);
        written(*office, [&](Connection &connection) -> Outcome<qint64> {
            return connection.exec(
                "INSERT INTO reminder (kk, kind, position, name, day) VALUES ('1', 'payment', 0, '', ?)",
                older);
        });
        for (const int days : {0, 3, 4}) {
            office->clock.setToday(began.addDays(days));
            FollowUpSpans spans{office->clock.today()};
            spans.decisionDays = 3;
            const auto list = must(office->reader()->followUps(spans, 9));
            const auto decision = std::find_if(list.cbegin(), list.cend(), [](const FollowUp &one) {
                return one.kind == FollowUp::Decision;
            });
            QVERIFY(decision != list.cend());
            QCOMPARE(decision->caseId, late);
            QCOMPARE(decision->since, began);
            QCOMPARE(decision->day, began.addDays(3));
            QCOMPARE(list.first().kind, days > 3 ? FollowUp::Decision : FollowUp::PaymentWindow);
            // With room for one alone, the late one is it.
            QCOMPARE(must(office->reader()->followUps(spans, 1)).first().kind, list.first().kind);
        }
    }

    void aConflictIsListedUntilItIsDecided()
    {
        const auto office = contactConflict();
        const auto reader = office->reader();
        auto list = must(reader->inbox().conflicts());
        QCOMPARE(list.size(), 1);
        QVERIFY(list.first().isOpen());
        QCOMPARE(list.first().revision, 7);
        QCOMPARE(list.first().since, office->clock.nowUtc());
        QCOMPARE(must(reader->outbox().centre()).undecidedConflicts, 1);
        QCOMPARE(decide(*office,
                        {{{u"phone"_s, ConflictSide::Mine}, {u"email"_s, ConflictSide::Mine}},
                         u"KTP diperlihatkan"_s})
                     .problem,
                 QString());
        list = must(reader->inbox().conflicts());
        QVERIFY(!list.first().isOpen());
        QCOMPARE(list.first().decidedBy->officer, u"rina"_s);
        QCOMPARE(must(reader->outbox().centre()).undecidedConflicts, 0);
        QCOMPARE(office->faults(), QStringList());
    }

    void whatIsTakenFromTheCentreIsLeftOutOfTheNewCase_data()
    {
        QTest::addColumn<ConflictSide>("phone");
        QTest::addColumn<ConflictSide>("email");
        for (const ConflictSide phone : kSides) {
            for (const ConflictSide email : kSides) {
                if (phone == ConflictSide::Mine || email == ConflictSide::Mine)
                    QTest::addRow("%s, %s", phone == ConflictSide::Mine ? "mine" : "theirs",
                                  email == ConflictSide::Mine ? "mine" : "theirs")
                        << phone << email;
            }
        }
    }
    void whatIsTakenFromTheCentreIsLeftOutOfTheNewCase()
    {
        QFETCH(ConflictSide, phone);
        QFETCH(ConflictSide, email);
        const auto office = contactConflict();
        const ConflictAnswer answer
            = decide(*office, {{{u"phone"_s, phone}, {u"email"_s, email}}, u" KTP diperlihatkan "_s});
        QCOMPARE(answer.problem, QString());
        const CaseRecord record = office->record(answer.newCase);
        QCOMPARE(record.state, CaseState::Queued);
        QCOMPARE(record.content.corrects, u"0190a1b2-0000-7000-9000-000000000001"_s);
        QCOMPARE(record.content.details.value(u"baseRevision"_s).toInt(), 7);
        QCOMPARE(record.content.details.contains(u"newPhone"_s), phone == ConflictSide::Mine);
        QCOMPARE(record.content.details.contains(u"newEmail"_s), email == ConflictSide::Mine);
        QCOMPARE(record.content.overrides.size(), 2);
        QCOMPARE(record.content.overrides.first().code,
                 phone == ConflictSide::Mine ? kConflictMine.toString() : kConflictTheirs.toString());
        QCOMPARE(record.content.overrides.first().reason, u"KTP diperlihatkan"_s);
        QCOMPARE(number(*office,
                        "SELECT count(*) FROM audit WHERE action = 'conflict.decide' AND officer = 'rina'"),
                 1);
        const auto items = must(envelopesAfter(*office->look(), 2, 9));
        QCOMPARE(items.size(), 1);
        QCOMPARE(readEnvelopeHeader(items.first().envelope.header).value().baseRevision, 7);
        QCOMPARE(office->faults(), QStringList());
        office->sync(); // the same rules at the other end take it
        QCOMPARE(office->record(answer.newCase).state, CaseState::Accepted);
    }

    void everythingLeftToTheCentreWithdrawsTheCase()
    {
        const auto office = contactConflict();
        const ConflictAnswer answer
            = decide(*office,
                     {{{u"phone"_s, ConflictSide::Theirs}, {u"email"_s, ConflictSide::Theirs}},
                      u"peserta membenarkan pusat"_s});
        QCOMPARE(answer.problem, QString());
        QVERIFY(answer.newCase.isEmpty());
        const auto list = must(office->reader()->inbox().conflicts());
        QVERIFY(list.first().isWithdrawn() && !list.first().isOpen());
        QCOMPARE(list.first().record.reason, u"peserta membenarkan pusat"_s);
        QCOMPARE(list.first().decidedBy->content.service, kVoidService);
        QCOMPARE(number(*office, "SELECT count(*) FROM outbox WHERE state = 'queued'"), 1);
        QCOMPARE(office->faults(), QStringList());
        // Once only.
        QCOMPARE(
            decide(*office, {{{u"phone"_s, ConflictSide::Mine}, {u"email"_s, ConflictSide::Mine}}, u"x"_s})
                .problem,
            u"conflict.decided"_s);
    }

    /// The service asks for an address, so what is not the counter's is said with the centre's value.
    void whatTheServiceAsksForGetsTheCentresValue()
    {
        const auto office = inConflict(
            change(u"CHG-ALAMAT"_s,
                   {{u"addressLine"_s, u"Jl. Baru 1"_s},
                    {u"addressRt"_s, u"003"_s},
                    {u"addressRw"_s, u"004"_s},
                    {u"addressVillage"_s, u"31.74.01.1001"_s},
                    {u"addressPostcode"_s, u"12810"_s}}),
            {group(u"street"_s,
                   {{u"address.line"_s, u"Jl. Tebet Raya 1"_s, u"Jl. Baru 1"_s, u"Jl. Lain 9"_s}}),
             group(u"rt"_s, {{u"address.rt"_s, u"001"_s, u"003"_s, u"009"_s}})});
        const ConflictAnswer answer = decide(
            *office, {{{u"street"_s, ConflictSide::Theirs}, {u"rt"_s, ConflictSide::Mine}}, u"KTP baru"_s});
        QCOMPARE(answer.problem, QString());
        const QJsonObject details = office->record(answer.newCase).content.details;
        QCOMPARE(details.value(u"addressLine"_s).toString(), u"Jl. Lain 9"_s);
        QCOMPARE(details.value(u"addressRt"_s).toString(), u"003"_s);
    }

    void whatCantBeDecidedChangesNothing_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QHash<QString, ConflictSide>>("sides");
        QTest::addColumn<QString>("problem");
        using Sides = QHash<QString, ConflictSide>;
        const QString id = u"0190a1b2-0000-7000-9000-000000000001"_s;
        QTest::newRow("no such conflict") << registration(1).id << Sides() << u"conflict.unknown"_s;
        QTest::newRow("no id") << u"x"_s << Sides() << u"conflict.unknown"_s;
        QTest::newRow("a group is left open")
            << id << Sides{{u"phone"_s, ConflictSide::Mine}} << u"conflict.open-group"_s;
    }
    void whatCantBeDecidedChangesNothing()
    {
        QFETCH(QString, id);
        using Sides = QHash<QString, ConflictSide>;
        QFETCH(Sides, sides);
        QFETCH(QString, problem);
        const auto office = contactConflict();
        const qint64 before = number(*office, "SELECT total(seq) FROM audit");
        QCOMPARE(decide(*office, {sides, u"alasan"_s}, id).problem, problem);
        QCOMPARE(number(*office, "SELECT total(seq) FROM audit"), before);
        QVERIFY(must(office->reader()->inbox().conflicts()).first().isOpen());
        const auto without = office->service().resolveConflict(id, {sides, u"  "_s}, office->actor).result();
        QVERIFY(!without);
        QCOMPARE(without.error().kind, FailureKind::BadInput);
    }

    void announcementsStandUntilTheyAreRead()
    {
        FakeOffice office;
        const auto put = [&](const QString &id, const QString &level, QDate from, QDate until) {
            const QJsonObject body{
                {u"id"_s, id},
                {u"level"_s, level},
                {u"title"_s, QJsonObject{{u"id"_s, u"Judul "_s + id}, {u"en"_s, u"Title"_s}}},
                {u"text"_s, QJsonObject{{u"id"_s, u"Isi"_s}}}};
            written(office, [&](Connection &connection) {
                return connection.exec(
                    "INSERT INTO announcement (id, body, from_day, until_day) VALUES (?, ?, ?, ?)", id,
                    QString::fromUtf8(QJsonDocument(body).toJson()), from, until);
            });
        };
        const QDate today = office.clock.today();
        put(u"a"_s, u"info"_s, today, today);
        put(u"b"_s, u"info"_s, today.addDays(1), today.addDays(9));
        put(u"c"_s, u"info"_s, today.addDays(-9), today.addDays(-1));
        put(u"d"_s, u"warning"_s, today.addDays(-5), today.addDays(5));
        const auto reader = office.reader();
        auto list = must(reader->inbox().announcements(today));
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.first().id, u"d"_s);
        QVERIFY(list.first().isWarning);
        QCOMPARE(list.last().titleId, u"Judul a"_s);
        QCOMPARE(list.last().textEn, u"Isi"_s); // better another language than nothing
        written(office,
                [&](Connection &connection) { return markRead(connection, u"d"_s, office.clock.nowUtc()); });
        list = must(reader->inbox().announcements(today));
        QCOMPARE(list.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestConflicts)
#include "tst_conflicts.moc"
