// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/printerport.h"

#include <QHash>
#include <QObject>
#include <QThread>

#include <atomic>

namespace Loket {

class CupsWorker;

/// How patiently a print service is asked.
struct CupsPatience {
    int pollMs = 400;          ///< between two looks at jobs that are not over; grows to pollMostMs
    int pollMostMs = 3000;     ///< while nothing changes
    double answerSeconds = 10; ///< for one question
    int silentMs = 5 * 60000;  ///< a service that does not answer for so long: its jobs are Lost
};

/// The printers of the print service (CUPS). Papers become PDFs and jobs on a thread of its own.
class CupsPrinter final : public PrinterPort
{
public:
    explicit CupsPrinter(const CupsPatience &patience = {});
    ~CupsPrinter() override; ///< waits for one question to the service at most; jobs go on without us

    QList<PrinterInfo> printers() const override { return m_printers; }
    void refresh(std::function<void(const Outcome<Nothing> &)> done) override;
    PrintJob print(std::shared_ptr<const PrintDocument> document, const PrintOptions &options,
                   Report report) override;
    PrintJob follow(const QString &printer, const QString &key, Report report) override;
    void cancel(PrintJob job) override;

private:
    void tell(PrintJob job, const JobReport &report);

    QObject m_here; ///< what the worker calls back to: the window's thread
    QThread m_thread;
    std::atomic_bool m_isEnding = false;
    CupsWorker *m_worker; ///< lives on m_thread, which deletes it
    QList<PrinterInfo> m_printers;
    QHash<PrintJob, Report> m_reports;
    PrintJob m_last = 0;
};

} // namespace Loket
