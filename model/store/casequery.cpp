// SPDX-License-Identifier: Apache-2.0
#include "model/store/casequery.h"

#include "model/domain/casejson.h"
#include "model/store/connection.h"

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr int kMostDrafts = 500;

DraftSummary draftRow(const Statement &s)
{
    return {s.text(0), s.text(1), s.text(2), s.text(3),        s.time(4),
            s.text(5), s.text(6), s.date(7), s.integer(8) != 0};
}

} // namespace

Outcome<std::optional<CaseRecord>> CaseQuery::byId(const CaseId &id) const
{
    Statement row = m_store.statement(
        "SELECT id, device_seq, day, state, reference, content, assessment, officer, saved_at,"
        " reason FROM case_record WHERE id = ?");
    row.bind(id.bytes());
    const Outcome<bool> found = row.step();
    if (!found)
        return fail(found.error());
    if (!found.value())
        return std::optional<CaseRecord>();
    auto record = complete(row);
    if (!record)
        return fail(record.error());
    return std::optional(record.take());
}

Outcome<QList<CaseRecord>> CaseQuery::below(qint64 before, int limit) const
{
    QList<CaseRecord> records;
    Statement rows
        = m_store.statement("SELECT id, device_seq, day, state, reference, content, assessment, officer,"
                            " saved_at, reason FROM case_record WHERE device_seq < ?"
                            " ORDER BY device_seq DESC LIMIT ?");
    rows.bind(before > 0 ? before : std::numeric_limits<qint64>::max(), limit);
    for (;;) {
        const Outcome<bool> row = rows.step();
        if (!row)
            return fail(row.error());
        if (!row.value())
            return records;
        auto record = complete(rows);
        if (!record)
            return fail(record.error());
        records.append(record.take());
    }
}

Outcome<CaseRecord> CaseQuery::complete(const Statement &row) const
{
    const auto id = CaseId::fromBytes(row.blob(0));
    const auto state = caseStateFromWord(row.text(3));
    if (!id || !state)
        return fail(Failure{FailureKind::Corrupt, u"a case's id or state can't be read"_s});
    const auto content = readCase(row.text(5).toUtf8(), row.date(2));
    if (!content)
        return fail(
            Failure{FailureKind::Corrupt, u"a case's content can't be read: "_s + content.error().place});
    CaseRecord record{*id,
                      *state,
                      content.value(),
                      readAssessment(row.text(6).toUtf8()),
                      row.text(4),
                      row.integer(1),
                      row.time(8),
                      row.text(7),
                      {},
                      row.text(9),
                      0};
    auto numbers = m_store.all(
        "SELECT member, card, va, state FROM case_number WHERE case_id = ? ORDER BY member",
        [](const Statement &s) {
            return AssignedNumber{int(s.integer(0)), s.text(1), s.text(2), s.text(3)};
        },
        id->bytes());
    if (!numbers)
        return fail(numbers.error());
    record.numbers = numbers.take();
    const auto printed = m_store.one(
        "SELECT count(*) FROM print_log WHERE what = 'receipt' AND reference = ?"
        " AND state IN ('noted', 'out', 'confirmed')",
        [](const Statement &s) { return int(s.integer(0)); }, record.reference);
    if (!printed)
        return fail(printed.error());
    record.printedReceipts = printed.value().value_or(0);
    record.isPurged = row.text(6) == "{}"_L1; // what the purge leaves of an assessment
    return record;
}

Outcome<QList<DraftSummary>> CaseQuery::drafts(const QString &officer) const
{
    if (officer.isEmpty())
        return m_store.all("SELECT id, service, title, officer, saved_at, kk, note, promised, is_parked"
                           " FROM draft ORDER BY saved_at DESC LIMIT ?",
                           draftRow, kMostDrafts);
    return m_store.all("SELECT id, service, title, officer, saved_at, kk, note, promised, is_parked"
                       " FROM draft WHERE officer = ? ORDER BY saved_at DESC LIMIT ?",
                       draftRow, officer, kMostDrafts);
}

Outcome<QList<DraftSummary>> CaseQuery::parked(int limit) const
{
    return m_store.all("SELECT id, service, title, officer, saved_at, kk, note, promised, is_parked"
                       " FROM draft WHERE is_parked = 1 ORDER BY saved_at DESC LIMIT ?",
                       draftRow, limit);
}

Outcome<std::optional<Case>> CaseQuery::draft(const QString &id) const
{
    const auto row = m_store.one(
        "SELECT body, saved_at FROM draft WHERE id = ?",
        [](const Statement &s) { return std::pair(s.text(0).toUtf8(), s.time(1)); }, id);
    if (!row)
        return fail(row.error());
    if (!row.value())
        return std::optional<Case>();
    const auto content = readCase(row.value()->first, row.value()->second.toLocalTime().date());
    if (!content)
        return fail(Failure{FailureKind::Corrupt, u"a draft can't be read: "_s + content.error().place});
    return std::optional(content.value());
}

} // namespace Loket
