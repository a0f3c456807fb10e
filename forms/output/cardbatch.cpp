// SPDX-License-Identifier: Apache-2.0
#include "forms/output/cardbatch.h"

#include "forms/common/comeback.h"
#include "forms/common/emptystate.h"
#include "forms/common/format.h"
#include "forms/common/keybutton.h"
#include "forms/common/listtable.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/widgets.h"
#include "forms/output/cardbatchdesk.h"
#include "forms/output/cardbatchmodel.h"
#include "forms/output/cardreasondialog.h"
#include "forms/output/jobtext.h"
#include "model/rulebook/rulebook.h"

#include <QComboBox>
#include <QEvent>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QStackedWidget>

namespace Loket {

using namespace Qt::StringLiterals;

CardBatch::CardBatch(CardBatchDesk &desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_model(new CardBatchModel(desk, this))
{
    comeBackAfter(this);
    build();
    connect(&m_desk, &CardBatchDesk::listed, this, [this] {
        m_model->relist();
        refresh();
    });
    connect(&m_desk, &CardBatchDesk::changed, this, [this] {
        m_model->restate();
        refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CardBatch::refresh);
    connect(m_print, &QPushButton::clicked, this, &CardBatch::print);
    connect(m_fromHere, &QPushButton::clicked, this, &CardBatch::printFromCurrent);
    connect(m_pause, &QPushButton::clicked, &m_desk, &CardBatchDesk::pause);
    connect(m_takeBack, &QPushButton::clicked, &m_desk, &CardBatchDesk::cancel);
    connect(m_cameOut, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_didNot, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_end, &QPushButton::clicked, &m_desk, &CardBatchDesk::finish);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    fillPrinters();
    refresh();
}

void CardBatch::fillPrinters()
{
    const QList<PrinterInfo> printers = m_desk.printers().printers();
    const QString usual = m_desk.hasBegun()
        ? m_desk.printer()
        : PrintChoices(m_desk.preferences()).printerFor(PaperKind::Card, printers);
    fillPrinterBox(*m_printer, printers, usual);
    m_printer->setPlaceholderText(m_trouble.isEmpty() ? tr("no printer found") : tr("no print service"));
    if (m_desk.hasBegun())
        m_stock->setCurrentIndex(m_desk.stock() == CardStock::Preprinted ? 1 : 0);
}

void CardBatch::print()
{
    if (m_print->isEnabled())
        printFrom(qMax(0, m_desk.nextWaitingRow()));
}

void CardBatch::printFromCurrent()
{
    if (m_fromHere->isEnabled() && m_fromHere->isVisible())
        printFrom(m_table->currentRow());
}

/// A card for which KIS Digital comes first needs a reason: asked once, before anything is sent.
void CardBatch::printFrom(int row)
{
    const auto send = [this, row] {
        m_desk.print(m_printer->currentData().toString(),
                     m_stock->currentIndex() == 1 ? CardStock::Preprinted : CardStock::Blank, row);
    };
    const int cards = m_desk.cardsWithoutReason();
    if (cards == 0) {
        send();
        return;
    }
    const Context &context = m_desk.office().context();
    auto *ask = new CardReasonDialog(cards, context.rulebooks->on(context.today), context.today, this);
    connect(ask, &QDialog::accepted, this, [this, ask, send] {
        m_desk.setReason(ask->reason());
        send();
    });
    ask->open();
}

void CardBatch::answer(bool cameOut)
{
    m_desk.answer(m_desk.firstUnclearRow(), cameOut);
    if (m_desk.firstUnclearRow() < 0 && m_print->isEnabled())
        m_print->setFocus();
}

QString CardBatch::standing() const
{
    if (!m_desk.hasBegun())
        return tr("%n chosen", nullptr, m_desk.chosen());
    QStringList parts{tr("%1 of %2 came out").arg(m_desk.count(CardFate::Out)).arg(m_desk.chosen())};
    if (const int sent = m_desk.count(CardFate::Sent) + m_desk.count(CardFate::Noting); sent > 0)
        parts += tr("%n at the printer", nullptr, sent);
    if (const int unclear = m_desk.count(CardFate::Unclear); unclear > 0)
        parts += tr("%n not known", nullptr, unclear);
    if (const int withheld = m_desk.count(CardFate::Withheld); withheld > 0)
        parts += tr("%n may not be printed", nullptr, withheld);
    return parts.join(u" · "_s);
}

QString CardBatch::message() const
{
    if (const auto trouble = m_desk.trouble(); trouble && !m_desk.isRunning()) {
        return m_desk.isLogTrouble()
            ? tr("The print log could not be written, so nothing more is sent: %1").arg(failureText(*trouble))
            : printFailureText(*trouble);
    }
    if (m_desk.isThrough())
        return tr("Every card of this batch has been seen to.");
    if (m_desk.isRunning() || m_desk.isBusy())
        return tr("Printing goes on when this window is closed.");
    if (m_desk.hasBegun())
        return tr("The batch stands. What came out is not printed again.");
    return m_trouble;
}

void CardBatch::refresh()
{
    const bool hasBegun = m_desk.hasBegun();
    const int next = m_desk.nextWaitingRow();
    const int unclear = m_desk.firstUnclearRow();
    const int current = m_table->currentRow();
    const bool canPrint = m_printer->count() > 0 && !m_desk.isRunning();
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    m_standing->setText(standing());
    m_progress->setVisible(hasBegun);
    m_progress->setMaximum(qMax(1, m_desk.chosen()));
    m_progress->setValue(m_desk.count(CardFate::Out));
    m_printer->setEnabled(canPrint && !m_desk.isBusy());
    m_stock->setEnabled(!m_desk.isBusy());
    m_question->setVisible(unclear >= 0);
    if (unclear >= 0)
        m_asked->setText(tr("Did card %1 come out, %2 of %3?")
                             .arg(QString::number(unclear + 1), groupedDigits(m_desk.rows().at(unclear).card),
                                  personName(m_desk.rows().at(unclear).name)));
    m_pause->setVisible(m_desk.isRunning());
    m_takeBack->setVisible(m_desk.isBusy());
    m_end->setVisible(hasBegun && !m_desk.isBusy() && !m_desk.isThrough() && unclear < 0);
    m_print->setText(hasBegun && next >= 0 ? tr("Go on from card %1").arg(next + 1)
                                           : tr("Print %n cards", nullptr, m_desk.chosen()));
    m_print->setEnabled(canPrint && (hasBegun ? next >= 0 : m_desk.chosen() > 0));
    const CardRunItem *item = hasBegun && current >= 0 ? m_desk.item(current) : nullptr;
    m_fromHere->setVisible(item && item->fate == CardFate::Waiting && current != next && canPrint);
    m_fromHere->setText(tr("Go on from card %1").arg(current + 1));
    const bool isTrouble = m_desk.trouble().has_value() || (!hasBegun && !m_trouble.isEmpty());
    setLook(m_message, "role", isTrouble ? u"error"_s : u"muted"_s);
    m_message->setText(message());
}

void CardBatch::done(int result)
{
    if (m_desk.isThrough()) {
        disconnect(&m_desk, nullptr, this, nullptr);
        m_desk.finish();
    }
    QDialog::done(result);
}

bool CardBatch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int row = m_table->currentRow();
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space && row >= 0 && !m_desk.hasBegun()) {
            m_desk.choose(row, !m_desk.rows().at(row).isChosen);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CardBatch::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Print))
        print();
    else
        QDialog::keyPressEvent(event);
}

void CardBatch::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_table->selectRow(0);
    m_table->setFocus();
    m_desk.printers().refresh([self = QPointer<CardBatch>(this)](const Outcome<Nothing> &read) {
        if (!self)
            return;
        self->m_trouble = read ? QString() : printFailureText(read.error());
        self->fillPrinters();
        self->refresh();
    });
}

void CardBatch::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->restate();
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace Loket
