// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace Loket {

class Office;
class Pill;

/// Below every page: network, what waits, last sync, numbers left, day and time.
class StatusStrip : public QFrame
{
    Q_OBJECT

public:
    explicit StatusStrip(Office &office, QWidget *parent = nullptr);

    void reread();

protected:
    void changeEvent(QEvent *) override;
    void resizeEvent(QResizeEvent *) override;

private:
    void applyMetrics();
    void fit();

    Office &m_office;
    Pill *m_link;
    QLabel *m_waiting;
    QLabel *m_lastSync;
    QLabel *m_numbers;
    Pill *m_trialDay;
    QLabel *m_now;
    QTimer m_tick;
};

} // namespace Loket
