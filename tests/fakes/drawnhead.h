// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QRectF>

namespace Loket {

/// What a drawn head looks like. Lengths are in heights of the head (crown to chin), angles in degrees.
struct DrawnHead {
    enum class Cover { Hair, LongHair, Headscarf, Peci, Bald };

    QPointF middle;      ///< of the head, in pixels of the picture
    double height = 300; ///< crown to chin in pixels; hair, scarf or peci included
    double tilt = 0;     ///< clockwise
    double turn = 0;     ///< features moved sideways, -0.03 … 0.03: looks a little past the camera
    Cover cover = Cover::Hair;
    QColor skin{198, 150, 120};
    QColor hair{35, 28, 26};
    QColor cloth{60, 90, 140}; ///< scarf and clothes
    bool hasGlasses = false;
    bool hasMoustache = false;
    bool isSeenFromBehind = false; ///< no face at all
    double width = 0.72;
    double eyeLine = 0.50; ///< from the crown
    double eyeDistance = 0.30;
    double mouthWidth = 0.24;
    double browThickness = 0.022;

    QRectF box() const;      ///< crown to chin, ear to ear, upright
    QPointF leftEye() const; ///< on the picture
    QPointF rightEye() const;
};

/// Draws the head with neck and shoulders, evenly lit.
void drawHead(QPainter &painter, const DrawnHead &head);

/// The skin of the face in pixels of the picture.
QPainterPath facePath(const DrawnHead &head);

/// All of the head, with hair, scarf or peci, down to the chin, in pixels of the picture.
QRectF headRect(const DrawnHead &head);

} // namespace Loket
