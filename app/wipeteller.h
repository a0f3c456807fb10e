// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <thread>

namespace Loket {

class Clock;

/// Tells the centre that this counter was wiped, on a thread of its own, until it knows: at once, then every
/// minute.
class WipeTeller : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives it.
    WipeTeller(const QString &dir, const Clock &clock, QObject *parent = nullptr);
    ~WipeTeller() override; ///< gives up and waits

    void begin();

Q_SIGNALS:
    void told(); ///< the centre has the receipt; on the window's thread

private:
    void ask();

    const QString m_dir;
    const Clock &m_clock;
    QTimer m_again;
    std::thread m_thread;
    std::atomic_bool m_cancel = false;
};

} // namespace Loket
