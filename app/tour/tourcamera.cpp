// SPDX-License-Identifier: Apache-2.0
#include "app/tour/tourcamera.h"

#include "app/tour/samplefamily.h"

#include <QPainter>

namespace Loket {

using namespace Qt::StringLiterals;

static constexpr int kFrameEvery = 40; // milliseconds

TourCamera::TourCamera(QObject *parent)
    : CameraPort(parent)
{
    m_frames.setInterval(kFrameEvery);
    connect(&m_frames, &QTimer::timeout, this, [this] { Q_EMIT frame(picture()); });
}

void TourCamera::setThere(bool there)
{
    m_isThere = there;
    if (!there && m_frames.isActive()) {
        m_frames.stop();
        Q_EMIT troubled(CameraTrouble::Pulled);
    }
    Q_EMIT camerasChanged();
}

void TourCamera::look()
{
    QMetaObject::invokeMethod(this, &CameraPort::camerasChanged, Qt::QueuedConnection);
}

std::optional<QList<CameraInfo>> TourCamera::cameras() const
{
    if (!m_isThere)
        return QList<CameraInfo>();
    return QList<CameraInfo>{{u"desk"_s, u"Kamera meja"_s, true}, {u"papers"_s, u"Kamera dokumen"_s, false}};
}

void TourCamera::start(const QString &id, QSize atLeast)
{
    m_isOverDesk = id == u"papers";
    m_size = atLeast;
    m_frames.start();
}

void TourCamera::stop()
{
    m_frames.stop();
}

void TourCamera::take(std::function<void(Result<QImage, CameraTrouble>)> done)
{
    QMetaObject::invokeMethod(
        this, [done = std::move(done), still = picture()] { done(still); }, Qt::QueuedConnection);
}

QImage TourCamera::picture() const
{
    if (m_isOverDesk)
        return drawnPage(m_size);
    const QImage person = QImage::fromData(drawnPortrait(m_person));
    QImage room(m_size, QImage::Format_RGB32);
    room.fill(person.pixelColor(5, 5));
    QPainter painter(&room);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int width = room.height() * person.width() / person.height();
    painter.drawImage(QRect((room.width() - width) / 2, 0, width, room.height()), person);
    if (m_light < 1)
        painter.fillRect(room.rect(), QColor(0, 0, 0, int(255 * (1 - m_light))));
    painter.end();
    return room;
}

} // namespace Loket
