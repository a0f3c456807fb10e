// SPDX-License-Identifier: Apache-2.0
// Blank cards: what came, went and is left.
#include "tests/store/cardsamples.h"

#include <QRandomGenerator>

using namespace Loket;
using namespace Loket::Samples;
using namespace Qt::StringLiterals;

class TestStock : public QObject
{
    Q_OBJECT

    static StockInput received(int amount, const QString &blank = u"white"_s)
    {
        return {StockEvent::Received, blank, amount, u"KOTAK-7"_s, {}, {}};
    }

private Q_SLOTS:
    void nothingIsKnownAtFirst()
    {
        CardRoom room;
        QVERIFY(must(room.book().levels()).isEmpty());
        QCOMPARE(room.white(), (StockLevel{u"white"_s}));
        QVERIFY(must(room.book().stockHistory(0, 9)).isEmpty());
    }

    void aMonthOfCards()
    {
        CardRoom room;
        must(room.service.noteStock(received(100), rina()));
        room.printed(CardRoom::card());
        const qint64 bad = room.printed(CardRoom::card(u"0002"_s));
        must(room.service.spoil(bad, u"ribbon"_s, u"pita habis"_s, rina()));
        must(room.service.noteStock({StockEvent::Spoilt, u"white"_s, 3, {}, u"defect"_s, {}}, rina()));
        must(room.service.noteStock({StockEvent::Counted, u"white"_s, 90, {}, {}, u"lima hilang"_s}, rina()));
        must(room.service.noteStock(received(20, u"preprinted"_s), rina()));
        StockLevel white{u"white"_s};
        white.received = 100;
        white.used = 1;
        white.spoilt = 4;
        white.corrected = -5;
        white.left = 90;
        white.isKept = true;
        QCOMPARE(room.white(), white);
        const auto levels = must(room.book().levels());
        QCOMPARE(levels.size(), 2);
        QCOMPARE(levels.at(0).blank, u"preprinted"_s);
        QCOMPARE(levels.at(0).left, 20);
        QCOMPARE(levels.at(1), white);

        const auto history = must(room.book().stockHistory(0, 99));
        QStringList lines;
        for (const StockEntry &entry : history)
            lines += u"%1 %2 %3 %4"_s.arg(stockEventWord(entry.what.kind), entry.what.blank)
                         .arg(entry.what.amount)
                         .arg(entry.change);
        QCOMPARE(lines,
                 (QStringList{u"received preprinted 20 20"_s, u"counted white 90 -5"_s,
                              u"spoilt white 3 -3"_s, u"spoilt white 1 -1"_s, u"used white -1 1"_s,
                              u"used white 1 -1"_s, u"used white 1 -1"_s, u"received white 100 100"_s}));
        QCOMPARE(history.at(5).card, u"0002"_s);
        QCOMPARE(history.last().what.box, u"KOTAK-7"_s);
        QCOMPARE(history.last().officer, u"rina"_s);
        QCOMPARE(must(room.book().stockHistory(history.at(6).id, 99)), QList{history.last()});
        QCOMPARE(must(room.book().stockHistory(0, 2)), (QList{history.at(0), history.at(1)}));
        QVERIFY(room.isSound());
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<StockEvent>("kind");
        QTest::addColumn<QString>("blank");
        QTest::addColumn<int>("amount");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("isTaken");
        using enum StockEvent;
        QTest::newRow("received") << Received << u"white"_s << 1 << u""_s << u""_s << true;
        QTest::newRow("received none") << Received << u"white"_s << 0 << u""_s << u""_s << false;
        QTest::newRow("no such card") << Received << u"gold"_s << 1 << u""_s << u""_s << false;
        QTest::newRow("which card?") << Received << u""_s << 1 << u""_s << u""_s << false;
        QTest::newRow("a use") << Used << u"white"_s << 1 << u""_s << u""_s << false;
        QTest::newRow("spoilt") << Spoilt << u"white"_s << 1 << u"jam"_s << u""_s << true;
        QTest::newRow("spoilt, why?") << Spoilt << u"white"_s << 1 << u""_s << u"entah"_s << false;
        QTest::newRow("spoilt, no such reason") << Spoilt << u"white"_s << 1 << u"bored"_s << u""_s << false;
        QTest::newRow("spoilt none") << Spoilt << u"white"_s << 0 << u"jam"_s << u""_s << false;
        QTest::newRow("counted as expected") << Counted << u"white"_s << 10 << u""_s << u""_s << true;
        QTest::newRow("counted otherwise") << Counted << u"white"_s << 9 << u""_s << u"satu hilang"_s << true;
        QTest::newRow("counted otherwise, why?") << Counted << u"white"_s << 9 << u""_s << u" "_s << false;
        QTest::newRow("fewer than none") << Counted << u"white"_s << -1 << u""_s << u"x"_s << false;
        QTest::newRow("first count needs no reason")
            << Counted << u"preprinted"_s << 7 << u""_s << u""_s << true;
    }
    void whatIsRefused()
    {
        QFETCH(StockEvent, kind);
        QFETCH(QString, blank);
        QFETCH(int, amount);
        QFETCH(QString, code);
        QFETCH(QString, reason);
        QFETCH(bool, isTaken);
        CardRoom room;
        must(room.service.noteStock(received(10), rina()));
        const auto answer = room.service.noteStock({kind, blank, amount, {}, code, reason}, rina()).result();
        QCOMPARE(bool(answer), isTaken);
        QCOMPARE(must(room.book().stockHistory(0, 9)).size(), isTaken ? 2 : 1);
        QCOMPARE(room.auditActions().size(), isTaken ? 2 : 1);
        if (!isTaken)
            QCOMPARE(answer.error().kind, FailureKind::BadInput);
    }

    /// Whatever happens in whatever order, the sum of the history is what is left.
    void theBookAlwaysBalances()
    {
        const quint32 seed = qEnvironmentVariableIsSet("LOKET_SEED")
            ? qEnvironmentVariable("LOKET_SEED").toUInt()
            : 20220301U;
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        CardRoom room;
        must(room.service.noteStock(received(500), rina()));
        int left = 500;
        QList<qint64> out;
        for (int step = 0; step < 150; ++step) {
            switch (random.bounded(6)) {
            case 0:
                must(room.service.noteStock(received(7), rina()));
                left += 7;
                break;
            case 1:
                must(room.service.noteStock({StockEvent::Spoilt, u"white"_s, 2, {}, u"jam"_s, {}}, rina()));
                left -= 2;
                break;
            case 2:
                left = random.bounded(600);
                must(room.service.noteStock({StockEvent::Counted, u"white"_s, left, {}, {}, u"x"_s}, rina()));
                break;
            case 3:
                if (!out.isEmpty()) // no card comes back by being spoilt
                    must(room.service.spoil(out.takeAt(random.bounded(int(out.size()))), u"misprint"_s, {},
                                            rina()));
                break;
            case 4: {
                const PrintInput card = CardRoom::card(u"9"_s + QString::number(step));
                const qint64 id = must(room.service.noteSent(card, rina())).id;
                must(room.service.noteFailed(id, u"off"_s, rina()));
                break;
            }
            default:
                out += room.printed(CardRoom::card(QString::number(step)));
                --left;
                break;
            }
            QCOMPARE(room.white().left, left);
        }
        const StockLevel end = room.white();
        QCOMPARE(end.received - end.used - end.spoilt + end.corrected, end.left);
        QCOMPARE(end.used, int(out.size()));
        QVERIFY(room.isSound());
    }
};

QTEST_GUILESS_MAIN(TestStock)
#include "tst_stock.moc"
