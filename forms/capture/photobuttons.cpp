// SPDX-License-Identifier: Apache-2.0
// What the photo dialog looks like: its parts, their places and words.
#include "forms/capture/cropview.h"
#include "forms/capture/photodialog.h"
#include "forms/capture/photopreview.h"
#include "forms/common/keybutton.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

QWidget *PhotoDialog::makeTools()
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

QWidget *PhotoDialog::makeSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metric::kSpace2);
    m_choose = new KeyButton(side);
    m_choose->setObjectName(u"choosePicture"_s);
    m_choose->setKey(u"Ctrl O"_s);
    m_choose->setAutoDefault(false);
    m_paste = new KeyButton(side);
    m_paste->setObjectName(u"pastePicture"_s);
    m_paste->setKey(u"Ctrl V"_s);
    m_paste->setAutoDefault(false);
    m_take = new QPushButton(side);
    m_take->setObjectName(u"takePicture"_s);
    m_take->setAutoDefault(false);
    m_previewLabel = roleLabel(u"label"_s, side);
    m_preview = new PhotoPreview(side);
    m_keys = roleLabel(u"small"_s, side);
    m_keys->setWordWrap(true);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_choose), static_cast<QWidget *>(m_paste), static_cast<QWidget *>(m_take)})
        column->addWidget(widget);
    column->addSpacing(Metric::kSpace3);
    column->addWidget(m_previewLabel);
    column->addWidget(m_preview);
    column->addSpacing(Metric::kSpace2);
    column->addWidget(m_keys);
    column->addStretch(1);
    side->setFixedWidth(Theme::current().px(208));
    return side;
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
    m_view = new CropView(this);
    m_view->setObjectName(u"cropView"_s);
    left->addWidget(m_view, 1);
    left->addWidget(makeTools());
    middle->addLayout(left, 1);
    middle->addWidget(makeSide());
    whole->addLayout(middle, 1);

    m_message = roleLabel(u"error"_s, this);
    m_message->setObjectName(u"pictureTrouble"_s);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(
        Theme::current().px(34)); // two lines: the window does not jump when it speaks
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    whole->addWidget(m_message);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metric::kSpace2);
    m_cancel = new QPushButton(this);
    m_cancel->setAutoDefault(false);
    m_accept = new KeyButton(this);
    m_accept->setObjectName(u"usePhoto"_s);
    m_accept->setKey(u"Enter"_s);
    m_accept->setPrimary(true);
    m_accept->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    whole->addLayout(buttons);
    const Theme &theme = Theme::current();
    resize(theme.px(720), theme.px(600));
    QWidget *before = m_view;
    for (QWidget *next : std::initializer_list<QWidget *>{m_zoomOut, m_zoomIn, m_centre, m_choose, m_paste,
                                                          m_take, m_cancel, m_accept}) {
        setTabOrder(before, next);
        before = next;
    }
}

void PhotoDialog::retranslate()
{
    setWindowTitle(m_who.isEmpty() ? tr("Photo from a file") : tr("Photo from a file: %1").arg(m_who));
    m_view->setHint(tr("Drop a picture here, paste one, or choose a file (JPEG or PNG)."));
    const std::pair<QToolButton *, QString> tools[]
        = {{m_zoomIn, tr("Zoom in")}, {m_zoomOut, tr("Zoom out")}, {m_centre, tr("Back to the middle")}};
    for (const auto &[tool, name] : tools) {
        tool->setToolTip(name);
        tool->setAccessibleName(name);
    }
    m_choose->setText(tr("Choose file…"));
    m_paste->setText(tr("Paste"));
    m_take->setText(tr("Take a picture"));
    m_previewLabel->setText(tr("Photo 3x4"));
    m_preview->setAccessibleName(tr("Photo 3x4"));
    m_keys->setText(
        tr("Drag or use the arrow keys to move, the wheel or + and - to zoom, Home for the middle. The "
           "head belongs into the dashed oval."));
    m_cancel->setText(tr("Cancel"));
    m_accept->setText(tr("Use photo"));
}

} // namespace Loket
