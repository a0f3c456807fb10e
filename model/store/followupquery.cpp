// SPDX-License-Identifier: Apache-2.0
#include "model/store/followupquery.h"

#include "model/store/casequery.h"
#include "model/store/connection.h"
#include "model/store/reminders.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// What one kind of reminder asks for: days counted from `months` after what the row holds.
struct ReminderSpan {
    const char *word;
    FollowUp::Kind kind;
    int months;
    QDate first, last; ///< of the deadline, both ends told
};

QString headName(const Case &content)
{
    for (const CaseMember &member : content.family.members) {
        if (member.relation == "head"_L1)
            return member.name.trimmed();
    }
    return content.family.members.isEmpty() ? QString() : content.family.members.first().name.trimmed();
}

/// Whose returned cases are told; empty: everybody's.
QString whoseOf(const FollowUpSpans &spans)
{
    return spans.seesAll ? QString() : spans.officer;
}

} // namespace

Outcome<QList<FollowUp>> FollowUpQuery::ask(const FollowUpSpans &spans, int limit) const
{
    QList<FollowUp> list;
    for (const auto &added : {addReminders(list, spans, limit), addDrafts(list, limit),
                              addReturned(list, spans, limit), addDecisions(list, spans, limit)}) {
        if (!added)
            return fail(added.error());
    }
    // A decision that waits for too long holds a family up at every office: nothing comes before it.
    const auto isLate
        = [&](const FollowUp &one) { return one.kind == FollowUp::Decision && one.day < spans.today; };
    std::stable_sort(list.begin(), list.end(), [&](const FollowUp &a, const FollowUp &b) {
        return isLate(a) != isLate(b) ? isLate(a) : a.day < b.day;
    });
    return list.mid(0, limit);
}

Outcome<Nothing> FollowUpQuery::addReminders(QList<FollowUp> &list, const FollowUpSpans &spans,
                                             int limit) const
{
    const QDate today = spans.today;
    const QDate past = today.addDays(-spans.pastDays);
    const QDate soon = today.addDays(spans.expiryDays);
    const std::array asked{
        ReminderSpan{ReminderKind::kPayment, FollowUp::PaymentWindow, 0, past,
                     today.addDays(spans.paymentDays)},
        ReminderSpan{ReminderKind::kBaby, FollowUp::BabyWithoutNik, spans.babyMonths, past,
                     today.addMonths(spans.babyMonths)},
        ReminderSpan{ReminderKind::kLetter, FollowUp::SchoolLetter, spans.letterMonths, past, soon},
        ReminderSpan{ReminderKind::kTerm, FollowUp::TermEnds, 0, past, soon}};
    for (const ReminderSpan &span : asked) {
        // A month has 28 to 31 days: what the index finds too much is left out below.
        auto rows = m_store.all(
            "SELECT kk, name, day FROM reminder WHERE kind = ? AND day BETWEEN ? AND ?"
            " ORDER BY day LIMIT ?",
            [&](const Statement &s) {
                return FollowUp{span.kind, s.date(2).addMonths(span.months), s.text(0), {}, s.text(1), {}};
            },
            QString::fromLatin1(span.word), span.first.addMonths(-span.months),
            span.last.addMonths(-span.months).addDays(3), limit * 2);
        if (!rows)
            return fail(rows.error());
        for (const FollowUp &one : rows.value()) {
            if (one.day >= span.first && one.day <= span.last && !list.contains(one))
                list += one;
        }
    }
    return Nothing();
}

Outcome<Nothing> FollowUpQuery::addDrafts(QList<FollowUp> &list, int limit) const
{
    const auto drafts = CaseQuery(m_store).parked(limit);
    if (!drafts)
        return fail(drafts.error());
    for (const DraftSummary &draft : drafts.value()) {
        const bool isPromised = draft.promised.isValid();
        list += {isPromised ? FollowUp::DocumentPromised : FollowUp::Parked,
                 isPromised ? draft.promised : draft.savedAt.toLocalTime().date(),
                 draft.kk,
                 draft.id,
                 draft.title,
                 draft.note};
    }
    return Nothing();
}

Outcome<Nothing> FollowUpQuery::addReturned(QList<FollowUp> &list, const FollowUpSpans &spans,
                                            int limit) const
{
    for (const CaseState state : {CaseState::NeedsCorrection, CaseState::Conflict, CaseState::Rejected}) {
        auto rows = m_store.all(
            "SELECT c.id, c.kk, c.day, c.reason, c.officer FROM case_record c WHERE c.state = ?1 AND NOT "
            "EXISTS"
            " (SELECT 1 FROM case_record n WHERE n.corrects = c.id AND n.corrects IS NOT NULL)"
            " AND NOT (c.state = 'conflict' AND EXISTS (SELECT 1 FROM conflict f WHERE f.case_id = c.id))"
            " AND (?2 = '' OR c.officer = ?2 OR NOT EXISTS (SELECT 1 FROM officer o WHERE o.id = c.officer))"
            " ORDER BY c.device_seq DESC LIMIT ?3",
            [&](const Statement &s) {
                const auto id = CaseId::fromBytes(s.blob(0));
                return FollowUp{FollowUp::CaseReturned,
                                s.date(2),
                                s.text(1),
                                id ? id->text() : QString(),
                                {},
                                caseStateWord(state) + u": "_s + s.text(3),
                                {},
                                s.text(4)};
            },
            caseStateWord(state), whoseOf(spans), limit);
        if (!rows)
            return fail(rows.error());
        if (const auto added = addNamed(list, rows.take()); !added)
            return added;
    }
    return Nothing();
}

/// The oldest cases first: with more than `limit` of them those that are late must not be left out.
Outcome<Nothing> FollowUpQuery::addDecisions(QList<FollowUp> &list, const FollowUpSpans &spans,
                                             int limit) const
{
    const QDateTime late = spans.today.addDays(-spans.decisionDays).startOfDay().toUTC();
    auto rows = m_store.all(
        "SELECT c.id, c.kk, f.at, c.reason, c.officer FROM case_record c CROSS JOIN conflict f ON f.case_id "
        "= c.id"
        " WHERE c.state = 'conflict' AND NOT EXISTS"
        " (SELECT 1 FROM case_record n WHERE n.corrects = c.id AND n.corrects IS NOT NULL)"
        " AND (?1 = '' OR c.officer = ?1 OR f.at < ?2"
        " OR NOT EXISTS (SELECT 1 FROM officer o WHERE o.id = c.officer))"
        " ORDER BY c.device_seq LIMIT ?3",
        [&](const Statement &s) {
            const auto id = CaseId::fromBytes(s.blob(0));
            const QDate since = s.time(2).toLocalTime().date();
            return FollowUp{FollowUp::Decision,
                            since.addDays(spans.decisionDays),
                            s.text(1),
                            id ? id->text() : QString(),
                            {},
                            caseStateWord(CaseState::Conflict) + u": "_s + s.text(3),
                            since,
                            s.text(4)};
        },
        whoseOf(spans), late, limit);
    if (!rows)
        return fail(rows.error());
    return addNamed(list, rows.take());
}

/// With the name of the head of each case.
Outcome<Nothing> FollowUpQuery::addNamed(QList<FollowUp> &list, QList<FollowUp> added) const
{
    for (FollowUp &one : added) {
        const auto id = CaseId::fromText(one.caseId);
        const auto record = id ? CaseQuery(m_store).byId(*id) : std::optional<CaseRecord>();
        if (!record)
            return fail(record.error());
        if (record.value())
            one.name = headName(record.value()->content);
        list += one;
    }
    return Nothing();
}

} // namespace Loket
