// SPDX-License-Identifier: Apache-2.0
#include "forms/common/cardframe.h"

#include "forms/common/pill.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QHBoxLayout>
#include <QLabel>

namespace Loket {

using namespace Qt::StringLiterals;

CardFrame::CardFrame(QWidget *parent)
    : QFrame(parent)
    , m_header(new QFrame(this))
    , m_headerLayout(new QHBoxLayout(m_header))
    , m_marks(new QHBoxLayout)
    , m_right(new QHBoxLayout)
    , m_title(roleLabel(u"title"_s, m_header))
    , m_count(new Pill(m_header))
    , m_hint(roleLabel(u"hint"_s, m_header))
    , m_body(new QVBoxLayout)
{
    setProperty("role", u"card"_s);
    m_header->setProperty("role", u"cardHeader"_s);
    m_count->setSymbolVisible(false);
    m_count->hide();
    m_hint->hide();
    m_hint->setMinimumWidth(1);
    m_marks->addWidget(m_count);
    m_headerLayout->addWidget(m_title);
    m_headerLayout->addLayout(m_marks);
    m_headerLayout->addStretch(1);
    m_headerLayout->addLayout(m_right);
    m_headerLayout->addWidget(m_hint);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1); // inside the border
    outer->setSpacing(0);
    outer->addWidget(m_header);
    outer->addLayout(m_body, 1);
    applyMetrics();
    connect(&Theme::current(), &Theme::changed, this, &CardFrame::applyMetrics);
}

CardFrame::CardFrame(const QString &title, QWidget *parent)
    : CardFrame(parent)
{
    setTitle(title);
}

void CardFrame::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

QString CardFrame::title() const
{
    return m_title->text();
}

void CardFrame::setCount(const QString &text, Tone tone)
{
    m_count->set(text, tone);
    m_count->setVisible(!text.isEmpty());
}

void CardFrame::setHint(const QString &hint)
{
    m_hint->setText(hint);
    placeHint();
}

void CardFrame::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeHint();
}

void CardFrame::placeHint()
{
    // Asked of the layout without the hint, so that a hint never makes a page wider than its window.
    m_hint->hide();
    const int room = width() - m_headerLayout->minimumSize().width() - m_headerLayout->spacing();
    m_hint->setVisible(!m_hint->text().isEmpty() && m_hint->sizeHint().width() <= room);
}

void CardFrame::addToHeader(QWidget *widget)
{
    m_right->addWidget(widget);
}

Pill *CardFrame::addMark()
{
    auto *pill = new Pill(m_header);
    pill->setSymbolVisible(false);
    m_marks->addWidget(pill);
    return pill;
}

void CardFrame::setFlush(bool flush)
{
    m_flush = flush;
    applyMetrics();
}

void CardFrame::applyMetrics()
{
    const Theme &theme = Theme::current();
    const int side = theme.px(14);
    m_header->setFixedHeight(theme.px(Metric::kCardHeader));
    m_headerLayout->setContentsMargins(side, 0, side, 0);
    m_headerLayout->setSpacing(theme.px(Metric::kSpace2));
    m_marks->setSpacing(theme.px(Metric::kSpace2));
    m_right->setSpacing(theme.px(Metric::kSpace2));
    const int margin = m_flush ? 0 : side;
    m_body->setContentsMargins(margin, m_flush ? 0 : theme.px(10), margin, m_flush ? 0 : theme.px(12));
    m_body->setSpacing(m_flush ? 0 : theme.px(Metric::kSpace2));
}

} // namespace Loket
