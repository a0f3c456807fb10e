// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/cameradesk.h"

#include "forms/common/preferences.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

static constexpr int kRetry = 3000; // milliseconds until a camera that others use is asked again

CameraDesk::CameraDesk(CameraPort &camera, Preferences *preferences, const char *preference, QSize atLeast,
                       QObject *parent)
    : QObject(parent)
    , m_camera(camera)
    , m_preferences(preferences)
    , m_preference(preference)
    , m_atLeast(atLeast)
    , m_retry(new QTimer(this))
{
    m_retry->setObjectName(u"cameraRetry"_s);
    m_retry->setSingleShot(true);
    m_retry->setInterval(kRetry);
    connect(m_retry, &QTimer::timeout, this, &CameraDesk::start);
    connect(&m_camera, &CameraPort::camerasChanged, this, &CameraDesk::onCameras);
    connect(&m_camera, &CameraPort::frame, this, &CameraDesk::onFrame);
    connect(&m_camera, &CameraPort::troubled, this, &CameraDesk::onTrouble);
}

CameraDesk::~CameraDesk()
{
    if (m_isStarted)
        m_camera.stop();
}

void CameraDesk::film()
{
    m_isWanted = true;
    if (isKnown() && !m_current.isEmpty())
        start();
    m_camera.look();
}

void CameraDesk::rest()
{
    m_isWanted = m_hasFrame = false;
    m_retry->stop();
    m_trouble.reset();
    if (std::exchange(m_isStarted, false))
        m_camera.stop();
    Q_EMIT changed();
}

void CameraDesk::choose(const QString &id)
{
    if (m_preferences)
        m_preferences->set(m_preference, id);
    if (id == m_current && m_isStarted)
        return;
    m_current = id;
    start();
}

bool CameraDesk::isThere(const QString &id) const
{
    const QList<CameraInfo> all = cameras();
    return std::any_of(all.cbegin(), all.cend(), [&](const CameraInfo &one) { return one.id == id; });
}

QString CameraDesk::firstChoice() const
{
    const QList<CameraInfo> all = cameras();
    const QString last = m_preferences ? m_preferences->value(m_preference).toString() : QString();
    if (all.isEmpty() || isThere(last))
        return all.isEmpty() ? QString() : last;
    const auto usual
        = std::find_if(all.cbegin(), all.cend(), [](const CameraInfo &one) { return one.isDefault; });
    return usual == all.cend() ? all.first().id : usual->id;
}

void CameraDesk::start()
{
    m_retry->stop();
    if (!m_isWanted)
        return;
    if (!isThere(m_current)) {
        Q_EMIT changed();
        return;
    }
    m_trouble.reset();
    m_hasFrame = false;
    m_isStarted = true;
    m_camera.start(m_current, m_atLeast);
    Q_EMIT changed();
}

void CameraDesk::onCameras()
{
    // The one in use is waited for: another one may look at the desk or out of the window.
    if (m_current.isEmpty())
        m_current = firstChoice();
    if (m_isWanted && !m_isStarted && isThere(m_current))
        start();
    else
        Q_EMIT changed();
}

void CameraDesk::onFrame(const QImage &picture)
{
    if (!m_isWanted)
        return;
    const bool isNews = !m_hasFrame || m_trouble;
    m_hasFrame = true;
    m_trouble.reset();
    if (isNews)
        Q_EMIT changed();
    Q_EMIT frame(picture);
}

void CameraDesk::onTrouble(CameraTrouble trouble)
{
    if (!m_isWanted)
        return;
    m_trouble = trouble;
    m_hasFrame = false;
    if (trouble != CameraTrouble::Silent) {
        m_isStarted = false;
        if (isThere(m_current))
            m_retry->start();
    }
    Q_EMIT changed();
}

} // namespace Loket
