// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace Loket {

/// A field that narrows the list below it. ↑↓ and Enter act on the list while the cursor stays here; Esc
/// empties it.
class FilterField : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

Q_SIGNALS:
    void moveAsked(int rows);
    void openAsked();

protected:
    bool event(QEvent *) override;
    void keyPressEvent(QKeyEvent *) override;

private:
    void applyLook();

    QAction *m_glass;
};

} // namespace Loket
