// SPDX-License-Identifier: Apache-2.0
// What was printed, what became of it, and who collected it.
#include "tests/store/cardsamples.h"

using namespace Loket;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;

class TestPrintLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateAndEventHasAWord()
    {
        for (int i = 0; i <= int(PrintState::Spoilt); ++i) {
            const QString word = printStateWord(PrintState(i));
            QCOMPARE(printStateFromWord(word), PrintState(i));
            QVERIFY2(isCode(u"print-state"_s, word), qPrintable(word));
        }
        for (int i = 0; i <= int(StockEvent::Counted); ++i) {
            const QString word = stockEventWord(StockEvent(i));
            QCOMPARE(stockEventFromWord(word), StockEvent(i));
            QVERIFY2(isCode(u"stock-event"_s, word), qPrintable(word));
        }
    }

    void whatIsNotedIsReadAgain()
    {
        CardRoom room;
        PrintInput input = CardRoom::card();
        input.reasonCode = u"lost"_s;
        input.reason = u"dompet hilang"_s;
        input.collector = u"other"_s;
        input.documents = {u"KTP"_s, u"KK"_s, u"LOSS-STATEMENT"_s};
        input.printer = u"Kartu-1"_s;
        input.batch = u"b1"_s;
        input.place = 3;
        const PrintTicket ticket = must(room.service.noteSent(input, rina()));
        const PrintRecord read = room.print(ticket.id);
        QCOMPARE(read.input, input);
        QCOMPARE(read.serial, 1);
        QCOMPARE(read.state, PrintState::Sent);
        QCOMPARE(read.day, day().today());
        QCOMPARE(read.officer, u"rina"_s);
        QVERIFY(read.endedAt.isNull());
        QCOMPARE(must(room.book().batch(u"b1"_s)), QList{read});
        QCOMPARE(must(room.book().printsOf(u"card"_s, input.reference)), QList{read});
        QVERIFY(must(room.book().batch({})).isEmpty());
    }

    /// What the queue and the officer may say of a print, one after the other.
    void fates_data()
    {
        QTest::addColumn<QString>("steps"); // o out, c confirmed, f failed, s spoilt; upper case: not taken
        QTest::addColumn<PrintState>("state");
        QTest::addColumn<int>("used");
        QTest::addColumn<int>("spoilt");
        QTest::addColumn<int>("waiting");
        using enum PrintState;
        QTest::newRow("not known yet") << u""_s << Sent << 0 << 0 << 0;
        QTest::newRow("came out") << u"o"_s << Out << 1 << 0 << 1;
        QTest::newRow("told twice") << u"oO"_s << Out << 1 << 0 << 1;
        QTest::newRow("by hand") << u"c"_s << Confirmed << 1 << 0 << 1;
        QTest::newRow("the queue after the hand") << u"cO"_s << Confirmed << 1 << 0 << 1;
        QTest::newRow("failed") << u"f"_s << Failed << 0 << 0 << 0;
        QTest::newRow("failed, then out after all") << u"fc"_s << Confirmed << 1 << 0 << 1;
        QTest::newRow("a late failure is no news") << u"oF"_s << Out << 1 << 0 << 1;
        QTest::newRow("spoilt at once") << u"s"_s << Spoilt << 0 << 1 << 0;
        QTest::newRow("spoilt when looked at") << u"os"_s << Spoilt << 0 << 1 << 0;
        QTest::newRow("spoilt for good") << u"osOCF"_s << Spoilt << 0 << 1 << 0;
    }
    void fates()
    {
        QFETCH(QString, steps);
        QFETCH(PrintState, state);
        CardRoom room;
        const qint64 id = must(room.service.noteSent(CardRoom::card(), rina())).id;
        for (const QChar step : steps) {
            const QChar what = step.toLower();
            const bool isDone = must(what == u'o'       ? room.service.noteOut(id, rina())
                                         : what == u'c' ? room.service.confirm(id, rina())
                                         : what == u'f' ? room.service.noteFailed(id, u"jam"_s, rina())
                                                        : room.service.spoil(id, u"jam"_s, {}, rina()));
            QCOMPARE(isDone, step.isLower());
        }
        QCOMPARE(room.print(id).state, state);
        QCOMPARE(room.print(id).endedAt.isNull(), steps.isEmpty());
        QTEST(room.white().used, "used");
        QTEST(room.white().spoilt, "spoilt");
        QCOMPARE(room.white().left, -room.white().used - room.white().spoilt);
        QTEST(int(must(room.book().waiting({}, 9)).size()), "waiting");
        QCOMPARE(must(room.book().unclear(u"sari"_s, 9)).size(), steps.isEmpty() ? 1 : 0);
        QTEST(must(room.book().counts(day().today())).waiting, "waiting");
        QCOMPARE(must(room.book().counts(day().today())).open, steps.isEmpty() ? 1 : 0);
        QVERIFY(room.isSound());
        QCOMPARE(must(room.reader->status()).cardsPrintedToday,
                 state == PrintState::Out || state == PrintState::Confirmed ? 1 : 0);
    }

    void serialsCountPrintsOnly()
    {
        CardRoom room;
        const auto sent = [&] { return must(room.service.noteSent(CardRoom::card(), rina())); };
        const auto first = sent();
        QCOMPARE(first.serial, 1);
        must(room.service.noteFailed(first.id, u"off"_s, rina()));
        const auto again = sent();
        QCOMPARE(again.serial, 1); // the failed one gave it back
        must(room.service.noteOut(again.id, rina()));
        QCOMPARE(must(room.service.noteFile(CardRoom::card(), rina())).serial, 0);
        QCOMPARE(must(room.service.noteSent(CardRoom::card(u"0009"_s), rina())).serial, 1);
        PrintInput reprint = CardRoom::card();
        reprint.reasonCode = u"lost"_s;
        QCOMPARE(must(room.service.noteSent(reprint, rina())).serial, 2);
        must(room.service.noteOut(first.id, rina())); // came out after all: it is the third now
        QCOMPARE(room.print(first.id).serial, 3);
    }

    /// A double click, two windows, a run that was resumed: all of them come here.
    void noCardGoesToAPrinterTwice_data()
    {
        QTest::addColumn<QString>("steps"); // o out, f failed, s spoilt, of the first print
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("on its way") << u""_s << u""_s << u"card.at-printer"_s;
        QTest::newRow("on its way, a reprint") << u""_s << u"lost"_s << u"card.at-printer"_s;
        QTest::newRow("came out") << u"o"_s << u""_s << u"card.printed"_s;
        QTest::newRow("came out, a reprint") << u"o"_s << u"lost"_s << u""_s;
        QTest::newRow("failed") << u"f"_s << u""_s << u""_s;
        QTest::newRow("spoilt") << u"s"_s << u""_s << u""_s;
    }
    void noCardGoesToAPrinterTwice()
    {
        QFETCH(QString, steps);
        QFETCH(QString, reason);
        QFETCH(QString, refusal);
        CardRoom room;
        must(room.service.noteSent(CardRoom::card(u"0009"_s), rina())); // another card stands for itself
        const qint64 id = must(room.service.noteSent(CardRoom::card(), rina())).id;
        if (steps == u"o")
            must(room.service.noteOut(id, rina()));
        else if (steps == u"f")
            must(room.service.noteFailed(id, u"off"_s, rina()));
        else if (steps == u"s")
            must(room.service.spoil(id, u"jam"_s, {}, rina()));
        PrintInput again = CardRoom::card();
        again.reasonCode = reason;
        const auto one = room.service.noteSent(again, rina()); // at once, as two clicks are
        const auto two = room.service.noteSent(again, rina());
        const auto first = one.result();
        QCOMPARE(first ? QString() : first.error().detail, refusal);
        if (!first)
            QCOMPARE(first.error().kind, FailureKind::Conflict);
        const auto second = two.result();
        QVERIFY(!second);
        QVERIFY(isCode(u"problem"_s, second.error().detail));
        QCOMPARE(must(room.book().printsOf(u"card"_s, again.reference)).size(), first ? 2 : 1);
        QVERIFY(must(room.service.noteFile(again, rina())).id > 0); // a file is no card
        QVERIFY(room.isSound());
    }

    void aLaterCardTakesThePlaceOfOneThatWaits()
    {
        CardRoom room;
        const qint64 first = room.printed(CardRoom::card());
        PrintInput again = CardRoom::card();
        again.reasonCode = u"damaged"_s;
        const qint64 second = room.printed(again);
        QCOMPARE(room.print(first).handOver, -1);
        const auto waiting = must(room.book().waiting({}, 9));
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().id, second);
        const auto given = room.service.handOver(first, {u"member"_s}, rina()).result();
        QVERIFY(!given);
        QCOMPARE(given.error().kind, FailureKind::Stale);
    }

    void whoIsLookedFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("all") << u""_s << QStringList{u"SARI DEWI"_s, u"BUDI SANTOSA"_s};
        QTest::newRow("a word") << u"santo"_s << QStringList{u"BUDI SANTOSA"_s};
        QTest::newRow("two words, any order") << u"Dewi SARI"_s << QStringList{u"SARI DEWI"_s};
        QTest::newRow("inside a word") << u"ntosa"_s << QStringList();
        QTest::newRow("card") << u"0001 2345"_s << QStringList{u"SARI DEWI"_s};
        QTest::newRow("nik") << u"3276"_s << QStringList{u"BUDI SANTOSA"_s};
        QTest::newRow("nobody") << u"99"_s << QStringList();
    }
    void whoIsLookedFor()
    {
        QFETCH(QString, text);
        CardRoom room;
        room.printed(CardRoom::card());
        room.printed(CardRoom::card(u"0009"_s, u"BUDI SANTOSA"_s, u"3276010101900001"_s));
        const auto names = [](const auto &cards, auto name) {
            QStringList all;
            for (const auto &card : cards)
                all += name(card);
            return all;
        };
        QTEST(names(must(room.book().waiting(text, 9)), [](const PrintRecord &c) { return c.input.name; }),
              "names");
        for (const PrintRecord &card : must(room.book().waiting({}, 9)))
            must(room.service.handOver(card.id, {u"member"_s}, rina()));
        auto handed = must(room.book().handed(text, 0, 9));
        std::reverse(handed.begin(), handed.end()); // newest first
        QTEST(names(handed, [](const HandedCard &c) { return c.print.input.name; }), "names");
    }

    void whoMayCollect_data()
    {
        QTest::addColumn<QString>("collector");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("letter");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("the member") << u"member"_s << u""_s << u""_s << true;
        QTest::newRow("family without a name") << u"family"_s << u" "_s << u""_s << false;
        QTest::newRow("family") << u"family"_s << u"Bima"_s << u""_s << true;
        QTest::newRow("outsider without a letter") << u"proxy"_s << u"Joko"_s << u""_s << false;
        QTest::newRow("outsider without a name") << u"proxy"_s << u""_s << u"12/2022"_s << false;
        QTest::newRow("outsider") << u"proxy"_s << u"Joko"_s << u"12/2022"_s << true;
        QTest::newRow("who?") << u""_s << u"Joko"_s << u"12/2022"_s << false;
        QTest::newRow("no such") << u"neighbour"_s << u"Joko"_s << u"12/2022"_s << false;
    }
    void whoMayCollect()
    {
        QFETCH(QString, collector);
        QFETCH(QString, name);
        QFETCH(QString, letter);
        QFETCH(bool, isTaken);
        CardRoom room;
        const qint64 id = room.printed(CardRoom::card());
        const HandOverInput given{collector, name, letter, u"KTP"_s, u"di loket 2"_s};
        const auto answer = room.service.handOver(id, given, rina()).result();
        QCOMPARE(bool(answer), isTaken);
        QCOMPARE(must(room.book().waiting({}, 9)).isEmpty(), isTaken);
        const auto handed = must(room.book().handed({}, 0, 9));
        QCOMPARE(handed.isEmpty(), !isTaken);
        if (isTaken) {
            QCOMPARE(handed.first().given, given);
            QCOMPARE(handed.first().officer, u"rina"_s);
            QCOMPARE(handed.first().print.id, id);
        } else {
            QCOMPARE(answer.error().kind, FailureKind::BadInput);
        }
    }

    void aWrongTickIsTakenBack()
    {
        CardRoom room;
        const qint64 id = room.printed(CardRoom::card());
        must(room.service.handOver(id, {u"member"_s}, rina()));
        QCOMPARE(room.service.handOver(id, {u"member"_s}, rina()).result().error().kind, FailureKind::Stale);
        QCOMPARE(room.service.spoil(id, u"jam"_s, {}, rina()).result().value(), false); // somebody has it
        QCOMPARE(room.service.undoHandOver(id, u" "_s, rina()).result().error().kind, FailureKind::BadInput);
        must(room.service.undoHandOver(id, u"salah orang"_s, rina()));
        QCOMPARE(must(room.book().waiting({}, 9)).size(), 1);
        QVERIFY(must(room.book().handed({}, 0, 9)).isEmpty());
        QCOMPARE(room.service.undoHandOver(id, u"lagi"_s, rina()).result().error().kind, FailureKind::Stale);
        must(room.service.handOver(id, {u"family"_s, u"Bima"_s}, rina()));
        QCOMPARE(must(room.book().handed({}, 0, 9)).size(), 1);
        QCOMPARE(room.auditActions(),
                 (QStringList{u"card.print"_s, u"card.out"_s, u"card.hand-over"_s, u"card.hand-over-undone"_s,
                              u"card.hand-over"_s}));
        QVERIFY(room.isSound());
    }

    void overdueIsCountedFromTheDayOfThePrint()
    {
        CardRoom room;
        room.printed(CardRoom::card());
        QCOMPARE(must(room.book().counts(day().today())).overdue, 0);
        QCOMPARE(must(room.book().counts(day().today().addDays(1))).overdue, 1);
    }

    void whatIsWrongChangesNothing()
    {
        CardRoom room;
        QCOMPARE(room.service.noteSent({}, rina()).result().error().kind, FailureKind::BadInput);
        QCOMPARE(room.service.noteOut(99, rina()).result().error().kind, FailureKind::Missing);
        QCOMPARE(room.service.handOver(99, {u"member"_s}, rina()).result().error().kind,
                 FailureKind::Missing);
        const qint64 id = must(room.service.noteSent(CardRoom::card(), rina())).id;
        QCOMPARE(room.service.spoil(id, u"boredom"_s, {}, rina()).result().error().kind,
                 FailureKind::BadInput);
        QCOMPARE(room.service.handOver(id, {u"member"_s}, rina()).result().error().kind, FailureKind::Stale);
        QCOMPARE(room.print(id).state, PrintState::Sent);
        QCOMPARE(room.auditActions(), QStringList{u"card.print"_s});
    }

    void receiptsTakeNoStockAndWaitForNobody()
    {
        CardRoom room;
        PrintInput receipt;
        receipt.what = u"receipt"_s;
        receipt.reference = u"MCS2-000001"_s;
        const auto ticket = must(room.service.noteSent(receipt, rina()));
        must(room.service.noteOut(ticket.id, rina()));
        QVERIFY(must(room.book().levels()).isEmpty());
        QVERIFY(must(room.book().waiting({}, 9)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPrintLog)
#include "tst_printlog.moc"
