// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardledger.h"
#include "forms/common/whendone.h"
#include "model/services/cardservice.h"

#include <functional>

namespace Loket {

class Store;
class StoreReader;

/// The windows' CardLedger over a real store. Lives on the window's thread, as a part of StoreOffice.
class StoreCards final : public QObject, public CardLedger
{
    Q_OBJECT

public:
    /// All of it outlives the ledger. `committed` is called after each write that is on disk.
    StoreCards(Store &store, const StoreReader &reader, const Context &context, std::function<Actor()> actor,
               std::function<void()> committed);

    Outcome<std::optional<PrintRecord>> print(qint64 id) override;
    Outcome<QList<PrintRecord>> printsOf(const QString &what, const QString &reference) override;
    Outcome<QList<PrintRecord>> openPrints(int limit) override;
    Outcome<QList<PrintRecord>> batch(const QString &name) override;
    Outcome<QList<StockLevel>> levels() override;
    Outcome<QList<StockEntry>> stockHistory(qint64 before, int limit) override;
    Outcome<QList<PrintRecord>> waiting(const QString &text, int limit) override;
    Outcome<QList<PrintRecord>> unclear(const QString &text, int limit) override;
    Outcome<QList<HandedCard>> handed(const QString &text, qint64 before, int limit) override;
    CardCounts counts() override { return m_counts; }

    QFuture<Outcome<PrintTicket>> noteSent(const PrintInput &) override;
    QFuture<Outcome<PrintTicket>> noteFile(const PrintInput &) override;
    QFuture<Outcome<bool>> noteOut(qint64 print) override;
    QFuture<Outcome<bool>> confirm(qint64 print) override;
    QFuture<Outcome<bool>> noteFailed(qint64 print, const QString &why) override;
    QFuture<Outcome<bool>> spoil(qint64 print, const QString &reasonCode, const QString &reason) override;
    QFuture<Outcome<Nothing>> noteStock(const StockInput &) override;
    QFuture<Outcome<Nothing>> handOver(qint64 print, const HandOverInput &) override;
    QFuture<Outcome<Nothing>> undoHandOver(qint64 print, const QString &reason) override;

    void reread(); ///< what counts() answers

private:
    template <typename T>
    QFuture<Outcome<T>> written(QFuture<Outcome<T>> future)
    {
        whenDone(future, this, [this](const Outcome<T> &outcome) {
            if (outcome)
                m_committed();
        });
        return future;
    }

    const StoreReader &m_reader;
    const Context &m_context;
    CardService m_service;
    const std::function<Actor()> m_actor;
    const std::function<void()> m_committed;
    CardCounts m_counts;
};

} // namespace Loket
