// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/navbutton.h"

#include "forms/common/theme.h"

#include <QPainter>

namespace Loket {

using namespace Qt::StringLiterals;

NavButton::NavButton(Icon icon, QWidget *parent)
    : QToolButton(parent)
    , m_icon(icon)
{
    setProperty("role", u"rail"_s);
    setCheckable(true);
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus); // a click on the rail leaves the cursor to the page that comes
}

void NavButton::setText(const QString &text)
{
    QToolButton::setText(text);
    nameIt();
}

void NavButton::setCount(int count)
{
    m_count = count;
    nameIt();
    update();
}

void NavButton::nameIt()
{
    setAccessibleName(m_count > 0 ? u"%1 (%2)"_s.arg(text()).arg(m_count) : text());
}

void NavButton::applyMetrics()
{
    const Theme &theme = Theme::current();
    const int side = theme.px(Metric::kRailIcon);
    setIconSize({side, side});
    setIcon(tintedIcon(m_icon, theme.tokens().navigationText, theme.tokens().disabled, side));
    setFixedHeight(theme.px(Metric::kRailButton));
}

void NavButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_count <= 0)
        return;
    const Theme &theme = Theme::current();
    const QString text = m_count > 99 ? u"99+"_s : QString::number(m_count);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = theme.font(Type::Tiny);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const int height = painter.fontMetrics().height() + 1;
    const int width = qMax(height, painter.fontMetrics().horizontalAdvance(text) + theme.px(Metric::kSpace2));
    const QRect badge(this->width() / 2 + theme.px(Metric::kSpace1), theme.px(Metric::kSpace1), width,
                      height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().navigationMark);
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter.setPen(theme.tokens().navigation);
    painter.drawText(badge, Qt::AlignCenter, text);
}

} // namespace Loket
