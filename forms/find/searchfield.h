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

    /// Quiet words of the empty field, the longest first: the first that fits is shown.
    void setHints(const QStringList &hints);
    /// What a screen reader says beside the name: the chosen result; empty: what can be typed.
    void speak(const QString &words);

Q_SIGNALS:
    void moveAsked(int rows);
    void openAsked();

protected:
    bool event(QEvent *) override;
    void keyPressEvent(QKeyEvent *) override;
    void changeEvent(QEvent *) override;
    void resizeEvent(QResizeEvent *) override;

private:
    void retranslate();
    void applyLook();
    void pickHint();

    QAction *m_glass;
    QStringList m_hints;
};

} // namespace Loket
