// SPDX-License-Identifier: Apache-2.0
#include "model/store/storereader.h"

#include "model/base/clock.h"
#include "model/store/audit.h"
#include "model/store/casequery.h"
#include "model/store/connection.h"
#include "model/store/familyquery.h"
#include "model/store/followupquery.h"
#include "model/store/mirrorgate.h"
#include "model/store/outbox.h"
#include "model/store/readtransaction.h"
#include "model/store/searchquery.h"
#include "model/store/storelookup.h"

#include <QFileInfo>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace Loket {

struct StoreReader::Private {
    Private(std::unique_ptr<Connection> s, std::unique_ptr<MirrorReader> m, const Clock &c, RoomTeller room)
        : store(std::move(s))
        , mirror(std::move(m))
        , clock(c)
        , freeBytes(room ? std::move(room) : RoomTeller(freeRoom))
        , families(*store, mirror->connection())
        , cases(*store)
        , searching(*store, mirror->connection())
        , lookup(*store, *mirror)
        , outbox(*store)
        , inbox(*store)
        , cards(*store)
    {
    }
    const std::unique_ptr<Connection> store;
    const std::unique_ptr<MirrorReader> mirror;
    const Clock &clock;
    const RoomTeller freeBytes;
    const FamilyQuery families;
    const CaseQuery cases;
    const SearchQuery searching;
    const StoreLookup lookup;
    const OutboxView outbox;
    const CentreInbox inbox;
    const CardBook cards;
};

namespace {

/// Every state that a saved case can be in.
constexpr std::array kSavedStates = {CaseState::Queued,
                                     CaseState::WaitingApproval,
                                     CaseState::Sending,
                                     CaseState::Received,
                                     CaseState::Accepted,
                                     CaseState::AcceptedChanged,
                                     CaseState::NeedsCorrection,
                                     CaseState::Rejected,
                                     CaseState::Conflict,
                                     CaseState::Parked,
                                     CaseState::Void};

qint64 bytesOf(const QString &path)
{
    return QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size();
}

/// Asks for one number after the other and keeps the first failure.
class Counter
{
public:
    explicit Counter(Connection &connection)
        : m_connection(connection)
    {
    }
    template <typename... Values>
    qint64 count(const char *sql, const Values &...values)
    {
        const auto row = m_connection.one(
            sql, [](const Statement &s) { return s.integer(0); }, values...);
        if (!row && !failure)
            failure = row.error();
        return row ? row.value().value_or(0) : 0;
    }
    QString text(const char *sql, const QString &key)
    {
        const auto row = m_connection.one(
            sql, [](const Statement &s) { return s.text(0); }, key);
        if (!row && !failure)
            failure = row.error();
        return row ? row.value().value_or(QString()) : QString();
    }
    std::optional<Failure> failure;

private:
    Connection &m_connection;
};

Outcome<Nothing> verifyFile(Connection &connection, const QString &name, QStringList &broken)
{
    const auto first = [](const Statement &s) { return s.text(0); };
    const auto integrity = connection.all("PRAGMA integrity_check(10)", first);
    if (!integrity)
        return fail(integrity.error());
    for (const QString &line : integrity.value())
        if (line != u"ok"_s)
            broken.append(name + u": "_s + line);
    const auto keys = connection.all("PRAGMA foreign_key_check", first);
    if (!keys)
        return fail(keys.error());
    for (const QString &table : keys.value())
        broken.append(name + u": a row of "_s + table + u" points nowhere"_s);
    return Nothing();
}

} // namespace

StoreReader::StoreReader(std::unique_ptr<Connection> store, std::unique_ptr<MirrorReader> mirror,
                         const Clock &clock, RoomTeller freeBytes)
    : d(std::make_unique<Private>(std::move(store), std::move(mirror), clock, std::move(freeBytes)))
{
}

StoreReader::~StoreReader() = default;

Outcome<SearchAnswer> StoreReader::search(const QString &text, int limit) const
{
    const MirrorReader::Use use(*d->mirror);
    if (!use.ready())
        return fail(use.ready().error());
    return d->searching.ask(text, limit);
}

Outcome<std::optional<FamilyView>> StoreReader::familyByKk(const QString &kk) const
{
    const MirrorReader::Use use(*d->mirror);
    if (!use.ready())
        return fail(use.ready().error());
    return d->families.byKk(kk);
}

Outcome<std::optional<FamilyView>> StoreReader::mirroredFamily(const QString &kk) const
{
    const MirrorReader::Use use(*d->mirror);
    if (!use.ready())
        return fail(use.ready().error());
    return d->families.mirroredByKk(kk);
}

Outcome<std::optional<FamilyView>> StoreReader::familyById(qint64 id) const
{
    const MirrorReader::Use use(*d->mirror);
    if (!use.ready())
        return fail(use.ready().error());
    return d->families.byId(id);
}

Outcome<std::optional<FamilyView>> StoreReader::familyByCard(const QString &card) const
{
    const MirrorReader::Use use(*d->mirror);
    if (!use.ready())
        return fail(use.ready().error());
    return d->families.byCard(card);
}

Outcome<std::optional<CaseRecord>> StoreReader::caseById(const CaseId &id) const
{
    return d->cases.byId(id);
}

Outcome<QList<CaseRecord>> StoreReader::cases(qint64 before, int limit) const
{
    return d->cases.below(before, limit);
}

