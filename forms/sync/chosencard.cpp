// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/chosencard.h"

#include "forms/common/correction.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/whendone.h"
#include "forms/common/widgets.h"
#include "forms/sync/deliverytext.h"
#include "forms/sync/factgrid.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace Loket {

using namespace Qt::StringLiterals;

ChosenCard::ChosenCard(Office &office, Navigator &navigator, QWidget *parent)
    : CardFrame(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_title(roleLabel(u"strong"_s, this))
    , m_facts(new FactGrid(this))
    , m_retry(new QPushButton(this))
    , m_correct(new QPushButton(this))
    , m_family(new QPushButton(this))
    , m_receipt(new QPushButton(this))
{
    m_title->setWordWrap(true);
    m_retry->setObjectName("caseRetry"_L1);
    m_correct->setObjectName("caseCorrect"_L1);
    m_family->setObjectName("caseFamily"_L1);
    m_receipt->setObjectName("caseReceipt"_L1);
    body()->addWidget(m_title);
    body()->addWidget(m_facts);
    body()->addWidget(m_retry);
    body()->addWidget(m_correct);
    body()->addWidget(m_family);
    body()->addWidget(m_receipt);
    connect(m_retry, &QPushButton::clicked, this, &ChosenCard::retry);
    connect(m_correct, &QPushButton::clicked, this,
            [this] { m_navigator.correctCase(m_line->record.id.text()); });
    connect(m_family, &QPushButton::clicked, this,
            [this] { m_navigator.showFamily(m_line->record.content.family.kk); });
    connect(m_receipt, &QPushButton::clicked, this,
            [this] { m_navigator.showReceipt(m_line->record.id.text()); });
}

void ChosenCard::show(const std::optional<OutboxLine> &line)
{
    m_line = line;
    setVisible(line.has_value());
    fill();
}

void ChosenCard::fill()
{
    if (!m_line)
        return;
    const CaseRecord &record = m_line->record;
    setTitle(record.reference);
    setCount(caseStateText(record.state), caseStateTone(record.state));
    m_title->setText(
        tr("%1 · %2").arg(familyTitle(record.content), codeLabel(u"service"_s, record.content.service)));
    QList<std::pair<QString, QString>> facts;
    for (const DeliveryFact &fact : deliveryFacts(*m_line, m_office.clock().nowUtc()))
        facts += {fact.label, fact.words};
    m_facts->set(facts);
    m_retry->setText(tr("Send again"));
    m_retry->setToolTip(tr("Sends this case with the next run, without waiting"));
    m_retry->setVisible(canRetry(record.state));
    m_correct->setText(record.state == CaseState::Conflict ? tr("Decide") : tr("Open correction"));
    m_correct->setVisible(needsAction(record.state));
    m_family->setText(tr("Open family"));
    m_family->setVisible(!record.content.family.kk.isEmpty());
    m_receipt->setText(tr("Receipt"));
}

void ChosenCard::retry()
{
    whenDone(m_office.retryNow(m_line->record.id.text()), this, [this](const Outcome<bool> &answer) {
        if (!answer)
            m_navigator.toast(failureText(answer.error()));
        else
            m_navigator.toast(answer.value() ? tr("It is sent again now.")
                                             : tr("It was sent already; the centre has it."));
    });
}

void ChosenCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace Loket
