// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Loket {

// What the store knows of printed papers, blank cards and cards that wait for their owners. Plain values.

/// What became of a print. Words: codes.csv, kind print-state.
enum class PrintState {
    Noted,     ///< by a program that did not ask whether it came out
    File,      ///< saved as a file: in the log, but not a print
    Sent,      ///< the queue has it; counts as nothing yet
    Out,       ///< the queue says that it came out
    Failed,    ///< nothing came out, and no blank card is gone
    Confirmed, ///< an officer says that it came out
    Spoilt     ///< a blank card is gone, and nobody can use what came out
};
QString printStateWord(PrintState);
std::optional<PrintState> printStateFromWord(const QString &word);

/// What is about to be printed.
struct PrintInput {
    QString what;                         ///< "card", "receipt", …
    QString reference;                    ///< the card's number, else the reference of the case
    QString reasonCode = {};              ///< of a reprint: kind reprint-reason
    QString reason = {};                  ///< in an officer's words
    QString collector = {};               ///< of a reprint: "family" | "other"
    QStringList documents = {};           ///< codes of what was seen for it
    QString kk = {}, nik = {}, name = {}; ///< as a card says them; empty for other papers
    QString blank = {};                   ///< kind card-blank; empty: no blank card is used
    QString printer = {};
    QString batch = {}; ///< names the batch it belongs to; empty: none
    int place = 0;      ///< in the batch, from 1 on
    friend bool operator==(const PrintInput &, const PrintInput &) = default;
};

/// A print that was noted.
struct PrintTicket {
    qint64 id = 0;
    int serial = 0; ///< which print of this paper it is: 1, 2, …; 0: a file
};

/// A line of the print log. Times are UTC.
struct PrintRecord {
    qint64 id = 0;
    PrintInput input;
    int serial = 0;
    PrintState state = PrintState::Noted;
    QDate day;
    QDateTime at;
    QString officer;
    QDateTime endedAt;   ///< when its fate was known; null: not yet
    QString endedBy;     ///< officer, or "queue"
    QString error;       ///< why it failed or was spoilt: a code or the queue's word
    qint64 handOver = 0; ///< 0: not collected, -1: a later card took its place, else it was collected
    friend bool operator==(const PrintRecord &, const PrintRecord &) = default;
};

/// How many of them were prints that somebody may hold: not files, not failed, not spoilt.
int printsThatCount(const QList<PrintRecord> &prints);

/// What happened to blank cards. Words: kind stock-event.
enum class StockEvent { Received, Used, Spoilt, Counted };
QString stockEventWord(StockEvent);
std::optional<StockEvent> stockEventFromWord(const QString &word);

struct StockInput {
    StockEvent kind = StockEvent::Received; ///< not Used: that comes with a print
    QString blank;                          ///< kind card-blank
    int amount = 0;                         ///< cards that came, were spoilt, or were counted
    QString box = {};                       ///< number of the box or batch of a Received
    QString reasonCode = {};                ///< of a Spoilt: kind spoil-reason
    QString reason = {}; ///< in an officer's words; a Counted that changes the number needs one
    friend bool operator==(const StockInput &, const StockInput &) = default;
};

/// A line of the stock's history.
struct StockEntry {
    qint64 id = 0;
    StockInput what;
    int change = 0; ///< of what is left
    QString card;   ///< number of the card that was printed; empty: none
    QDate day;
    QDateTime at;
    QString officer;
    friend bool operator==(const StockEntry &, const StockEntry &) = default;
};

/// How many blank cards of one kind there are.
struct StockLevel {
    QString blank;
    int received = 0, used = 0, spoilt = 0;
    int corrected = 0;   ///< by counting: more (+) or fewer (-) than the book said
    int left = 0;        ///< may be below 0 when receipts were not noted
    bool isKept = false; ///< somebody ever noted a receipt or counted
    friend bool operator==(const StockLevel &, const StockLevel &) = default;
};

/// Who took a card. collector: kind card-collector.
struct HandOverInput {
    QString collector;
    QString name = {};     ///< of who is not the member
    QString letter = {};   ///< number and date of the letter of authority
    QString identity = {}; ///< what was shown: a code of the kind document
    QString note = {};
    friend bool operator==(const HandOverInput &, const HandOverInput &) = default;
};

/// A card that was collected.
struct HandedCard {
    PrintRecord print;
    HandOverInput given;
    QDate day;
    QDateTime at;
    QString officer;
    friend bool operator==(const HandedCard &, const HandedCard &) = default;
};

/// For the home page and the rail.
struct CardCounts {
    int waiting = 0; ///< printed and not collected
    int overdue = 0; ///< of those, printed before the day asked for
    int open = 0;    ///< sent to a printer, fate not known
    friend bool operator==(const CardCounts &, const CardCounts &) = default;
};

} // namespace Loket
