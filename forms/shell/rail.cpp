// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/rail.h"

#include "forms/common/theme.h"
#include "forms/shell/navbutton.h"

#include <QEvent>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

Rail::Rail(QWidget *parent)
    : QFrame(parent)
{
    setProperty("role", u"rail"_s);
    setObjectName("rail"_L1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const std::array<Icon, kPlaces> icons
        = {Icon::Search, Icon::Case, Icon::IdCard, Icon::Sum, Icon::Sync, Icon::Settings};
    const std::array<QLatin1StringView, kPlaces> names
        = {"goSearch"_L1, "goCases"_L1, "goCards"_L1, "goCalc"_L1, "goSync"_L1, "goSettings"_L1};
    for (size_t i = 0; i < size_t(kPlaces); ++i) {
        auto *button = new NavButton(icons[i], this);
        button->setObjectName(names[i]);
        m_buttons[i] = button;
        if (Place(int(i)) == Place::Settings)
            column->addStretch(1);
        column->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, i] { Q_EMIT chosen(Place(int(i))); });
    }
    applyMetrics();
    retranslate();
    setCurrent(Place::Search);
    connect(&Theme::current(), &Theme::changed, this, &Rail::applyMetrics);
}

void Rail::setCurrent(Place place)
{
    for (size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(Place(int(i)) == place);
}

void Rail::setCount(Place place, int count)
{
    m_buttons[size_t(place)]->setCount(count);
}

void Rail::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Rail::retranslate()
{
    const std::array<QString, kPlaces> texts
        = {tr("Search"), tr("Cases"), tr("Cards"), tr("Calculate"), tr("Sync"), tr("Settings")};
    for (size_t i = 0; i < texts.size(); ++i) {
        m_buttons[i]->setText(texts[i]);
        m_buttons[i]->setToolTip(tr("%1 (Alt+%2)").arg(texts[i]).arg(i + 1));
    }
    setAccessibleName(tr("Pages"));
}

void Rail::applyMetrics()
{
    setFixedWidth(Theme::current().px(Metric::kRail));
    for (NavButton *button : m_buttons)
        button->applyMetrics();
}

} // namespace Loket
