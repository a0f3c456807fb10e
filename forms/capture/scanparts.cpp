// SPDX-License-Identifier: Apache-2.0
// What the scan dialog looks like: its parts, their places and words.
#include "forms/capture/camerapart.h"
#include "forms/capture/quadview.h"
#include "forms/capture/scandialog.h"
#include "forms/common/keybutton.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

QWidget *ScanDialog::makeTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metric::kSpace1);
    const auto add = [row, tools](QToolButton **place, const QString &name) {
        *place = new QToolButton(tools);
        (*place)->setObjectName(name);
        (*place)->setAutoRaise(true);
        row->addWidget(*place);
    };
    add(&m_turn, u"turnScan"_s);
    add(&m_whole, u"wholePicture"_s);
    add(&m_found, u"foundEdges"_s);
    row->addStretch(1);
    add(&m_before, u"pageBefore"_s);
    m_pageLabel = roleLabel(u"label"_s, tools);
    m_pageLabel->setObjectName(u"scanPage"_s);
    row->addWidget(m_pageLabel);
    add(&m_after, u"pageAfter"_s);
    m_before->setText(u"‹"_s);
    m_after->setText(u"›"_s);
    return tools;
}

QWidget *ScanDialog::makeCameraTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_camera->chooser());
    row->addStretch(1);
    return tools;
}

QWidget *ScanDialog::makeSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metric::kSpace2);
    const std::tuple<KeyButton **, QString, QString> buttons[] = {{&m_again, u"filmAgain"_s, u"F4"_s},
                                                                  {&m_choose, u"chooseScan"_s, u"Ctrl O"_s},
                                                                  {&m_paste, u"pasteScan"_s, u"Ctrl V"_s}};
    for (const auto &[place, name, key] : buttons) {
        *place = new KeyButton(side);
        (*place)->setObjectName(name);
        (*place)->setKey(key);
        (*place)->setAutoDefault(false);
        (*place)->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        column->addWidget(*place);
    }
    m_resultLabel = roleLabel(u"label"_s, side);
    m_preview = new QLabel(side);
    m_preview->setObjectName(u"scanPreview"_s);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_preview->setMinimumHeight(Theme::current().px(80));
    m_preview->setMaximumHeight(Theme::current().px(208));
    m_preview->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_result = roleLabel(u"small"_s, side);
    m_result->setObjectName(u"scanSize"_s);
    m_result->setWordWrap(true);
    m_result->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_result->setMinimumHeight(2 * m_result->fontMetrics().lineSpacing()); // the preview does not jump
    m_keys = roleLabel(u"small"_s, side);
    m_keys->setWordWrap(true);
    column->addSpacing(Metric::kSpace3);
    column->addWidget(m_resultLabel);
    column->addWidget(m_preview, 1);
    column->addWidget(m_result);
    column->addSpacing(Metric::kSpace2);
    column->addWidget(m_keys);
    column->addStretch();
    side->setFixedWidth(Theme::current().px(208));
    return side;
}

QWidget *ScanDialog::makeButtons()
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
    m_accept->setObjectName(u"useScan"_s);
    m_accept->setKey(u"Enter"_s);
    m_accept->setPrimary(true);
    m_accept->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_take);
    buttons->addWidget(m_accept);
    return row;
}

void ScanDialog::setKeyOrder()
{
    QWidget *before = m_camera->view();
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_view, m_camera->chooser(), m_turn, m_whole, m_found, m_before,
                                          m_after, m_again, m_choose, m_paste, m_cancel, m_take, m_accept}) {
        setTabOrder(before, next);
        before = next;
    }
}

void ScanDialog::build()
{
    setModal(true);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(Metric::kSpace4, Metric::kSpace4, Metric::kSpace4, Metric::kSpace4);
    whole->setSpacing(Metric::kSpace3);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(Metric::kSpace4);
    auto *left = new QVBoxLayout;
    left->setSpacing(Metric::kSpace1);
    m_views = new QStackedWidget(this);
    m_view = new QuadView(m_views);
    m_view->setObjectName(u"quadView"_s);
    m_views->addWidget(m_view);
    m_views->addWidget(m_camera->view());
    m_toolPages = new QStackedWidget(this);
    m_toolPages->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_toolPages->addWidget(makeTools());
    m_toolPages->addWidget(makeCameraTools());
    left->addWidget(m_views, 1);
    left->addWidget(m_toolPages);
    middle->addLayout(left, 1);
    middle->addWidget(makeSide());
    whole->addLayout(middle, 1);

    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 0); // nobody knows how long a page takes
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(Theme::current().px(4));
    QSizePolicy keepsPlace = m_progress->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsPlace);
    whole->addWidget(m_progress);
    m_message = roleLabel(u"error"_s, this);
    m_message->setObjectName(u"scanTrouble"_s);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(Theme::current().px(34)); // two lines: the window does not jump
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    whole->addWidget(m_message);

    whole->addWidget(makeButtons());
    resizeOver(this, 820, 620);
    setKeyOrder();
}

void ScanDialog::retranslate()
{
    setWindowTitle(tr("Scan: %1").arg(m_what));
    m_view->setHint(tr("Drop a picture or a PDF of the document here, paste one, or choose a file."));
    const std::tuple<QToolButton *, QString, QString> tools[]
        = {{m_turn, tr("Turn"), tr("Turn a quarter clockwise (R)")},
           {m_whole, tr("Whole picture"), tr("Take the whole picture (Home)")},
           {m_found, tr("Found edges"), tr("Take the edges that were found (End)")}};
    for (const auto &[tool, text, hint] : tools) {
        tool->setText(text);
        tool->setToolTip(hint);
        tool->setAccessibleName(hint);
    }
    m_before->setToolTip(tr("Page before (PgUp)"));
    m_before->setAccessibleName(m_before->toolTip());
    m_after->setToolTip(tr("Next page (PgDn)"));
    m_after->setAccessibleName(m_after->toolTip());
    m_camera->retranslate();
    m_again->setText(tr("Camera"));
    m_take->setText(tr("Take the picture"));
    m_take->setKey(tr("Space"));
    m_choose->setText(tr("Choose file…"));
    m_paste->setText(tr("Paste"));
    m_resultLabel->setText(tr("What will be kept"));
    m_preview->setAccessibleName(tr("What will be kept"));
    m_cancel->setText(tr("Cancel"));
    m_accept->setText(tr("Use scan"));
}

QString ScanDialog::keysText() const
{
    if (isLive())
        return tr(
            "Lay the whole document flat, on something darker or lighter than it is. Space or Enter takes "
            "the picture.");
    return tr("1 to 4 choose a corner, the arrow keys move it; or drag it. Home takes the whole "
              "picture, R turns it.");
}

} // namespace Loket
