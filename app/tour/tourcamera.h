// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/cameraport.h"

#include <QTimer>

namespace Loket {

/// A camera before which drawn people sit, and one over a drawn document, for the tour.
class TourCamera final : public CameraPort
{
    Q_OBJECT

public:
    explicit TourCamera(QObject *parent = nullptr);

    void setPerson(int index) { m_person = index; }  ///< as drawnPortrait() counts
    void setLight(double share) { m_light = share; } ///< 1: as drawn
    void setThere(bool there);                       ///< plugged in

    void look() override;
    std::optional<QList<CameraInfo>> cameras() const override;
    void start(const QString &id, QSize atLeast) override;
    void stop() override;
    void take(std::function<void(Result<QImage, CameraTrouble>)> done) override;

private:
    QImage picture() const;

    QTimer m_frames;
    int m_person = 0;
    double m_light = 1;
    bool m_isThere = true;
    bool m_isOverDesk = false; ///< the one that was started films documents
    QSize m_size;
};

} // namespace Loket
