// SPDX-License-Identifier: Apache-2.0
#include "forms/common/keybutton.h"

#include "forms/common/keyhint.h"
#include "forms/common/theme.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace Loket {

using namespace Qt::StringLiterals;

KeyButton::KeyButton(QWidget *parent)
    : QPushButton(parent)
    , m_hint(new KeyHint({}, this))
{
    m_hint->hide();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void KeyButton::setKey(const QString &key)
{
    m_hint->setText(key);
    m_hint->setVisible(!key.isEmpty());
    updateGeometry();
    place();
}

void KeyButton::setPrimary(bool primary)
{
    setProperty("role", primary ? u"primary"_s : QString());
    m_hint->setOnPrimary(primary);
}

QSize KeyButton::sizeHint() const
{
    QSize hint = QPushButton::sizeHint();
    if (!m_hint->isHidden())
        hint.rwidth() += m_hint->sizeHint().width() + Theme::current().px(Metric::kSpace2);
    return hint;
}

void KeyButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    place();
}

void KeyButton::place()
{
    const QSize size = m_hint->sizeHint();
    m_hint->setGeometry(QRect(
        QPoint(width() - size.width() - Theme::current().px(Metric::kSpace3), (height() - size.height()) / 2),
        size));
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    if (m_hint->isHidden()) {
        painter.drawControl(QStyle::CE_PushButton, option);
        return;
    }
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    option.rect.setWidth(m_hint->geometry().left() - option.rect.left());
    painter.drawControl(QStyle::CE_PushButtonLabel, option);
}

} // namespace Loket
