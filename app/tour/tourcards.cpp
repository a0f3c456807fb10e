// SPDX-License-Identifier: Apache-2.0
#include "app/tour/tour.h"

#include "forms/common/office.h"
#include "forms/output/paperview.h"
#include "forms/shell/mainwindow.h"
#include "model/print/cardbuild.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QProgressBar>
#include <QScrollArea>
#include <QTableView>

// The steps of the tour around cards: why one is printed, blank cards, hand-over, and what the applicant
// takes home.

namespace Loket {

using namespace Qt::StringLiterals;

/// KIS Digital comes first for most: the dialog opens with the cursor where the reason is typed.
Script Tour::sayReason()
{
    co_await Until(u"the card"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    const QWidget *words = QApplication::activeModalWidget()->findChild<QWidget *>(u"cardReasonText"_s);
    if (words && words->isVisible()) {
        co_await Until(u"the cursor at the reason"_s, [words] { return words->hasFocus(); });
        m_hand.type(u"tidak punya ponsel"_s);
    }
    co_await settle();
}

Script Tour::cardRoom()
{
    window().go(Place::Cards);
    m_hand.press(Qt::Key_PageUp, Qt::ControlModifier); // from the first room to the last one
    co_await picture(u"stok-kosong"_s);
    m_hand.press(Qt::Key_Space);
    co_await Until(u"the count"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    m_hand.type(u"40"_s);
    co_await pictureOf(QApplication::activeModalWidget(), u"hitung-kartu"_s);
    m_hand.press(Qt::Key_Return);
    co_await backToWindow();
    co_await Until(u"the stock"_s, [this] { return shown(u"stockHistory"_s) != nullptr; });

    // A tour has no printer: the queue's word is put in its place.
    CardLedger &ledger = m_application->office().cards();
    const auto family = m_application->office().family(m_kk);
    for (const MemberView &member : family.value()->members) {
        PrintInput input = cardPrint(*family.value(), member);
        input.blank = u"white"_s;
        const auto sent = ledger.noteSent(input);
        co_await Until(u"the print"_s, [&sent] { return sent.isFinished(); });
        const auto ticket = sent.result();
        if (!ticket)
            throw ScriptError(u"the print of a card: "_s + ticket.error().detail);
        ledger.noteOut(ticket.value().id);
    }
    co_await Until(u"the cards"_s,
                   [&ledger] { return ledger.counts().waiting > 0 && ledger.counts().open == 0; });
    co_await picture(u"stok"_s);
    m_hand.press(Qt::Key_PageUp, Qt::ControlModifier);
    co_await picture(u"ambil-kartu"_s);
    m_hand.press(Qt::Key_Return);
    co_await Until(u"who takes it"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    m_hand.press(Qt::Key_Down);
    m_hand.press(Qt::Key_Down);
    m_hand.enter({});
    m_hand.enter(u"Joko Susilo"_s);
    m_hand.type(u"12/SK/2026"_s);
    co_await pictureOf(QApplication::activeModalWidget(), u"serah-kartu"_s);
    m_hand.press(Qt::Key_Return);
    co_await backToWindow();
    co_await settle();
    m_hand.press(Qt::Key_PageUp, Qt::ControlModifier);
    co_await message();
}

Script Tour::cardPages()
{
    m_hand.press(Qt::Key_PageDown, Qt::ControlModifier);
    co_await picture(u"ambil-kartu"_s);
    m_hand.press(Qt::Key_PageDown, Qt::ControlModifier);
    co_await picture(u"stok"_s);
    m_hand.press(Qt::Key_PageDown, Qt::ControlModifier);
    co_await message();
}

Script Tour::message()
{
    window().showReady(m_caseId, {});
    co_await Until(u"the message"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    co_await pictureOf(QApplication::activeModalWidget(), u"pesan"_s);
    m_hand.press(Qt::Key_Escape);
    co_await backToWindow();
}

/// A batch of cards: chosen, running, one of which nobody knows, done.
Script Tour::batch()
{
    constexpr int cards = 8;
    QStringList numbers;
    while (numbers.size() < cards && !m_unprinted.isEmpty())
        numbers += m_unprinted.takeFirst();
    if (const auto family = m_application->office().family(m_kk); family && family.value())
        numbers.insert(2, family.value()->members.first().card); // printed already: not by a batch
    window().showCards(numbers);
    co_await Until(u"the batch"_s, [] { return QApplication::activeModalWidget() != nullptr; });
    QWidget *dialog = QApplication::activeModalWidget();
    co_await settle();
    m_hand.press(Qt::Key_Down);
    m_hand.press(Qt::Key_Space);
    co_await pictureOf(dialog, u"kartu-massal"_s);
    const std::function<bool()> isAtPrinter = [this] { return m_printer->waiting() > 1; };
    m_hand.press(Qt::Key_P, Qt::ControlModifier);
    // Asked where KIS Digital comes first for one of them.
    const std::function<bool()> isAskedOrSent
        = [this, dialog] { return QApplication::activeModalWidget() != dialog || m_printer->waiting() > 0; };
    co_await Until(u"the question why"_s, isAskedOrSent);
    if (QWidget *why = QApplication::activeModalWidget(); why != dialog) {
        co_await sayReason();
        co_await pictureOf(why, u"kartu-massal-alasan"_s);
        m_hand.press(Qt::Key_Return);
    }
    for (int out = 0; out < 2; ++out) {
        co_await Until(u"cards at the printer"_s, isAtPrinter);
        co_await settle();
        m_printer->tell(JobState::Done);
    }
    co_await settle();
    m_printer->tell(JobState::Printing);
    co_await pictureOf(dialog, u"kartu-massal-berjalan"_s);
    m_printer->tell(JobState::Failed, {FailureKind::Io, u"ribbon"_s});
    const std::function<bool()> stands = [this] {
        m_printer->tell(JobState::Done); // what is at the printer comes out
        return shown(u"batchDidNot"_s) && !shown(u"batchTakeBack"_s);
    };
    co_await Until(u"the question what came out"_s, stands);
    co_await pictureOf(dialog, u"kartu-massal-gagal"_s);
    m_hand.click(find(u"batchDidNot"_s));
    co_await Until(u"the batch to go on"_s, [this] { return find(u"batchPrint"_s)->isEnabled(); });
    m_hand.press(Qt::Key_P, Qt::ControlModifier);
    const auto *progress = dialog->findChild<QProgressBar *>(u"batchProgress"_s);
    const std::function<bool()> isThrough = [this, progress] {
        m_printer->tell(JobState::Done);
        return progress->value() == progress->maximum();
    };
    co_await Until(u"every card"_s, isThrough);
    co_await pictureOf(dialog, u"kartu-massal-selesai"_s);
    m_hand.press(Qt::Key_Escape);
    co_await backToWindow();
}

/// The receipt that is open: on the screen, at the printer, and when only the officer knows.
Script Tour::printed()
{
    QWidget *dialog = QApplication::activeModalWidget();
    co_await pictureOf(dialog, u"tanda-terima"_s);
    m_hand.press(Qt::Key_P, Qt::ControlModifier);
    co_await Until(u"the job"_s, [this] { return m_printer->waiting() > 0; });
    co_await settle();
    m_printer->tell(JobState::Printing);
    co_await pictureOf(dialog, u"tanda-terima-dicetak"_s);
    m_printer->tell(JobState::Lost, {FailureKind::Missing, u"no such job"_s});
    co_await Until(u"the question what came out"_s, [this] { return shown(u"cameOut"_s) != nullptr; });
    co_await pictureOf(dialog, u"tanda-terima-tak-jelas"_s);
    m_hand.click(find(u"cameOut"_s));
    co_await settle();
    m_hand.press(Qt::Key_Escape);
    co_await backToWindow();
}

/// The printers of the settings, as they stand for cards, and the page that measures one.
Script Tour::calibration()
{
    auto *kind = qobject_cast<QComboBox *>(find(u"printKind"_s));
    kind->setFocus();
    while (kind->currentIndex() != 1)
        m_hand.press(kind->currentIndex() < 1 ? Qt::Key_Down : Qt::Key_Up);
    auto *printer = qobject_cast<QComboBox *>(find(u"printPrinter"_s));
    printer->setFocus();
    while (printer->currentIndex() != 1)
        m_hand.press(printer->currentIndex() < 1 ? Qt::Key_Down : Qt::Key_Up);
    co_await settle();
    m_hand.click(find(u"printCalibration"_s));
    co_await Until(u"the calibration page"_s, [this] { return m_printer->waiting() > 0; });
    co_await settle();
    m_printer->tell(JobState::Done);
    for (QWidget *area = printer; area; area = area->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(area))
            scroll->ensureWidgetVisible(find(u"printCalibration"_s));
    }
    co_await picture(u"setelan-printer-kartu"_s);
    PaperView page;
    page.setAccessibleName(u"kalibrasi"_s);
    page.setDocument(m_printer->last());
    page.resize(900, 600);
    page.show();
    co_await pictureAlone(&page, u"kalibrasi"_s);
}

} // namespace Loket
