// SPDX-License-Identifier: Apache-2.0
#include "forms/common/workstopcard.h"

#include "forms/common/format.h"
#include "forms/common/office.h"
#include "forms/common/pill.h"
#include "forms/common/widgets.h"
#include "forms/common/worktexts.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

WorkStopCard::WorkStopCard(Office &office, QWidget *parent)
    : CardFrame(parent)
    , m_office(office)
    , m_mark(new Pill(this))
    , m_text(roleLabel(QString(), this))
    , m_reason(roleLabel(u"strong"_s, this))
    , m_since(roleLabel(u"small"_s, this))
{
    setObjectName("workStop"_L1);
    m_text->setObjectName("workStopText"_L1);
    m_reason->setObjectName("workStopReason"_L1);
    auto *markRow = new QHBoxLayout;
    markRow->addWidget(m_mark);
    markRow->addStretch(1);
    body()->addLayout(markRow);
    for (QLabel *label : {m_text, m_reason, m_since}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText); // the reason was typed by somebody at the centre
        body()->addWidget(label);
    }
    reread();
}

void WorkStopCard::reread()
{
    const WorkState work = m_office.status().work;
    const QString warning = workWarning(work);
    setVisible(!work.mayBegin() || !warning.isEmpty());
    setTitle(work.mayBegin() ? tr("Soon no new cases") : tr("No new cases"));
    m_mark->setVisible(!work.mayBegin());
    m_mark->set(workTitle(work), Tone::Danger);
    m_text->setText(work.mayBegin() ? warning : workSentence(work));
    const QString reason = workReason(work);
    m_reason->setText(tr("Reason: %1").arg(reason));
    m_reason->setVisible(!reason.isEmpty());
    m_since->setText(tr("since %1").arg(momentText(work.since, m_office.clock().nowUtc())));
    m_since->setVisible(work.since.isValid());
}

void WorkStopCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        reread();
}

} // namespace Loket
