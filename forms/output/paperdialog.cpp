// SPDX-License-Identifier: Apache-2.0
#include "forms/output/paperdialog.h"

#include "forms/casework/focusorder.h"
#include "forms/common/comeback.h"
#include "forms/common/dialogs.h"
#include "forms/common/keybutton.h"
#include "forms/common/office.h"
#include "forms/common/pill.h"
#include "forms/common/texts.h"
#include "forms/common/whendone.h"
#include "forms/common/widgets.h"
#include "forms/output/jobtext.h"
#include "forms/output/officeworld.h"
#include "forms/output/paperview.h"
#include "forms/output/printdesk.h"
#include "model/print/printdocument.h"
#include "model/rulebook/codes.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QSaveFile>
#include <QToolButton>

namespace Loket {

using namespace Qt::StringLiterals;

PaperDialog::PaperDialog(Office &office, Dialogs &dialogs, const PaperServices &services, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_dialogs(dialogs)
    , m_services(services)
{
    comeBackAfter(this);
    build();
    connect(&m_office, &Office::changed, this, &PaperDialog::reload);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    connect(m_zoomIn, &QToolButton::clicked, m_view, &PaperView::zoomIn);
    connect(m_zoomOut, &QToolButton::clicked, m_view, &PaperView::zoomOut);
    connect(m_fit, &QToolButton::clicked, m_view, &PaperView::fit);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &PaperDialog::savePdf);
    connect(m_print, &QPushButton::clicked, this, &PaperDialog::print);
    if (!m_services.desk)
        return;
    PrintDesk *desk = m_services.desk;
    connect(desk, &PrintDesk::changed, this, [this](int id) {
        if (id == m_sent)
            showSent();
    });
    connect(desk, &PrintDesk::notNoted, this, [this](int id, const Failure &failure) {
        if (id == m_sent)
            done(tr("What became of it could not be noted: %1").arg(failureText(failure)), true);
    });
    connect(m_cameOut, &QPushButton::clicked, desk, [this, desk] { desk->answer(m_sent, true); });
    connect(m_didNot, &QPushButton::clicked, desk, [this, desk] { desk->answer(m_sent, false); });
    connect(m_takeBack, &QPushButton::clicked, desk, [this, desk] { desk->cancel(m_sent); });
}

static QString noteTroubleText(const Failure &failure)
{
    return failure.kind == FailureKind::Conflict ? codeLabel(u"problem"_s, failure.detail) + u'.'
                                                 : failureText(failure);
}

PaperWorld PaperDialog::world() const
{
    return paperWorldOf(m_office);
}

int PaperDialog::choice() const
{
    return qMax(0, m_choice->currentIndex());
}

void PaperDialog::reload()
{
    m_paper = load();
    fillPrinters();
    retranslate();
    refresh();
}

void PaperDialog::refresh()
{
    const bool isRefused = !m_paper.refusal.isEmpty();
    m_title->setText(m_paper.title);
    m_subject->setText(m_paper.subject);
    m_mark->set(m_paper.mark, m_paper.markTone);
    m_mark->setVisible(!m_paper.mark.isEmpty());
    m_copy->set(tr("Copy %1").arg(m_paper.printedBefore), Tone::Warning);
    m_copy->setVisible(m_paper.saysCopy && m_paper.printedBefore > 0 && !isRefused);
    m_refusal->setText(m_paper.refusal);
    m_refusal->setVisible(isRefused);
    m_view->setVisible(!isRefused);
    for (QToolButton *tool : {m_zoomIn, m_zoomOut, m_fit})
        tool->setEnabled(!isRefused);
    const bool isAsked = firstAsked() != nullptr;
    m_save->setEnabled(!isRefused && !isAsked && !m_busy);
    m_print->setEnabled(!isRefused && !isAsked && !isBusy() && m_printer->count() > 0);
    if (!isRefused)
        m_view->setDocument(document(m_paper.printedBefore));
}

void PaperDialog::fillPrinters()
{
    const QList<PrinterInfo> printers
        = m_services.desk ? m_services.desk->printers().printers() : QList<PrinterInfo>();
    fillPrinterBox(*m_printer, printers,
                   PrintChoices(m_services.preferences).printerFor(m_paper.kind, printers));
    m_printer->setEnabled(m_printer->count() > 0);
}

void PaperDialog::readPrinters()
{
    fillPrinters();
    if (!m_services.desk)
        return;
    m_services.desk->printers().refresh([self = QPointer<PaperDialog>(this)](const Outcome<Nothing> &read) {
        if (!self)
            return;
        self->m_trouble = read ? QString() : printFailureText(read.error());
        self->fillPrinters();
        self->retranslate();
        self->refresh();
        self->focusTheWay();
    });
}

std::function<std::shared_ptr<const PrintDocument>(int)> PaperDialog::printout()
{
    return [made = document(m_paper.printedBefore)](int) { return made; };
}

PrintInput PaperDialog::input() const
{
    PrintInput made;
    made.what = m_paper.what;
    made.reference = m_paper.reference;
    return made;
}

void PaperDialog::done(const QString &said, bool isTrouble)
{
    m_busy = false;
    reload();
    setLook(m_message, "role", isTrouble ? u"error"_s : u"muted"_s);
    m_message->setText(said);
}

const PrintLine *PaperDialog::sent() const
{
    return m_services.desk ? m_services.desk->line(m_sent) : nullptr;
}

bool PaperDialog::isUnderWay() const
{
    const PrintLine *line = sent();
    return line && (line->asks || !isOver(line->report.state));
}

void PaperDialog::showSent()
{
    const PrintLine *line = sent();
    if (!line)
        return;
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget()->isVisible();
    m_cameOut->setVisible(line->asks);
    m_didNot->setVisible(line->asks);
    m_takeBack->setVisible(!isOver(line->report.state) && line->report.state != JobState::Sending);
    const Tone tone = jobStateTone(line->report);
    done(line->isNoteTrouble ? noteTroubleText(line->report.failure) : printLineText(*line),
         tone == Tone::Danger || tone == Tone::Warning);
    if (line->asks)
        m_cameOut->setFocus();
    else if (hadFocus && !isUnderWay())
        focusTheWay();
}

void PaperDialog::print()
{
    if (!m_print->isEnabled())
        return;
    const QString printer = m_printer->currentData().toString();
    const PrintOptions options = PrintChoices(m_services.preferences).options(m_paper.kind, printer);
    m_sent = m_services.desk->send(input(), printout(), options, m_office);
    showSent();
}

void PaperDialog::savePdf()
{
    if (!m_save->isEnabled())
        return;
    const QString name = m_paper.reference + u".pdf"_s;
    const auto chosen = [self = QPointer<PaperDialog>(this)](const QString &path) {
        if (!self || path.isEmpty() || self->m_busy)
            return;
        self->m_busy = true;
        self->m_message->clear();
        self->refresh();
        whenDone(self->m_office.cards().noteFile(self->input()), self.get(),
                 [self, path](const Outcome<PrintTicket> &noted) {
                     if (noted)
                         self->writePdf(path);
                     else
                         self->done(failureText(noted.error()), true);
                 });
    };
    m_dialogs.saveFile(this, tr("Save as PDF"), name, tr("PDF files (%1)").arg(u"*.pdf"_s), chosen);
}

void PaperDialog::writePdf(const QString &path)
{
    const QByteArray pdf = pdfOf(*document(m_paper.printedBefore), m_office.clock().nowUtc());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() && file.commit())
        done(tr("Saved: %1").arg(path), false);
    else
        done(tr("The file could not be written: %1").arg(file.errorString()), true);
}

void PaperDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Print))
        print();
    else if (event->matches(QKeySequence::Save))
        savePdf();
    else
        QDialog::keyPressEvent(event);
}

void PaperDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    putInReadingOrder(this); // panels came in after the buttons below them
    focusTheWay();
    readPrinters();
}

void PaperDialog::focusTheWay()
{
    if (QWidget *asked = firstAsked()) {
        asked->setFocus();
        return;
    }
    for (QPushButton *way : std::initializer_list<QPushButton *>{m_print, m_save, m_close}) {
        if (way->isEnabled()) {
            way->setFocus();
            return;
        }
    }
}

void PaperDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        reload();
    QDialog::changeEvent(event);
}

} // namespace Loket
