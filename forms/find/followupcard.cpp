// SPDX-License-Identifier: Apache-2.0
#include "forms/find/followupcard.h"

#include "forms/common/format.h"
#include "forms/common/navigator.h"
#include "forms/common/office.h"
#include "forms/common/texts.h"
#include "forms/common/theme.h"
#include "forms/common/widgets.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMost = 50; ///< nobody works off more in a day

/// Whether the day is one by which something had to be done; else it only says since when.
bool isDeadline(FollowUp::Kind kind)
{
    return kind != FollowUp::CaseReturned && kind != FollowUp::Parked;
}

bool isOverdue(const FollowUp &one, QDate today)
{
    return isDeadline(one.kind) && one.day < today;
}

/// "needs-correction: NIK …" as people say it.
QString returnedText(const QString &detail)
{
    const auto state = caseStateFromWord(detail.section(u':', 0, 0));
    if (!state)
        return detail;
    const QString reason = detail.section(u':', 1).trimmed();
    return reason.isEmpty() ? caseStateText(*state) : u"%1: %2"_s.arg(caseStateText(*state), reason);
}

} // namespace

FollowUpCard::FollowUpCard(Office &office, Navigator &navigator, QWidget *parent)
    : CardFrame(parent)
    , m_office(office)
    , m_navigator(navigator)
    , m_rows(new NoteList(this))
    , m_none(roleLabel(u"muted"_s, this))
{
    constexpr int kAlwaysInSight = 3;
    constexpr int kMostInSight = 5; // drafts and the day's counts stay in sight too
    setFlush(true);
    m_rows->setObjectName("followUps"_L1);
    m_rows->setFits(kAlwaysInSight, kMostInSight);
    m_none->setWordWrap(true);
    const auto apply = [this] { m_none->setMargin(Theme::current().px(14)); };
    apply();
    connect(&Theme::current(), &Theme::changed, this, apply);
    body()->addWidget(m_rows);
    body()->addWidget(m_none);
    connect(m_rows, &NoteList::opened, this, &FollowUpCard::open);
    connect(m_rows, &NoteList::whyAsked, this, &FollowUpCard::open);
    fill();
}

NoteRow FollowUpCard::rowOf(const FollowUp &one, QDate today)
{
    NoteRow row;
    row.key = u"%1 %2 %3 %4"_s.arg(one.kind).arg(one.kk, one.caseId, one.name);
    const QString who = one.name.isEmpty() ? tr("KK %1").arg(groupedDigits(one.kk)) : personName(one.name);
    const int days = int(today.daysTo(one.day));
    QString what;
    switch (one.kind) {
    case FollowUp::PaymentWindow:
        what = tr("first payment");
        break;
    case FollowUp::BabyWithoutNik:
        what = tr("NIK of the baby");
        break;
    case FollowUp::SchoolLetter:
        what = tr("school letter expires");
        break;
    case FollowUp::TermEnds:
        what = tr("term of office or contract ends");
        break;
    case FollowUp::DocumentPromised:
        what = tr("promised document");
        break;
    case FollowUp::CaseReturned:
        what = returnedText(one.detail);
        break;
    case FollowUp::Decision:
        what = days < 0
            ? tr("to be decided since %1, bring it to the supervisor").arg(longDateText(one.since))
            : tr("to be decided since %1").arg(longDateText(one.since));
        break;
    case FollowUp::Parked:
        what = tr("put aside");
        break;
    }
    const bool isDraft = one.kind == FollowUp::DocumentPromised || one.kind == FollowUp::Parked;
    row.title = who;
    row.detail
        = isDraft && !one.detail.isEmpty() ? tr("%1: %2", "what waits, note").arg(what, one.detail) : what;
    if (!isDeadline(one.kind)) {
        row.mark = longDateText(one.day);
        row.tone = one.kind == FollowUp::CaseReturned ? Tone::Danger : Tone::Neutral;
    } else if (days < 0) {
        row.mark = tr("%n day(s) late", nullptr, -days);
        row.tone = Tone::Danger;
    } else {
        row.mark = days == 0 ? tr("today") : days == 1 ? tr("tomorrow") : longDateText(one.day);
        row.tone = Tone::Warning;
    }
    return row;
}

/// The name of the officer who made it, when that is another one.
QString FollowUpCard::otherMaker(const FollowUp &one) const
{
    if (one.officer.isEmpty() || one.officer == m_office.officer().id)
        return {};
    const QList<Officer> officers = m_office.officers();
    const auto maker = std::find_if(officers.cbegin(), officers.cend(),
                                    [&](const Officer &officer) { return officer.id == one.officer; });
    return maker == officers.cend() ? one.officer : maker->name;
}

void FollowUpCard::reread()
{
    const auto list = m_office.followUps(kMost);
    m_failure = list ? QString() : failureText(list.error());
    m_list = list ? list.value() : QList<FollowUp>();
    fill();
}

void FollowUpCard::fill()
{
    const QDate today = m_office.today();
    QList<NoteRow> rows;
    bool isUrgent = false;
    for (const FollowUp &one : std::as_const(m_list)) {
        NoteRow row = rowOf(one, today);
        if (const QString maker = otherMaker(one); !maker.isEmpty())
            row.detail = tr("case of %1 · %2", "officer, what the centre says").arg(maker, row.detail);
        rows += row;
        isUrgent = isUrgent || isOverdue(one, today) || one.kind == FollowUp::CaseReturned;
    }
    m_rows->setRows(rows);
    m_rows->setVisible(!rows.isEmpty());
    m_none->setVisible(rows.isEmpty());
    m_none->setText(m_failure.isEmpty() ? tr("Nothing waits to be looked after.") : m_failure);
    setTitle(tr("Follow-up"));
    const QString count = numberText(rows.size()) + (rows.size() == kMost ? u"+"_s : QString());
    setCount(rows.isEmpty() ? QString() : count, isUrgent ? Tone::Danger : Tone::Warning);
    m_rows->setAccessibleName(tr("Follow-up"));
    m_rows->setAccessibleDescription(tr("Enter opens the case or the family"));
}

void FollowUpCard::takeFocus()
{
    m_rows->setFocus(Qt::OtherFocusReason);
}

void FollowUpCard::open(int row)
{
    const FollowUp one = m_list.at(row);
    if (one.caseId.isEmpty()) {
        m_navigator.showFamily(one.kk);
        return;
    }
    if (one.kind == FollowUp::CaseReturned || one.kind == FollowUp::Decision) {
        m_navigator.correctCase(one.caseId);
        return;
    }
    const auto draft = m_office.draft(one.caseId);
    if (!draft)
        m_navigator.toast(failureText(draft.error()));
    else if (draft.value())
        m_navigator.openCase(*draft.value());
    else
        reread(); // done or thrown away meanwhile
}

void FollowUpCard::changeEvent(QEvent *event)
{
    CardFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace Loket