Outcome<QList<DraftSummary>> StoreReader::drafts(const QString &officer) const
{
    return d->cases.drafts(officer);
}

Outcome<std::optional<Case>> StoreReader::draft(const QString &id) const
{
    return d->cases.draft(id);
}

Outcome<QList<DraftSummary>> StoreReader::parked() const
{
    constexpr int kMostParked = 500;
    return d->cases.parked(kMostParked);
}

Outcome<QList<FollowUp>> StoreReader::followUps(const FollowUpSpans &spans, int limit) const
{
    const ReadTransaction oneState(*d->store);
    return FollowUpQuery(*d->store).ask(spans, limit);
}

Outcome<StoreStatus> StoreReader::status() const
{
    const ReadTransaction oneState(*d->store);
    Counter store(*d->store);
    constexpr auto setting = "SELECT value FROM setting WHERE key = ?";
    StoreStatus status;
    status.isTrial = store.text(setting, u"trial"_s) != u"0"_s;
    status.office = store.text(setting, u"office"_s);
    status.workstation = store.text(setting, u"workstation"_s);
    status.generation = store.text("SELECT generation FROM device WHERE one = ?", u"1"_s);
    status.drafts = int(store.count("SELECT count(*) FROM draft"));
    for (const CaseState state : kSavedStates) {
        const auto n = store.count("SELECT count(*) FROM case_record WHERE state = ?", caseStateWord(state));
        if (n > 0)
            status.outbox.insert(caseStateWord(state), int(n));
    }
    status.numbersLeft = store.count("SELECT total(high + 1 - next) FROM number_lease WHERE state = 'open'"
                                     " AND (expires_at = 0 OR expires_at > ?)",
                                     d->clock.nowUtc());
    const auto unsent = unsentCases(*d->store, d->clock);
    if (!unsent)
        return fail(unsent.error());
    status.unsent = unsent.value();
    const qint64 last = store.text(setting, u"sync.last"_s).toLongLong();
    status.lastSync = last > 0 ? QDateTime::fromMSecsSinceEpoch(last, Qt::UTC) : QDateTime();
    status.casesToday = store.count("SELECT count(*) FROM case_record WHERE day = ? AND service <> 'VOID'",
                                    d->clock.today());
    status.cardsPrintedToday = store.count("SELECT count(*) FROM print_log WHERE what = 'card' AND day = ?"
                                           " AND state IN ('out', 'confirmed', 'noted')",
                                           d->clock.today());
    const auto work = workState(*d->store, d->clock.today());
    if (!work)
        return fail(work.error());
    status.work = work.value();
    const MirrorReader::Use use(*d->mirror);
    if (!use.ready())
        return fail(use.ready().error());
    Counter mirror(d->mirror->connection());
    status.participants = mirror.count("SELECT participants FROM mirror_state WHERE one = 1");
    status.freeBytes = d->freeBytes(QFileInfo(d->store->path()).absolutePath());
    status.storeBytes = bytesOf(d->store->path());
    status.mirrorBytes = bytesOf(d->mirror->connection().path());
    if (store.failure)
        return fail(*store.failure);
    if (mirror.failure)
        return fail(*mirror.failure);
    return status;
}

const OutboxView &StoreReader::outbox() const
{
    return d->outbox;
}

const CentreInbox &StoreReader::inbox() const
{
    return d->inbox;
}

const CardBook &StoreReader::cards() const
{
    return d->cards;
}

Outcome<QList<Officer>> StoreReader::officers() const
{
    return d->store->all("SELECT id, name, role FROM officer WHERE is_active ORDER BY name",
                         [](const Statement &s) {
                             return Officer{s.text(0), s.text(1), s.text(2)};
                         });
}

Outcome<QString> StoreReader::postcodeOf(const QString &village) const
{
    const auto row = d->store->one(
        "SELECT postcode FROM postcode WHERE village = ?", [](const Statement &s) { return s.text(0); },
        village);
    if (!row)
        return fail(row.error());
    return row.value().value_or(QString());
}

Outcome<QStringList> StoreReader::verify() const
{
    QStringList broken;
    const Outcome<Nothing> store = verifyFile(*d->store, u"store.db"_s, broken);
    if (!store)
        return fail(store.error());
    Outcome<Nothing> mirror = Nothing();
    {
        const MirrorReader::Use use(*d->mirror);
        mirror = use.ready() ? verifyFile(d->mirror->connection(), u"mirror.db"_s, broken) : use.ready();
    }
    if (!mirror)
        return fail(mirror.error());
    const ReadTransaction oneState(*d->store);
    const auto audit = verifyAudit(*d->store);
    if (!audit)
        return fail(audit.error());
    return broken + audit.value();
}

Outcome<QStringList> StoreReader::glance() const
{
    auto lines = d->store->all("PRAGMA quick_check(1)", [](const Statement &s) { return s.text(0); });
    if (!lines)
        return fail(lines.error());
    QStringList broken;
    for (const QString &line : lines.value())
        if (line != u"ok"_s)
            broken.append(u"store.db: "_s + line);
    return broken;
}

const CaseLookup &StoreReader::lookup() const
{
    return d->lookup;
}

QStringList StoreReader::preparedOnStore() const
{
    return d->store->cachedSql();
}

QStringList StoreReader::preparedOnMirror() const
{
    return d->mirror->connection().cachedSql();
}

} // namespace Loket
