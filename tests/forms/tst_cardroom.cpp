// SPDX-License-Identifier: Apache-2.0
// Blank cards, cards to collect, and the message that the applicant takes home, as an officer uses them: by
// keys.
#include "forms/cards/cardroom.h"
#include "forms/cards/handoverdialog.h"
#include "forms/cards/handovermodel.h"
#include "forms/cards/stockdialog.h"
#include "forms/cards/stockmodel.h"
#include "forms/common/inspect.h"
#include "forms/common/language.h"
#include "forms/common/preferences.h"
#include "forms/common/theme.h"
#include "forms/output/codeview.h"
#include "forms/output/openpaper.h"
#include "forms/output/readydialog.h"
#include "forms/shell/mainwindow.h"
#include "model/print/cardbuild.h"
#include "model/print/sheetfacts.h"
#include "model/rulebook/rulebook.h"
#include "papercheck.h"
#include "tests/fakes/fakecounter.h"
#include "tests/fakes/fakedialogs.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

/// One window on a fake office, at the place "Kartu".
struct Counter {
    FakeCounter office;
    FakeDialogs dialogs;
    Preferences preferences{QString()};
    Language language;
    QList<SheetFacts> sheets;
    QStringList batch; ///< cards that a page asked to print together
    int begun = 0;     ///< how often the printers' rooms were told to take up what was left
    std::unique_ptr<MainWindow> window;

    Counter()
    {
        office.world.rulebooks = RulebookLibrary::builtIn().get();
        office.families = {FakeCounter::sampleFamily()};
        language.set(u"id"_s);
    }
    void show(CardRoom::Room room)
    {
        Rooms rooms;
        rooms.card = [this](const QString &number, Office &, Dialogs &, QWidget *parent) {
            openCard(number, office, dialogs, {}, parent);
        };
        rooms.begin = [this](Office &) { ++begun; };
        rooms.cards = [this](const QStringList &cards, Office &, QWidget *) { batch = cards; };
        rooms.sheet = [this](const SheetFacts &facts, Office &, Dialogs &, QWidget *) { sheets += facts; };
        window = std::make_unique<MainWindow>(office, preferences, language, dialogs, rooms);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_3, Qt::AltModifier);
        for (int step = 0; step < int(room); ++step)
            QTest::keyClick(window->currentPage(), Qt::Key_PageDown, Qt::ControlModifier);
        settle();
    }
    /// A card of the sample family that came out; `daysAgo` on an earlier day.
    qint64 printed(int member, int daysAgo = 0)
    {
        const QDateTime now = office.fixedClock.nowUtc();
        office.fixedClock = FixedClock(now.addDays(-daysAgo));
        PrintInput input = cardPrint(office.families.first(), office.families.first().members.at(member));
        input.blank = u"white"_s;
        const qint64 id = office.cards().noteSent(input).result().value().id;
        office.cards().noteOut(id);
        office.fixedClock = FixedClock(now);
        return id;
    }
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : window.get();
        QTest::keyClick(target, Qt::Key(key), modifiers);
        settle();
    }
    void type(const QString &text) const
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        settle();
    }
    template <typename T>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QLatin1StringView(name));
    }
    QStringList rows(const char *table) const
    {
        QStringList lines;
        const QAbstractItemModel *model = find<QTableView>(table)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells += model->index(row, column).data().toString();
            lines += cells.join(u" | "_s);
        }
        return lines;
    }
};

/// Empty while no window is in front.
QString focused()
{
    const QWidget *now = QApplication::focusWidget();
    return now ? now->objectName() : QString();
}

} // namespace

class TestCardRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanup()
    {
        m_theme->setDark(false);
        m_theme->setScale(100);
    }

    void theStockIsKeptByKeys()
    {
        Counter counter;
        counter.show(CardRoom::Stock);
        QCOMPARE(focused(), u"firstStock"_s); // nothing is known yet
        counter.key(Qt::Key_Space);
        QVERIFY(counter.find<StockDialog>("stockDialog"));
        counter.type(u"40"_s); // a first count needs no reason
        counter.key(Qt::Key_Return);
        QTRY_COMPARE(counter.rows("stockHistory").size(), 1);
        QTRY_VERIFY(!counter.find<StockDialog>("stockDialog"));
        QTRY_VERIFY(counter.window->isActiveWindow());
        QCOMPARE(counter.find<QLabel>("stockLeft")->text(), u"tersisa 40"_s);

        QTRY_COMPARE(focused(), u"stockReceived"_s);
        counter.key(Qt::Key_Space);
        counter.type(u"1.000"_s);
        counter.key(Qt::Key_Tab);
        counter.type(u"KOTAK-7"_s);
        counter.key(Qt::Key_Return);
        QTRY_COMPARE(counter.find<QLabel>("stockLeft")->text(), u"tersisa 1.040"_s);
        QTRY_VERIFY(!counter.find<StockDialog>("stockDialog"));
        QTRY_VERIFY(counter.window->isActiveWindow());

        counter.key(Qt::Key_Tab); // to "spoilt"
        QCOMPARE(focused(), u"stockSpoilt"_s);
        counter.key(Qt::Key_Space);
        counter.type(u"2"_s);
        counter.key(Qt::Key_Tab);
        counter.key(Qt::Key_Down); // the second reason
        counter.key(Qt::Key_Return);
        QTRY_COMPARE(counter.find<QLabel>("stockLeft")->text(), u"tersisa 1.038"_s);
        QVERIFY(counter.rows("stockHistory").first().contains(u"Kartu tersangkut"_s));
        QVERIFY(counter.rows("stockHistory").at(1).contains(u"KOTAK-7"_s));
    }

    void aCountThatDiffersWantsAReason()
    {
        Counter counter;
        counter.office.cards().noteStock({StockEvent::Received, u"white"_s, 30, {}, {}, {}});
        counter.show(CardRoom::Stock);
        counter.find<QPushButton>("stockCounted")->click();
        counter.settle(); // the dialog comes to the front
        counter.type(u"28"_s);
        const auto *now = counter.find<QPushButton>("noteStock");
        QVERIFY(!now->isEnabled());
        counter.key(Qt::Key_Return);
        QCOMPARE(counter.rows("stockHistory").size(), 1); // Enter does nothing yet
        counter.key(Qt::Key_Tab);
        counter.type(u"dua hilang"_s);
        QVERIFY(now->isEnabled());
        counter.key(Qt::Key_Return);
        QTRY_COMPARE(counter.rows("stockHistory").size(), 2);
        QVERIFY2(counter.rows("stockHistory").first().contains(u"dua hilang"_s),
                 qPrintable(counter.rows("stockHistory").first()));
    }

    void whatIsNoNumberIsNotTaken_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"", "0", "-3", "zehn", "1,5", "9999999"})
            QTest::newRow(typed[0] ? typed : "nothing") << QString::fromLatin1(typed);
    }
    void whatIsNoNumberIsNotTaken()
    {
        QFETCH(QString, typed);
        Counter counter;
        StockDialog dialog(counter.office, StockEvent::Received, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.findChild<QLineEdit *>(u"stockAmount"_s)->setText(typed);
        QVERIFY(!dialog.findChild<QPushButton *>(u"noteStock"_s)->isEnabled());
        dialog.accept();
        QVERIFY(counter.office.cards().stockHistory(0, 9).value().isEmpty());
    }

    void aCardIsHandedOverByKeysAndTakenBack()
    {
        Counter counter;
        counter.printed(2, 40);
        counter.printed(0);
        counter.show(CardRoom::ToCollect);
        QCOMPARE(focused(), u"findPrintedCard"_s);
        QCOMPARE(counter.rows("printedCards"),
                 (QStringList{u"Bima Peters | 3174 •••• •••• 9993 | 0009999999993 | 12-10-2026 | terlambat"_s,
                              u"Sari Dewi | 3174 •••• •••• 9991 | 0009999999991 | 21-11-2026 | menunggu"_s}));
        counter.type(u"bima"_s);
        QCOMPARE(counter.rows("printedCards").size(), 1);
        counter.key(Qt::Key_Return);
        QVERIFY(counter.find<HandOverDialog>("handOverDialog"));
        counter.key(Qt::Key_Down);
        counter.key(Qt::Key_Down); // another person, with a letter
        QVERIFY(counter.find<QRadioButton>("collector-proxy")->isChecked());
        const auto *give = counter.find<QPushButton>("handOverNow");
        QVERIFY(!give->isEnabled());
        counter.key(Qt::Key_Tab);
        counter.type(u"Joko Susilo"_s);
        QVERIFY(!give->isEnabled()); // the letter is the rulebook's
        counter.key(Qt::Key_Tab);
        counter.type(u"12/SK/2026"_s);
        QVERIFY(give->isEnabled());
        counter.key(Qt::Key_Return);
        QTRY_VERIFY(!counter.find<HandOverDialog>("handOverDialog"));
        QTRY_VERIFY(counter.window->isActiveWindow());
        QTRY_COMPARE(counter.rows("printedCards").size(), 1); // Sari's, the search is empty again
        const auto handed = counter.office.cards().handed({}, 0, 9).value();
        QCOMPARE(handed.size(), 1);
        QCOMPARE(handed.first().given.collector, u"proxy"_s);
        QCOMPARE(handed.first().given.letter, u"12/SK/2026"_s);
        QCOMPARE(handed.first().given.identity, u"KTP"_s);

        counter.find<QWidget>("showCollectedCards")->setFocus();
        counter.key(Qt::Key_Space);
        QCOMPARE(counter.rows("printedCards").size(), 1);
        QVERIFY(counter.rows("printedCards").first().contains(u"Joko Susilo"_s));
        QVERIFY(counter.find<QLabel>("cardFacts")->text().contains(u"12/SK/2026"_s));
        counter.dialogs.reasonAnswer = u"salah orang"_s;
        counter.find<QTableView>("printedCards")->setFocus();
        counter.key(Qt::Key_Return);
        QTRY_VERIFY(counter.rows("printedCards").isEmpty());
        QCOMPARE(counter.office.cards().waiting({}, 9).value().size(), 2);
    }

    void unclearPrintsAreToldOnThePageAndSettled()
    {
        Counter counter;
        counter.show(CardRoom::ToPrint);
        QCOMPARE(counter.begun, 1);
        auto *line = counter.find<QLabel>("unclearPrints");
        auto *settle = counter.find<QPushButton>("settleUnclear");
        QVERIFY(!line->isVisible() && !settle->isVisible());
        const PrintInput input
            = cardPrint(counter.office.families.first(), counter.office.families.first().members.first());
        const qint64 id = counter.office.cards().noteSent(input).result().value().id;
        QTRY_VERIFY(line->isVisible());
        QCOMPARE(line->text(), u"1 cetakan belum jelas hasilnya"_s);
        counter.language.set(u"en"_s);
        QTRY_COMPARE(line->text(), u"1 print: nobody has said yet whether it came out"_s);
        counter.language.set(u"id"_s);
        // Tab goes from the rooms to the button.
        counter.find<QWidget>("cardStock")->setFocus();
        QTest::keyClick(counter.window->focusWidget(), Qt::Key_Tab);
        QVERIFY(settle->hasFocus());
        QTest::keyClick(settle, Qt::Key_Space);
        QCOMPARE(counter.rows("printedCards").size(), 1);
        QVERIFY(counter.find<QTableView>("printedCards")->hasFocus());
        counter.dialogs.choiceAnswer = u"failed"_s;
        counter.key(Qt::Key_Return);
        QTRY_COMPARE(int(counter.office.cards().print(id).value()->state), int(PrintState::Failed));
        QTRY_VERIFY(!line->isVisible());
    }

    void aFamilysCardsArePrintedTogether()
    {
        Counter counter;
        counter.office.families.first().members[1].status = u"MENINGGAL"_s;
        counter.show(CardRoom::ToPrint);
        counter.window->showFamily(counter.office.families.first().kk);
        Counter::settle();
        counter.key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QStringList expected;
        for (const MemberView &member : counter.office.families.first().members) {
            if (member.status != u"MENINGGAL")
                expected += member.card;
        }
        QCOMPARE(counter.batch, expected);
        counter.batch.clear();
        counter.find<QPushButton>("printFamilyCards")->setFocus();
        counter.key(Qt::Key_Space);
        QCOMPARE(counter.batch, expected);
    }

    void whatNobodyKnowsIsSaidByTheOfficer_data()
    {
        QTest::addColumn<QString>("fate");
        QTest::addColumn<int>("state");
        QTest::newRow("came out") << u"out"_s << int(PrintState::Confirmed);
        QTest::newRow("did not") << u"failed"_s << int(PrintState::Failed);
        QTest::newRow("given up") << QString() << int(PrintState::Sent);
    }
    void whatNobodyKnowsIsSaidByTheOfficer()
    {
        QFETCH(QString, fate);
        QFETCH(int, state);
        Counter counter;
        const PrintInput input
            = cardPrint(counter.office.families.first(), counter.office.families.first().members.first());
        const qint64 id = counter.office.cards().noteSent(input).result().value().id;
        counter.show(CardRoom::ToCollect);
        QVERIFY(counter.rows("printedCards").isEmpty());
        counter.find<QWidget>("showUnclearCards")->setFocus();
        counter.key(Qt::Key_Space);
        QCOMPARE(counter.rows("printedCards").size(), 1);
        counter.dialogs.choiceAnswer = fate;
        counter.find<QTableView>("printedCards")->setFocus();
        counter.key(Qt::Key_Return);
        QTRY_COMPARE(int(counter.office.cards().print(id).value()->state), state);
        QTRY_COMPARE(counter.rows("printedCards").size(), fate.isEmpty() ? 1 : 0);
    }

    void theListHasTheKeyboardAgain()
    {
        Counter counter;
        for (const int member : {0, 1, 2})
            counter.printed(member);
        counter.show(CardRoom::ToCollect);
        auto *table = counter.find<QTableView>("printedCards");
        table->setFocus();
        counter.key(Qt::Key_Down);
        const QStringList before = counter.rows("printedCards");
        QCOMPARE(before.size(), 3);
        counter.key(Qt::Key_Return);
        QVERIFY(counter.find<HandOverDialog>("handOverDialog"));
        QVERIFY(focused() != u"printedCards");
        counter.key(Qt::Key_Escape);
        QTRY_COMPARE(focused(), u"printedCards"_s);
        QCOMPARE(table->currentIndex().row(), 1);

        counter.key(Qt::Key_Return);
        counter.key(Qt::Key_Return); // the participant
        QTRY_COMPARE(counter.rows("printedCards"), (QStringList{before[0], before[2]}));
        QTRY_COMPARE(focused(), u"printedCards"_s);
        QCOMPARE(table->currentIndex().row(), 1); // the next one
        for (int left = 1; left >= 0; --left) {
            QTRY_VERIFY(!counter.find<HandOverDialog>("handOverDialog"));
            counter.key(Qt::Key_Return);
            counter.key(Qt::Key_Return);
            QTRY_COMPARE(counter.rows("printedCards").size(), left);
        }
        QTRY_COMPARE(focused(), u"findPrintedCard"_s); // there is no list any more
    }

    void theListOfCardsHasTheKeyboardAgain()
    {
        Counter counter;
        counter.office.records = {counter.office.sampleCase(CaseState::Accepted)};
        counter.show(CardRoom::ToPrint);
        auto *table = counter.find<QTableView>("cards");
        QTRY_COMPARE(focused(), u"cards"_s);
        counter.key(Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 1);
        counter.key(Qt::Key_Return);
        auto *dialog = QApplication::activeModalWidget();
        QVERIFY(dialog && dialog->findChild<QWidget *>(u"cardReasonText"_s));
        QTRY_COMPARE(focused(), u"cardReasonText"_s); // why a card, and not KIS Digital
        counter.key(Qt::Key_Escape);
        QTRY_COMPARE(focused(), u"cards"_s);
        QCOMPARE(table->currentIndex().row(), 1);
    }

    void aSpoiltCardLeavesTheList()
    {
        Counter counter;
        const qint64 id = counter.printed(0);
        counter.show(CardRoom::ToCollect);
        counter.dialogs.choiceAnswer = u"misprint"_s;
        counter.find<QPushButton>("cardIsSpoilt")->click();
        QTRY_VERIFY(counter.rows("printedCards").isEmpty());
        QCOMPARE(counter.office.cards().print(id).value()->state, PrintState::Spoilt);
        QCOMPARE(counter.office.cards().levels().value().first().spoilt, 1);
    }

    void theListIsPrinted()
    {
        Counter counter;
        counter.printed(0);
        counter.printed(2, 40);
        counter.show(CardRoom::ToCollect);
        counter.key(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(counter.sheets.size(), 1);
        const SheetFacts &sheet = counter.sheets.first();
        QCOMPARE(sheet.sections.first().lines.size(), 2);
        QCOMPARE(sheet.reference, u"Daftar-Kartu"_s); // names nobody in the queue
        QVERIFY(sheet.sections.first().lines.first().value.contains(u"3174 •••• •••• 9991"_s));
        QVERIFY(sheet.sections.first().lines.last().value.contains(u"terlambat"_s));
    }

    void fewCardsAreToldAtHome_data()
    {
        QTest::addColumn<int>("left");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("few") << 49 << true;
        QTest::newRow("enough") << 50 << false;
    }
    void fewCardsAreToldAtHome()
    {
        QFETCH(int, left);
        QFETCH(bool, isTold);
        Counter counter;
        counter.office.cards().noteStock({StockEvent::Received, u"white"_s, left, {}, {}, {}});
        counter.show(CardRoom::ToPrint);
        counter.key(Qt::Key_F2);
        const auto *notes = counter.find<QLabel>("cardNotes");
        QCOMPARE(notes->isVisible(), isTold);
        QCOMPARE(notes->text().contains(u"tersisa 49"_s), isTold);
    }

    void emptyAndUnreadable()
    {
        Counter counter;
        counter.show(CardRoom::ToCollect);
        QVERIFY(!counter.find<QTableView>("printedCards")->isVisible());
        counter.office.cards().failReads = Failure{FailureKind::Io, u"disk"_s};
        Q_EMIT counter.office.changed();
        counter.settle();
        QStringList said;
        for (const QLabel *label : counter.window->currentPage()->findChildren<QLabel *>()) {
            if (label->isVisible())
                said += label->text();
        }
        QVERIFY2(said.join(u' ').contains(u"tidak dapat dibaca"_s), qPrintable(said.join(u'|')));
    }

    void modelsHold()
    {
        Counter counter;
        counter.printed(0);
        HandOverModel cards;
        QAbstractItemModelTester first(&cards, QAbstractItemModelTester::FailureReportingMode::QtTest);
        cards.setWaiting(counter.office.cards().waiting({}, 9).value(), {}, QDate(2026, 11, 1));
        cards.setHanded({}, {});
        StockModel stock;
        QAbstractItemModelTester second(&stock, QAbstractItemModelTester::FailureReportingMode::QtTest);
        stock.setEntries(counter.office.cards().stockHistory(0, 9).value(),
                         counter.office.fixedClock.nowUtc(), {});
        QCOMPARE(stock.rowCount(), 1);
    }

    void looksRight_data()
    {
        QTest::addColumn<int>("room");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("scale");
        QTest::addColumn<QString>("language");
        for (const int room : {1, 2}) {
            QTest::addRow("room %d", room) << room << false << 100 << u"id"_s;
            QTest::addRow("room %d dark", room) << room << true << 100 << u"en"_s;
            QTest::addRow("room %d large", room) << room << false << 150 << u"id"_s;
        }
    }
    void looksRight()
    {
        QFETCH(int, room);
        QFETCH(bool, dark);
        QFETCH(int, scale);
        QFETCH(QString, language);
        m_theme->setDark(dark);
        m_theme->setScale(scale);
        Counter counter;
        counter.language.set(language);
        counter.office.cards().noteStock({StockEvent::Received, u"white"_s, 40, u"KOTAK-7"_s, {}, {}});
        counter.office.cards().noteStock(
            {StockEvent::Spoilt, u"white"_s, 2, {}, u"ribbon"_s, u"pita habis"_s});
        counter.office.cards().noteStock({StockEvent::Received, u"preprinted"_s, 500, {}, {}, {}});
        counter.printed(0, 40);
        counter.printed(1, 3);
        counter.printed(2);
        counter.show(CardRoom::Room(room));
        const auto picture = [&](QWidget &widget, const char *what) {
            const auto found = inspectWindow(widget);
            if (const QString dir = qEnvironmentVariable("LOKET_PICTURES"); !dir.isEmpty())
                widget.grab().save(
                    u"%1/%2-%3.png"_s.arg(dir, QString::fromLatin1(what),
                                          QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-')));
            QVERIFY2(found.isEmpty(), qPrintable(findingsText(found)));
        };
        picture(*counter.window, "cards");
        if (room == 1) {
            counter.key(Qt::Key_Return);
            auto *dialog = counter.find<HandOverDialog>("handOverDialog");
            counter.find<QRadioButton>("collector-proxy")->setChecked(true);
            counter.settle();
            picture(*dialog, "handover");
        } else {
            counter.find<QPushButton>("stockCounted")->click();
            counter.settle();
            counter.type(u"12"_s);
            picture(*counter.find<StockDialog>("stockDialog"), "count");
        }
    }

    void theMessageIsCopiedAndPhotographed_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("scale");
        QTest::newRow("light") << false << 100;
        QTest::newRow("dark") << true << 100;
        QTest::newRow("large") << false << 150;
    }
    void theMessageIsCopiedAndPhotographed()
    {
        QFETCH(bool, dark);
        QFETCH(int, scale);
        m_theme->setDark(dark);
        m_theme->setScale(scale);
        Counter counter;
        counter.office.families.first().paidUntil = u"2026-09"_s;
        ReadyDialog dialog({}, FakeCounter::sampleFamily().kk, counter.office, counter.dialogs, {});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTest::keyClick(&dialog, Qt::Key_C, Qt::ControlModifier);
        const QString text = QGuiApplication::clipboard()->text();
        QCOMPARE(text, dialog.text());
        QVERIFY(text.contains(u"8888809999999991"_s) && text.contains(u"Tunggakan"_s));
        for (const QString &own :
             {u"SARI"_s, u"Sari"_s, u"3174016909659991"_s, u"3174010101220001"_s, u"081234567890"_s})
            QVERIFY2(!text.contains(own), qPrintable(own));
        QCOMPARE(dialog.findChild<QPlainTextEdit *>(u"readyText"_s)->toPlainText(), text);
        // What a phone sees of the screen.
        QCOMPARE(PaperCheck::codeIn(dialog.grab().toImage(), u"QRCode"_s), text);
        const auto found = inspectWindow(dialog);
        if (const QString dir = qEnvironmentVariable("LOKET_PICTURES"); !dir.isEmpty())
            dialog.grab().save(u"%1/ready-%2.png"_s.arg(dir, QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY2(found.isEmpty(), qPrintable(findingsText(found)));
    }

    void aFamilyThatIsNotKnownHasNoMessage()
    {
        Counter counter;
        ReadyDialog dialog({}, u"0000000000000000"_s, counter.office, counter.dialogs, {});
        dialog.show();
        QVERIFY(dialog.text().isEmpty());
        QVERIFY(!dialog.findChild<QPushButton *>(u"copyReady"_s)->isEnabled());
        QVERIFY(dialog.findChild<CodeView *>(u"readyCode"_s)->isEmpty());
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestCardRoom)
#include "tst_cardroom.moc"
