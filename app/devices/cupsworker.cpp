// SPDX-License-Identifier: Apache-2.0
#include "app/devices/cupsworker.h"

#include "model/print/printdocument.h"

namespace Loket {

using namespace Qt::StringLiterals;

static constexpr double kMillimetresPerTenth = 0.1;

CupsWorker::CupsWorker(const CupsPatience &patience, const std::atomic_bool *isEnding, Tell tell)
    : m_patience(patience)
    , m_isEnding(isEnding)
    , m_tell(std::move(tell))
    , m_line(patience.answerSeconds, isEnding)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(m_patience.pollMs);
    connect(m_timer, &QTimer::timeout, this, &CupsWorker::look);
}

void CupsWorker::watch(PrintJob job, const Watched &watched)
{
    m_watched.insert(job, watched);
    m_timer->start(m_patience.pollMs);
}

void CupsWorker::print(PrintJob job, const std::shared_ptr<const PrintDocument> &document,
                       PrintOptions options)
{
    if (*m_isEnding)
        return;
    if (options.title.isEmpty())
        options.title = document->title();
    const QPointF offset = QPointF(options.offset) * kMillimetresPerTenth;
    const QByteArray pdf = pdfOf(*document, QDateTime::currentDateTimeUtc(), offset);
    Watched watched;
    watched.printer = options.printer;
    watched.key = options.key;

    // A printer that takes no jobs is told before anything goes out: then it is sure that nothing came out.
    const auto printer = m_line.printer(options.printer);
    JobReport refusal;
    refusal.state = JobState::Failed;
    if (!printer)
        refusal.failure = printer.error();
    else if (!printer.value())
        refusal.failure = {FailureKind::Missing, u"no printer %1"_s.arg(options.printer)};
    else if (!printer.value()->isAccepting)
        refusal.failure = {FailureKind::Busy, u"printer %1 takes no jobs"_s.arg(options.printer)};
    if (!refusal.failure.detail.isEmpty()) {
        m_tell(job, refusal);
        return;
    }
    const auto sent = m_line.send(pdf, document->pageSize(), options);
    if (sent) {
        watched.told.number = sent.value();
        watched.told.state = JobState::Queued;
        m_tell(job, watched.told);
        watch(job, watched);
    } else if (sent.error().kind == FailureKind::Network) {
        watched.isSure = false; // the answer is missing, not perhaps the job
        watched.told.state = JobState::Silent;
        watched.silence.start();
        m_tell(job, watched.told);
        watch(job, watched);
    } else {
        refusal.failure = sent.error();
        m_tell(job, refusal);
    }
}

void CupsWorker::follow(PrintJob job, const QString &printer, const QString &key)
{
    Watched watched;
    watched.printer = printer;
    watched.key = key;
    watched.isSure = false;
    watch(job, watched);
    m_timer->start(0);
}

void CupsWorker::cancel(PrintJob job)
{
    const auto found = m_watched.find(job);
    if (found == m_watched.end())
        return; // it is over already
    found->isCancelAsked = true;
    m_timer->start(0);
}

/// How the queue sees the job now; Missing: it knows none.
Outcome<JobReport> CupsWorker::ask(Watched &watched)
{
    if (watched.told.number == 0) {
        const auto number = m_line.find(watched.printer, watched.key);
        if (!number)
            return fail(number.error());
        if (!number.value())
            return fail(Failure{FailureKind::Missing, u"the queue has no such job"_s});
        watched.told.number = *number.value();
        watched.isSure = true;
    }
    if (watched.isCancelAsked) {
        const auto cancelled = m_line.cancel(watched.told.number);
        if (!cancelled && cancelled.error().kind == FailureKind::Network)
            return fail(cancelled.error());
        watched.isCancelAsked = false; // otherwise it was over: the report tells
    }
    const auto report = m_line.job(watched.told.number);
    if (!report)
        return fail(report.error());
    if (!report.value())
        return fail(Failure{FailureKind::Missing, u"the queue forgot job %1"_s.arg(watched.told.number)});
    return withPrinter(watched, *report.value());
}

/// A job that waits at a printer that stands is held, whatever its own state says.
Outcome<JobReport> CupsWorker::withPrinter(const Watched &watched, JobReport report)
{
    if (isOver(report.state))
        return report;
    const auto printer = m_line.printer(watched.printer);
    if (!printer)
        return fail(printer.error());
    if (!printer.value())
        return fail(Failure{FailureKind::Missing, u"no printer %1 any more"_s.arg(watched.printer)});
    report.reasons = printer.value()->reasons;
    if (printer.value()->isStopped && report.state == JobState::Queued)
        report.state = JobState::Held;
    return report;
}

bool CupsWorker::tellChange(PrintJob job, Watched &watched, const JobReport &now)
{
    JobReport report = now;
    report.hasBegun = report.hasBegun || watched.told.hasBegun;
    watched.silence.invalidate();
    if (report == watched.told)
        return false;
    watched.told = report;
    m_tell(job, report);
    return true;
}

bool CupsWorker::tellFailure(PrintJob job, Watched &watched, const Failure &failure)
{
    JobReport report = watched.told;
    if (failure.kind == FailureKind::Missing || failure.kind == FailureKind::Denied) {
        report.state = JobState::Lost;
    } else if (failure.kind == FailureKind::Cancelled) {
        return false; // the program ends; the job goes on without us
    } else {
        if (!watched.silence.isValid())
            watched.silence.start();
        report.state = watched.silence.hasExpired(m_patience.silentMs) ? JobState::Lost : JobState::Silent;
    }
    if (report.state == watched.told.state)
        return false;
    report.failure = failure;
    watched.told = report;
    m_tell(job, report);
    return true;
}

void CupsWorker::look()
{
    bool isAnyNew = false;
    const QList<PrintJob> jobs = m_watched.keys();
    for (const PrintJob job : jobs) {
        if (*m_isEnding)
            return;
        Watched &watched = m_watched[job];
        const auto report = ask(watched);
        isAnyNew
            = (report ? tellChange(job, watched, report.value()) : tellFailure(job, watched, report.error()))
            || isAnyNew;
        if (isOver(watched.told.state))
            m_watched.remove(job);
    }
    if (m_watched.isEmpty())
        return;
    const int slower = qMin(m_patience.pollMostMs, m_timer->interval() * 3 / 2);
    m_timer->start(isAnyNew ? m_patience.pollMs : qMax(slower, m_patience.pollMs));
}

} // namespace Loket
