// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardledger.h"
#include "model/base/clock.h"
#include "model/services/cardservice.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace Loket {

class Store;
class StoreReader;

/// The ledger of a FakeCounter: the real service over a small store in memory, whose writes are done when the
/// call returns.
class FakeCards final : public CardLedger
{
public:
    FakeCards(const Clock &clock, const Context &context, std::function<Actor()> actor,
              std::function<void()> committed);
    ~FakeCards() override;

    std::optional<Failure> failReads, failWrites; ///< every read or write answers this
    int collectDays = 30;

    Outcome<std::optional<PrintRecord>> print(qint64 id) override;
    Outcome<QList<PrintRecord>> printsOf(const QString &what, const QString &reference) override;
    Outcome<QList<PrintRecord>> openPrints(int limit) override;
    Outcome<QList<PrintRecord>> batch(const QString &name) override;
    Outcome<QList<StockLevel>> levels() override;
    Outcome<QList<StockEntry>> stockHistory(qint64 before, int limit) override;
    Outcome<QList<PrintRecord>> waiting(const QString &text, int limit) override;
    Outcome<QList<PrintRecord>> unclear(const QString &text, int limit) override;
    Outcome<QList<HandedCard>> handed(const QString &text, qint64 before, int limit) override;
    CardCounts counts() override;
    QFuture<Outcome<PrintTicket>> noteSent(const PrintInput &input) override;
    QFuture<Outcome<PrintTicket>> noteFile(const PrintInput &input) override;
    QFuture<Outcome<bool>> noteOut(qint64 print) override;
    QFuture<Outcome<bool>> confirm(qint64 print) override;
    QFuture<Outcome<bool>> noteFailed(qint64 print, const QString &why) override;
    QFuture<Outcome<bool>> spoil(qint64 print, const QString &reasonCode, const QString &reason) override;
    QFuture<Outcome<Nothing>> noteStock(const StockInput &input) override;
    QFuture<Outcome<Nothing>> handOver(qint64 print, const HandOverInput &input) override;
    QFuture<Outcome<Nothing>> undoHandOver(qint64 print, const QString &reason) override;

private:
    template <typename T>
    QFuture<Outcome<T>> written(QFuture<Outcome<T>> future)
    {
        future.waitForFinished();
        if (future.result())
            m_committed();
        return future;
    }

    const Clock &m_clock;
    const std::function<Actor()> m_actor;
    const std::function<void()> m_committed;
    QTemporaryDir m_dir;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<StoreReader> m_reader;
    CardService m_service;
};

} // namespace Loket
