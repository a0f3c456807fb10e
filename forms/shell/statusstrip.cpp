// SPDX-License-Identifier: Apache-2.0
#include "forms/shell/statusstrip.h"

#include "forms/common/format.h"
#include "forms/common/officewords.h"
#include "forms/common/pill.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <chrono>

namespace Loket {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

StatusStrip::StatusStrip(Office &office, QWidget *parent)
    : QFrame(parent)
    , m_office(office)
    , m_link(new Pill(this))
    , m_waiting(roleLabel(u"status"_s, this))
    , m_lastSync(roleLabel(u"status"_s, this))
    , m_numbers(roleLabel(u"status"_s, this))
    , m_trialDay(new Pill(this))
    , m_now(roleLabel(u"status"_s, this))
{
    setProperty("role", u"statusStrip"_s);
    setObjectName("statusStrip"_L1);
    m_trialDay->setObjectName("trialDay"_L1);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_link);
    row->addWidget(m_waiting);
    row->addWidget(m_lastSync);
    row->addStretch(1);
    row->addWidget(m_numbers);
    row->addWidget(m_trialDay);
    row->addWidget(m_now);
    for (QLabel *label : {m_waiting, m_lastSync, m_numbers, m_now})
        label->setMinimumWidth(1);
    m_link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    applyMetrics();
    connect(&Theme::current(), &Theme::changed, this, &StatusStrip::applyMetrics);
    connect(&m_office, &Office::changed, this, &StatusStrip::reread);
    connect(&m_office, &Office::syncChanged, this, &StatusStrip::reread);
    connect(&m_office, &Office::dayChanged, this, &StatusStrip::reread);
    connect(&m_tick, &QTimer::timeout, this, &StatusStrip::reread);
    m_tick.start(15s);
    reread();
}

void StatusStrip::reread()
{
    const StoreStatus status = m_office.status();
    const QDateTime now = m_office.clock().nowUtc();
    if (m_office.syncState().isRunning)
        m_link->set(tr("Synchronising…"), Tone::Info);
    else
        m_link->set(linkText(m_office), linkTone(m_office.link()));
    m_waiting->setText(tr("%1 waiting to be sent").arg(numberText(waitingToSend(status))));
    m_lastSync->setText(lastSyncText(status, now));
    m_numbers->setText(tr("Card numbers left %1").arg(numberText(status.numbersLeft)));
    m_trialDay->set(tr("Training day"), Tone::Warning);
    m_now->setText(dayText(m_office.today()) + u"  "_s + timeText(now));
    fit();
}

void StatusStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        reread();
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

/// With large text there is no room for all: what the sync page says too gives way first.
void StatusStrip::fit()
{
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right();
    for (QWidget *one :
         std::initializer_list<QWidget *>{m_link, m_waiting, m_now, m_trialDay, m_numbers, m_lastSync}) {
        if (one == m_trialDay && !m_office.isDayMoved()) {
            one->hide();
            continue;
        }
        room -= one->sizeHint().width() + layout()->spacing();
        one->setVisible(room >= 0);
    }
}

void StatusStrip::applyMetrics()
{
    const Theme &theme = Theme::current();
    setFixedHeight(theme.px(Metric::kStatusBar));
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->setContentsMargins(theme.px(Metric::kSpace3), 0, theme.px(Metric::kSpace3), 0);
    row->setSpacing(theme.px(18));
    fit();
}

} // namespace Loket
