// SPDX-License-Identifier: Apache-2.0
#include "model/store/outboxview.h"

#include "model/store/audit.h"
#include "model/store/casequery.h"
#include "model/store/connection.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QList<CaseState> statesOf(OutboxFilter filter)
{
    if (filter == OutboxFilter::Waiting)
        return {CaseState::Queued, CaseState::WaitingApproval, CaseState::Sending, CaseState::Received};
    return {CaseState::NeedsCorrection, CaseState::Rejected, CaseState::Conflict, CaseState::Parked};
}

struct NumberedCase {
    qint64 seq;
    std::optional<CaseId> id;
};

NumberedCase numberedCase(const Statement &s)
{
    return {s.integer(0), CaseId::fromBytes(s.blob(1))};
}

} // namespace

Outcome<QList<CaseId>> OutboxView::idsBelow(OutboxFilter filter, qint64 before, int limit) const
{
    QList<NumberedCase> found;
    const auto take = [&found](Outcome<QList<NumberedCase>> rows) -> Outcome<Nothing> {
        if (!rows)
            return fail(rows.error());
        found += rows.value();
        return Nothing();
    };
    const qint64 below = before > 0 ? before : std::numeric_limits<qint64>::max();
    if (filter == OutboxFilter::All) {
        auto taken = take(m_store.all("SELECT device_seq, id FROM case_record WHERE device_seq < ?"
                                      " ORDER BY device_seq DESC LIMIT ?",
                                      numberedCase, below, limit));
        if (!taken)
            return fail(taken.error());
    } else {
        // One state after the other, each by its index; together they are cut to the page.
        for (const CaseState state : statesOf(filter)) {
            auto taken = take(m_store.all("SELECT c.device_seq, c.id FROM case_record c WHERE c.state = ?1"
                                          " AND c.device_seq < ?2 AND (?4 OR NOT EXISTS (SELECT 1 FROM"
                                          " case_record n WHERE n.corrects = c.id AND n.corrects IS NOT"
                                          " NULL)) ORDER BY c.device_seq DESC LIMIT ?3",
                                          numberedCase, caseStateWord(state), below, limit,
                                          filter == OutboxFilter::Waiting ? 1 : 0));
            if (!taken)
                return fail(taken.error());
        }
        std::sort(found.begin(), found.end(),
                  [](const NumberedCase &a, const NumberedCase &b) { return a.seq > b.seq; });
    }
    QList<CaseId> ids;
    for (const NumberedCase &one : found.mid(0, limit)) {
        if (!one.id)
            return fail(Failure{FailureKind::Corrupt, u"a case has no id"_s});
        ids += *one.id;
    }
    return ids;
}

Outcome<QList<OutboxLine>> OutboxView::below(OutboxFilter filter, qint64 before, int limit) const
{
    const auto ids = idsBelow(filter, before, limit);
    if (!ids)
        return fail(ids.error());
    const CaseQuery cases(m_store);
    QList<OutboxLine> lines;
    for (const CaseId &id : ids.value()) {
        auto record = cases.byId(id);
        if (!record)
            return fail(record.error());
        auto way = delivery(id);
        if (!way)
            return fail(way.error());
        if (record.value())
            lines += {*record.value(), way.value()};
    }
    return lines;
}

Outcome<Delivery> OutboxView::delivery(const CaseId &id) const
{
    Delivery way;
    const auto sent = m_store.one(
        "SELECT attempts, last_error, next_try, sent_at, acked_at, durable_at FROM outbox WHERE case_id = ?",
        [&way](const Statement &s) {
            way.attempts = int(s.integer(0));
            way.lastError = s.text(1);
            way.nextTry = s.time(2);
            way.sentAt = s.time(3);
            way.received = s.time(4);
            way.durable = s.time(5);
            return true;
        },
        id.bytes());
    if (!sent)
        return fail(sent.error());
    const auto verdict = m_store.one(
        "SELECT verdict_code, verdict_path, decided_at FROM case_record WHERE id = ?",
        [&way](const Statement &s) {
            way.verdictCode = s.text(0);
            way.verdictPath = s.text(1);
            way.decided = s.time(2);
            return true;
        },
        id.bytes());
    if (!verdict)
        return fail(verdict.error());
    // A picture may have several roles in a case; it is sent once.
    QByteArray before;
    const auto blobs = m_store.all(
        "SELECT u.sha256, b.sent_at FROM blob_use u CROSS JOIN blob b ON b.sha256 = u.sha256"
        " WHERE u.case_id = ? ORDER BY u.sha256",
        [&](const Statement &s) {
            if (std::exchange(before, s.blob(0)) != s.blob(0)) {
                ++way.attachments;
                way.attachmentsSent += s.integer(1) > 0;
            }
            return true;
        },
        id.bytes());
    if (!blobs)
        return fail(blobs.error());
    return way;
}

