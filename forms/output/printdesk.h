// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/printerport.h"

#include <QList>
#include <QObject>

namespace Loket {

class Office;

/// What the print log is told about a paper.
struct PrintNote {
    QString what; ///< "receipt", "card", …: key of the print log
    QString reference;
    QString reason; ///< why it is printed again; empty: for the first time
};

/// A paper on its way to a printer, or what became of it.
struct PrintLine {
    int id = 0;
    PrintNote note;
    QString title;   ///< of the job
    QString printer; ///< as people call it
    JobReport report;
    bool asks = false; ///< nobody but the officer can say whether it came out
    bool isOut = false;
};

/// Sees every paper through until the queue or the officer says that it came out; only then it is noted as
/// printed. Outlives the dialogs that print, dies with the window.
class PrintDesk : public QObject
{
    Q_OBJECT

public:
    explicit PrintDesk(PrinterPort &printers, QObject *parent = nullptr);

    PrinterPort &printers() const { return m_printers; }
    /// The id of the line. `office` outlives this desk.
    int send(std::shared_ptr<const PrintDocument> document, const PrintOptions &options,
             const PrintNote &note, Office &office);
    void cancel(int id);
    void answer(int id, bool cameOut); ///< what the officer saw, of a line that asks

    const QList<PrintLine> &lines() const { return m_lines; } ///< newest last; of this run of the program
    const PrintLine *line(int id) const;
    /// Papers of this kind and reference that may come out yet.
    int underWay(const QString &what, const QString &reference) const;

Q_SIGNALS:
    void changed(int id);
    void notNoted(int id, const Loket::Failure &failure); ///< it came out, but the print log doesn't know

private:
    void take(int id, const JobReport &report);
    void note(PrintLine &line);
    PrintLine *find(int id);

    PrinterPort &m_printers;
    QList<PrintLine> m_lines;
    QHash<int, PrintJob> m_jobs;
    QHash<int, Office *> m_offices;
    int m_last = 0;
};

} // namespace Loket
