// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/printerport.h"

#include <QMap>

namespace Loket {

/// Two printers whose jobs are done at once, refused, or stand as a test says with tell().
class FakePrinter final : public PrinterPort
{
public:
    struct Job {
        std::shared_ptr<const PrintDocument> paper;
        PrintOptions options;
        Report report;
        JobReport told;
    };

    QList<PrinterInfo> there
        = {named(u"roll", u"Printer struk", false), named(u"office", u"Printer kantor", true)};
    bool refuses = false; ///< every job fails before it begins
    bool keeps = false;   ///< jobs stay in the queue until tell()
    bool isDead = false;  ///< the print service does not answer
    QList<std::shared_ptr<const PrintDocument>> papers;
    QStringList usedPrinters;
    QList<PrintOptions> usedOptions;
    QMap<PrintJob, Job> jobs;         ///< not over yet
    QMap<QString, JobReport> history; ///< by key: what the queue remembers for follow()
    QList<PrintJob> cancelled;

    static PrinterInfo named(QStringView id, QStringView name, bool isDefault)
    {
        PrinterInfo info;
        info.id = id.toString();
        info.name = name.toString();
        info.isDefault = isDefault;
        info.media = {QStringLiteral("A4"), QStringLiteral("A5"), QStringLiteral("CR80")};
        info.trays = {QStringLiteral("auto"), QStringLiteral("tray-1"), QStringLiteral("tray-2")};
        return info;
    }

    QList<PrinterInfo> printers() const override { return isDead ? QList<PrinterInfo>() : there; }
    void refresh(std::function<void(const Outcome<Nothing> &)> done) override
    {
        if (isDead)
            done(fail(Failure{FailureKind::Network, QStringLiteral("no print service")}));
        else
            done(Nothing());
    }
    PrintJob print(std::shared_ptr<const PrintDocument> document, const PrintOptions &options,
                   Report report) override
    {
        const PrintJob job = ++m_last;
        if (refuses || isDead) {
            JobReport refused;
            refused.state = JobState::Failed;
            refused.failure
                = {isDead ? FailureKind::Network : FailureKind::Io, QStringLiteral("out of order")};
            report(refused);
            return job;
        }
        papers += document;
        usedPrinters += options.printer;
        usedOptions += options;
        jobs.insert(job, {std::move(document), options, std::move(report), {}});
        JobReport queued;
        queued.state = JobState::Queued;
        queued.number = job;
        tell(job, queued);
        if (!keeps)
            finish(job);
        return job;
    }
    PrintJob follow(const QString &printer, const QString &key, Report report) override
    {
        const PrintJob job = ++m_last;
        const auto known = history.constFind(key);
        JobReport now;
        now.state = JobState::Lost;
        now.failure = {FailureKind::Missing, QStringLiteral("no such job")};
        if (known != history.cend())
            now = *known;
        PrintOptions options;
        options.printer = printer;
        options.key = key;
        jobs.insert(job, {nullptr, options, std::move(report), {}});
        tell(job, now);
        return job;
    }
    void cancel(PrintJob job) override
    {
        cancelled += job;
        if (!jobs.contains(job))
            return;
        JobReport now = jobs[job].told;
        now.state = JobState::Cancelled;
        tell(job, now);
    }

    /// What the queue says of a job now.
    void tell(PrintJob job, const JobReport &report)
    {
        if (!jobs.contains(job))
            return;
        jobs[job].told = report;
        history[jobs[job].options.key] = report;
        const Report listener = jobs[job].report;
        if (isOver(report.state))
            jobs.remove(job);
        listener(report);
    }
    void tell(PrintJob job, JobState state, bool hasBegun = true)
    {
        JobReport report = jobs.value(job).told;
        report.state = state;
        report.hasBegun = report.hasBegun || hasBegun;
        tell(job, report);
    }
    void finish(PrintJob job)
    {
        JobReport report = jobs.value(job).told;
        report.state = JobState::Done;
        report.hasBegun = true;
        report.pages = 1;
        tell(job, report);
    }

private:
    PrintJob m_last = 0;
};

} // namespace Loket
