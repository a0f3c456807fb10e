// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QList>
#include <QPoint>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace Loket {

class PrintDocument;

/// A printer of this computer, as its queue described it last.
struct PrinterInfo {
    QString id; ///< what the system calls it
    QString name;
    bool isDefault = false;
    bool isAccepting = true; ///< takes new jobs
    bool isStopped = false;  ///< takes them, but prints none until somebody starts it again
    QStringList reasons; ///< IPP keywords of its state: "media-empty", "cover-open"; none: nothing is wrong
    QStringList trays;   ///< IPP media sources or the driver's slots; empty: there is no choice
    QStringList media;   ///< names of the papers that its driver knows
    friend bool operator==(const PrinterInfo &, const PrinterInfo &) = default;
};

/// How a paper is put on a printer.
struct PrintOptions {
    QString printer; ///< PrinterInfo::id
    int copies = 1;
    QString tray;  ///< one of PrinterInfo::trays; empty: as the printer is set up
    QString media; ///< one of PrinterInfo::media; empty: the document's own size
    QPoint offset; ///< tenths of a millimetre, right and down: where this printer's page really begins
    QString title; ///< of the job: a reference only, everybody at the queue sees it; empty: the document's
    QString key;   ///< unique; finds the job again after a restart. Empty: one is made
};

enum class JobState {
    Sending,   ///< on its way into the queue
    Queued,    ///< waits for its turn
    Printing,  ///< the printer is at it
    Held,      ///< waits for somebody: the printer is stopped or the job is held back
    Silent,    ///< the print service doesn't answer now; what became of the job is not known yet
    Done,      ///< the queue says that it came out
    Failed,    ///< it did not come out, or only a part of it
    Cancelled, ///< somebody took it back
    Lost       ///< nobody can say any more: only a look at the printer can
};

/// How a job stands.
struct JobReport {
    JobState state = JobState::Sending;
    int number = 0;        ///< the queue's number of the job; 0: none yet
    int pages = 0;         ///< that came out, as far as the queue counts them
    bool hasBegun = false; ///< the printer was at it: something may have come out
    QStringList reasons;   ///< of the printer, while it stands
    Failure failure;       ///< of Failed and Lost
    friend bool operator==(const JobReport &, const JobReport &) = default;
};

constexpr bool isOver(JobState state)
{
    return state >= JobState::Done;
}

/// A print of this run of the program.
using PrintJob = int;

/// Puts papers on printers and says what becomes of them. Lives on the window's thread, waits for nothing:
/// the talk with the print service goes on elsewhere. Nothing counts as printed before its job is Done.
class PrinterPort
{
public:
    using Report = std::function<void(const JobReport &)>;

    virtual ~PrinterPort() = default;
    /// The printers as they were read last; empty: none, or not read yet.
    virtual QList<PrinterInfo> printers() const = 0;
    /// Reads them again. `done` comes later, exactly once, on the window's thread; after it printers() is
    /// new. A print service that does not answer is a Network failure.
    virtual void refresh(std::function<void(const Outcome<Nothing> &)> done) = 0;

    /// Prints every page in its own size, without scaling. `report` comes later on the window's thread, with
    /// every change, and ends with exactly one report that isOver() (none when the port goes before).
    virtual PrintJob print(std::shared_ptr<const PrintDocument> document, const PrintOptions &options,
                           Report report)
        = 0;
    /// Reports on a job that an earlier run of the program printed with this printer and key; Lost with a
    /// Missing failure when the queue knows of none.
    virtual PrintJob follow(const QString &printer, const QString &key, Report report) = 0;
    /// Takes a job back. Its report then says what became of it: it may be too late.
    virtual void cancel(PrintJob job) = 0;
};

} // namespace Loket
