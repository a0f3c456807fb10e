// SPDX-License-Identifier: Apache-2.0
#include "forms/cards/roomstrip.h"

#include "forms/common/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <utility>

namespace Loket {

using namespace Qt::StringLiterals;

RoomStrip::RoomStrip(const QStringList &names, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    for (const QString &name : names) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setProperty("role", u"tab"_s);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        m_row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, i = int(m_buttons.size())] { choose(i); });
        m_buttons += button;
    }
    const auto apply = [this] { m_row->setSpacing(Theme::current().px(Metric::kSpace1)); };
    apply();
    connect(&Theme::current(), &Theme::changed, this, apply);
    mark();
}

void RoomStrip::choose(int index)
{
    const int count = int(m_buttons.size());
    const int next = (index % count + count) % count;
    const bool isOther = std::exchange(m_current, next) != next;
    mark();
    if (isOther)
        Q_EMIT chosen(next);
}

void RoomStrip::mark()
{
    for (int i = 0; i < int(m_buttons.size()); ++i)
        m_buttons.at(i)->setChecked(i == m_current);
}

void RoomStrip::setTexts(const QStringList &texts)
{
    for (int i = 0; i < int(m_buttons.size()); ++i) {
        m_buttons.at(i)->setText(texts.value(i));
        m_buttons.at(i)->setAccessibleName(texts.value(i));
    }
}

} // namespace Loket
