// SPDX-License-Identifier: Apache-2.0
#include "forms/common/language.h"
#include "forms/common/preferences.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/output/carddialog.h"
#include "forms/output/paperview.h"
#include "forms/output/printdesk.h"
#include "forms/output/receiptdialog.h"
#include "model/domain/facilities.h"
#include "model/print/cardbuild.h"
#include "model/print/printdocument.h"
#include "model/rulebook/rulebook.h"
#include "tests/fakes/fakecounter.h"
#include "tests/fakes/fakedialogs.h"
#include "tests/fakes/fakeprinter.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

QFuture<Outcome<QString>> sealed(const QString &text)
{
    QPromise<Outcome<QString>> promise;
    promise.start();
    promise.addResult(text);
    promise.finish();
    return promise.future();
}

QString textOf(const PrintDocument &document)
{
    QStringList texts;
    for (int page = 0; page < document.pageCount(); ++page) {
        for (const PlacedText &placed : placedTexts(document, page))
            texts += placed.text;
    }
    return texts.join(u'\n');
}

/// An office with one family, a printer, and a dialog on the screen.
struct Desk {
    FakeCounter office;
    FakeDialogs dialogs;
    FakePrinter printer;
    PrintDesk printing{printer};
    PaperServices services;
    std::unique_ptr<PaperDialog> dialog;
    QString caseId;

    Desk()
    {
        services = {&printing,
                    [](const QString &reference, const CaseId &) { return sealed(u"LOKET1|"_s + reference); },
                    nullptr};
        office.world.rulebooks = RulebookLibrary::builtIn().get();
        office.families = {FakeCounter::sampleFamily()};
        office.records = {office.sampleCase(CaseState::Queued)};
        caseId = office.records.first().id.text();
    }
    void receipt() { show(std::make_unique<ReceiptDialog>(caseId, office, dialogs, services)); }
    void card(const QString &number)
    {
        show(std::make_unique<CardDialog>(number, office, dialogs, services));
    }
    void show(std::unique_ptr<PaperDialog> made)
    {
        dialog = std::move(made);
        dialog->show();
        dialog->activateWindow();
        isActive = QTest::qWaitForWindowActive(dialog.get());
    }
    bool settled()
    {
        return QTest::qWaitFor([&] { return !dialog->isBusy(); }, 10'000);
    }
    QPushButton *button(const char *name) const
    {
        return dialog->findChild<QPushButton *>(QLatin1String(name));
    }
    QLabel *label(const char *name) const { return dialog->findChild<QLabel *>(QLatin1String(name)); }
    QComboBox *box(const char *name) const { return dialog->findChild<QComboBox *>(QLatin1String(name)); }
    /// "receipt MCS2-…" of what is known to have come out (or, `files`, was saved).
    QStringList printed(bool files = false)
    {
        QStringList list;
        for (const auto &[what, reference] : {std::pair(u"receipt"_s, office.records.first().reference),
                                              std::pair(u"card"_s, u"0009999999991"_s)}) {
            for (const PrintRecord &record : office.cards().printsOf(what, reference).take()) {
                const bool isOut = record.state == PrintState::Out || record.state == PrintState::Confirmed;
                if (files ? record.state == PrintState::File : isOut)
                    list += what + u' ' + reference;
            }
        }
        return list;
    }
    /// Prints a receipt without a window.
    void printReceipt()
    {
        const auto ticket
            = office.cards().noteSent({u"receipt"_s, office.records.first().reference}).result();
        (void)office.cards().noteOut(ticket.value().id);
    }
    bool isActive = false;
};

} // namespace

class TestPaperDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_language = std::make_unique<Language>();
        m_language->set(u"id"_s);
    }

    void printsWithOneKeyAndNotesIt()
    {
        Desk desk;
        desk.receipt();
        QVERIFY(desk.isActive);
        QCOMPARE(desk.box("printerChoice")->currentData().toString(), u"office"_s); // the default one
        QVERIFY(desk.button("printPaper")->hasFocus());                             // Enter prints too
        QTest::keyClick(desk.dialog.get(), Qt::Key_P, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return desk.printer.papers.size() == 1; }));
        QVERIFY(desk.settled());
        QCOMPARE(desk.printer.usedPrinters, QStringList{u"office"_s});
        QCOMPARE(desk.printed(), QStringList{u"receipt "_s + desk.office.records.first().reference});
        const QString text = textOf(*desk.printer.papers.first());
        QVERIFY(text.contains(u"SARI DEWI"_s) && text.contains(u"Rina Amelia"_s)
                && !text.contains(u"SALINAN"_s));
        QCOMPARE(desk.printer.papers.first()->title(), desk.office.records.first().reference);
    }

    void reprintSaysCopyAndPreviewShowsIt()
    {
        Desk desk;
        desk.printReceipt();
        desk.office.records.first().printedReceipts = 1;
        desk.receipt();
        QVERIFY(desk.dialog->findChild<QWidget *>(u"copyMark"_s)->isVisible());
        QTest::keyClick(desk.dialog.get(), Qt::Key_P, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return desk.printer.papers.size() == 1; }));
        QVERIFY(textOf(*desk.printer.papers.first()).contains(u"SALINAN KE-1"_s));
    }

    void paperCanBeChosen()
    {
        Desk desk;
        desk.receipt();
        desk.box("paperChoice")->setCurrentIndex(1);
        desk.box("printerChoice")->setCurrentIndex(0);
        desk.button("printPaper")->click();
        QVERIFY(QTest::qWaitFor([&] { return desk.printer.papers.size() == 1; }));
        QCOMPARE(desk.printer.papers.first()->pageSize().width(), 80.0);
        QCOMPARE(desk.printer.usedPrinters, QStringList{u"roll"_s});
        QVERIFY(desk.settled());
        QCOMPARE(desk.box("paperChoice")->currentIndex(), 1); // the choice stays
    }

    void refusalOfThePrinterIsTold()
    {
        Desk desk;
        desk.printer.refuses = true;
        desk.receipt();
        desk.button("printPaper")->click();
        QVERIFY(desk.settled());
        QVERIFY(desk.label("paperMessage")->text().contains(u"tidak menerimanya"_s));
        QVERIFY(!desk.dialog->isBusy() && desk.button("printPaper")->isEnabled());
    }

    void storeThatFailsPrintsNothing()
    {
        Desk desk;
        desk.receipt();
        desk.office.cards().failWrites = Failure{FailureKind::Full, {}};
        desk.button("printPaper")->click();
        QVERIFY(desk.settled());
        QVERIFY(!desk.label("paperMessage")->text().isEmpty());
        QVERIFY(desk.printer.papers.isEmpty());
    }

    void fateThatCouldNotBeNotedIsTold()
    {
        Desk desk;
        desk.printer.keeps = true;
        desk.receipt();
        desk.button("printPaper")->click();
        QTRY_COMPARE(desk.printer.papers.size(), 1);
        desk.office.cards().failWrites = Failure{FailureKind::Full, {}};
        desk.printer.finish(1);
        QVERIFY(QTest::qWaitFor([&] { return desk.label("paperMessage")->text().contains(u"dicatat"_s); }));
    }

    /// "It did not come out" of a queue that was only out of reach: it may print it yet.
    void aQueueOutOfReachIsAskedOnceMore_data()
    {
        QTest::addColumn<int>("later"); // what the queue says when it answers again
        QTest::addColumn<int>("kind");  // of a Lost
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("asks");
        QTest::newRow("it has printed it") << int(JobState::Done) << 0 << int(PrintState::Out) << false;
        QTest::newRow("it knows of none")
            << int(JobState::Lost) << int(FailureKind::Missing) << int(PrintState::Failed) << false;
        QTest::newRow("still out of reach")
            << int(JobState::Lost) << int(FailureKind::Network) << int(PrintState::Sent) << true;
    }
    void aQueueOutOfReachIsAskedOnceMore()
    {
        QFETCH(int, later);
        QFETCH(int, kind);
        QFETCH(int, state);
        QFETCH(bool, asks);
        Desk desk;
        desk.printer.keeps = true;
        desk.receipt();
        desk.button("printPaper")->click();
        QTRY_COMPARE(desk.printer.papers.size(), 1);
        JobReport report;
        report.state = JobState::Lost;
        report.failure = {FailureKind::Network, {}};
        desk.printer.tell(1, report);
        QVERIFY(desk.button("didNotComeOut")->isVisible());
        JobReport silent;
        silent.state = JobState::Silent;
        desk.printer.history[desk.printer.usedOptions.first().key] = silent;
        desk.button("didNotComeOut")->click();
        QVERIFY(!desk.button("didNotComeOut")->isVisible());
        QVERIFY2(desk.label("paperMessage")->text().contains(u"tidak menjawab"_s),
                 qPrintable(desk.label("paperMessage")->text()));
        QCOMPARE(desk.office.cards().openPrints(9).value().size(), 1); // not "did not come out" yet
        report.state = JobState(later);
        report.failure = {FailureKind(kind), {}};
        desk.printer.tell(2, report);
        const QString reference = desk.office.records.first().reference;
        const auto now = [&] {
            return int(desk.office.cards().printsOf(u"receipt"_s, reference).value().first().state);
        };
        QTRY_COMPARE(now(), state);
        QCOMPARE(desk.button("didNotComeOut")->isVisible(), asks);
        QCOMPARE(desk.printer.papers.size(), 1);
    }

    void aCardThatAnotherWindowSentIsRefusedInOneLine()
    {
        Desk desk;
        const QString card = desk.office.families.first().members.first().card;
        desk.card(card);
        if (auto *reason = desk.dialog->findChild<QLineEdit *>(u"cardReasonText"_s))
            reason->setText(u"tidak punya ponsel"_s);
        QVERIFY(desk.office.cards().noteSent({u"card"_s, card}).result());
        desk.button("printPaper")->click();
        QTRY_COMPARE(desk.label("paperMessage")->text(),
                     codeLabel(u"problem"_s, u"card.at-printer"_s) + u'.');
        QVERIFY(desk.printer.papers.isEmpty());
    }

    void laterRunOfTheProgramAsksAfterOpenPapers()
    {
        Desk desk;
        desk.printer.keeps = true;
        desk.receipt();
        desk.button("printPaper")->click();
        QTRY_COMPARE(desk.printer.papers.size(), 1);
        PrintDesk later(desk.printer);
        later.resume(desk.office);
        QCOMPARE(later.lines().size(), 1);
        QCOMPARE(later.lines().first().report.state, JobState::Queued);
        later.resume(desk.office); // once only
        QCOMPARE(later.lines().size(), 1);
        desk.printer.finish(2); // the job that is followed
        QTRY_COMPARE(desk.printed().size(), 1);
    }

    void nothingIsPrintedBeforeTheQueueSaysSo()
    {
        Desk desk;
        desk.printer.keeps = true;
        desk.receipt();
        desk.button("printPaper")->click();
        QVERIFY(desk.dialog->isBusy() && !desk.button("printPaper")->isEnabled());
        QTRY_COMPARE(desk.printer.papers.size(), 1);
        QVERIFY(desk.printed().isEmpty());
        desk.printer.tell(1, JobState::Printing);
        QVERIFY(desk.printed().isEmpty());
        desk.printer.finish(1);
        QVERIFY(desk.settled());
        QCOMPARE(desk.printed().size(), 1);
        QVERIFY(desk.label("paperMessage")->text().contains(u"Printer kantor"_s));
    }

    void closedWindowIsSeenThroughAllTheSame()
    {
        Desk desk;
        desk.printer.keeps = true;
        desk.receipt();
        desk.button("printPaper")->click();
        desk.dialog.reset();
        desk.receipt(); // while the first is still at the printer: the next one is a copy
        desk.button("printPaper")->click();
        QTRY_COMPARE(desk.printer.papers.size(), 2);
        QVERIFY(textOf(*desk.printer.papers.last()).contains(u"SALINAN KE-1"_s));
        desk.printer.finish(1);
        QTRY_COMPARE(desk.printed().size(), 1);
    }

    void stoppedPrinterIsToldAndTheJobTakenBack()
    {
        Desk desk;
        desk.printer.keeps = true;
        desk.receipt();
        desk.button("printPaper")->click();
        QTRY_COMPARE(desk.printer.papers.size(), 1);
        JobReport held;
        held.state = JobState::Held;
        held.reasons = {u"media-empty-error"_s};
        desk.printer.tell(1, held);
        QVERIFY(desk.label("paperMessage")->text().contains(u"kertas"_s));
        QVERIFY(desk.button("takeBack")->isVisible());
        desk.button("takeBack")->click();
        QCOMPARE(desk.printer.cancelled, QList<PrintJob>{1});
        QVERIFY(desk.settled());
        QVERIFY(desk.printed().isEmpty() && desk.button("printPaper")->isEnabled());
    }

    void officerSaysWhetherAnUnclearPaperCameOut_data()
    {
        QTest::addColumn<int>("end");
        QTest::addColumn<QString>("button");
        QTest::addColumn<int>("noted");
        QTest::newRow("lost, came out") << int(JobState::Lost) << u"cameOut"_s << 1;
        QTest::newRow("lost, did not") << int(JobState::Lost) << u"didNotComeOut"_s << 0;
        QTest::newRow("gave up, came out") << int(JobState::Failed) << u"cameOut"_s << 1;
        QTest::newRow("cancelled too late, came out") << int(JobState::Cancelled) << u"cameOut"_s << 1;
    }
    void officerSaysWhetherAnUnclearPaperCameOut()
    {
        QFETCH(int, end);
        QFETCH(QString, button);
        QFETCH(int, noted);
        Desk desk;
        desk.printer.keeps = true;
        desk.receipt();
        desk.button("printPaper")->click();
        QTRY_COMPARE(desk.printer.papers.size(), 1);
        desk.printer.tell(1, JobState::Printing);
        JobReport over = desk.printer.jobs.value(1).told;
        over.state = static_cast<JobState>(end);
        over.failure = {FailureKind::Missing, {}};
        desk.printer.tell(1, over);
        QVERIFY(desk.dialog->isBusy() && desk.button("cameOut")->isVisible());
        QVERIFY(desk.printed().isEmpty());
        desk.dialog->findChild<QPushButton *>(button)->click();
        QVERIFY(desk.settled());
        QTRY_COMPARE(desk.printed().size(), noted);
        QVERIFY(!desk.button("cameOut")->isVisible());
    }

    void deadPrintServiceLeavesTheFile()
    {
        Desk desk;
        desk.printer.isDead = true;
        desk.receipt();
        QVERIFY(!desk.button("printPaper")->isEnabled() && desk.button("savePaper")->isEnabled());
        QVERIFY(desk.box("printerChoice")->toolTip().contains(u"CUPS"_s));
    }

    void printerOfThisKindOfPaper()
    {
        Desk desk;
        Preferences preferences{QString()};
        PrintChoices choices(&preferences);
        choices.set(PaperKind::Receipt, {u"roll"_s, u"tray-2"_s, u"A5"_s, 2});
        desk.services.preferences = &preferences;
        desk.receipt();
        QCOMPARE(desk.box("printerChoice")->currentData().toString(), u"roll"_s);
        desk.button("printPaper")->click();
        QTRY_COMPARE(desk.printer.usedOptions.size(), 1);
        QCOMPARE(desk.printer.usedOptions.last().tray, u"tray-2"_s);
        QCOMPARE(desk.printer.usedOptions.last().copies, 2);
        QVERIFY(desk.settled());
        desk.box("printerChoice")->setCurrentIndex(1); // another printer: its own trays and papers
        desk.button("printPaper")->click();
        QTRY_COMPARE(desk.printer.usedOptions.size(), 2);
        QVERIFY(desk.printer.usedOptions.last().tray.isEmpty()
                && desk.printer.usedOptions.last().media.isEmpty());
    }

    void withoutPrinterOnlyAFile()
    {
        Desk desk;
        desk.printer.there.clear();
        QTemporaryDir dir;
        desk.dialogs.fileAnswer = dir.filePath(u"r.pdf"_s);
        desk.receipt();
        QVERIFY(!desk.button("printPaper")->isEnabled());
        QTest::keyClick(desk.dialog.get(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(desk.dialogs.fileAnswer); }));
        QVERIFY(desk.settled());
        QFile file(desk.dialogs.fileAnswer);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF"));
        QCOMPARE(desk.printed(true).size(), 1);
        QVERIFY(desk.printed().isEmpty()); // a file is no print

        desk.dialogs.fileAnswer = u"/nonexistent/r.pdf"_s;
        desk.button("savePaper")->click();
        QVERIFY(QTest::qWaitFor([&] { return desk.label("paperMessage")->text().contains(u"tulis"_s); }));
        desk.dialogs.fileAnswer.clear(); // given up: nothing is noted
        const auto noted = desk.printed(true).size();
        desk.button("savePaper")->click();
        QCOMPARE(desk.printed(true).size(), noted);
    }

    void cardOfAnActiveMember()
    {
        Desk desk;
        desk.card(u"0009999999991"_s);
        QVERIFY(!desk.label("paperRefusal")->isVisible());
        // KIS Digital comes first for this segment: the cursor stands where the reason is typed.
        auto *words = desk.dialog->findChild<QLineEdit *>(u"cardReasonText"_s);
        QVERIFY(words->isVisible() && words->hasFocus());
        QTest::keyClick(desk.dialog.get(), Qt::Key_P, Qt::ControlModifier);
        QVERIFY(!desk.button("printPaper")->isEnabled() && !desk.button("savePaper")->isEnabled());
        QTest::keyClicks(words, u"tidak punya ponsel"_s);
        QTest::keyClick(words, Qt::Key_P, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return desk.printer.papers.size() == 1; }));
        const QString text = textOf(*desk.printer.papers.first());
        QVERIFY(text.contains(u"0009999999991"_s) && text.contains(u"SARI DEWI"_s));
        QTRY_COMPARE(desk.printed(), QStringList{u"card 0009999999991"_s});
        QVERIFY(desk.settled());
        const auto prints = desk.office.cards().printsOf(u"card"_s, u"0009999999991"_s).value();
        QCOMPARE(prints.size(), 1);
        QCOMPARE(prints.first().state, PrintState::Out);
        QCOMPARE(prints.first().input.reason, u"tidak punya ponsel"_s);
        QCOMPARE(prints.first().input.name, u"SARI DEWI"_s);
        QCOMPARE(prints.first().input.blank, u"white"_s);
        QCOMPARE(desk.office.cards().waiting({}, 9).value().size(), 1);
    }

    void aReprintShowsItsDocuments()
    {
        Desk desk;
        const MemberView sari = desk.office.families.first().members.first();
        const qint64 first
            = desk.office.cards().noteSent(cardPrint(desk.office.families.first(), sari)).result().value().id;
        desk.office.cards().noteOut(first);
        desk.card(sari.card);
        auto *why = desk.box("reprintReason");
        QTRY_VERIFY(why->isVisible() && why->hasFocus());
        QVERIFY(!desk.button("printPaper")->isEnabled());
        QTest::keyClick(why, Qt::Key_Down); // lost
        const auto boxes = [&] {
            QStringList names;
            for (const QCheckBox *box : desk.dialog->findChildren<QCheckBox *>())
                names += box->objectName();
            return names;
        };
        QCOMPARE(boxes(), (QStringList{u"seen-KTP"_s, u"seen-KK"_s, u"seen-LOSS-STATEMENT"_s}));
        QTest::keyClick(why, Qt::Key_Tab);
        QTest::keyClick(desk.box("reprintCollector"), Qt::Key_Down); // somebody outside the family card
        QCOMPARE(boxes().size(), 4);
        QVERIFY(boxes().contains(u"seen-PROXY-LETTER"_s));
        QTest::keyClick(desk.box("reprintCollector"), Qt::Key_Tab);
        for (int i = 0; i < 4; ++i) {
            QVERIFY2(!desk.button("printPaper")->isEnabled(), qPrintable(QString::number(i)));
            auto *box = qobject_cast<QCheckBox *>(QApplication::focusWidget());
            QVERIFY2(box, qPrintable(QString::number(i) + QApplication::focusWidget()->objectName()));
            QTest::keyClick(box, Qt::Key_Space);
            QTest::keyClick(box, Qt::Key_Tab);
        }
        QTest::keyClick(desk.dialog.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(desk.printer.papers.size(), 1);
        QTRY_COMPARE(desk.printed().size(), 2);
        const PrintRecord again = desk.office.cards().printsOf(u"card"_s, sari.card).value().first();
        QCOMPARE(again.serial, 2);
        QCOMPARE(again.input.reasonCode, u"lost"_s);
        QCOMPARE(again.input.collector, u"other"_s);
        QCOMPARE(again.input.documents,
                 (QStringList{u"KTP"_s, u"KK"_s, u"LOSS-STATEMENT"_s, u"PROXY-LETTER"_s}));
        QCOMPARE(desk.office.cards().print(first).value()->handOver, -1);
        QTRY_VERIFY(!desk.button("printPaper")->isEnabled()); // a third one has a reason of its own
    }

    void theFirstCardOfAPriorityGroupNeedsNoReason()
    {
        Desk desk;
        desk.office.families.first().segment = u"PBI"_s;
        desk.card(u"0009999999991"_s);
        QVERIFY(!desk.dialog->findChild<QWidget *>(u"cardReason"_s)->isVisible());
        QVERIFY(desk.button("printPaper")->isEnabled());
        desk.box("paperChoice")->setCurrentIndex(1);
        desk.button("printPaper")->click();
        QVERIFY(QTest::qWaitFor([&] { return desk.printer.papers.size() == 1; }));
        QVERIFY(!textOf(*desk.printer.papers.last()).contains(u"Nomor kartu"_s));
    }

    void noCardAndWhy_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<bool>("isPending");
        QTest::addColumn<QString>("card");
        QTest::newRow("waits for payment") << u"MENUNGGU_BAYAR"_s << false << u"0009999999991"_s;
        QTest::newRow("change waits") << u"AKTIF"_s << true << u"0009999999991"_s;
        QTest::newRow("unknown number") << u"AKTIF"_s << false << u"0001112223334"_s;
    }
    void noCardAndWhy()
    {
        QFETCH(QString, status);
        QFETCH(bool, isPending);
        QFETCH(QString, card);
        Desk desk;
        desk.office.families.first().members.first().status = status;
        desk.office.families.first().members.first().isPending = isPending;
        desk.card(card);
        QVERIFY(desk.label("paperRefusal")->isVisible());
        QVERIFY(desk.label("paperRefusal")->text().size() > 20);
        QVERIFY(!desk.button("printPaper")->isEnabled() && !desk.button("savePaper")->isEnabled());
        QTest::keyClick(desk.dialog.get(), Qt::Key_P, Qt::ControlModifier);
        QVERIFY(desk.printer.papers.isEmpty() && desk.printed().isEmpty());
    }

    void unknownCaseHasNoReceipt()
    {
        Desk desk;
        desk.caseId = u"01930000-0000-7000-8000-999999999999"_s;
        desk.receipt();
        QVERIFY(desk.label("paperRefusal")->isVisible());
        QVERIFY(!desk.button("printPaper")->isEnabled());
    }

    void zoom()
    {
        Desk desk;
        desk.receipt();
        auto *view = desk.dialog->findChild<PaperView *>();
        view->setFocus();
        const double whole = view->scale();
        QVERIFY(whole > 1);
        QTest::keyClick(view, Qt::Key_Plus);
        QVERIFY(view->scale() > whole);
        QTest::keyClick(view, Qt::Key_0);
        QCOMPARE(view->scale(), whole);
        QTest::keyClick(view, Qt::Key_Minus);
        QVERIFY(view->scale() < whole);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(view, Qt::Key_Minus);
        QVERIFY(view->scale() >= 1);
    }

    void everyControlHasAName()
    {
        for (const QString &language : {u"en"_s, u"id"_s}) {
            m_language->set(language);
            Desk desk;
            desk.receipt();
            for (QWidget *widget : desk.dialog->findChildren<QWidget *>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                    continue;
                const auto *button = qobject_cast<QAbstractButton *>(widget);
                const bool isNamed
                    = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
                QVERIFY2(isNamed,
                         qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
            }
        }
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
};

QTEST_MAIN(TestPaperDialog)
#include "tst_paperdialog.moc"
