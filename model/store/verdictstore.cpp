// SPDX-License-Identifier: Apache-2.0
#include "model/store/verdictstore.h"

#include "model/rulebook/codes.h"
#include "model/store/connection.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

Outcome<Nothing> verdictDone(const Outcome<qint64> &changed)
{
    if (!changed)
        return fail(changed.error());
    return Nothing();
}

QByteArray caseBytes(const QString &id)
{
    const auto known = CaseId::fromText(id);
    return known ? known->bytes() : QByteArray();
}

/// State, words and proof of the case, in its record and in the outbox.
Outcome<Nothing> putDecision(Connection &connection, const VerdictRow &verdict, const QDateTime &now)
{
    const QByteArray id = caseBytes(verdict.id);
    const QString state = caseStateWord(verdict.state);
    const auto sent
        = connection.exec("UPDATE outbox SET state = ?, acked_at = max(acked_at, ?), last_error = ''"
                          " WHERE case_id = ?",
                          state, now, id);
    if (!sent)
        return fail(sent.error());
    const auto record = connection.exec("UPDATE case_record SET state = ?, reason = ?, verdict_code = ?,"
                                        " verdict_path = ?, decided_at = ? WHERE id = ?",
                                        state, verdict.reason, verdict.code, verdict.path, now, id);
    if (!record)
        return fail(record.error());
    if (verdict.state != CaseState::Void) { // what was decided for the centre's side stays to be seen
        const auto settled = connection.exec("DELETE FROM conflict WHERE case_id = ?", id);
        if (!settled)
            return fail(settled.error());
    }
    if (!verdict.conflict.isEmpty()) {
        const QByteArray body = QJsonDocument(verdict.conflict).toJson(QJsonDocument::Compact);
        const auto put = connection.exec("INSERT INTO conflict (case_id, body, at) VALUES (?, ?, ?)", id,
                                         QString::fromUtf8(body), now);
        if (!put)
            return fail(put.error());
    }
    if (verdict.proof.isEmpty())
        return Nothing();
    return verdictDone(connection.exec("INSERT INTO verdict_proof (case_id, body, signature) VALUES (?, ?, ?)"
                                       " ON CONFLICT (case_id) DO UPDATE SET body = excluded.body,"
                                       " signature = excluded.signature",
                                       id, verdict.proof.text, verdict.proof.signature));
}

Outcome<Nothing> confirmNumbers(Connection &connection, const VerdictRow &verdict)
{
    const QByteArray id = caseBytes(verdict.id);
    if (verdict.state == CaseState::Rejected || verdict.state == CaseState::Void)
        return verdictDone(connection.exec("UPDATE case_number SET state = 'void' WHERE case_id = ?", id));
    for (const AssignedNumber &number : verdict.numbers) {
        const auto put = connection.exec("INSERT INTO case_number (case_id, member, card, va, state)"
                                         " VALUES (?, ?, ?, ?, ?) ON CONFLICT (case_id, member) DO UPDATE SET"
                                         " card = excluded.card, va = excluded.va, state = excluded.state"
                                         // A correction took the number over: it stays with that case.
                                         " ON CONFLICT (card) DO UPDATE SET state = excluded.state",
                                         id, number.member, number.card, number.va, number.state);
        if (!put)
            return fail(put.error());
    }
    return Nothing();
}

/// The cases that were made on one which the centre did not take can't stand either. Those that wait here
/// come back at once, before they are sent; their envelopes go out all the same, and the centre says the same
/// of them.
Outcome<Nothing> returnDependants(Connection &connection, const QString &base)
{
    const auto reference = connection.one(
        "SELECT service, reference FROM case_record WHERE id = ?",
        [](const Statement &s) { return s.text(0) + u", "_s + s.text(1); }, caseBytes(base));
    if (!reference)
        return fail(reference.error());
    const auto waiting = connection.all(
        "SELECT c.id FROM case_base b CROSS JOIN case_record c ON c.id = b.case_id"
        " WHERE b.base = ?1 AND c.state IN ('queued', 'sending') AND c.corrects IS NOT ?1",
        [](const Statement &s) { return s.blob(0); }, caseBytes(base));
    if (!waiting)
        return fail(waiting.error());
    const QString reason = u"%1 (%2)"_s.arg(codeText(u"verdict"_s, u"base.returned"_s, u"id"_s),
                                            reference.value().value_or(QString()));
    for (const QByteArray &id : waiting.value()) {
        const auto back = connection.exec("UPDATE case_record SET state = 'needs-correction', reason = ?"
                                          " WHERE id = ?",
                                          reason, id);
        if (!back)
            return fail(back.error());
        const auto effect = connection.exec("DELETE FROM pending_effect WHERE case_id = ?", id);
        if (!effect)
            return fail(effect.error());
        if (auto further = returnDependants(connection, CaseId::fromBytes(id)->text()); !further)
            return further;
    }
    return Nothing();
}

} // namespace

Outcome<bool> applyVerdict(Connection &connection, const VerdictRow &verdict, const QDateTime &now)
{
    const auto before = connection.one(
        "SELECT state, reason FROM case_record WHERE id = ?",
        [](const Statement &s) { return std::pair(s.text(0), s.text(1)); }, caseBytes(verdict.id));
    if (!before)
        return fail(before.error());
    if (!before.value() || *before.value() == std::pair(caseStateWord(verdict.state), verdict.reason))
        return false;
    if (before.value()->first
        == caseStateWord(CaseState::Void)) { // the counter's own word; numbers are spoilt
        const auto noted = connection.exec("UPDATE outbox SET state = ? WHERE case_id = ?",
                                           caseStateWord(verdict.state), caseBytes(verdict.id));
        return noted ? Outcome<bool>(false) : Outcome<bool>(fail(noted.error()));
    }
    if (const auto decided = putDecision(connection, verdict, now); !decided)
        return fail(decided.error());
    if (const auto numbers = confirmNumbers(connection, verdict); !numbers)
        return fail(numbers.error());
    const auto effect
        = connection.exec("DELETE FROM pending_effect WHERE case_id = ?", caseBytes(verdict.id));
    if (!effect)
        return fail(effect.error());
    const bool isTaken = verdict.state == CaseState::Accepted || verdict.state == CaseState::AcceptedChanged;
    if (!isTaken) {
        if (const auto returned = returnDependants(connection, verdict.id); !returned)
            return fail(returned.error());
    }
    return true;
}

} // namespace Loket
