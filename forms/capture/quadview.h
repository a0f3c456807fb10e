// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/pictureview.h"
#include "model/imaging/pagequad.h"

#include <QImage>

#include <optional>

namespace Loket {

/// A picture with the four corners of the document in it. A corner is chosen with the keys 1 to 4 (or Space
/// for the next one) and moved with the arrow keys (Shift: further), or dragged; Home takes the whole
/// picture, End the edges that were found, R turns the picture.
class QuadView : public PictureView
{
    Q_OBJECT
public:
    explicit QuadView(QWidget *parent = nullptr);

    /// Begins with `found`, else with the whole picture.
    void setPicture(const QImage &picture, const std::optional<PageQuad> &found);
    bool hasPicture() const override { return !m_picture.isNull(); }
    bool hasFound() const { return m_found.has_value(); }
    const QImage &picture() const { return m_picture; } ///< turned as it is shown
    const PageQuad &quad() const { return m_quad; }     ///< pixels of picture()
    int corner() const { return m_corner; }             ///< 0..3, the one that the arrow keys move

    void takeWhole();
    void takeFound();
    void turn(); ///< a quarter clockwise

Q_SIGNALS:
    void changed();

protected:
    void paintPicture(QPainter &painter) override;
    void retranslate() override;
    void keyPressEvent(QKeyEvent *) override;
    void mousePressEvent(QMouseEvent *) override;
    void mouseMoveEvent(QMouseEvent *) override;
    void mouseReleaseEvent(QMouseEvent *) override;
    void resizeEvent(QResizeEvent *) override;

private:
    QRectF shownArea() const;
    double scale() const; ///< widget pixels to a picture pixel
    QPointF toWidget(const QPointF &point) const;
    void setQuad(const PageQuad &quad);
    void choose(int corner);
    bool moveByKey(int key, bool far);
    void paintLens(QPainter &painter) const;

    QImage m_picture;
    QImage m_shown; ///< m_picture as large as it is painted
    std::optional<PageQuad> m_found;
    PageQuad m_quad;
    int m_corner = 0;
    bool m_isDragging = false;
};

} // namespace Loket
