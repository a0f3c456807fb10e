// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fakes/drawnhead.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QSize>

namespace Loket {

/// What the camera would see: a room, people and the light, and what the lens and the sensor make of it.
struct DrawnPortrait {
    enum class Background { Plain, Gradient, Curtain, Shadow, Shelf, Posters, Blinds, Leaves };

    QSize size{1280, 720};
    Background background = Background::Plain;
    QColor wall{188, 196, 200};
    QList<DrawnHead> heads; ///< drawn in this order
    double exposure = 1;    ///< factor on the light; 1 is right
    double side = 0;        ///< -1 … 1: the light comes from the left or the right
    double spot = 0;        ///< light of a lamp near the last head, added to 1
    double blur = 0;        ///< standard deviation in pixels, the same in x and y
    double motion = 0;      ///< length of a horizontal smear in pixels
    double noise = 2;       ///< standard deviation in steps of 1/255
    quint32 seed = 1;       ///< of the background's things and the noise

    bool isBusy() const { return background >= Background::Shelf; }
    const DrawnHead &head() const { return heads.last(); }
};

QImage drawPortrait(const DrawnPortrait &portrait);

/// The share of the last head's face that is plain white, 0 … 1; `picture` is what drawPortrait() gave.
double burntShare(const DrawnPortrait &portrait, const QImage &picture);

} // namespace Loket
