// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/filterstrip.h"

#include "forms/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace Loket {

using namespace Qt::StringLiterals;

FilterStrip::FilterStrip(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    const std::array names{"showAll"_L1, "showWaiting"_L1, "showNeedsPerson"_L1};
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        auto *button = new QToolButton(this);
        button->setObjectName(names[i]);
        button->setProperty("role", u"tab"_s);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, i] { choose(OutboxFilter(int(i))); });
        m_buttons[i] = button;
    }
    const auto apply = [row] { row->setSpacing(Theme::current().px(Metric::kSpace1)); };
    apply();
    connect(&Theme::current(), &Theme::changed, this, apply);
    retranslate();
}

void FilterStrip::choose(OutboxFilter filter)
{
    const bool isOther = std::exchange(m_filter, filter) != filter;
    retranslate();
    if (isOther)
        Q_EMIT chosen(filter);
}

void FilterStrip::retranslate()
{
    const std::array texts{tr("All"), tr("Waiting"), tr("Needs a person")};
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(texts[i]);
        m_buttons[i]->setAccessibleName(texts[i]);
        m_buttons[i]->setChecked(OutboxFilter(int(i)) == m_filter);
    }
}

void FilterStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Loket
