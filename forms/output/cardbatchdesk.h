// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/output/printchoices.h"
#include "model/print/carddocument.h"
#include "model/print/cardrun.h"
#include "model/store/cardviews.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace Loket {

class Office;
class Preferences;

/// A card in the list of a batch.
struct CardBatchRow {
    QString card;
    QString name;
    PrintInput print;         ///< as the card says it
    QString title;            ///< of its job
    QString refusal;          ///< code of why it can't be in a batch; empty: it can
    bool needsReason = false; ///< KIS Digital comes first
    bool isChosen = false;
    int place = -1; ///< in the run; -1: it is not in it
    friend bool operator==(const CardBatchRow &, const CardBatchRow &) = default;
};

/// The one batch of cards of this workplace: which cards, on what, and how far it is. Outlives its window, so
/// that printing goes on when that is closed; what it sent stands in the print log, which cards were chosen
/// in the preferences, so that it can go on after the program was started again.
class CardBatchDesk : public QObject
{
    Q_OBJECT

public:
    CardBatchDesk(PrinterPort &printers, Preferences *preferences, QObject *parent = nullptr);
    ~CardBatchDesk() override;

    /// Lists these cards, unless a batch is not through yet. `office` outlives this desk.
    void list(const QStringList &cards, Office &office);
    bool resume(Office &office); ///< takes up a batch of an earlier run of the program; false: there is none
    void choose(int row, bool isChosen);

    /// How many of the chosen cards wait for an officer's reason; 0: none is to be asked.
    int cardsWithoutReason() const;
    void setReason(const QString &reason); ///< one for all of them

    /// Sends the chosen cards, or goes on from a row (0: from the first that waits).
    void print(const QString &printer, CardStock stock, int fromRow = 0);
    void pause();
    void cancel();
    void answer(int row, bool cameOut);
    void finish(); ///< the batch is over, whatever is left; only when it is not busy

    const QList<CardBatchRow> &rows() const { return m_rows; }
    const CardRunItem *item(int row) const; ///< null: not in the run
    bool hasBegun() const { return m_run != nullptr; }
    bool isBusy() const { return m_run && m_run->isBusy(); }
    bool isRunning() const { return m_run && m_run->isRunning(); }
    bool isThrough() const; ///< nothing waits, is at the printer or asks
    int chosen() const;
    int count(CardFate fate) const { return m_run ? m_run->count(fate) : 0; }
    int nextWaitingRow() const; ///< -1: none
    int firstUnclearRow() const;
    std::optional<Failure> trouble() const; ///< why it halted by itself
    bool isLogTrouble() const { return m_run && m_run->isLogTrouble(); }
    Office &office() const { return *m_office; }
    PrinterPort &printers() const { return m_printers; }
    Preferences *preferences() const { return m_preferences; }
    QString printer() const { return m_printer; } ///< of the batch that has begun
    CardStock stock() const { return m_stock; }

Q_SIGNALS:
    void listed();  ///< other rows
    void changed(); ///< they stand otherwise

private:
    struct Log;
    void makeRun(const QString &name);
    void setOptions();
    void keep() const;
    Result<std::shared_ptr<const PrintDocument>, QString> paperOf(const CardRunItem &item) const;
    CardBatchRow rowOf(const QString &card) const;
    const CardBatchRow &rowAt(int place) const;

    PrinterPort &m_printers;
    Preferences *m_preferences;
    Office *m_office = nullptr;
    QList<CardBatchRow> m_rows;
    QString m_reason; ///< for cards that need one
    QString m_printer;
    CardStock m_stock = CardStock::Blank;
    std::unique_ptr<Log> m_log;
    std::unique_ptr<CardRun> m_run;
};

} // namespace Loket
