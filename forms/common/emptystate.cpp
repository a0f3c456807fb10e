// SPDX-License-Identifier: Apache-2.0
#include "forms/common/emptystate.h"

#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(Icon icon, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_picture(new QLabel(this))
    , m_title(roleLabel(u"title"_s, this))
    , m_text(roleLabel(u"muted"_s, this))
    , m_layout(new QVBoxLayout(this))
{
    m_picture->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_layout->addStretch(2);
    m_layout->addWidget(m_picture);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_text);
    m_layout->addStretch(3);
    applyMetrics();
    connect(&Theme::current(), &Theme::changed, this, &EmptyState::applyMetrics);
}

void EmptyState::set(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void EmptyState::addAction(QWidget *button)
{
    button->setParent(this);
    m_layout->insertWidget(m_layout->count() - 1, button, 0, Qt::AlignHCenter);
}

void EmptyState::applyMetrics()
{
    const Theme &theme = Theme::current();
    const int margin = theme.px(Metric::kSpace4);
    m_layout->setContentsMargins(margin, margin, margin, margin);
    m_layout->setSpacing(theme.px(Metric::kSpace2));
    m_picture->setPixmap(iconPixmap(m_icon, theme.tokens().muted, theme.px(Metric::kSpace6 + Metric::kSpace2),
                                    devicePixelRatioF()));
}

} // namespace Loket
