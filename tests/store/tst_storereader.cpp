// SPDX-License-Identifier: Apache-2.0
#include "model/store/storereader.h"

#include "model/store/familyjson.h"
#include "model/store/searchquery.h"
#include "tests/store/samples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Loket;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;

namespace {

QStringList names(const SearchAnswer &answer)
{
    QStringList list;
    for (const SearchHit &hit : answer.hits)
        list.append(hit.name);
    return list;
}

} // namespace

class TestStoreReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = openedStore(m_dir->path());
        mirror(*m_store,
               {family(u"3174010101220001"_s, u"081234567890"_s,
                       {u"Sari Dewi|3174016909659991|0001000000011|1965-09-29"_s,
                        u"Bayu Pratama||0001000000022|2021-12-01"_s}),
                family(u"3205010101220002"_s, u"+62 812-9999-0000"_s,
                       {u"Sari Dewanti Putri|3205015204910002|0001000000033|1991-04-12"_s}),
                family(u"3205010101220003"_s, QString(),
                       {u"Dewi Sari Kusuma|3205016701720005|0001000000044|1972-01-27"_s,
                        u"Nur'aini Sari|3205016701720006|0001000000055|2001-01-27"_s}),
                family(u"3205010101220004"_s, QString(),
                       {u"Muhammad Sarif|3205010101800001|0001000000066|1980-01-01"_s})});
        m_waiting = waitingCase(*m_store,
                                family(u"3276010101220009"_s, u"0857000111"_s,
                                       {u"Sari Dewayani|3276016001900001|9990000000012|1990-01-20"_s,
                                        u"Anak Dewayani||9990000000023|2021-05-05"_s}),
                                1);
        // a change of a known family waits too
        FamilyView changed = family(u"3205010101220004"_s, u"08111"_s,
                                    {u"Muhammad Sarif|3205010101800001|0001000000066|1980-01-01"_s});
        changed.members[0].fktp = u"1202R001"_s;
        m_change = waitingCase(*m_store, withoutCards(changed), 2);
        m_reader = must(m_store->reader());
    }
    void cleanupTestCase()
    {
        m_reader.reset();
        m_store.reset();
    }

    void searchFindsInOrder_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("two beginnings") << u"sari dew"_s
                                        << QStringList({u"Sari Dewayani"_s, u"Sari Dewi"_s,
                                                        u"Sari Dewanti Putri"_s, u"Dewi Sari Kusuma"_s});
        QTest::newRow("whole name first")
            << u"Sari Dewi"_s << QStringList({u"Sari Dewi"_s, u"Dewi Sari Kusuma"_s});
        QTest::newRow("order of words is free") << u"putri sari"_s << QStringList{u"Sari Dewanti Putri"_s};
        QTest::newRow("whole word before beginning")
            << u"sari"_s
            << QStringList({u"Sari Dewayani"_s, u"Sari Dewi"_s, u"Sari Dewanti Putri"_s, u"Nur'aini Sari"_s,
                            u"Dewi Sari Kusuma"_s, u"Muhammad Sarif"_s});
        QTest::newRow("apostrophe left out") << u"nuraini"_s << QStringList{u"Nur'aini Sari"_s};
        QTest::newRow("capitals and gaps") << u"  NUR'AINI   s "_s << QStringList{u"Nur'aini Sari"_s};
        QTest::newRow("one letter among words") << u"k sari"_s << QStringList{u"Dewi Sari Kusuma"_s};
        QTest::newRow("a word counts once") << u"dewi dewi"_s << QStringList();
        QTest::newRow("nobody") << u"zulkarnain"_s << QStringList();
        QTest::newRow("nothing typed") << u"  "_s << QStringList();
        QTest::newRow("only signs") << u"\"*'"_s << QStringList();
        QTest::newRow("words of the query language") << u"sari OR dewi"_s << QStringList();
        QTest::newRow("NIK") << u"3174016909659991"_s << QStringList{u"Sari Dewi"_s};
        QTest::newRow("NIK with gaps") << u"3174 0169 0965 9991"_s << QStringList{u"Sari Dewi"_s};
        QTest::newRow("beginning of a NIK")
            << u"32050167"_s << QStringList({u"Nur'aini Sari"_s, u"Dewi Sari Kusuma"_s});
        QTest::newRow("KK") << u"3174010101220001"_s << QStringList({u"Bayu Pratama"_s, u"Sari Dewi"_s});
        QTest::newRow("card") << u"0001000000033"_s << QStringList{u"Sari Dewanti Putri"_s};
        QTest::newRow("VA") << u"8888810101220002"_s << QStringList{u"Sari Dewanti Putri"_s};
        QTest::newRow("phone") << u"081299990000"_s << QStringList{u"Sari Dewanti Putri"_s};
        QTest::newRow("phone with country") << u"+62 812 9999"_s << QStringList{u"Sari Dewanti Putri"_s};
        QTest::newRow("NIK of a waiting case") << u"3276016001900001"_s << QStringList{u"Sari Dewayani"_s};
        QTest::newRow("card of a waiting case") << u"9990000000023"_s << QStringList{u"Anak Dewayani"_s};
        QTest::newRow("no such number") << u"9999999999"_s << QStringList();
    }
    void searchFindsInOrder()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, found);
        const SearchAnswer answer = must(m_reader->search(typed, 50));
        QCOMPARE(names(answer), found);
        QVERIFY(!answer.more);
        QCOMPARE(answer.participants, 6);
    }

    void aHitSaysWhereItIsFrom()
    {
        const SearchAnswer known = must(m_reader->search(u"Sari Dewi"_s, 1));
        QCOMPARE(known.hits.size(), 1);
        QVERIFY(known.more);
        const SearchHit &sari = known.hits.first();
        QCOMPARE(sari.kk, u"3174010101220001"_s);
        QCOMPARE(sari.nik, u"3174016909659991"_s);
        QCOMPARE(sari.card, u"0001000000011"_s);
        QCOMPARE(sari.birthDate, QDate(1965, 9, 29));
        QCOMPARE(sari.fktp, u"0138U020"_s);
        QCOMPARE(sari.careClass, 3);
        QCOMPARE(sari.caseId, QString());
        QCOMPARE(must(m_reader->familyById(sari.familyId))->kk, sari.kk);

        const SearchHit waits = must(m_reader->search(u"dewayani sari"_s, 5)).hits.value(0);
        QCOMPARE(waits.caseId, m_waiting.id.text());
        QCOMPARE(waits.memberId, 0);

        // who is known and waits is one line, marked
        const SearchAnswer both = must(m_reader->search(u"muhammad sarif"_s, 5));
        QCOMPARE(both.hits.size(), 1);
        QCOMPARE(both.hits.first().caseId, m_change.id.text());
        QVERIFY(both.hits.first().memberId > 0);
    }

    void aFamilyOfTheMirrorIsWhole()
    {
        const auto family = must(m_reader->familyByKk(u"3174010101220001"_s));
        QVERIFY(family);
        QCOMPARE(family->address.village, u"31.74.01.1001"_s);
        QCOMPARE(family->members.size(), 2);
        QCOMPARE(family->members.first().name, u"Sari Dewi"_s);
        QCOMPARE(family->pendingCase, QString());
        QVERIFY(!family->members.first().isPending);
        QCOMPARE(must(m_reader->familyByCard(u"0001000000022"_s)), family);
        QCOMPARE(must(m_reader->familyById(family->id)), family);
        QVERIFY(!must(m_reader->familyByKk(u"3174010101220009"_s)));
        QVERIFY(!must(m_reader->familyByCard(u"0"_s)));
        QVERIFY(!must(m_reader->familyByKk(QString())));
        QVERIFY(!must(m_reader->familyById(99)));
    }

    void aRegistrationThatWaitsIsAFamily()
    {
        const auto family = must(m_reader->familyByKk(u"3276010101220009"_s));
        QVERIFY(family);
        QCOMPARE(family->id, 0);
        QCOMPARE(family->pendingCase, m_waiting.id.text());
        QCOMPARE(family->members.size(), 2);
        QVERIFY(family->members.first().isPending);
        QCOMPARE(family->history.size(), 1);
        QCOMPARE(family->history.first().reference, u"MCS2-000001"_s);
        QCOMPARE(must(m_reader->familyByCard(u"9990000000023"_s)), family);
    }

    void aWaitingChangeLiesOverTheMirror()
    {
        const auto family = must(m_reader->familyByKk(u"3205010101220004"_s));
        QVERIFY(family);
        QVERIFY(family->id > 0);
        QCOMPARE(family->pendingCase, m_change.id.text());
        QCOMPARE(family->phone, u"08111"_s);
        QCOMPARE(family->members.size(), 1);
        QCOMPARE(family->members.first().fktp, u"1202R001"_s);
        QCOMPARE(family->members.first().card, u"0001000000066"_s); // the case left it open
        QVERIFY(family->members.first().id > 0);
        QVERIFY(family->members.first().isPending);
    }

    void aCaseComesBackAsItWasSaved()
    {
        const auto record = must(m_reader->caseById(m_waiting.id));
        QVERIFY(record);
        QCOMPARE(record->content, m_waiting.content);
        QCOMPARE(record->assessment, m_waiting.assessment);
        QCOMPARE(record->numbers, m_waiting.numbers);
        QCOMPARE(record->savedAt, m_waiting.savedAt);
        QCOMPARE(record->state, CaseState::Queued);
        QVERIFY(!must(m_reader->caseById(CaseId(newUuid7(day())))));

        const auto newest = must(m_reader->cases(0, 1));
        QCOMPARE(newest.size(), 1);
        QCOMPARE(newest.first().deviceSeq, 2);
        const auto next = must(m_reader->cases(newest.first().deviceSeq, 5));
        QCOMPARE(next.size(), 1);
        QCOMPARE(next.first().id, m_waiting.id);
    }

    void lookupsKnowBothFiles()
    {
        const CaseLookup &lookup = m_reader->lookup();
        QCOMPARE(lookup.pendingCase(u"3276010101220009"_s, QString()), m_waiting.id.text());
        QCOMPARE(lookup.pendingCase(u"3276010101220009"_s, m_waiting.id.text()), QString());
        QCOMPARE(lookup.pendingCase(u"3174010101220001"_s, QString()), QString());
        QVERIFY(lookup.isKnownFamily(u"3174010101220001"_s));
        QVERIFY(!lookup.isKnownFamily(u"3276010101220009"_s));
        QCOMPARE(lookup.peopleWithNik(u"3174016909659991"_s).value(0).name, u"Sari Dewi"_s);
        QCOMPARE(lookup.peopleWithNik(u"3276016001900001"_s).value(0).kk, u"3276010101220009"_s);
        QVERIFY(lookup.peopleWithNik(QString()).isEmpty());
        QVERIFY(!lookup.hasBlob(u"sha256:"_s + QString(64, u'0')));
    }

    void draftsAreFoundByOfficer()
    {
        Case half;
        half.service = u"REG-PBPU"_s;
        half.date = day().today();
        half.family.members.append(CaseMember());
        half.family.members[0].name = u"hid"_s;
        must(m_store->writer()->run(Writer::Priority::Draft, [&](Connection &c) -> Outcome<Nothing> {
            must(putDraft(c, {u"d1"_s, u"REG-PBPU"_s, u"hid"_s, u"rina"_s, day().nowUtc()}, half));
            must(rememberPostcode(c, u"31.74.01.1001"_s, u"12810"_s, day().nowUtc()));
            return putDraft(c, {u"d2"_s, u"REG-PBPU"_s, {}, u"budi"_s, day().nowUtc().addSecs(60)}, half);
        }));
        QCOMPARE(must(m_reader->drafts(u"rina"_s)).value(0).title, u"hid"_s);
        QCOMPARE(must(m_reader->drafts(u"rina"_s)).size(), 1);
        QCOMPARE(must(m_reader->drafts(QString())).value(0).id, u"d2"_s); // newest first
        QCOMPARE(must(m_reader->draft(u"d1"_s))->family.members.first().name, u"hid"_s);
        QVERIFY(!must(m_reader->draft(u"d3"_s)));
        QCOMPARE(must(m_reader->postcodeOf(u"31.74.01.1001"_s)), u"12810"_s);
        QCOMPARE(must(m_reader->postcodeOf(u"31.74.01.1002"_s)), QString());
        QVERIFY(must(m_reader->parked()).isEmpty());
        FollowUpSpans spans{day().today()};
        spans.babyMonths = spans.letterMonths = 12;
        QVERIFY(must(m_reader->followUps(spans, 9)).isEmpty());
        const StoreStatus status = must(m_reader->status());
        QCOMPARE(status.drafts, 2);
        QCOMPARE(status.participants, 6);
        QCOMPARE(status.casesToday, 2);
        QCOMPARE(status.outbox, (QHash<QString, int>{{u"queued"_s, 2}}));
    }

    /// The first release kept the registered family itself.
    void aPendingEffectOfTheFirstReleaseIsRead()
    {
        QTemporaryDir dir;
        const auto store = openedStore(dir.path());
        const FamilyView registered
            = family(u"3276010101220009"_s, u"081234567890"_s, {u"Budi|3276016001900001||1990-01-20"_s});
        waitingCase(*store, registered, 1);
        const auto now = must(must(store->reader())->familyByKk(registered.kk));
        must(store->writer()->run(Writer::Priority::Save, [&](Connection &c) {
            return c.exec("UPDATE pending_effect SET body = ?",
                          QString::fromUtf8(QJsonDocument(familyToJson(registered)).toJson()));
        }));
        QCOMPARE(must(must(store->reader())->familyByKk(registered.kk)), now);
        must(store->writer()->run(Writer::Priority::Save, [&](Connection &c) {
            return c.exec("UPDATE pending_effect SET body = '{\"format\":\"loket-effect/9\"}'");
        }));
        QCOMPARE(must(store->reader())->familyByKk(registered.kk).error().kind, FailureKind::Corrupt);
    }

    void ranksOfNames_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("rank"); // -1: no answer
        QTest::newRow("the same") << u"sari dewi"_s << u"sari dewi"_s << 0;
        QTest::newRow("beginning") << u"sari de"_s << u"sari dewi"_s << 1;
        QTest::newRow("whole words") << u"dewi sari"_s << u"sari dewi"_s << 2;
        QTest::newRow("beginnings of words") << u"de sa"_s << u"sari dewi"_s << 3;
        QTest::newRow("long word chooses first") << u"de dewi"_s << u"dewi deni"_s << 3;
        QTest::newRow("word used up") << u"dewi dewi"_s << u"sari dewi"_s << -1;
        QTest::newRow("inside a word") << u"ewi"_s << u"sari dewi"_s << -1;
    }
    void ranksOfNames()
    {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        QFETCH(int, rank);
        QCOMPARE(nameRank(typed, name).value_or(-1), rank);
    }

    /// Every statement on every screen goes through an index. Runs last: it looks at what the tests above
    /// prepared.
    void zNoStatementReadsAWholeTable()
    {
        must(m_reader->officers());
        for (const OutboxFilter filter :
             {OutboxFilter::All, OutboxFilter::Waiting, OutboxFilter::NeedsPerson})
            must(m_reader->outbox().below(filter, 0, 5));
        must(m_reader->outbox().leases());
        must(m_reader->outbox().waitingOf(u"rina"_s, 5));
        must(m_reader->outbox().aside(5));
        must(m_reader->outbox().centre());
        must(m_reader->inbox().announcements(QDate(2022, 3, 1)));
        must(m_reader->inbox().conflicts());
        must(m_reader->inbox().conflict(m_waiting.id));
        const CardBook &cards = m_reader->cards();
        must(cards.print(1));
        must(cards.printsOf(u"card"_s, u"9990000000001"_s));
        must(cards.openPrints(5));
        must(cards.batch(u"b"_s));
        must(cards.levels());
        must(cards.level(u"white"_s));
        must(cards.stockHistory(0, 5));
        must(cards.waiting(u"sari"_s, 5));
        must(cards.unclear(u"sari"_s, 5));
        must(cards.handed(u"sari"_s, 0, 5));
        must(cards.counts(QDate(2022, 3, 1)));
        // Tables that never have more than a few rows.
        const QStringList small = {u"officer"_s,     u"number_lease"_s, u"draft"_s,
                                   u"feed_parked"_s, u"conflict"_s,     u"announcement"_s};
        const auto check = [&](const QStringList &statements, const QString &path) {
            const auto connection = must(openStore(path, Access::Read));
            int plans = 0;
            for (const QString &sql : statements) {
                if (!sql.startsWith(u"SELECT"_s))
                    continue;
                ++plans;
                const QByteArray explain = "EXPLAIN QUERY PLAN " + sql.toUtf8();
                const auto steps
                    = connection->all(explain.constData(), [](const Statement &s) { return s.text(3); });
                QVERIFY2(steps, qPrintable(sql));
                const bool isSmall = std::any_of(small.begin(), small.end(), [&](const QString &table) {
                    return steps.value().first().startsWith(u"SCAN "_s + table);
                });
                for (const QString &step : steps.value()) {
                    const bool isScan
                        = step.startsWith(u"SCAN"_s) && !step.contains(u"VIRTUAL TABLE INDEX"_s);
                    const bool isSlow
                        = isScan || step.contains(u"TEMP B-TREE"_s) || step.contains(u"AUTOMATIC"_s);
                    QVERIFY2(isSmall || !isSlow, qPrintable(step + u" in: "_s + sql));
                }
            }
            QVERIFY2(plans >= 8, qPrintable(u"only %1 statements were seen"_s.arg(plans)));
        };
        check(m_reader->preparedOnStore(), m_dir->path() + u"/store.db"_s);
        check(m_reader->preparedOnMirror(), m_dir->path() + u"/mirror.db"_s);
    }

private:
    static FamilyView withoutCards(FamilyView family)
    {
        for (MemberView &member : family.members)
            member.card.clear();
        return family;
    }
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<StoreReader> m_reader;
    CaseRecord m_waiting{CaseId(QUuid()), {}, {}, {}, {}, 0, {}, {}, {}, {}, 0};
    CaseRecord m_change = m_waiting;
};

QTEST_GUILESS_MAIN(TestStoreReader)
#include "tst_storereader.moc"
