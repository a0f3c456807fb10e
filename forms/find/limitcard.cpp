// SPDX-License-Identifier: Apache-2.0
#include "forms/find/limitcard.h"

#include "forms/common/keybutton.h"
#include "forms/common/navigator.h"
#include "forms/common/officewords.h"
#include "forms/common/pill.h"
#include "forms/common/widgets.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

LimitCard::LimitCard(Office &office, Navigator &navigator, QWidget *parent)
    : CardFrame(parent)
    , m_office(office)
    , m_level(new Pill(this))
    , m_unsent(roleLabel(QString(), this))
    , m_disk(roleLabel(QString(), this))
    , m_sync(new KeyButton(this))
{
    setObjectName("limitCard"_L1);
    m_unsent->setObjectName("limitUnsent"_L1);
    m_disk->setObjectName("limitDisk"_L1);
    m_sync->setObjectName("limitSync"_L1);
    m_sync->setKey(u"Alt+5"_s);
    addToHeader(m_level);
    for (QLabel *label : {m_unsent, m_disk}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        body()->addWidget(label);
    }
    body()->addWidget(m_sync, 0, Qt::AlignRight);
    connect(m_sync, &QPushButton::clicked, this, [&navigator] { navigator.showSync(); });
    reread();
}

void LimitCard::reread()
{
    const UnsentStanding unsent = m_office.unsent();
    const QString disk = diskText(m_office);
    const bool isFrozen = unsent.pressure == Pressure::Frozen || !disk.isEmpty();
    setTitle(tr("Limits of this counter"));
    m_level->set(isFrozen                                  ? tr("No new case")
                     : unsent.pressure == Pressure::Urgent ? tr("Urgent")
                                                           : tr("Important"),
                 isFrozen ? Tone::Danger : pressureTone(unsent.pressure));
    m_unsent->setText(unsentText(unsent));
    m_unsent->setVisible(unsent.pressure != Pressure::None);
    m_disk->setText(disk);
    m_disk->setVisible(!disk.isEmpty());
    m_sync->setText(tr("To synchronisation"));
    m_sync->setVisible(unsent.pressure != Pressure::None);
    setVisible(unsent.pressure != Pressure::None || !disk.isEmpty());
}

void LimitCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        reread();
}

} // namespace Loket
