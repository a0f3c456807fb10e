// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/facefinder.h"

#include <QImage>
#include <QRectF>

#include <vector>

namespace Loket {

/// The surroundings of a face brought to one scale, so that what is measured doesn't depend on the camera.
class PortraitMeasure
{
public:
    static constexpr double kFaceSide = 128; ///< the face's box in pixels of the measured picture
    /// Clutter below which a background is quiet: a plain wall with a shadow or the fold of a curtain.
    static constexpr double kQuiet = 0.05;

    /// `picture` is upright and not null, `face` was found in it.
    PortraitMeasure(const QImage &picture, const Face &face);

    /// Crown to chin and ear to ear, in pixels of the picture given.
    QRectF head() const { return m_head; }
    /// Whether the crown was seen before its background; else it is expected by the face alone.
    bool hasCrown() const { return m_hasCrown; }
    /// Degrees clockwise between the line of the eyes and the level; the face's own tilt when no eyes were
    /// found.
    double tilt() const { return m_tilt; }
    /// How bright the brightest things of the face are, 0 … 255: the white of the eyes and what shines, which
    /// are nearly the same with every colour of skin.
    int brightest() const;
    /// Share of the face that is plain white, 0 … 1.
    double burnt() const;
    /// Fineness of the face's detail: 0 when all is smeared, about 1 when each pixel differs. In the
    /// direction that has less of it, so a moved picture tells.
    double sharpness() const;
    /// Share of what lies around the head in `crop` (pixels of the picture given) that is edges of things, 0
    /// … 1.
    double clutter(const QRectF &crop) const;

private:
    int at(int x, int y) const { return m_grey[size_t(y) * size_t(m_width) + size_t(x)]; }
    QPointF here(const QPointF &picture) const { return (picture - m_part.topLeft()) * m_scale; }
    QRect faceHere() const;
    void soften();
    void measureHead(const Face &face);
    void placeHead(const QPointF &eyes, const QPointF &up, double crown, double chin);
    double crownAbove(const QPointF &eyes, double high, double most) const;

    QRectF m_part; ///< of the picture given
    double m_scale = 1;
    QImage m_colour;
    int m_width = 0, m_height = 0;
    std::vector<quint8> m_grey; ///< as seen
    std::vector<float> m_soft;  ///< without the sensor's noise
    QRectF m_box;               ///< of the face, measured picture
    QRectF m_head;
    double m_tilt = 0;
    bool m_hasCrown = false;
};

} // namespace Loket
