// SPDX-License-Identifier: Apache-2.0
// What the photo dialog looks like: its parts, their places and words.
#include "forms/capture/camerapart.h"
#include "forms/capture/cropview.h"
#include "forms/capture/photodialog.h"
#include "forms/capture/photopreview.h"
#include "forms/common/keybutton.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

QWidget *PhotoDialog::makeCropTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metric::kSpace1);
    const std::pair<QToolButton **, Icon> buttons[]
        = {{&m_zoomOut, Icon::ZoomOut}, {&m_zoomIn, Icon::ZoomIn}, {&m_centre, Icon::Crop}};
    for (const auto &[place, icon] : buttons) {
        *place = new QToolButton(tools);
        (*place)->setIcon(Theme::current().icon(icon));
        (*place)->setAutoRaise(true);
        row->addWidget(*place);
    }
    row->addStretch(1);
    return tools;
}

QWidget *PhotoDialog::makeCameraTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metric::kSpace3);
    m_auto = new QCheckBox(tools);
    m_auto->setObjectName(u"autoCapture"_s);
    row->addWidget(m_camera->chooser());
    row->addWidget(m_auto);
    row->addStretch(1);
    return tools;
}

QWidget *PhotoDialog::makeSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metric::kSpace2);
    const std::tuple<KeyButton **, QString, QString> buttons[]
        = {{&m_again, u"filmAgain"_s, u"F4"_s},
           {&m_choose, u"choosePicture"_s, u"Ctrl O"_s},
           {&m_paste, u"pastePicture"_s, u"Ctrl V"_s}};
    for (const auto &[place, name, key] : buttons) {
        *place = new KeyButton(side);
        (*place)->setObjectName(name);
        (*place)->setKey(key);
        (*place)->setAutoDefault(false);
        (*place)->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        column->addWidget(*place);
    }
    m_previewLabel = roleLabel(u"label"_s, side);
    m_preview = new PhotoPreview(side);
    m_keys = roleLabel(u"small"_s, side);
    m_keys->setWordWrap(true);
    column->addSpacing(Metric::kSpace3);
    column->addWidget(m_previewLabel);
    column->addWidget(m_preview);
    column->addSpacing(Metric::kSpace2);
    column->addWidget(m_keys);
    column->addStretch(1);
    side->setFixedWidth(Theme::current().px(208));
    return side;
}

QWidget *PhotoDialog::makeButtons()
{
    auto *row = new QWidget(this);
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(Metric::kSpace2);
    m_cancel = new QPushButton(row);
    m_cancel->setAutoDefault(false);
    m_take = new KeyButton(row);
    m_take->setObjectName(u"takePicture"_s);
    m_take->setPrimary(true);
    m_take->setAutoDefault(false);
    m_accept = new KeyButton(row);
    m_accept->setObjectName(u"usePhoto"_s);
    m_accept->setKey(u"Enter"_s);
    m_accept->setPrimary(true);
    m_accept->setDefault(true);
    buttons->addStretch(1);
    for (QPushButton *button :
         {m_cancel, static_cast<QPushButton *>(m_take), static_cast<QPushButton *>(m_accept)})
        buttons->addWidget(button);
    return row;
}

void PhotoDialog::setKeyOrder()
{
    QWidget *before = m_camera->view();
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_view, m_camera->chooser(), m_auto, m_zoomOut, m_zoomIn, m_centre,
                                          m_again, m_choose, m_paste, m_cancel, m_take, m_accept}) {
        setTabOrder(before, next);
        before = next;
    }
}

void PhotoDialog::build()
{
    setModal(true);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(Metric::kSpace4, Metric::kSpace4, Metric::kSpace4, Metric::kSpace4);
    whole->setSpacing(Metric::kSpace3);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(Metric::kSpace4);
    auto *left = new QVBoxLayout;
    left->setSpacing(Metric::kSpace1);
    m_pages = new QStackedWidget(this);
    m_view = new CropView(m_pages);
    m_view->setObjectName(u"cropView"_s);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_camera->view());
    m_toolPages = new QStackedWidget(this);
    m_toolPages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_toolPages->addWidget(makeCropTools());
    m_toolPages->addWidget(makeCameraTools());
    left->addWidget(m_pages, 1);
    left->addWidget(m_toolPages);
    middle->addLayout(left, 1);
    middle->addWidget(makeSide());
    whole->addLayout(middle, 1);

    m_message = roleLabel(u"error"_s, this);
    m_message->setObjectName(u"pictureTrouble"_s);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(
        Theme::current().px(52)); // three lines: the window does not jump when it speaks
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    whole->addWidget(m_message);
    whole->addWidget(makeButtons());
    resizeOver(this, 720, 600);
    setKeyOrder();
}

void PhotoDialog::retranslate()
{
    setWindowTitle(m_who.isEmpty() ? tr("Photo") : tr("Photo: %1").arg(m_who));
    m_view->setHint(tr("Drop a picture here, paste one, or choose a file (JPEG or PNG)."));
    const std::pair<QToolButton *, QString> tools[]
        = {{m_zoomIn, tr("Zoom in")}, {m_zoomOut, tr("Zoom out")}, {m_centre, tr("Back to the middle")}};
    for (const auto &[tool, name] : tools) {
        tool->setToolTip(name);
        tool->setAccessibleName(name);
    }
    m_choose->setText(tr("Choose file…"));
    m_paste->setText(tr("Paste"));
    m_again->setText(tr("Camera"));
    m_take->setText(tr("Take the picture"));
    m_take->setKey(tr("Space"));
    m_auto->setText(tr("Take it by itself when the face is at rest"));
    m_camera->retranslate();
    m_previewLabel->setText(tr("Photo 3x4"));
    m_preview->setAccessibleName(tr("Photo 3x4"));
    m_cancel->setText(tr("Cancel"));
    m_accept->setText(tr("Use photo"));
}

QString PhotoDialog::keysText() const
{
    if (isLive())
        return tr("The head belongs into the dashed oval. Space or Enter takes the picture.");
    return tr("Drag or use the arrow keys to move, the wheel or + and - to zoom, Home for the middle. The "
              "head belongs into the dashed oval.");
}

} // namespace Loket
