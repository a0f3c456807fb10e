// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace Loket {

/// Asks for a reason in place: one line and a button. Enter gives it, Escape gives up.
class ReasonLine : public QWidget
{
    Q_OBJECT
public:
    explicit ReasonLine(QWidget *parent = nullptr);

    /// Shows itself empty and takes the focus. `name` is what the reason is for, for screen readers.
    void ask(const QString &name, const QString &hint, const QString &verb);

Q_SIGNALS:
    void given(const QString &reason);
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void give();
    QLineEdit *m_edit;
    QPushButton *m_button;
};

} // namespace Loket
