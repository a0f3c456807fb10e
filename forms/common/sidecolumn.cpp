// SPDX-License-Identifier: Apache-2.0
#include "forms/common/sidecolumn.h"

#include "forms/common/theme.h"

#include <QHBoxLayout>
#include <QScrollBar>

namespace Loket {

using namespace Qt::StringLiterals;

SideColumn::SideColumn(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget(this))
    , m_column(new QVBoxLayout(m_content))
{
    m_content->setProperty("role", u"sheet"_s);
    setWidget(m_content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // its cards take the focus
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    applyMetrics();
    connect(&Theme::current(), &Theme::changed, this, &SideColumn::applyMetrics);
}

void SideColumn::add(QWidget *card, int stretch)
{
    m_column->addWidget(card, stretch);
}

void SideColumn::addStretch()
{
    m_column->addStretch(1);
}

void SideColumn::applyMetrics()
{
    const Theme &theme = Theme::current();
    setFixedWidth(qMin(theme.px(Metric::kSideColumn), Metric::kWidestSide));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.px(14));
}

QHBoxLayout *pageLayout(QWidget *page)
{
    auto *layout = new QHBoxLayout(page);
    const auto apply = [layout] {
        const Theme &theme = Theme::current();
        const int side = theme.px(Metric::kSpace4);
        layout->setContentsMargins(side, theme.px(14), side, theme.px(14));
        layout->setSpacing(theme.px(14));
    };
    apply();
    QObject::connect(&Theme::current(), &Theme::changed, layout, apply);
    return layout;
}

} // namespace Loket
