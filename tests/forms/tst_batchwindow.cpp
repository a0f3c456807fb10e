// SPDX-License-Identifier: Apache-2.0
#include "forms/common/inspect.h"
#include "forms/common/language.h"
#include "forms/common/listtable.h"
#include "forms/common/pacer.h"
#include "forms/common/preferences.h"
#include "forms/common/theme.h"
#include "forms/output/cardbatch.h"
#include "forms/output/cardbatchdesk.h"
#include "forms/output/cardbatchmodel.h"
#include "model/rulebook/rulebook.h"
#include "tests/fakes/fakecounter.h"
#include "tests/fakes/fakeprinter.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

const QStringList kFamily = {u"0009999999991"_s, u"0009999999992"_s, u"0009999999993"_s, u"0009999999994"_s};

/// Counts how often a family is read for its card.
struct CountedCounter final : FakeCounter {
    int reads = 0;
    Outcome<std::optional<FamilyView>> familyByCard(const QString &card) override
    {
        ++reads;
        return FakeCounter::familyByCard(card);
    }
};

struct Desk {
    CountedCounter office;
    FakePrinter printer;
    Preferences preferences{QString()};
    std::unique_ptr<CardBatchDesk> batch;
    std::unique_ptr<CardBatch> window;

    Desk()
    {
        office.world.rulebooks = RulebookLibrary::builtIn().get();
        office.families = {FakeCounter::sampleFamily()};
        office.families.first().segment = u"PDPEMDA"_s; // cards come first
        printer.keeps = true;
        startProgram();
    }
    void startProgram()
    {
        window.reset();
        batch = std::make_unique<CardBatchDesk>(printer, &preferences);
    }
    bool show()
    {
        window = std::make_unique<CardBatch>(*batch);
        window->show();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }
    QPushButton *button(const char *name) const
    {
        return window->findChild<QPushButton *>(QLatin1String(name));
    }
    QLabel *label(const char *name) const { return window->findChild<QLabel *>(QLatin1String(name)); }
    ListTable *table() const { return window->findChild<ListTable *>(); }
    int out() const { return batch->count(CardFate::Out); }
    void finishAll()
    {
        while (QTest::qWaitFor([this] { return !printer.jobs.isEmpty(); }, 300))
            printer.finish(printer.jobs.firstKey());
    }
    int loggedOut(const QString &card)
    {
        int count = 0;
        for (const PrintRecord &record : office.cards().printsOf(u"card"_s, card).take())
            count += record.state == PrintState::Out || record.state == PrintState::Confirmed ? 1 : 0;
        return count;
    }
};

} // namespace

class TestBatchWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_language = std::make_unique<Language>();
        m_language->set(u"id"_s);
    }

    void wholeFamilyByKeys()
    {
        Desk desk;
        desk.batch->list(kFamily, desk.office);
        QVERIFY(desk.show());
        const QAbstractItemModelTester tester(desk.table()->model());
        QVERIFY(desk.table()->hasFocus());
        desk.table()->selectRow(1);
        QTest::keyClick(desk.table(), Qt::Key_Space); // one is left out
        QCOMPARE(desk.batch->chosen(), 3);
        QTest::keyClick(desk.window.get(), Qt::Key_P, Qt::ControlModifier);
        desk.finishAll();
        QTRY_COMPARE(desk.out(), 3);
        QCOMPARE(desk.printer.papers.size(), 3);
        QVERIFY(desk.batch->isThrough());
        QCOMPARE(desk.loggedOut(kFamily[0]), 1);
        QCOMPARE(desk.loggedOut(kFamily[1]), 0);
        QVERIFY(!desk.button("batchPrint")->isEnabled());
        desk.window->reject();
        QVERIFY(!desk.batch->hasBegun() && desk.preferences.value("printBatch").toString().isEmpty());
        desk.batch->list(kFamily, desk.office); // those that came out are reprints now
        QCOMPARE(desk.batch->chosen(), 1);
        QCOMPARE(desk.batch->rows()[0].refusal, u"card.printed"_s);
    }

    void aReasonIsAskedOnceForTheBatch()
    {
        Desk desk;
        desk.office.families.first().segment = FakeCounter::sampleFamily().segment; // KIS Digital comes first
        desk.office.families.first().members[3].nik.clear(); // but not for who has no NIK
        desk.batch->list(kFamily, desk.office);
        QVERIFY(desk.show());
        const auto ask = [&]() -> QDialog * {
            QTest::keyClick(desk.window.get(), Qt::Key_P, Qt::ControlModifier);
            auto *dialog = desk.window->findChild<QDialog *>(u"cardReasonDialog"_s);
            return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
        };
        QPointer<QDialog> dialog = ask();
        QVERIFY(dialog);
        QVERIFY2(dialog->windowTitle().contains(u'3'), qPrintable(dialog->windowTitle()));
        const QString faults = findingsText(inspectWindow(*dialog));
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QVERIFY(!desk.batch->hasBegun() && desk.printer.papers.isEmpty()); // cancelled: nothing is printed
        for (const QString &card : kFamily)
            QVERIFY(desk.office.cards().printsOf(u"card"_s, card).value().isEmpty());

        dialog = ask();
        QVERIFY(dialog);
        auto *yes = dialog->findChild<QPushButton *>(u"printWithReason"_s);
        QTest::keyClicks(dialog->focusWidget(), u"hp"_s);
        QVERIFY(!yes->isEnabled()); // fewer letters than the rulebook wants
        QTest::keyClicks(dialog->focusWidget(), u" rusak"_s);
        QVERIFY(yes->isEnabled());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(desk.printer.jobs.size(), 3);
        desk.batch->pause();
        desk.startProgram(); // another run of the program knows it still
        desk.printer.jobs.clear();
        for (JobReport &report : desk.printer.history)
            report.state = JobState::Done;
        QVERIFY(desk.batch->resume(desk.office));
        QTRY_COMPARE(desk.out(), 3);
        QVERIFY(desk.show());
        QTest::keyClick(desk.window.get(), Qt::Key_P, Qt::ControlModifier);
        QVERIFY(!desk.window->findChild<QDialog *>(u"cardReasonDialog"_s));
        desk.finishAll();
        QTRY_COMPARE(desk.out(), 4);
        for (int i = 0; i < 4; ++i) {
            const auto prints = desk.office.cards().printsOf(u"card"_s, kFamily[i]).value();
            QCOMPARE(prints.size(), 1);
            QCOMPARE(prints.first().input.reason, i == 3 ? QString() : u"hp rusak"_s);
        }
    }

    void aFamilyIsReadTwiceACard() // when it is listed, and when its card's turn comes
    {
        Desk desk;
        desk.batch->list(kFamily, desk.office);
        QCOMPARE(desk.office.reads, 4);
        QVERIFY(desk.show());
        desk.button("batchPrint")->click();
        desk.finishAll();
        QTRY_COMPARE(desk.out(), 4);
        QCOMPARE(desk.office.reads, 8);
    }

    void pagesReadAgainOnceAWhile()
    {
        int readings = 0;
        Pacer pacer(std::chrono::milliseconds(30), [&readings] { ++readings; });
        for (int write = 0; write < 50; ++write)
            pacer.ask();
        QCOMPARE(readings, 1);     // the first at once
        QTRY_COMPARE(readings, 2); // the others together
        QTRY_VERIFY([&] {
            pacer.ask();
            return readings >= 3;
        }()); // and it is ready again
    }

    void goesOnFromACard()
    {
        Desk desk;
        desk.batch->list(kFamily, desk.office);
        QVERIFY(desk.show());
        desk.printer.refuses = true;
        desk.button("batchPrint")->click();
        QTRY_VERIFY(desk.batch->trouble().has_value());
        QVERIFY(!desk.label("batchMessage")->text().isEmpty());
        desk.printer.refuses = false;
        desk.table()->selectRow(2);
        QTRY_VERIFY(desk.button("batchFromHere")->isVisible());
        QVERIFY(desk.button("batchFromHere")->text().contains(u'3'));
        desk.button("batchFromHere")->click();
        desk.finishAll();
        QTRY_COMPARE(desk.out(), 2);
        QCOMPARE(desk.batch->nextWaitingRow(), 0);
        desk.button("batchPrint")->click();
        desk.finishAll();
        QTRY_COMPARE(desk.out(), 4);
        QCOMPARE(desk.printer.papers.size(), 4);
    }

    void unclearCardIsAskedFor()
    {
        Desk desk;
        desk.batch->list(kFamily, desk.office);
        QVERIFY(desk.show());
        desk.button("batchPrint")->click();
        QTRY_COMPARE(desk.printer.jobs.size(), 3);
        desk.printer.tell(1, JobState::Printing);
        desk.printer.tell(1, JobState::Failed);
        QVERIFY(desk.label("batchQuestion")->isVisible());
        QVERIFY(desk.label("batchQuestion")->text().contains(u"Sari"_s, Qt::CaseInsensitive));
        const QString faults = findingsText(inspectWindow(*desk.window));
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        picture(desk, u"batch-unclear"_s);
        desk.button("batchCameOut")->click();
        QVERIFY(!desk.label("batchQuestion")->isVisible());
        desk.button("batchPrint")->click();
        desk.finishAll();
        QTRY_COMPARE(desk.out(), 4);
        QCOMPARE(desk.printer.papers.size(), 4);
        QCOMPARE(desk.loggedOut(kFamily[0]), 1);
    }

    void goingOnBeforeTheAnswerIsWrittenLeavesNoCardOut()
    {
        Desk desk;
        desk.batch->list(kFamily, desk.office);
        QVERIFY(desk.show());
        desk.button("batchPrint")->click();
        QTRY_COMPARE(desk.printer.jobs.size(), 3);
        desk.printer.tell(1, JobState::Printing);
        desk.printer.tell(1, JobState::Failed);
        desk.printer.finish(2);
        desk.printer.finish(3);
        QTRY_COMPARE(desk.out(), 2);
        desk.button("batchDidNot")->click();
        QCOMPARE(desk.batch->count(CardFate::Noting), 1); // its end is not written yet
        desk.button("batchPrint")->click();               // goes on from the fourth
        desk.finishAll();
        QTRY_COMPARE(desk.out(), 4);
        QCOMPARE(desk.printer.papers.size(), 5);
        QCOMPARE(desk.loggedOut(kFamily[0]), 1);
    }

    void nextRunOfTheProgramGoesOn()
    {
        Desk desk;
        desk.batch->list(kFamily, desk.office);
        QVERIFY(desk.show());
        desk.button("batchPrint")->click();
        QTRY_COMPARE(desk.printer.jobs.size(), 3);
        desk.printer.finish(1);
        QTRY_COMPARE(desk.printer.jobs.size(), 3);
        desk.batch->pause();
        desk.startProgram();
        desk.printer.jobs.clear(); // nobody listens; the queue remembers them
        for (JobReport &report : desk.printer.history)
            report.state = JobState::Done;
        QVERIFY(desk.batch->resume(desk.office));
        QTRY_COMPARE(desk.out(), 4);
        QCOMPARE(desk.printer.papers.size(), 4);
        for (const QString &card : kFamily)
            QTRY_COMPARE(desk.loggedOut(card), 1);
    }

    void cardThatMayNotBePrintedAnyMoreIsLeftOut()
    {
        Desk desk;
        desk.office.families.first().members[1].status = u"NONAKTIF_MENUNGGAK"_s;
        desk.batch->list(kFamily, desk.office);
        QCOMPARE(desk.batch->chosen(), 3);
        desk.office.families.first().members[2].status = u"MENINGGAL"_s;
        QVERIFY(desk.show());
        desk.button("batchPrint")->click();
        desk.finishAll();
        QTRY_COMPARE(desk.out(), 2);
        QCOMPARE(desk.batch->count(CardFate::Withheld), 1);
        QVERIFY(desk.batch->isThrough());
    }

    void aCardThatAnotherWindowSentMeanwhileIsLeftOut()
    {
        Desk desk;
        desk.batch->list(kFamily, desk.office);
        QVERIFY(desk.show());
        PrintInput other;
        other.what = u"card"_s;
        other.reference = kFamily[1];
        const qint64 id = desk.office.cards().noteSent(other).result().value().id;
        desk.button("batchPrint")->click();
        desk.finishAll();
        QTRY_COMPARE(desk.out(), 3);
        QCOMPARE(desk.batch->item(1)->fate, CardFate::Withheld);
        QCOMPARE(desk.batch->item(1)->withheld, u"card.at-printer"_s);
        QCOMPARE(desk.printer.papers.size(), 3);
        QVERIFY(desk.batch->isThrough() && !desk.batch->trouble());
        QCOMPARE(int(desk.office.cards().print(id).value()->state), int(PrintState::Sent));
        desk.window->reject();
        desk.batch->list(kFamily, desk.office);
        QCOMPARE(desk.batch->rows()[1].refusal, u"card.at-printer"_s);
    }

    void aLogThatCannotBeWrittenStopsTheBatchAndIsTold()
    {
        Desk desk;
        desk.batch->list(kFamily, desk.office);
        QVERIFY(desk.show());
        desk.button("batchPrint")->click();
        QTRY_COMPARE(desk.printer.jobs.size(), 3);
        desk.office.cards().failWrites = Failure{FailureKind::Busy, {}};
        desk.printer.finish(1);
        QTRY_VERIFY(desk.batch->isLogTrouble());
        QVERIFY2(desk.label("batchMessage")->text().contains(u"Catatan cetak"_s),
                 qPrintable(desk.label("batchMessage")->text()));
        QCOMPARE(desk.out(), 0);
        QVERIFY(!desk.batch->isRunning());
        QVERIFY(desk.label("batchQuestion")->isVisible());
        desk.office.cards().failWrites.reset();
        desk.button("batchCameOut")->click();
        QTRY_COMPARE(desk.out(), 1);
        QCOMPARE(desk.loggedOut(kFamily[0]), 1);
        QCOMPARE(desk.printer.papers.size(), 3);
    }

    void nothingToPrintAndNoPrinter()
    {
        Desk desk;
        desk.printer.isDead = true;
        desk.batch->list({}, desk.office);
        QVERIFY(desk.show());
        QVERIFY(!desk.button("batchPrint")->isEnabled());
        QVERIFY(desk.label("batchMessage")->text().contains(u"CUPS"_s));
        picture(desk, u"batch-empty"_s);
    }

    void looksRight_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("isDark");
        QTest::newRow("Indonesian") << u"id"_s << 100 << false;
        QTest::newRow("English, dark") << u"en"_s << 100 << true;
        QTest::newRow("Indonesian, large") << u"id"_s << 150 << false;
    }
    void looksRight()
    {
        QFETCH(QString, language);
        QFETCH(int, percent);
        QFETCH(bool, isDark);
        m_language->set(language);
        m_theme->setScale(percent);
        m_theme->setDark(isDark);
        Desk desk;
        desk.batch->list(kFamily, desk.office);
        QVERIFY(desk.show());
        desk.button("batchPrint")->click();
        QTRY_COMPARE(desk.printer.jobs.size(), 3);
        desk.printer.finish(1);
        JobReport held;
        held.state = JobState::Held;
        held.reasons = {u"media-empty"_s};
        desk.printer.tell(2, held);
        const QString faults = findingsText(inspectWindow(*desk.window));
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        picture(desk, u"batch-%1-%2"_s.arg(language).arg(percent));
        m_theme->setScale(100);
        m_theme->setDark(false);
        m_language->set(u"id"_s);
    }

private:
    void picture(const Desk &desk, const QString &name) const
    {
        const QString dir = qEnvironmentVariable("LOKET_PICTURES");
        if (!dir.isEmpty())
            QVERIFY(desk.window->grab().save(QDir(dir).filePath(name + u".png"_s)));
    }
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
};

QTEST_MAIN(TestBatchWindow)
#include "tst_batchwindow.moc"
