// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/printerport.h"
#include "model/store/cardviews.h"

#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>

namespace Loket {

class Office;

/// A paper on its way to a printer, or what became of it.
struct PrintLine {
    int id = 0;
    PrintInput input; ///< what the print log was told
    qint64 print = 0; ///< its line in the print log; 0: not noted yet
    QString title;    ///< of the job
    QString printer;  ///< as people call it
    JobReport report;
    bool asks = false;     ///< nobody but the officer can say whether it came out
    bool isDenied = false; ///< the officer saw nothing; the queue was out of reach and is asked once more
    bool isOut = false;
    bool isNoteTrouble = false; ///< the failure is the print log's, not the printer's
};

/// Finds a print of the log again at the queue; also after the program was started anew.
QString printKey(const PrintRecord &record);

/// Notes every paper as sent, hands it to its printer and sees it through until the queue or the officer says
/// what became of it. Outlives the dialogs that print, dies with the window; what is open then is taken up by
/// resume() the next time.
class PrintDesk : public QObject
{
    Q_OBJECT

public:
    explicit PrintDesk(PrinterPort &printers, QObject *parent = nullptr);

    PrinterPort &printers() const { return m_printers; }
    using Paper = std::function<std::shared_ptr<const PrintDocument>(int copy)>;
    /// The id of the line. `paper` makes the paper when its place in the log is known: 0 is the first print,
    /// n its n-th copy. `office` outlives this desk.
    int send(PrintInput input, const Paper &paper, const PrintOptions &options, Office &office);
    /// Asks after papers that an earlier run of the program left at a printer; does something once only.
    void resume(Office &office);
    void cancel(int id);
    void answer(int id, bool cameOut); ///< what the officer saw, of a line that asks

    const QList<PrintLine> &lines() const { return m_lines; } ///< newest last; of this run of the program
    const PrintLine *line(int id) const;
Q_SIGNALS:
    void changed(int id);
    void notNoted(int id, const Loket::Failure &failure); ///< the print log doesn't know what became of it

private:
    void take(int id, const JobReport &report);
    void hand(int id, const PrintTicket &ticket, const Paper &paper, const PrintOptions &options);
    void note(int id, const QFuture<Outcome<bool>> &noting);
    PrintLine &append(const PrintInput &input, Office &office);
    PrinterPort::Report listener(int id);
    PrintLine *find(int id);

    PrinterPort &m_printers;
    QList<PrintLine> m_lines;
    QHash<int, PrintJob> m_jobs;
    QHash<int, Office *> m_offices;
    int m_last = 0;
    bool m_isResumed = false;
};

} // namespace Loket
