// SPDX-License-Identifier: Apache-2.0
#include "app/tour/tour.h"

#include "forms/common/office.h"
#include "forms/shell/mainwindow.h"
#include "model/print/cardbuild.h"

#include <QApplication>
#include <QDialog>
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
        ledger.noteOut(sent.result().value().id);
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

} // namespace Loket
