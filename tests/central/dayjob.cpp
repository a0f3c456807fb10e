// SPDX-License-Identifier: Apache-2.0
#include "tests/central/dayjob.h"

#include "model/centre/daywork.h"
#include "tests/central/pgbook.h"
#include "tests/central/pgpool.h"
#include "tests/central/sequencer.h"

#include <chrono>
#include <cstdio>

namespace Loket::Central {

namespace {

/// How late a day may begin, and how soon a job that failed is tried again.
constexpr std::chrono::seconds kLookEvery{20};

/// Of the history that the database is in; empty: it can't be asked.
QString epochOf(PgPool &pool)
{
    const auto epoch = pool.inSnapshot<QString>([](pqxx::transaction_base &now) -> Outcome<QString> {
        return textOf(now.exec_prepared1("where")[1]);
    });
    return epoch ? epoch.value() : QString();
}

} // namespace

QDate centreDay(const Clock &clock)
{
    constexpr int kJakartaOffset = 7 * 3600;
    return clock.nowUtc().toOffsetFromUtc(kJakartaOffset).date();
}

ShiftedClock ShiftedClock::on(QDate today)
{
    return ShiftedClock(today.isValid() ? centreDay(SystemClock()).daysTo(today) : 0);
}

Outcome<qint64> doDayWork(PgPool &pool, QDate today)
{
    qint64 families = 0;
    for (;;) {
        const auto looked = pool.inTransaction<qsizetype>([&](pqxx::work &work) -> Outcome<qsizetype> {
            PgBook book(work);
            auto step = DayWork(book, today).step();
            if (step)
                book.flush();
            return step;
        });
        if (!looked)
            return fail(looked.error());
        if (looked.value() == 0)
            return families;
        families += looked.value();
    }
}

DayJob::DayJob(PgPool &pool, Sequencer &sequencer, const Clock &clock)
    : m_pool(pool)
    , m_sequencer(sequencer)
    , m_clock(clock)
    , m_thread([this] { run(); })
{
}

DayJob::~DayJob()
{
    end();
    m_thread.join();
}

void DayJob::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wanted.notify_all();
}

void DayJob::run()
{
    QDate day; // that is done, and in which history: a restored database may lack it
    QString epoch;
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        lock.unlock();
        const QDate today = centreDay(m_clock);
        const QString now = epochOf(m_pool);
        if (!now.isEmpty() && (today != day || now != epoch)) {
            const auto families = doDayWork(m_pool, today);
            if (families) {
                day = today;
                epoch = now;
            } else {
                fprintf(stderr, "loket-central: work of the day: %s\n", qPrintable(families.error().detail));
            }
            m_sequencer.poke();
        }
        lock.lock();
        if (m_isEnding)
            break;
        m_wanted.wait_for(lock, kLookEvery, [this] { return m_isEnding; });
    }
}

} // namespace Loket::Central
