// SPDX-License-Identifier: Apache-2.0
// The lane of a run that listens: pages of the feed, into the mirror and into the store, and what they tell
// of.
#include "model/base/clock.h"
#include "model/store/deviceorders.h"
#include "model/store/devicestore.h"
#include "model/store/leasestore.h"
#include "model/store/mirrorapply.h"
#include "model/store/reminders.h"
#include "model/store/transaction.h"
#include "model/store/verdictstore.h"
#include "model/sync/feedentries.h"
#include "model/sync/storededitions.h"
#include "model/sync/syncrun.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <utility>

using namespace Qt::StringLiterals;

namespace Loket {

Q_LOGGING_CATEGORY(lcSync, "loket.sync")

namespace {

constexpr int kMostEntries = 2000;
/// Of one transaction on the mirror, its commit apart: what waits behind it (a snapshot that is put in place)
/// waits no longer, and a disk that is busy with it is busy for a moment only.
constexpr qint64 kMirrorMilliseconds = 30;
/// The same on the store, where an officer's save waits behind it; not asked before so many entries.
constexpr qint64 kStoreMilliseconds = 5;
constexpr qsizetype kLeastInStore = 50;

} // namespace

SyncRun::Step SyncRun::fetchPage()
{
    const auto mirrored
        = m_store.mirrorWriter()
              ->run(Writer::Priority::Feed, [](Connection &connection) { return mirrorPosition(connection); })
              .result();
    if (!mirrored)
        return fail(mirrored.error());
    const auto stored = inStore([](Connection &connection) { return storePosition(connection); });
    if (!stored)
        return fail(stored.error());
    const qint64 cursor
        = m_mirrorFollows ? qMin(mirrored.value().cursor, stored.value().cursor) : stored.value().cursor;
    m_lastPage = m_store.clock().nowUtc();
    const auto page = m_central.changes(m_epoch, cursor, m_pageEntries, std::exchange(m_feedSeconds, 0));
    if (!page && page.error().kind == FailureKind::Gone && !m_isFeedGone)
        return feedGone();
    if (!page)
        return linkFailure(page.error());
    if (page.value().epoch != m_epoch) // restored between two questions: the next run greets it anew
        return linkFailure({FailureKind::Later, u"the centre began another epoch"_s});
    m_pageEntries = qMin(kMostEntries, m_pageEntries * 2);
    m_isFeedDrained = !page.value().more;
    return applyPage(page.value());
}

/// This counter was away for longer than the centre keeps its feed. The snapshot lane goes over what is lost.
SyncRun::Step SyncRun::feedGone()
{
    m_isFeedGone = true;
    m_isFeedDrained = true;
    m_mirrorFollows = false;
    return Went::On;
}

/// After a snapshot: what the store did not hear of lies before it. Verdicts come again with the receipts of
/// what is offered again.
Outcome<Nothing> SyncRun::skipLostFeed(qint64 cursor)
{
    return inStore([&](Connection &connection) -> Outcome<Nothing> {
        const auto position = storePosition(connection);
        if (!position)
            return fail(position.error());
        if (position.value().cursor >= cursor)
            return Nothing();
        if (const auto offered = offerUndecidedAgain(connection); !offered)
            return fail(offered.error());
        if (auto moved = moveStorePosition(connection, {m_epoch, cursor}, m_store.clock().nowUtc()); !moved)
            return moved;
        return audit(connection, u"feed.lost"_s, QString::number(position.value().cursor),
                     QString::number(cursor));
    });
}

/// The mirror first: a verdict drops the pending family, and by then the mirror must show the confirmed one.
SyncRun::Step SyncRun::applyPage(const FeedPage &page)
{
    m_readKks = QStringList(page.entries.size());
    for (qsizetype from = 0; from < page.entries.size();) {
        const auto part
            = m_store.mirrorWriter()
                  ->run(Writer::Priority::Feed,
                        [&](Connection &connection) { return applyToMirror(connection, page, from); })
                  .result();
        if (!part)
            return fail(part.error());
        from = part.value().next;
        count(u"families"_s, part.value().families);
    }
    qsizetype next = 0;
    do { // once even without entries
        m_inJob.clear();
        const auto applied
            = inStore([&](Connection &connection) { return applyToStore(connection, page, next); });
        if (!applied)
            return fail(applied.error());
        keepCounts();
        next = applied.value();
    } while (next < page.entries.size());
    if (m_summary.counts.contains(u"orders"_s)) {
        if (const auto known = readWipe(); !known)
            return fail(known.error());
    }
    return Went::On;
}

/// As many entries as can be put within the time of one transaction, the position with them. Before a mirror
/// has its snapshot it takes families all the same, so that what this counter sent is shown; its position
/// stays where it is.
Outcome<SyncRun::MirrorPart> SyncRun::applyToMirror(Connection &connection, const FeedPage &page,
                                                    qsizetype from)
{
    QElapsedTimer timer;
    timer.start();
    const auto position = mirrorPosition(connection);
    if (!position)
        return fail(position.error());
    const qint64 cursor = m_mirrorFollows ? position.value().cursor : 0;
    const QDateTime now = m_store.clock().nowUtc();
    MirrorPart part{from, 0};
    {
        MirrorApply apply(connection);
        FamilyRows rows;
        while (part.next < page.entries.size()
               && (part.next == from || timer.elapsed() < kMirrorMilliseconds)) {
            const qsizetype place = part.next++;
            const FeedEntry &entry = page.entries.at(place);
            if (entry.seq <= cursor)
                continue;
            const auto put = [&]() -> Outcome<bool> {
                if (entry.kind == "gone"_L1) {
                    const auto gone = readGone(entry.body);
                    return gone ? apply.drop(gone->kk, gone->revision) : Outcome<bool>(false);
                }
                if (entry.kind != "family"_L1 || !readFamily(entry, rows))
                    return false; // what can't be read is kept aside by applyToStore
                m_readKks[place] = QString::fromStdString(rows.family().kk);
                return apply.put(rows, now);
            };
            const auto changed = put();
            if (!changed)
                return fail(changed.error());
            part.families += changed.value() ? 1 : 0;
        }
    }
    const bool isWhole = part.next == page.entries.size();
    const qint64 reached = isWhole ? page.next : page.entries.at(part.next - 1).seq;
    if (m_mirrorFollows && reached > cursor) {
        const auto moved = moveMirrorPosition(connection, {m_epoch, reached}, now);
        if (!moved)
            return fail(moved.error());
    }
    return part;
}

/// As applyToMirror(); answers the entry to go on with.
Outcome<qsizetype> SyncRun::applyToStore(Connection &connection, const FeedPage &page, qsizetype from)
{
    QElapsedTimer timer;
    timer.start();
    const auto position = storePosition(connection);
    if (!position)
        return fail(position.error());
    const qint64 cursor = position.value().cursor;
    qsizetype next = from;
    while (next < page.entries.size()
           && (next - from < kLeastInStore || timer.elapsed() < kStoreMilliseconds)) {
        const qsizetype place = next++;
        const FeedEntry &entry = page.entries.at(place);
        if (entry.seq <= cursor)
            continue;
        if (const auto applied = applyEntry(connection, entry, m_readKks.at(place)); !applied)
            return fail(applied.error());
    }
    const QDateTime now = m_store.clock().nowUtc();
    const bool isWhole = next == page.entries.size();
    if (isWhole) {
        if (const auto durable = markDurable(connection, page.durableSeq, now); !durable)
            return fail(durable.error());
    }
    const qint64 reached = isWhole ? page.next : page.entries.at(next - 1).seq;
    const auto moved = moveStorePosition(connection, {m_epoch, qMax(cursor, reached)}, now);
    return moved ? Outcome<qsizetype>(next) : fail(moved.error());
}

/// What the centre signs must be signed by it, and the text that was signed is what counts.
bool SyncRun::isGenuine(const FeedEntry &entry) const
{
    static const QHash<QString, QByteArray> signedKinds = {{u"verdict"_s, "VERDICT"},
                                                           {u"lease"_s, "LEASE"},
                                                           {u"edition"_s, "EDITION"},
                                                           {u"facilities"_s, "FACILITIES"},
                                                           {u"device"_s, "ORDER"}};
    const QByteArray kind = signedKinds.value(entry.kind);
    if (kind.isEmpty() || (m_centreKey.isEmpty() && entry.kind != "device"_L1))
        return true;
    const auto told = readSignedText(kind, entry.proof, m_centreKey);
    return told && *told == entry.body;
}

/// What can't be understood, or contradicts what is here, is put aside with its reason; the rest goes on.
/// `readKk`: of a family that the mirror has read already; empty: it is read here.
Outcome<Nothing> SyncRun::applyEntry(Connection &connection, const FeedEntry &entry, const QString &readKk)
{
    const bool isFamily = entry.kind == "family"_L1;
    bool isKnown = !readKk.isEmpty();
    if (isFamily) {
        isKnown = isKnown || readFamily(entry, m_rows);
        const QString kk = readKk.isEmpty() && isKnown ? QString::fromStdString(m_rows.family().kk) : readKk;
        const auto ours = isKnown ? hasCaseOf(connection, kk) : Outcome<bool>(true);
        // Nearly all of a feed are families that this counter never had a case of.
        if (!ours || !ours.value())
            return ours ? Outcome<Nothing>(Nothing()) : fail(ours.error());
    } else {
        isKnown = isKnownEntry(entry);
    }
    QString reason = isGenuine(entry) ? u"aside.unknown"_s : u"aside.unsigned"_s;
    if (isGenuine(entry) && isKnown) {
        Transaction step(connection);
        if (!step.begun())
            return step.begun();
        const auto applied = applyKnownEntry(connection, entry);
        if (applied)
            return step.commit();
        if (applied.error().kind != FailureKind::Internal)
            return applied;
        reason = applied.error().detail.startsWith("aside."_L1)
            ? applied.error().detail
            : u"aside.contradicts: "_s + applied.error().detail;
    }
    ++m_inJob[u"errors"_s];
    const QByteArray body = !entry.proof.isEmpty() ? entry.proof.text
        : entry.body.isEmpty()                     ? entry.text
                                                   : QJsonDocument(entry.body).toJson(QJsonDocument::Compact);
    return parkEntry(connection, {{m_epoch, entry.seq}, entry.kind, QString::fromUtf8(body), reason});
}

Outcome<Nothing> SyncRun::applyKnownEntry(Connection &connection, const FeedEntry &entry)
{
    if (entry.kind == "family"_L1) {
        const auto family = readFamily(entry);
        return family ? keepRemindersOfKnown(connection, *family) : Nothing();
    }
    if (entry.kind == "gone"_L1)
        return dropReminders(connection, readGone(entry.body)->kk);
    if (entry.kind == "verdict"_L1)
        return applyVerdictEntry(connection, entry);
    if (entry.kind == "lease"_L1)
        return applyLeaseEntry(connection, entry);
    if (entry.kind == "device"_L1)
        return applyOrder(connection, entry);
    const bool isMessage = entry.kind == "announcement"_L1;
    const auto kept
        = isMessage ? putAnnouncement(connection, entry.body) : noteEdition(connection, entry.body);
    if (!kept)
        return fail(kept.error());
    if (kept.value())
        ++m_inJob[isMessage ? u"announcements"_s : u"editions"_s];
    return Nothing();
}

Outcome<Nothing> SyncRun::applyVerdictEntry(Connection &connection, const FeedEntry &entry)
{
    VerdictRow verdict = *readVerdict(entry.body);
    verdict.proof = entry.proof;
    const auto changed = applyVerdict(connection, verdict, m_store.clock().nowUtc());
    if (!changed)
        return fail(changed.error());
    if (!changed.value())
        return Nothing();
    ++m_inJob[caseStateWord(verdict.state)];
    return audit(connection, u"case.verdict"_s, verdict.id, caseStateWord(verdict.state));
}

/// A grant whose answer was lost on the way arrives here.
Outcome<Nothing> SyncRun::applyLeaseEntry(Connection &connection, const FeedEntry &entry)
{
    const LeaseEntry granted = *readLease(entry.body);
    const auto device = deviceState(connection);
    if (!device)
        return fail(device.error());
    if (granted.device != device.value().id)
        return Nothing();
    const auto isNew = addLease(connection, granted.lease, m_store.clock().nowUtc(), entry.proof);
    if (!isNew)
        return fail(isNew.error());
    if (!isNew.value())
        return Nothing();
    m_inJob[u"numbers"_s] += int(granted.lease.size());
    return audit(connection, u"lease.granted"_s, granted.lease.id, QString());
}

/// Only what is signed comes here. What must not be followed is put aside for a person to see.
Outcome<Nothing> SyncRun::applyOrder(Connection &connection, const FeedEntry &entry)
{
    const auto order = readOrder(entry.body);
    const QString word = entry.body.value("order"_L1).toString();
    const auto taken = takeOrder(connection, *order, entry.proof, m_store.clock().nowUtc());
    if (!taken)
        return fail(taken.error());
    const auto refuse = [&](const QString &code) -> Outcome<Nothing> {
        qCWarning(lcSync, "an order of the centre is not followed: %s", qPrintable(code));
        return fail(Failure{FailureKind::Internal, code});
    };
    switch (taken.value()) {
    case OrderTaken::OtherDevice:
        return refuse(u"aside.other-device"_s);
    case OrderTaken::Old:
        return refuse(u"aside.old-order"_s);
    case OrderTaken::Known:
        return Nothing();
    case OrderTaken::Taken:
        break;
    }
    ++m_inJob[u"orders"_s];
    return audit(connection, u"order."_s + word, QString::number(order->number), {});
}

SyncRun::Step SyncRun::fetchEditions()
{
    const auto missing = inStore([](Connection &connection) { return missingEditions(connection); });
    if (!missing)
        return fail(missing.error());
    for (const QString &id : missing.value()) {
        const auto package = m_central.edition(id);
        if (!package && package.error().kind == FailureKind::BadInput) {
            count(u"errors"_s); // told but not kept by the centre: asked again in the next run
            continue;
        }
        if (!package)
            return linkFailure(package.error());
        const QByteArray kind = id.startsWith(kFacilitiesPrefix) ? "FACILITIES" : "EDITION";
        const auto content = readSignedText(kind, package.value(), m_centreKey);
        if (!content || content->value("id"_L1).toString() != id)
            return linkFailure({FailureKind::Untrusted, u"edition %1 is not signed by the centre"_s.arg(id)});
        const auto kept = inStore([&](Connection &connection) -> Outcome<Nothing> {
            if (auto put = putEdition(connection, id, package.value().text, package.value().signature); !put)
                return put;
            return audit(connection, u"edition.received"_s, id, {});
        });
        if (!kept)
            return fail(kept.error());
        count(u"packages"_s);
    }
    return Went::Idle;
}

} // namespace Loket
