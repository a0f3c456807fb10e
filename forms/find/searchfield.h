// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

class QAction;

namespace Loket {

/// The one search field, in the header of every page. ↑↓ and Enter act on the results while the cursor stays
/// here; Esc empties it. A scanner types digits and Enter: that works as typing does.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    /// What a screen reader says beside the name: the chosen result; empty: what can be typed.
    void speak(const QString &words);

Q_SIGNALS:
    void moveAsked(int rows);
    void openAsked();

protected:
    bool event(QEvent *) override;
    void keyPressEvent(QKeyEvent *) override;
    void changeEvent(QEvent *) override;

private:
    void retranslate();
    void applyLook();

    QAction *m_glass;
};

} // namespace Loket
