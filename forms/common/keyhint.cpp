// SPDX-License-Identifier: Apache-2.0
#include "forms/common/keyhint.h"

#include "forms/common/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace Loket {

KeyHint::KeyHint(const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void KeyHint::setText(const QString &key)
{
    m_key = key;
    updateGeometry();
    update();
}

void KeyHint::setOnPrimary(bool onPrimary)
{
    m_onPrimary = onPrimary;
    update();
}

QSize KeyHint::sizeHint() const
{
    const Theme &theme = Theme::current();
    const QFontMetrics metrics(theme.font(Type::MonoSmall));
    return {metrics.horizontalAdvance(m_key) + theme.px(Metric::kSpace3),
            metrics.height() + theme.px(Metric::kSpace1) / 2 + 1};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const Tokens &tokens = theme.tokens();
    const bool lit = m_onPrimary && isEnabled();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lit ? tokens.onPrimary : tokens.line);
    painter.setBrush(lit ? Qt::transparent : tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(3), theme.px(3));
    painter.setPen(lit ? tokens.onPrimary : tokens.muted);
    painter.setFont(theme.font(Type::MonoSmall));
    painter.drawText(rect(), Qt::AlignCenter, m_key);
}

} // namespace Loket
