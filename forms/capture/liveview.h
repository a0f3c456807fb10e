// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/pictureview.h"

#include <QImage>

namespace Loket {

/// What the camera sees, with the 3:4 part that a photo takes of its middle and the head that was found in
/// it.
class LiveView : public PictureView
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
    QString message() const { return hint(); }
    bool hasPicture() const override { return !m_frame.isNull(); }

protected:
    void paintPicture(QPainter &painter) override;
    void retranslate() override;

private:
    QImage m_frame;
    QRectF m_head; ///< in shares of the frame
    bool m_isGood = false;
};

} // namespace Loket
