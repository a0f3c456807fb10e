// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/printerport.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace Loket {

/// What became of a card of a batch.
enum class CardFate {
    Waiting,  ///< not sent yet, or surely not come out: it may be sent
    Noting,   ///< being noted, before it is sent or when its fate is known
    Sent,     ///< the printer or its queue has it
    Out,      ///< it came out
    Unclear,  ///< only the officer can say whether it came out
    Withheld, ///< may not be printed any more; nothing was sent
    Spoilt    ///< came out useless; printing it again is a reprint of its own
};

/// One card of a batch.
struct CardRunItem {
    QString card;      ///< its number
    QString reference; ///< title of its job
    QString printer;   ///< that it was sent to last
    CardFate fate = CardFate::Waiting;
    qint64 print = 0; ///< its line in the print log, of the last time it was sent
    JobReport report; ///< of the last time it was sent
    QString withheld; ///< code of why it may not be printed
    friend bool operator==(const CardRunItem &, const CardRunItem &) = default;
};

/// What became of a print.
enum class CardEnd {
    Out,       ///< the queue says that it came out
    Confirmed, ///< the officer says so
    Failed     ///< nothing came out
};

/// Where a batch writes down what it does, so that a later run of the program can go on. Answers come later,
/// on the window's thread.
class CardRunLog
{
public:
    virtual ~CardRunLog() = default;
    /// Before a card is sent. `done` gets the number of the line once it is on disk; without it nothing is
    /// sent. Conflict: it is at a printer or came out already; the detail is the code of that.
    virtual void sent(int place, const CardRunItem &item, std::function<void(const Outcome<qint64> &)> done)
        = 0;
    /// `why`: of Failed. It counts once `done` says that it is on disk.
    virtual void ended(qint64 print, CardEnd end, const QString &why,
                       std::function<void(const Outcome<Nothing> &)> done)
        = 0;
};

/// Prints a batch of cards, one job a card, a few jobs at a time, every card exactly once: a card is sent
/// again only when it is sure that it did not come out. Anything that goes wrong halts the batch; what is at
/// the printer is still seen through. Lives on the window's thread; no rule of its own about who gets a card.
class CardRun
{
public:
    /// The paper of a card, when its turn comes; an error is the code of why it may not be printed any more.
    using Paper = std::function<Result<std::shared_ptr<const PrintDocument>, QString>(const CardRunItem &)>;

    /// `name` is unique and finds the batch in the print log. Port and log outlive the run.
    CardRun(const QString &name, PrinterPort &printers, CardRunLog &log, Paper paper);
    ~CardRun();
    CardRun(const CardRun &) = delete;
    CardRun &operator=(const CardRun &) = delete;

    const QString &name() const { return m_name; }
    void setItems(const QList<CardRunItem> &items); ///< before the first goOn(); fates as the log knows them
    void setOptions(const PrintOptions &options) { m_options = options; }
    void setChanged(std::function<void()> changed) { m_changed = std::move(changed); }

    /// Asks the queue what became of cards that an earlier run of the program sent. Before goOn().
    void followSent();
    /// Sends what waits, from this place on (from 0). Cards that are out stay out.
    void goOn(int from = 0);
    void pause();  ///< sends no more; what is at the printer comes out
    void cancel(); ///< sends no more and takes back what has not come out yet
    /// What the officer saw of an Unclear card. One that its queue may still print is asked after again
    /// first.
    void answer(int place, bool cameOut);

    const QList<CardRunItem> &items() const { return m_items; }
    bool isRunning() const { return m_isRunning; } ///< sends as long as there is something
    bool isBusy() const;                           ///< runs, or something is at the printer
    int count(CardFate fate) const;
    /// The first place that goOn() would send from; none: everything that can be printed is.
    std::optional<int> nextWaiting() const;
    /// Why it halted by itself; kind Cancelled: it did not.
    const Failure &trouble() const { return m_trouble; }
    bool isLogTrouble() const { return m_isLogTrouble; } ///< the trouble is the log's, not the printer's

private:
    void fill();
    void send(int place);
    void follow(int place);
    void hand(int place, const Outcome<qint64> &noted);
    void take(int place, const JobReport &report);
    void finish(int place, const JobReport &report);
    void end(int place, CardEnd end, CardFate fate, const QString &why = {});
    void halt(const Failure &why, bool isOfLog = false);
    void tell();
    QString keyOf(const CardRunItem &item, int place) const;
    /// `act` as long as this run is there.
    template <typename Act>
    auto guarded(Act act);

    const QString m_name;
    PrinterPort &m_printers;
    CardRunLog &m_log;
    Paper m_paper;
    PrintOptions m_options;
    std::function<void()> m_changed;
    QList<CardRunItem> m_items;
    QList<PrintJob> m_jobs; ///< by place; 0: none
    Failure m_trouble{FailureKind::Cancelled, {}};
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
    int m_from = 0;
    bool m_isRunning = false;
    bool m_isFilling = false;
    bool m_isTakenBack = false;
    bool m_isLogTrouble = false;
    QList<int> m_denied; ///< places that the officer says did not come out, asked after once more
};

} // namespace Loket
