// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace Loket {

/// A short message over the lower edge of its parent, such as "Tersimpan": goes away by itself, may offer one
/// way back ("Batalkan"). One message at a time; the newest wins. Screen readers are told.
class Toast : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);

    void show(const QString &text);
    /// With a button that runs `undo` once; `gone` runs when the message went away without it.
    void show(const QString &text, const QString &undoText, std::function<void()> undo,
              std::function<void()> gone = {});
    QString text() const;
    /// Whether there is a way back now, and taking it.
    bool canUndo() const { return m_undo != nullptr && !isHidden(); }
    void undo();
    /// Ends the message now, as if its time were over.
    void finish();

protected:
    bool eventFilter(QObject *, QEvent *) override;

private:
    void place();
    void close(bool undone);

    QLabel *m_text;
    QPushButton *m_undoButton;
    QTimer m_timer;
    std::function<void()> m_undo;
    std::function<void()> m_gone;
};

} // namespace Loket
