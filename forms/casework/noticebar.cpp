// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/noticebar.h"

#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Loket {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_text(roleLabel(u"strong"_s, this))
{
    setObjectName(u"notice"_s);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    const Theme &theme = Theme::current();
    layout->setContentsMargins(theme.px(14), theme.px(6), theme.px(14), theme.px(6));
    layout->addWidget(m_text, 1);
    connect(&Theme::current(), &Theme::changed, this, [this] { update(); });
    hide();
}

void NoticeBar::say(const QString &text, Tone tone)
{
    m_tone = tone;
    m_text->setText(text);
    setLook(m_text, "tone", toneWord(tone));
    setAccessibleName(text);
    show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoticeBar::clear()
{
    hide();
    m_text->clear();
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::current().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.tone(m_tone));
    painter.setBrush(tokens.toneSoft(m_tone));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace Loket
