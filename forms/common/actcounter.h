// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

namespace Loket {

/// Counts what a person does at this program: letters and figures typed (data), other keys (acts: Tab, Enter,
/// function keys, Ctrl+…) and clicks. Held keys count once.
class ActCounter : public QObject
{
    Q_OBJECT

public:
    explicit ActCounter(QObject *parent = nullptr); ///< counts from now on, in every window
    ~ActCounter() override;

    int typed() const { return m_typed; }
    int keys() const { return m_keys; }
    int clicks() const { return m_clicks; }
    /// Keys and clicks beyond the data.
    int acts() const { return m_keys + m_clicks; }
    void reset();

protected:
    bool eventFilter(QObject *, QEvent *) override;

private:
    bool isSameEvent(const QObject *receiver, const QEvent *event);

    int m_typed = 0;
    int m_keys = 0;
    int m_clicks = 0;
    const QEvent *m_last = nullptr; ///< the event that is on its way, by its address
    quint64 m_lastTime = 0;         ///< and by its time: a click gets a new event for each parent
    QPointer<QObject> m_lastReceiver;
};

} // namespace Loket
