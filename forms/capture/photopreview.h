// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/picture.h"

#include <QWidget>

namespace Loket {

/// What the photo will look like, 3x4 cm on an ordinary screen.
class PhotoPreview : public QWidget
{
    Q_OBJECT

public:
    explicit PhotoPreview(QWidget *parent = nullptr);
    void show(const Picture &picture, const QRectF &crop);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override;

private:
    QImage m_image;
    QRectF m_part; ///< of the image
};

} // namespace Loket
