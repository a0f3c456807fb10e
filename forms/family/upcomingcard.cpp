// SPDX-License-Identifier: Apache-2.0
#include "forms/family/upcomingcard.h"

#include "forms/common/availabilitytexts.h"
#include "forms/common/format.h"
#include "forms/common/notelist.h"
#include "forms/common/office.h"
#include "forms/common/whypopup.h"
#include "model/rulebook/rulebook.h"

#include <QVBoxLayout>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// The cases of the family that this counter saved.
QList<CaseRecord> casesOf(const FamilyView &family, Office &office)
{
    QList<CaseRecord> cases;
    for (const HistoryLine &line : family.history) {
        if (line.kind != HistoryLine::Kind::Case)
            continue;
        const auto record = office.caseById(line.caseId);
        if (record && record.value())
            cases += *record.value();
    }
    return cases;
}

} // namespace

UpcomingCard::UpcomingCard(QWidget *parent)
    : CardFrame(parent)
    , m_list(new NoteList(this))
{
    constexpr int kAlwaysInSight = 3;
    constexpr int kMostInSight = 6; // the services need room too
    setFlush(true);
    m_list->setObjectName("upcoming"_L1);
    m_list->setFits(kAlwaysInSight, kMostInSight);
    body()->addWidget(m_list);
    connect(m_list, &NoteList::opened, this, &UpcomingCard::showWhy);
    connect(m_list, &NoteList::whyAsked, this, &UpcomingCard::showWhy);
    WhyPopup::answerF1(m_list, [this] { showWhy(); });
}

void UpcomingCard::show(const FamilyView &family, Office &office)
{
    const QDate today = office.today();
    const Context &context = office.context();
    m_rules = context.rulebooks ? &context.rulebooks->on(today) : nullptr;
    m_upcoming = m_rules ? upcoming(family, today, *m_rules, casesOf(family, office)) : QList<Upcoming>();
    QList<NoteRow> rows;
    int overdue = 0;
    for (const Upcoming &one : std::as_const(m_upcoming)) {
        NoteRow row;
        row.key = u"%1 %2 %3"_s.arg(one.day.toString(Qt::ISODate), one.code).arg(rows.size());
        row.title = upcomingText(one, family, today, context.facilities);
        row.mark = upcomingDayText(one, today);
        row.tone = upcomingTone(one, today);
        row.tip = one.rule.source;
        overdue += row.tone == Tone::Danger ? 1 : 0;
        rows += row;
    }
    m_list->setRows(rows);
    m_list->setAccessibleName(tr("What will change"));
    m_list->setAccessibleDescription(tr("F1 tells why"));
    setTitle(tr("What will change"));
    setCount(numberText(rows.size()), overdue > 0 ? Tone::Danger : Tone::Neutral);
    setVisible(!rows.isEmpty());
}

void UpcomingCard::showWhy()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const FiredRule &rule = m_upcoming.at(row).rule;
    WhyPopup::open(m_list, *m_rules, m_list->row(row).title,
                   rule.file.isEmpty() ? QList<FiredRule>() : QList<FiredRule>{rule});
}

} // namespace Loket
