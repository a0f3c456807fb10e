// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/numbercard.h"

#include "forms/common/format.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/widgets.h"
#include "forms/sync/factgrid.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

NumberCard::NumberCard(Office &office, QWidget *parent)
    : CardFrame(parent)
    , m_office(office)
    , m_blocks(new FactGrid(this))
    , m_none(roleLabel(u"muted"_s, this))
{
    setObjectName("numberCard"_L1);
    m_none->setWordWrap(true);
    body()->addWidget(m_blocks);
    body()->addWidget(m_none);
    reread();
}

void NumberCard::reread()
{
    constexpr int kMostShown = 3;
    const auto leases = m_office.leases();
    const QDateTime now = m_office.clock().nowUtc();
    QList<std::pair<QString, QString>> facts;
    qint64 left = 0;
    for (const LeaseView &one : leases ? leases.value() : QList<LeaseView>()) {
        const bool isOver = one.expires.isValid() && one.expires <= now;
        left += isOver ? 0 : one.left;
        if (facts.size() == kMostShown)
            continue;
        const QString until = !one.expires.isValid() ? tr("%1 left").arg(numberText(one.left))
            : isOver ? tr("%1 left, expired %2; usable again after the next contact")
                           .arg(numberText(one.left), longDateText(one.expires.toLocalTime().date()))
                     : tr("%1 left, until %2")
                           .arg(numberText(one.left), longDateText(one.expires.toLocalTime().date()));
        facts += {u"… %1"_s.arg(one.high % 1'000'000, 6, 10, QLatin1Char('0')), until};
    }
    setTitle(tr("Card numbers"));
    setCount(numberText(left), left > 0 ? Tone::Neutral : Tone::Warning);
    m_blocks->set(facts);
    m_blocks->setVisible(!facts.isEmpty());
    m_none->setVisible(left == 0);
    m_none->setText(leases
                        ? tr("No number is left. Registrations go on; their numbers follow from the centre.")
                        : failureText(leases.error()));
}

void NumberCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        reread();
}

} // namespace Loket
