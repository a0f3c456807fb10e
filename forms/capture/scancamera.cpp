// SPDX-License-Identifier: Apache-2.0
// What the scan dialog does with the document camera.
#include "forms/capture/camerapart.h"
#include "forms/capture/scandialog.h"
#include "forms/common/keybutton.h"
#include "forms/common/preferences.h"
#include "forms/common/whendone.h"

#include <QKeyEvent>
#include <QtConcurrent>

namespace Loket {

bool ScanDialog::isLive() const
{
    return m_camera->isLive();
}

void ScanDialog::bindCamera()
{
    connect(m_camera, &CameraPart::changed, this, &ScanDialog::refresh);
    connect(m_camera, &CameraPart::frame, this, &ScanDialog::lookForEdges);
    connect(m_camera, &CameraPart::taken, this, [this](const QImage &still) {
        remember(true);
        offer(still);
    });
    connect(m_camera, &CameraPart::missed, this,
            [this] { say(tr("The camera took no picture. Try again, or choose a file.")); });
    connect(m_again, &QPushButton::clicked, this, &ScanDialog::film);
    connect(m_take, &QPushButton::clicked, m_camera, &CameraPart::take);
    if (!m_tools.preferences || m_tools.preferences->value("scansWithCamera").toBool())
        film();
}

void ScanDialog::film()
{
    if (!m_camera->exists() || isLive())
        return;
    m_stop.request_stop();
    ++m_offers; // what is still being read comes too late
    m_reading = m_acceptsWhenEncoded = false;
    m_trouble.clear();
    m_camera->film();
    m_camera->view()->setFocus();
    m_take->setDefault(true);
}

void ScanDialog::lookForEdges(const QImage &frame)
{
    if (m_isLooking) // a newer frame is there when that is done
        return;
    m_isLooking = true;
    whenDone(QtConcurrent::run([reader = m_reader, frame] {
                 QPolygonF page;
                 if (const auto found = reader->find(frame)) {
                     for (const QPointF &corner : found->corners)
                         page << QPointF(corner.x() / frame.width(), corner.y() / frame.height());
                 }
                 return page;
             }),
             this, [this](const QPolygonF &page) {
                 m_isLooking = false;
                 if (m_camera->view()->hasPicture())
                     m_camera->view()->showPage(page);
             });
}

void ScanDialog::remember(bool withCamera)
{
    if (m_tools.preferences)
        m_tools.preferences->set("scansWithCamera", withCamera);
}

bool ScanDialog::tookKey(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier)
        return false;
    if (event->key() == Qt::Key_F4 && m_camera->exists()) {
        film();
        return true;
    }
    if (event->key() == Qt::Key_Space && isLive()) {
        m_camera->take();
        return true;
    }
    return false;
}

} // namespace Loket
