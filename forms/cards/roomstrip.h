// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace Loket {

/// A row of words of which one is chosen: what a page or a list shows. Tab reaches each, Space chooses.
class RoomStrip : public QWidget
{
    Q_OBJECT

public:
    /// `names`: object names of the buttons, which decide how many there are.
    explicit RoomStrip(const QStringList &names, QWidget *parent = nullptr);

    int current() const { return m_current; }
    void choose(int index); ///< wraps around
    void setTexts(const QStringList &texts);

Q_SIGNALS:
    void chosen(int index);

private:
    void mark();

    QHBoxLayout *m_row;
    QList<QToolButton *> m_buttons;
    int m_current = 0;
};

} // namespace Loket
