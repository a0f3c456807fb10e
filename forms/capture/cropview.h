// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/pictureview.h"
#include "model/imaging/picture.h"

#include <optional>

namespace Loket {

/// A picture with the 3:4 part that becomes the photo. The part is moved by dragging or with the arrow keys
/// (Shift: further), zoomed with the wheel or + and -, and brought back to the middle with Home.
class CropView : public PictureView
{
    Q_OBJECT

public:
    explicit CropView(QWidget *parent = nullptr);

    void setPicture(const Picture &picture); ///< starts with the default crop
    /// A better part to start with, which Home comes back to. Left alone when the officer moved it already.
    void propose(const QRectF &crop);
    bool hasPicture() const override { return m_picture.has_value(); }
    QRectF crop() const { return m_crop; } ///< pixels of the whole upright picture; null: no picture

    void zoomIn();
    void zoomOut();
    void centre();

Q_SIGNALS:
    void cropChanged();

protected:
    void paintPicture(QPainter &painter) override;
    void retranslate() override;
    void keyPressEvent(QKeyEvent *) override;
    void mousePressEvent(QMouseEvent *) override;
    void mouseMoveEvent(QMouseEvent *) override;
    void mouseReleaseEvent(QMouseEvent *) override;
    void wheelEvent(QWheelEvent *) override;

private:
    QRectF shownArea() const; ///< where the picture is on the widget
    double scale() const;     ///< widget pixels to a picture pixel
    QPointF toPicture(const QPointF &position) const;
    QRectF toWidget(const QRectF &part) const;
    void setCrop(const QRectF &crop);
    void zoomBy(double factor, const QPointF &about);
    bool moveByKey(int key, bool far);

    std::optional<Picture> m_picture;
    QRectF m_crop;
    QRectF m_start;                    ///< where Home leads
    std::optional<QPointF> m_dragFrom; ///< in picture pixels
};

} // namespace Loket
