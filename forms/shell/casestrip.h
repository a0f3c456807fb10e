// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

class QToolButton;

namespace Loket {

/// The open cases, as far as there is room; the rest in a menu. Shown from two cases on. Ctrl+Tab and
/// Ctrl+1 … Ctrl+9 do the same.
class CaseStrip : public QWidget
{
    Q_OBJECT

public:
    explicit CaseStrip(QWidget *parent = nullptr);

    void setCases(const QStringList &titles, int current);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    void resizeEvent(QResizeEvent *) override;
    void changeEvent(QEvent *) override;

private:
    QString buttonText(int index) const;
    int buttonWidth(int index) const;
    QList<int> fitting(int room) const;
    void place();
    void rebuild();

    QStringList m_titles;
    int m_current = -1;
    QList<QToolButton *> m_buttons;
    QToolButton *m_rest;
};

} // namespace Loket
