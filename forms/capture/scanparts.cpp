// SPDX-License-Identifier: Apache-2.0
// What the scan dialog looks like: its parts, their places and words.
#include "forms/capture/quadview.h"
#include "forms/capture/scandialog.h"
#include "forms/common/keybutton.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
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

QWidget *ScanDialog::makeSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metric::kSpace2);
    m_choose = new KeyButton(side);
    m_choose->setObjectName(u"chooseScan"_s);
    m_choose->setKey(u"Ctrl O"_s);
    m_choose->setAutoDefault(false);
    m_paste = new KeyButton(side);
    m_paste->setObjectName(u"pasteScan"_s);
    m_paste->setKey(u"Ctrl V"_s);
    m_paste->setAutoDefault(false);
    m_resultLabel = roleLabel(u"label"_s, side);
    m_preview = new QLabel(side);
    m_preview->setObjectName(u"scanPreview"_s);
    m_preview->setFixedSize(Theme::current().px(208), Theme::current().px(208));
    m_preview->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_result = roleLabel(u"small"_s, side);
    m_result->setObjectName(u"scanSize"_s);
    m_result->setWordWrap(true);
    m_keys = roleLabel(u"small"_s, side);
    m_keys->setWordWrap(true);
    column->addWidget(m_choose);
    column->addWidget(m_paste);
    column->addSpacing(Metric::kSpace3);
    column->addWidget(m_resultLabel);
    column->addWidget(m_preview);
    column->addWidget(m_result);
    column->addSpacing(Metric::kSpace2);
    column->addWidget(m_keys);
    column->addStretch(1);
    side->setFixedWidth(Theme::current().px(208));
    return side;
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
    m_view = new QuadView(this);
    m_view->setObjectName(u"quadView"_s);
    left->addWidget(m_view, 1);
    left->addWidget(makeTools());
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

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metric::kSpace2);
    m_cancel = new QPushButton(this);
    m_cancel->setAutoDefault(false);
    m_accept = new KeyButton(this);
    m_accept->setObjectName(u"useScan"_s);
    m_accept->setKey(u"Enter"_s);
    m_accept->setPrimary(true);
    m_accept->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    whole->addLayout(buttons);
    const Theme &theme = Theme::current();
    resize(theme.px(820), theme.px(620));
    QWidget *before = m_view;
    for (QWidget *next : std::initializer_list<QWidget *>{m_turn, m_whole, m_found, m_before, m_after,
                                                          m_choose, m_paste, m_cancel, m_accept}) {
        setTabOrder(before, next);
        before = next;
    }
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
    m_choose->setText(tr("Choose file…"));
    m_paste->setText(tr("Paste"));
    m_resultLabel->setText(tr("What will be kept"));
    m_preview->setAccessibleName(tr("What will be kept"));
    m_keys->setText(tr("1 to 4 choose a corner, the arrow keys move it; or drag it. Home takes the whole "
                       "picture, R turns it."));
    m_cancel->setText(tr("Cancel"));
    m_accept->setText(tr("Use scan"));
}

} // namespace Loket
