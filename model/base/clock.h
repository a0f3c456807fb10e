// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QDateTime>

namespace Loket {

/// The only source of "now". Handed in by constructor; nothing else in the program asks the system for the
/// time of day.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Now, in UTC.
    virtual QDateTime nowUtc() const = 0;
    /// The day at the counter, local.
    virtual QDate today() const { return nowUtc().toLocalTime().date(); }
    /// Names the machine's present start; within it uptime() never jumps. Empty: not known.
    virtual QString bootId() const { return {}; }
    /// Milliseconds since the machine started, sleep included. 0: not known.
    virtual qint64 uptime() const { return 0; }
};

/// What the system says of its present start; empty and 0 where it doesn't.
QString systemBootId();
qint64 systemUptime();

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
    QString bootId() const override { return systemBootId(); }
    qint64 uptime() const override { return systemUptime(); }
};

/// A clock that stands on one day at 09:00 local until it is moved. For --today, tests and the tour.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDate day) { setToday(day); }
    explicit FixedClock(QDateTime now)
        : m_now(now.toUTC())
    {
    }
    QDateTime nowUtc() const override { return m_now; }
    void setToday(QDate day) { m_now = QDateTime(day, QTime(9, 0)).toUTC(); }
    void advanceSeconds(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now;
};

} // namespace Loket
