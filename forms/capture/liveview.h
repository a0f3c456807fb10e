// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

namespace Loket {

/// What the camera sees, with the 3:4 part that a photo takes of its middle and the head that was found in
/// it.
class LiveView : public QWidget
{
    Q_OBJECT

public:
    explicit LiveView(QWidget *parent = nullptr);

    void show(const QImage &frame);
    /// `head` in pixels of a frame of that size; null: none was found. Good: nothing is wrong with the
    /// picture.
    void showHead(const QRectF &head, QSize frame, bool isGood);
    /// No picture; this is written instead.
    void clear(const QString &message);
    bool hasPicture() const { return !m_frame.isNull(); }
    QString message() const { return m_message; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *) override;

private:
    void retranslate();
    void paintFrame(QPainter &painter) const;

    QImage m_frame;
    QString m_message;
    QRectF m_head; ///< in shares of the frame
    bool m_isGood = false;
};

} // namespace Loket
