// SPDX-License-Identifier: Apache-2.0
#include "forms/output/printdesk.h"

#include "forms/common/office.h"
#include "forms/common/whendone.h"
#include "model/print/printdocument.h"

#include <QPointer>

#include <algorithm>

namespace Loket {

static constexpr int kMostLines = 200; ///< older ones that are over are forgotten; the print log keeps them

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

int PrintDesk::underWay(const QString &what, const QString &reference) const
{
    return int(std::count_if(m_lines.cbegin(), m_lines.cend(), [&](const PrintLine &line) {
        return line.note.what == what && line.note.reference == reference
            && (line.asks || !isOver(line.report.state));
    }));
}

int PrintDesk::send(std::shared_ptr<const PrintDocument> document, const PrintOptions &options,
                    const PrintNote &note, Office &office)
{
    PrintLine line;
    line.id = ++m_last;
    line.note = note;
    line.title = options.title.isEmpty() ? document->title() : options.title;
    line.printer = options.printer;
    for (const PrinterInfo &printer : m_printers.printers()) {
        if (printer.id == options.printer)
            line.printer = printer.name;
    }
    if (m_lines.size() >= kMostLines && isOver(m_lines.first().report.state) && !m_lines.first().asks)
        m_lines.removeFirst();
    m_lines += line;
    m_offices.insert(line.id, &office);
    const PrintJob job
        = m_printers.print(std::move(document), options,
                           [self = QPointer<PrintDesk>(this), id = line.id](const JobReport &report) {
                               if (self)
                                   self->take(id, report);
                           });
    m_jobs.insert(line.id, job);
    return line.id;
}

void PrintDesk::take(int id, const JobReport &report)
{
    PrintLine *line = find(id);
    if (!line)
        return;
    line->report = report;
    if (report.state == JobState::Done)
        note(*line);
    else if (isOver(report.state))
        line->asks = report.hasBegun || report.state == JobState::Lost;
    Q_EMIT changed(id);
}

void PrintDesk::answer(int id, bool cameOut)
{
    PrintLine *line = find(id);
    if (!line || !line->asks)
        return;
    line->asks = false;
    if (cameOut)
        note(*line);
    Q_EMIT changed(id);
}

void PrintDesk::note(PrintLine &line)
{
    line.isOut = true;
    whenDone(m_offices.value(line.id)->notePrinted(line.note.what, line.note.reference, line.note.reason),
             this, [this, id = line.id](const Outcome<int> &before) {
                 if (!before)
                     Q_EMIT notNoted(id, before.error());
             });
}

void PrintDesk::cancel(int id)
{
    if (m_jobs.contains(id))
        m_printers.cancel(m_jobs.value(id));
}

} // namespace Loket