Outcome<QList<CaseId>> OutboxView::waitingOf(const QString &officer, int limit) const
{
    QList<CaseId> ids;
    for (const CaseState state : statesOf(OutboxFilter::Waiting)) {
        const auto rows = m_store.all(
            "SELECT id FROM case_record WHERE state = ? AND officer = ? LIMIT ?",
            [](const Statement &s) { return CaseId::fromBytes(s.blob(0)); }, caseStateWord(state), officer,
            limit);
        if (!rows)
            return fail(rows.error());
        for (const auto &id : rows.value()) {
            if (id)
                ids += *id;
        }
    }
    return ids;
}

Outcome<QList<LeaseView>> OutboxView::leases() const
{
    return m_store.all("SELECT low, high, high + 1 - next, granted_at, expires_at FROM number_lease"
                       " WHERE state = 'open' AND next <= high ORDER BY low",
                       [](const Statement &s) {
                           return LeaseView{s.integer(0), s.integer(1), s.integer(2), s.time(3), s.time(4)};
                       });
}

Outcome<QList<AsideView>> OutboxView::aside(int limit) const
{
    return m_store.all(
        "SELECT seq, kind, reason FROM feed_parked ORDER BY seq LIMIT ?",
        [](const Statement &s) {
            return AsideView{s.integer(0), s.text(1), s.text(2)};
        },
        limit);
}

Outcome<CentreView> OutboxView::centre(const QDateTime &lateBefore) const
{
    CentreView view;
    const auto setting = [this](const QString &key) {
        return m_store.one(
            "SELECT value FROM setting WHERE key = ?", [](const Statement &s) { return s.text(0); }, key);
    };
    const auto count = [this](const char *sql) {
        return m_store.one(sql, [](const Statement &s) { return int(s.integer(0)); });
    };
    const auto device = m_store.one("SELECT device_id FROM device WHERE one = 1",
                                    [](const Statement &s) { return s.text(0); });
    if (!device)
        return fail(device.error());
    view.device = device.value().value_or(QString());
    const auto url = setting(u"central.url"_s);
    if (!url)
        return fail(url.error());
    view.url = url.value().value_or(QString());
    const auto enabled = setting(u"sync.enabled"_s);
    if (!enabled)
        return fail(enabled.error());
    view.isSyncEnabled = enabled.value().value_or(QString()) != "0"_L1;
    const auto aside = count("SELECT count(*) FROM feed_parked");
    if (!aside)
        return fail(aside.error());
    view.aside = aside.value().value_or(0);
    const auto conflicts
        = count("SELECT count(*) FROM case_record c WHERE c.state = 'conflict' AND NOT EXISTS (SELECT 1 FROM"
                " case_record n WHERE n.corrects = c.id AND n.corrects IS NOT NULL)");
    if (!conflicts)
        return fail(conflicts.error());
    view.undecidedConflicts = conflicts.value().value_or(0);
    if (view.undecidedConflicts == 0 || lateBefore.isNull())
        return view;
    const auto late = m_store.one(
        "SELECT count(*) FROM case_record c CROSS JOIN conflict f ON f.case_id = c.id"
        " WHERE c.state = 'conflict' AND f.at < ? AND NOT EXISTS"
        " (SELECT 1 FROM case_record n WHERE n.corrects = c.id AND n.corrects IS NOT NULL)",
        [](const Statement &s) { return int(s.integer(0)); }, lateBefore);
    if (!late)
        return fail(late.error());
    view.lateConflicts = late.value().value_or(0);
    return view;
}

Outcome<bool> retryNow(Connection &connection, const CaseId &id, const Actor &actor, const QDateTime &now)
{
    const auto waited = connection.exec(
        "UPDATE outbox SET next_try = 0 WHERE case_id = ? AND state IN ('queued', 'sending')", id.bytes());
    if (!waited)
        return fail(waited.error());
    const auto held = connection.exec("UPDATE outbox SET state = 'queued', next_try = 0, attempts = 0"
                                      " WHERE case_id = ? AND state = 'parked'",
                                      id.bytes());
    if (!held)
        return fail(held.error());
    if (held.value() > 0) {
        const auto freed = connection.exec("UPDATE case_record SET state = 'queued', reason = '' WHERE id = ?"
                                           " AND state = 'parked'",
                                           id.bytes());
        if (!freed)
            return fail(freed.error());
    }
    if (waited.value() + held.value() == 0)
        return false;
    if (const auto audited = appendAudit(connection, {actor, now, u"case.retry"_s, id.text(), QString()});
        !audited)
        return fail(audited.error());
    return true;
}

Outcome<Nothing> setSyncEnabled(Connection &connection, bool isEnabled, const Actor &actor,
                                const QDateTime &now)
{
    const auto put = connection.exec("INSERT INTO setting (key, value) VALUES ('sync.enabled', ?)"
                                     " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                     isEnabled ? u"1"_s : u"0"_s);
    if (!put)
        return fail(put.error());
    return appendAudit(connection,
                       {actor, now, isEnabled ? u"sync.on"_s : u"sync.off"_s, QString(), QString()});
}

} // namespace Loket
