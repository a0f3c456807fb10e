// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/ink.h"

#include <QWidget>

namespace Loket {

/// Where a signature is drawn with pen, finger or mouse. Always dark ink on white, as on paper.
class InkPad : public QWidget
{
    Q_OBJECT

public:
    /// `ink` outlives the pad. One that only shows what is drawn elsewhere takes no pen.
    InkPad(Ink &ink, bool takesPen, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *) override;
    void mousePressEvent(QMouseEvent *) override;
    void mouseMoveEvent(QMouseEvent *) override;
    void tabletEvent(QTabletEvent *) override;
    void paintEvent(QPaintEvent *) override;

private:
    QRectF field() const; ///< where the ink's field lies on this widget
    InkPoint inkAt(const QPointF &at, double pressure) const;

    Ink &m_ink;
    const bool m_takesPen;
    static constexpr int kNone = -1;
    int m_finger = kNone; ///< the one that draws
};

} // namespace Loket
