// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"

#include <QAbstractButton>

namespace Loket {

/// A sentence that leads somewhere: a symbol that tells its weight without colour, and words that wrap.
/// Enter, Space or the mouse follow it.
class WrapLink : public QAbstractButton
{
    Q_OBJECT
public:
    explicit WrapLink(QWidget *parent = nullptr);

    /// Without a symbol it is a plain link in the primary colour, in small type.
    void say(const QString &symbol, const QString &sentence, Tone tone);
    /// Struck through: settled, still there to be seen.
    void setSettled(bool settled);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRect words(int width) const;
    QFont wordsFont() const;
    QString m_symbol;
    Tone m_tone = Tone::Neutral;
    bool m_settled = false;
};

} // namespace Loket
