// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/picture.h"

#include <QWidget>

#include <optional>

namespace Loket {

/// Where the head belongs, in shares of the 3:4 part: three quarters of the height, in the middle.
inline constexpr QRectF kHeadOval{0.22, 0.125, 0.56, 0.75};

/// A picture with the 3:4 part that becomes the photo. The part is moved by dragging or with the arrow keys
/// (Shift: further), zoomed with the wheel or + and -, and brought back to the middle with Home.
class CropView : public QWidget
{
    Q_OBJECT

public:
    explicit CropView(QWidget *parent = nullptr);

    void setPicture(const Picture &picture); ///< starts with the default crop
    /// A better part to start with, which Home comes back to. Left alone when the officer moved it already.
    void propose(const QRectF &crop);
    bool hasPicture() const { return m_picture.has_value(); }
    QRectF crop() const { return m_crop; } ///< pixels of the whole upright picture; null: no picture
    /// What is written while there is no picture.
    void setHint(const QString &hint);

    void zoomIn();
    void zoomOut();
    void centre();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cropChanged();

protected:
    void paintEvent(QPaintEvent *) override;
    void keyPressEvent(QKeyEvent *) override;
    void mousePressEvent(QMouseEvent *) override;
    void mouseMoveEvent(QMouseEvent *) override;
    void mouseReleaseEvent(QMouseEvent *) override;
    void wheelEvent(QWheelEvent *) override;
    void changeEvent(QEvent *) override;

private:
    QRectF shownArea() const; ///< where the picture is on the widget
    double scale() const;     ///< widget pixels to a picture pixel
    QPointF toPicture(const QPointF &position) const;
    QRectF toWidget(const QRectF &part) const;
    void setCrop(const QRectF &crop);
    void zoomBy(double factor, const QPointF &about);
    bool moveByKey(int key, bool far);
    void retranslate();
    void paintPicture(QPainter &painter) const;

    std::optional<Picture> m_picture;
    QRectF m_crop;
    QRectF m_start; ///< where Home leads
    QString m_hint;
    std::optional<QPointF> m_dragFrom; ///< in picture pixels
};

} // namespace Loket
