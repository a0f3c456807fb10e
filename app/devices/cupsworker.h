// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/devices/cupsline.h"
#include "app/devices/cupsprinter.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace Loket {

/// What CupsPrinter does on its own thread: makes PDFs, sends them, looks after their jobs.
class CupsWorker : public QObject
{
    Q_OBJECT

public:
    using Tell = std::function<void(PrintJob, const JobReport &)>;

    CupsWorker(const CupsPatience &patience, const std::atomic_bool *isEnding, Tell tell);

    Outcome<QList<PrinterInfo>> printers() { return m_line.printers(); }
    void print(PrintJob job, const std::shared_ptr<const PrintDocument> &document, PrintOptions options);
    void follow(PrintJob job, const QString &printer, const QString &key);
    void cancel(PrintJob job);

private:
    struct Watched {
        QString printer;
        QString key;
        JobReport told;
        bool isSure = true;         ///< the service took it; false: it may have, key tells
        bool isCancelAsked = false; ///< and not handed over yet
        QElapsedTimer silence;      ///< since the service stopped answering; invalid: it answers
    };
    void watch(PrintJob job, const Watched &watched);
    void look();
    Outcome<JobReport> ask(Watched &watched);
    Outcome<JobReport> withPrinter(const Watched &watched, JobReport report);
    bool tellChange(PrintJob job, Watched &watched, const JobReport &report);
    bool tellFailure(PrintJob job, Watched &watched, const Failure &failure);

    const CupsPatience m_patience;
    const std::atomic_bool *m_isEnding;
    Tell m_tell;
    CupsLine m_line;
    QTimer *m_timer;
    QHash<PrintJob, Watched> m_watched; ///< not over yet
};

} // namespace Loket
