// SPDX-License-Identifier: Apache-2.0
#include "forms/output/printdesk.h"

#include "forms/common/office.h"
#include "forms/common/whendone.h"
#include "model/print/printdocument.h"

#include <QPointer>
#include <QUuid>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 200; ///< older ones that are over are forgotten; the print log keeps them
constexpr int kMostOpen = 100;
constexpr QChar kSingle = u'P'; ///< begins the name of a "batch" of one paper; card batches begin otherwise

QString singleName()
{
    return kSingle + QUuid::createUuid().toString(QUuid::Id128).left(12);
}

QString keyOf(const PrintLine &line)
{
    PrintRecord record;
    record.id = line.print;
    record.input = line.input;
    return printKey(record);
}

} // namespace

QString printKey(const PrintRecord &record)
{
    return u"%1-%2-%3"_s.arg(record.input.batch).arg(record.input.place).arg(record.id);
}

PrintDesk::PrintDesk(PrinterPort &printers, QObject *parent)
    : QObject(parent)
    , m_printers(printers)
{
    m_printers.refresh([](const Outcome<Nothing> &) {}); // so that the first dialog has them
}

PrintLine *PrintDesk::find(int id)
{
    const auto found
        = std::find_if(m_lines.begin(), m_lines.end(), [id](const PrintLine &line) { return line.id == id; });
    return found == m_lines.end() ? nullptr : &*found;
}

const PrintLine *PrintDesk::line(int id) const
{
    const auto found
        = std::find_if(m_lines.cbegin(), m_lines.cend(), [id](const PrintLine &one) { return one.id == id; });
    return found == m_lines.cend() ? nullptr : &*found;
}

PrintLine &PrintDesk::append(const PrintInput &input, Office &office)
{
    if (m_lines.size() >= kMostLines && isOver(m_lines.first().report.state) && !m_lines.first().asks)
        m_lines.removeFirst();
    PrintLine line;
    line.id = ++m_last;
    line.input = input;
    line.printer = input.printer;
    for (const PrinterInfo &printer : m_printers.printers()) {
        if (printer.id == input.printer)
            line.printer = printer.name;
    }
    m_lines += line;
    m_offices.insert(line.id, &office);
    return m_lines.last();
}

PrinterPort::Report PrintDesk::listener(int id)
{
    return [self = QPointer<PrintDesk>(this), id](const JobReport &report) {
        if (self)
            self->take(id, report);
    };
}

int PrintDesk::send(PrintInput input, const Paper &paper, const PrintOptions &options, Office &office)
{
    input.printer = options.printer;
    input.batch = singleName();
    input.place = 1;
    const int id = append(input, office).id;
    whenDone(office.cards().noteSent(input), this,
             [this, id, paper, options](const Outcome<PrintTicket> &ticket) {
                 if (ticket) {
                     hand(id, ticket.value(), paper, options);
                     return;
                 }
                 PrintLine *line = find(id);
                 line->isNoteTrouble = true;
                 line->report.state = JobState::Failed;
                 line->report.failure = ticket.error();
                 Q_EMIT changed(id);
             });
    return id;
}

void PrintDesk::hand(int id, const PrintTicket &ticket, const Paper &paper, const PrintOptions &options)
{
    PrintLine *line = find(id);
    const auto document = paper(ticket.serial - 1);
    PrintOptions whole = options;
    if (whole.title.isEmpty())
        whole.title = document->title();
    line->print = ticket.id;
    line->title = whole.title;
    whole.key = keyOf(*line);
    m_jobs.insert(id, m_printers.print(document, whole, listener(id)));
}

void PrintDesk::resume(Office &office)
{
    if (m_isResumed)
        return;
    const auto open = office.cards().openPrints(kMostOpen);
    if (!open)
        return; // asked again the next time
    m_isResumed = true;
    for (const PrintRecord &record : open.value()) {
        const bool isOurs = std::any_of(m_lines.cbegin(), m_lines.cend(), [&record](const PrintLine &line) {
            return line.input.batch == record.input.batch;
        });
        if (isOurs || !record.input.batch.startsWith(kSingle))
            continue;
        PrintLine &line = append(record.input, office);
        const int id = line.id;
        line.print = record.id;
        line.title = record.input.what == u"card" ? QString() : record.input.reference;
        m_jobs.insert(id, m_printers.follow(record.input.printer, printKey(record), listener(id)));
    }
}

void PrintDesk::take(int id, const JobReport &report)
{
    PrintLine *line = find(id);
    if (!line)
        return;
    line->report = report;
    if (report.state == JobState::Done) {
        line->isOut = true;
        note(id, m_offices.value(id)->cards().noteOut(line->print));
    } else if (isOver(report.state)) {
        const bool isGone = report.state == JobState::Lost && report.failure.kind == FailureKind::Missing;
        const bool isSettled = line->isDenied && isGone; // nobody has it any more: the officer's word holds
        line->asks = !isSettled && (report.hasBegun || report.state == JobState::Lost);
        if (!line->asks)
            note(id,
                 m_offices.value(id)->cards().noteFailed(line->print,
                                                         isSettled ? u"officer"_s : report.failure.detail));
        line->isDenied = false;
    } else if (report.state != JobState::Silent) {
        line->isDenied = false; // the queue has it after all: what the officer saw was too early
    }
    Q_EMIT changed(id);
}

void PrintDesk::answer(int id, bool cameOut)
{
    PrintLine *line = find(id);
    if (!line || !line->asks)
        return;
    line->asks = false;
    const JobReport &report = line->report;
    if (!cameOut && report.state == JobState::Lost && report.failure.kind != FailureKind::Missing) {
        // Its queue was only out of reach: it may print it yet.
        line->isDenied = true;
        line->report.state = JobState::Silent;
        m_jobs.insert(id, m_printers.follow(line->input.printer, keyOf(*line), listener(id)));
        Q_EMIT changed(id);
        return;
    }
    line->isOut = cameOut;
    CardLedger &log = m_offices.value(id)->cards();
    note(id, cameOut ? log.confirm(line->print) : log.noteFailed(line->print, u"officer"_s));
    Q_EMIT changed(id);
}

void PrintDesk::note(int id, const QFuture<Outcome<bool>> &noting)
{
    whenDone(noting, this, [this, id](const Outcome<bool> &noted) {
        if (!noted)
            Q_EMIT notNoted(id, noted.error());
    });
}

void PrintDesk::cancel(int id)
{
    if (m_jobs.contains(id))
        m_printers.cancel(m_jobs.value(id));
}

} // namespace Loket
