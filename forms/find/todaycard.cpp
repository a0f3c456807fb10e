// SPDX-License-Identifier: Apache-2.0
#include "forms/find/todaycard.h"

#include "forms/common/format.h"
#include "forms/common/office.h"
#include "forms/common/officewords.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace Loket {

using namespace Qt::StringLiterals;

TodayCard::TodayCard(Office &office, QWidget *parent)
    : CardFrame(parent)
    , m_office(office)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::current().px(Metric::kSpace3));
    grid->setVerticalSpacing(0);
    for (int i = 0; i < int(m_figures.size()); ++i) {
        auto *box = new QVBoxLayout;
        box->setSpacing(0);
        m_figures[size_t(i)] = roleLabel(u"figure"_s, this);
        m_words[size_t(i)] = roleLabel(u"small"_s, this);
        box->addWidget(m_figures[size_t(i)]);
        box->addWidget(m_words[size_t(i)]);
        grid->addLayout(box, i / 2, i % 2);
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    body()->addLayout(grid);
    retranslate();
}

void TodayCard::reread()
{
    const StoreStatus status = m_office.status();
    m_figures[0]->setText(numberText(status.casesToday));
    m_figures[1]->setText(numberText(status.cardsPrintedToday));
    m_figures[2]->setText(numberText(waitingToSend(status)));
    m_figures[3]->setText(numberText(status.drafts));
}

void TodayCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        reread();
    }
}

void TodayCard::retranslate()
{
    setTitle(tr("Today"));
    m_words[0]->setText(tr("cases submitted"));
    m_words[1]->setText(tr("cards printed"));
    m_words[2]->setText(tr("waiting to be sent"));
    m_words[3]->setText(tr("drafts"));
}

} // namespace Loket
