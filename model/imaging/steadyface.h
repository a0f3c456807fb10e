// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/imaging/portrait.h"

#include <QRectF>

#include <optional>

namespace Loket {

/// Decides when a live picture takes itself: once the same face has been good and still for half a second,
/// once a person. Fed with a report a frame; knows no clock. One thread.
class SteadyFace
{
public:
    static constexpr qint64 kHold = 500; ///< milliseconds good and still
    static constexpr qint64 kLapse
        = 150;                           ///< a verdict or a missed face this short is a flicker of the finder
    static constexpr qint64 kGone = 700; ///< without any face this long: the person has left
    static constexpr qint64 kGap = 400;  ///< without any frame this long: nobody knows what happened between
    static constexpr double kDrift = 0.08; ///< of the head's height it may move or grow and still be still

    /// `time` in milliseconds of a clock that only goes forward. True: take the picture of this frame.
    [[nodiscard]] bool see(qint64 time, const PortraitReport &report);

    /// The officer wants another picture of the same person.
    void askAgain();

    /// How far the half second has come, 0 … 1, for a ring around the preview.
    double progress() const;

private:
    void start(qint64 time, const QRectF &head);
    bool isStill(const QRectF &head) const;

    std::optional<qint64> m_last;     ///< frame
    std::optional<qint64> m_lastFace; ///< frame with any face
    std::optional<qint64> m_since;    ///< good and still from this frame on
    qint64 m_lastGood = 0;
    QRectF m_anchor; ///< the head at m_since
    bool m_hasTaken = false;
};

} // namespace Loket
