// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/clock.h"
#include "model/services/caseservice.h"
#include "model/store/connection.h"
#include "model/store/store.h"
#include "model/store/storereader.h"
#include "model/sync/syncengine.h"
#include "model/sync/trialcentre.h"

#include <QTemporaryDir>

#include <functional>

namespace Loket::Fakes {

class FakeCentre;

/// A registration that is ready on 2022-03-01: family `number` (1-9999) of 1 to 4 people, each with NIKs of
/// its own.
Case registration(int number, int people = 1);

/// A counter with a real store in a temporary folder, the real engine and the real trial centre; only the
/// clock is set. Waits for every answer; a fault ends the test program.
class FakeOffice
{
public:
    /// `folder`: another office's, to open its store again; empty: one of its own.
    explicit FakeOffice(const QString &folder = {});
    ~FakeOffice();

    FixedClock clock{QDate(2022, 3, 1)};
    const Actor actor{QStringLiteral("rina"), QStringLiteral("petugas"), QStringLiteral("MCS2")};

    QString dir() const;
    Store &store() { return *m_store; }
    const Context &context() const { return m_context; }
    CaseService &service() { return *m_service; }
    TrialCentre &centre() { return *m_centre; }
    void closeAndOpen()
    {
        whileClosed([] {});
    }
    /// Makes the office a counter of that centre, which must outlive it; before its first case. Its mirror is
    /// what a snapshot of a centre without families would be.
    void enrol(FakeCentre &centre, const QString &officeCode);
    QString device() const; ///< id
    /// The line to the centre that it is enrolled with.
    CentralPort &line() { return *m_line; }
    /// Closes the store, does something to its files, opens it again.
    void whileClosed(const std::function<void()> &work);

    Submitted submit(const Case &content);
    SyncSummary sync();
    SyncSummary sync(CentralPort &central, const SyncOptions &options = {});
    std::unique_ptr<StoreReader> reader() const;
    CaseRecord record(const QString &id) const;
    FamilyView family(const QString &kk) const;
    /// A connection of its own into store.db or another file of the folder, to look at what no view shows.
    std::unique_ptr<Connection> look(const QString &file = QStringLiteral("store.db")) const;
    /// Faults that `loketctl verify` would tell.
    QStringList faults() const;

private:
    void open();
    QTemporaryDir m_own;
    QString m_dir;
    Context m_context;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<CaseService> m_service;
    std::unique_ptr<TrialCentre> m_centre; ///< of a trial store only
    std::unique_ptr<CentralPort> m_line;   ///< of an enrolled one only
};

/// The value of an outcome; ends the program with the failure's words when there is none.
template <typename T>
T must(Outcome<T> outcome)
{
    if (!outcome)
        qFatal("%s: %s", qPrintable(failureWord(outcome.error().kind)), qPrintable(outcome.error().detail));
    return outcome.take();
}

} // namespace Loket::Fakes
