// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/factgrid.h"

#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QGridLayout>
#include <QLabel>

namespace Loket {

using namespace Qt::StringLiterals;

FactGrid::FactGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    const auto apply = [this] {
        m_grid->setHorizontalSpacing(Theme::current().px(Metric::kSpace3));
        m_grid->setVerticalSpacing(Theme::current().px(Metric::kSpace1));
    };
    apply();
    connect(&Theme::current(), &Theme::changed, this, apply);
}

void FactGrid::set(const QList<std::pair<QString, QString>> &facts)
{
    if (std::exchange(m_facts, facts) == facts)
        return;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < facts.size(); ++i) {
        auto *words = roleLabel(QString(), this, facts.at(i).second);
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        m_grid->addWidget(roleLabel(u"label"_s, this, facts.at(i).first), i, 0, Qt::AlignTop);
        m_grid->addWidget(words, i, 1);
    }
}

} // namespace Loket
