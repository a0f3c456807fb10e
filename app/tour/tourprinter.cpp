// SPDX-License-Identifier: Apache-2.0
#include "app/tour/tourprinter.h"

#include <QMetaObject>

namespace Loket {

using namespace Qt::StringLiterals;

QList<PrinterInfo> TourPrinter::printers() const
{
    PrinterInfo cards;
    cards.id = u"cards"_s;
    cards.name = u"Printer kartu"_s;
    cards.media = {u"CR80"_s};
    PrinterInfo office;
    office.id = u"office"_s;
    office.name = u"Printer kantor"_s;
    office.isDefault = true;
    office.media = {u"A4"_s, u"A5"_s};
    office.trays = {u"tray-1"_s, u"tray-2"_s};
    return {cards, office};
}

void TourPrinter::refresh(std::function<void(const Outcome<Nothing> &)> done)
{
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done(Nothing()); }, Qt::QueuedConnection);
}

PrintJob TourPrinter::begin(const Report &report)
{
    JobReport queued;
    queued.state = JobState::Queued;
    queued.number = ++m_count;
    QMetaObject::invokeMethod( // nothing is told of a job before it is in the queue
        this,
        [this, report, queued] {
            m_jobs.insert(queued.number, report);
            report(queued);
        },
        Qt::QueuedConnection);
    return m_count;
}

PrintJob TourPrinter::print(std::shared_ptr<const PrintDocument> document, const PrintOptions &,
                            Report report)
{
    m_last = std::move(document);
    return begin(report);
}

PrintJob TourPrinter::follow(const QString &, const QString &, Report report)
{
    return begin(report);
}

void TourPrinter::cancel(PrintJob job)
{
    if (const Report report = m_jobs.take(job)) {
        JobReport over;
        over.state = JobState::Cancelled;
        report(over);
    }
}

void TourPrinter::tell(JobState state, const Failure &failure)
{
    if (m_jobs.isEmpty())
        return;
    const PrintJob job = m_jobs.firstKey();
    JobReport now;
    now.state = state;
    now.number = job;
    now.pages = state == JobState::Done;
    now.hasBegun = state != JobState::Queued;
    now.failure = failure;
    const Report report = isOver(state) ? m_jobs.take(job) : m_jobs.value(job);
    report(now);
}

} // namespace Loket
