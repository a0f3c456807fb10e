// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"

#include <QWidget>

class QPainter;

namespace Loket {

/// A short mark such as "Aktif": words on a soft background, with a symbol that says the tone without colour
/// (dot: good, triangle: look here, square: wrong, diamond: to know; quiet ones have none).
class Pill : public QWidget
{
    Q_OBJECT

public:
    explicit Pill(QWidget *parent = nullptr);
    Pill(const QString &text, Tone tone, QWidget *parent = nullptr);

    void set(const QString &text, Tone tone);
    QString text() const { return m_text; }
    Tone tone() const { return m_tone; }
    void setSymbolVisible(bool visible); ///< false: only words, for counts

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// For delegates: the same mark, left-aligned and vertically centred in `cell`. Answers its rectangle.
    static QRect paint(QPainter &, const QRect &cell, const QString &text, Tone, bool symbol = true);
    static QSize sizeOf(const QString &text, Tone, bool symbol = true);

protected:
    void paintEvent(QPaintEvent *) override;

private:
    QString m_text;
    Tone m_tone = Tone::Neutral;
    bool m_symbol = true;
};

} // namespace Loket
