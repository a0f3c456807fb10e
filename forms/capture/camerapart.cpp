// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/camerapart.h"

#include "forms/capture/cameradesk.h"
#include "forms/capture/capturetexts.h"
#include "forms/common/theme.h"

#include <QComboBox>
#include <QPointer>
#include <QSignalBlocker>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

CameraPart::CameraPart(const CaptureTools &tools, const CameraUse &use, QWidget *dialog)
    : QObject(dialog)
    , m_view(new LiveView(use.subject, dialog))
    , m_chooser(new QComboBox(dialog))
{
    m_view->setObjectName(u"liveView"_s);
    m_chooser->setObjectName(u"cameraChooser"_s);
    m_chooser->setMinimumWidth(Theme::current().px(200));
    if (!tools.camera)
        return;
    m_desk = new CameraDesk(*tools.camera, tools.preferences, use.preference, use.atLeast, this);
    connect(m_desk, &CameraDesk::changed, this, &CameraPart::refresh);
    connect(m_desk, &CameraDesk::frame, this, [this](const QImage &picture) {
        m_view->show(picture);
        Q_EMIT frame(picture);
    });
    connect(m_chooser, &QComboBox::activated, this,
            [this](int row) { m_desk->choose(m_chooser->itemData(row).toString()); });
}

bool CameraPart::canTake() const
{
    return m_isLive && !m_isTaking && m_desk->isFilming();
}

void CameraPart::film()
{
    if (!m_desk || m_isLive)
        return;
    ++m_turn;
    m_isLive = true;
    m_isTaking = false;
    m_view->clear(tr("Looking for cameras…"));
    m_desk->film();
    refresh();
}

void CameraPart::rest()
{
    if (!m_isLive)
        return;
    ++m_turn;
    m_isLive = m_isTaking = false;
    m_desk->rest();
}

void CameraPart::take()
{
    if (!canTake())
        return;
    m_isTaking = true;
    Q_EMIT changed();
    m_desk->port().take(
        [self = QPointer<CameraPart>(this), turn = m_turn](const Result<QImage, CameraTrouble> &still) {
            if (!self || turn != self->m_turn)
                return;
            self->m_isTaking = false;
            if (still)
                Q_EMIT self->taken(still.value());
            else
                Q_EMIT self->missed();
        });
}

QString CameraPart::message() const
{
    if (m_desk->trouble())
        return cameraTroubleText(*m_desk->trouble());
    if (!m_desk->isKnown())
        return tr("Looking for cameras…");
    if (m_desk->cameras().isEmpty())
        return tr("There is no camera. Plug one in, it starts by itself; or choose a file with Ctrl+O.");
    return tr("The camera is starting…");
}

void CameraPart::refreshChooser()
{
    const QSignalBlocker quiet(m_chooser);
    const QList<CameraInfo> cameras = m_desk->cameras();
    // Row by row, so that a list that is open stays open with the same camera marked.
    for (int row = m_chooser->count() - 1; row >= 0; --row) {
        const QString id = m_chooser->itemData(row).toString();
        if (std::none_of(cameras.cbegin(), cameras.cend(), [&](const auto &one) { return one.id == id; }))
            m_chooser->removeItem(row);
    }
    for (int i = 0; i < cameras.size(); ++i) {
        if (const int row = m_chooser->findData(cameras[i].id); row < 0)
            m_chooser->insertItem(i, cameras[i].name, cameras[i].id);
        else if (m_chooser->itemText(row) != cameras[i].name)
            m_chooser->setItemText(row, cameras[i].name);
    }
    m_chooser->setCurrentIndex(m_chooser->findData(m_desk->current()));
    m_chooser->setEnabled(m_chooser->count() > 0);
    if (m_chooser->count() == 0)
        m_chooser->setPlaceholderText(tr("no camera"));
    else if (m_chooser->currentIndex() < 0)
        m_chooser->setPlaceholderText(m_desk->current());
}

void CameraPart::refresh()
{
    refreshChooser();
    if (m_isLive && !m_desk->isFilming())
        m_view->clear(message());
    Q_EMIT changed();
}

void CameraPart::retranslate()
{
    m_chooser->setAccessibleName(tr("Camera"));
    if (m_desk)
        refresh();
}

} // namespace Loket
