// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPolygonF>
#include <QWidget>

#include <optional>

namespace Loket {

/// What every view of a picture shares: frame, focus, a hint while there is no picture, the part that counts.
class PictureView : public QWidget
{
    Q_OBJECT

public:
    explicit PictureView(QWidget *parent = nullptr);

    virtual bool hasPicture() const = 0;
    /// What is written while there is no picture.
    void setHint(const QString &hint);
    const QString &hint() const { return m_hint; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    virtual void paintPicture(QPainter &painter) = 0; ///< only called when hasPicture()
    virtual void retranslate() = 0;

    /// Where a picture of this size is on the widget; `edge` pixels around it stay free.
    QRectF areaOf(QSizeF picture, double edge, Qt::AspectRatioMode mode = Qt::KeepAspectRatio) const;
    /// Veils what is outside of `part` and draws a line around it that is seen on every picture.
    static void paintPart(QPainter &painter, const QRectF &area, const QPolygonF &part);
    /// Where the head belongs in the 3:4 part of a photo.
    static void paintHeadOval(QPainter &painter, const QRectF &part);
    /// The way that an arrow key goes; none: it is no arrow.
    static std::optional<QPointF> arrowStep(int key, double step);

    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *) override;

private:
    QString m_hint;
};

} // namespace Loket
