// SPDX-License-Identifier: Apache-2.0
#include "forms/family/actionrow.h"

#include "forms/common/pill.h"
#include "forms/common/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace Loket {

using namespace Qt::StringLiterals;

ActionRow::ActionRow(QWidget *parent)
    : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void ActionRow::set(const QString &what, const QString &mark, Tone tone, const QString &why)
{
    setText(what);
    m_mark = mark;
    m_tone = tone;
    setToolTip(why);
    setAccessibleName(u"%1: %2"_s.arg(what, mark));
    setAccessibleDescription(why);
    updateGeometry();
    update();
}

QSize ActionRow::sizeHint() const
{
    const Theme &theme = Theme::current();
    const int words = QFontMetrics(theme.font(Type::Base)).horizontalAdvance(text());
    return {words + Pill::sizeOf(m_mark, m_tone).width() + theme.px(10 + 10 + Metric::kSpace2),
            theme.px(Metric::kRow)};
}

QSize ActionRow::minimumSizeHint() const
{
    return {Theme::current().px(Metric::kSideColumn) / 2, sizeHint().height()};
}

void ActionRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const Tokens &tokens = theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), underMouse() || isDown() ? tokens.primarySoft : tokens.surface);
    painter.setPen(tokens.line);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    const int padding = theme.px(14);
    const int markWidth = qMin(Pill::sizeOf(m_mark, m_tone).width(), width() / 2);
    const QRect mark(width() - padding - markWidth, 0, markWidth, height() - 1);
    Pill::paint(painter, mark, m_mark, m_tone);
    const QRect words(padding, 0, mark.left() - padding - theme.px(Metric::kSpace2), height() - 1);
    painter.setFont(theme.font(Type::Base));
    painter.setPen(tokens.text);
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (hasFocus()) {
        painter.setPen(QPen(tokens.primary, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void ActionRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void ActionRow::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ActionRow::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Loket
