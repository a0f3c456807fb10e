// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/elsewherecard.h"

#include "forms/casework/casedraft.h"
#include "forms/common/language.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"
#include "model/rulebook/rulebook.h"

#include <QEvent>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// The refusal that says so; null: the counter offers the service.
const Problem *notOffered(const Assessment &assessment)
{
    for (const Problem &problem : assessment.problems) {
        if (problem.code == u"channel.not-offered")
            return &problem;
    }
    return nullptr;
}

QStringList offeredAt(const Problem &problem)
{
    QStringList channels;
    for (const QJsonValue &channel : problem.args.value("offeredAt"_L1).toArray())
        channels << codeLabel(u"channel"_s, channel.toString());
    return channels;
}

} // namespace

ElsewhereCard::ElsewhereCard(CaseDraft &draft, QWidget *parent)
    : CardFrame(parent)
    , m_draft(draft)
    , m_why(roleLabel({}, this))
    , m_where(roleLabel(u"strong"_s, this))
    , m_print(new QPushButton(this))
{
    setObjectName(u"section elsewhere"_s);
    m_why->setObjectName(u"elsewhereWhy"_s);
    m_where->setObjectName(u"elsewhereWhere"_s);
    m_print->setObjectName(u"printElsewhere"_s);
    for (QLabel *words : {m_why, m_where}) {
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        body()->addWidget(words);
    }
    body()->setSpacing(Theme::current().px(Metric::kSpace2));
    body()->addWidget(m_print, 0, Qt::AlignLeft);
    connect(m_print, &QAbstractButton::clicked, this, &ElsewhereCard::printWanted);
    connect(&draft, &CaseDraft::assessed, this, &ElsewhereCard::refresh);
    retranslate();
}

void ElsewhereCard::refresh()
{
    const Problem *problem = notOffered(m_draft.assessment());
    setVisible(problem != nullptr);
    if (!problem)
        return;
    const Case &content = m_draft.content();
    const bool isEnglish = currentLanguage() == u"en";
    const auto row = m_draft.port()
                         .rulebook(content.date)
                         .table(u"elsewhere"_s)
                         .byKey(content.service, content.date, nullptr);
    const QStringList channels = offeredAt(*problem);
    m_whyText = row ? row->cell(isEnglish ? u"whyEn"_s : u"whyId"_s)
                    : tr("%1 does not offer this service.").arg(codeLabel(u"channel"_s, content.channel));
    QStringList places;
    if (row)
        places << row->cell(isEnglish ? u"whereEn"_s : u"whereId"_s);
    if (!channels.isEmpty())
        places << channels.join(u", "_s);
    m_whereText = places.join(row && !channels.isEmpty() ? u"; "_s : QString());
    m_why->setText(m_whyText);
    m_where->setText(m_whereText.isEmpty() ? QString() : tr("Where to go: %1").arg(m_whereText));
    m_where->setVisible(!m_whereText.isEmpty());
}

SheetFacts ElsewhereCard::sheet() const
{
    const Case &content = m_draft.content();
    SheetFacts facts;
    facts.language = currentLanguage();
    facts.title = codeLabel(u"service"_s, content.service);
    facts.subtitle = tr("Not at this counter");
    facts.reference = content.service;
    facts.sections << SheetSection{tr("Why"), {}, {m_whyText}};
    if (!m_whereText.isEmpty())
        facts.sections << SheetSection{tr("Where to go"), {}, {m_whereText}};
    return facts;
}

void ElsewhereCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ElsewhereCard::retranslate()
{
    setTitle(tr("Not at this counter"));
    m_print->setText(tr("Print this for the person"));
    refresh();
}

} // namespace Loket
