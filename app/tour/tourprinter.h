// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/printerport.h"

#include <QMap>
#include <QObject>

namespace Loket {

/// Two printers, of cards and of the office, whose jobs go on when the tour says so.
class TourPrinter final : public QObject, public PrinterPort
{
public:
    QList<PrinterInfo> printers() const override;
    void refresh(std::function<void(const Outcome<Nothing> &)> done) override;
    PrintJob print(std::shared_ptr<const PrintDocument> document, const PrintOptions &options,
                   Report report) override;
    PrintJob follow(const QString &printer, const QString &key, Report report) override;
    void cancel(PrintJob job) override;

    int waiting() const { return int(m_jobs.size()); }
    std::shared_ptr<const PrintDocument> last() const { return m_last; } ///< what was printed last
    /// How the job that has waited longest stands now.
    void tell(JobState state, const Failure &failure = {});

private:
    PrintJob begin(const Report &report);

    QMap<PrintJob, Report> m_jobs; ///< not over yet
    std::shared_ptr<const PrintDocument> m_last;
    PrintJob m_count = 0;
};

} // namespace Loket
