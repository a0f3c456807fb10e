// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/wraplink.h"

#include "forms/common/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace Loket {

namespace {
constexpr int kLinkSymbolRoom = 16;
constexpr int kLinkEdge = 3;
} // namespace

WrapLink::WrapLink(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

void WrapLink::say(const QString &symbol, const QString &sentence, Tone tone)
{
    if (symbol == m_symbol && sentence == text() && tone == m_tone)
        return;
    m_symbol = symbol;
    m_tone = tone;
    setText(sentence);
    setAccessibleName(sentence);
    updateGeometry();
    update();
}

void WrapLink::setSettled(bool settled)
{
    if (m_settled == settled)
        return;
    m_settled = settled;
    update();
}

QFont WrapLink::wordsFont() const
{
    return Theme::current().font(m_symbol.isEmpty() ? Type::Small : Type::Base);
}

QRect WrapLink::words(int width) const
{
    const Theme &theme = Theme::current();
    const int left = m_symbol.isEmpty() ? kLinkEdge : theme.px(kLinkSymbolRoom) + kLinkEdge;
    const QFontMetrics metrics(wordsFont());
    return metrics.boundingRect(QRect(left, kLinkEdge, std::max(40, width - left - kLinkEdge), 4000),
                                Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, text());
}

int WrapLink::heightForWidth(int width) const
{
    return words(width).height() + 2 * kLinkEdge;
}

QSize WrapLink::sizeHint() const
{
    const int width = Theme::current().px(240);
    return {width, heightForWidth(width)};
}

QSize WrapLink::minimumSizeHint() const
{
    return {Theme::current().px(120), QFontMetrics(wordsFont()).height() + 2 * kLinkEdge};
}

void WrapLink::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const Tokens &tokens = theme.tokens();
    QPainter painter(this);
    QFont font = wordsFont();
    const QRect room = words(width());
    painter.setPen(m_symbol.isEmpty()            ? tokens.primary
                       : m_tone == Tone::Neutral ? tokens.muted
                                                 : tokens.tone(m_tone));
    painter.setFont(font);
    painter.drawText(QRect(kLinkEdge, kLinkEdge, theme.px(kLinkSymbolRoom), QFontMetrics(font).height()),
                     Qt::AlignCenter, m_symbol);
    font.setStrikeOut(m_settled);
    font.setUnderline(underMouse() && !m_settled);
    painter.setFont(font);
    painter.drawText(QRect(room.topLeft(), QSize(width() - room.left() - kLinkEdge, room.height())),
                     Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, text());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.primary, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void WrapLink::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && event->modifiers() == Qt::NoModifier) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void WrapLink::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void WrapLink::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Loket
