// SPDX-License-Identifier: Apache-2.0
#include "model/sync/syncrun.h"

#include "model/base/clock.h"
#include "model/store/audit.h"
#include "model/store/devicestore.h"
#include "model/store/highwater.h"
#include "model/store/leasestore.h"
#include "model/store/workstop.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

// The first request of a run is small, for the link may be thin; it doubles with every success.
constexpr qint64 kFirstBatchBytes = 8 * 1024;
constexpr qint64 kFirstPieceBytes = 8 * 1024;
constexpr int kFirstPage = 200;
/// While pictures go out, the feed is asked once in so many seconds.
constexpr qint64 kFeedPatience = 60;

} // namespace

SyncRun::SyncRun(Store &store, CentralPort &central, const Actor &actor, const SyncOptions &options)
    : m_store(store)
    , m_central(central)
    , m_actor(actor)
    , m_options(options)
    , m_random(options.random ? options.random : systemRandom())
    , m_batchBytes(kFirstBatchBytes)
    , m_pieceBytes(kFirstPieceBytes)
    , m_pageEntries(kFirstPage)
{
}

Outcome<SyncSummary> SyncRun::run()
{
    if (const auto known = readWipe(); !known)
        return fail(known.error());
    Step went = isWipeDue() ? Step(Went::Ended) : greet();
    while (went && went.value() == Went::On) {
        if (isCancelled())
            return m_summary;
        tellProgress();
        went = isWipeDue() ? Step(Went::Ended) : nextStep();
    }
    if (!went)
        return fail(went.error());
    m_summary.mustWipe = m_summary.mustWipe || isWipeDue();
    return m_summary;
}

Outcome<Nothing> SyncRun::readWipe()
{
    const auto order = inStore([](Connection &connection) { return wipeOrder(connection); });
    if (!order)
        return fail(order.error());
    m_wipe = order.value();
    return Nothing();
}

bool SyncRun::isWipeDue() const
{
    return m_wipe && Loket::isWipeDue(m_wipe->at, m_store.clock().nowUtc());
}

/// Nothing but what the centre does not have yet; when all of it is there, it is time.
SyncRun::Step SyncRun::lastLanes()
{
    const Step sent = sendEnvelopes();
    if (!sent || sent.value() != Went::Idle)
        return sent;
    const Step piece = sendPiece();
    if (!piece || piece.value() != Went::Idle)
        return piece;
    const auto isLeft = inStore([](Connection &connection) -> Outcome<bool> {
        const auto envelopes = leftToSend(connection);
        const auto blobs = blobsToCarry(connection); // a picture of no case is nobody's
        if (!envelopes || !blobs)
            return fail(envelopes ? blobs.error() : envelopes.error());
        return envelopes.value().envelopes > 0 || !blobs.value().isEmpty();
    });
    if (!isLeft)
        return fail(isLeft.error());
    m_summary.mustWipe = !isLeft.value();
    return Went::Idle;
}

/// The lanes, strictly in this order: whatever was saved a moment ago goes before the rest of a picture.
SyncRun::Step SyncRun::nextStep()
{
    if (m_wipe)
        return lastLanes();
    const auto isFeedDue = [this] {
        return !m_isFeedDrained
            && (!m_lastPage.isValid() || m_lastPage.secsTo(m_store.clock().nowUtc()) >= kFeedPatience);
    };
    const std::initializer_list<std::function<Step()>> lanes = {
        [this] { return sendEnvelopes(); },
        [this] { return m_hasNumbers ? Step(Went::Idle) : topUpNumbers(); },
        [&] { return isFeedDue() ? fetchPage() : Step(Went::Idle); },
        [this] { return sendPiece(); }, // photos before scans
        [this] { return m_isFeedDrained ? Step(Went::Idle) : fetchPage(); },
        [this] { return returnNumbers(); },
        [this] { return fetchEditions(); },
        [this] { return m_mirrorFollows ? Step(Went::Idle) : snapshotStep(); },
    };
    for (const auto &lane : lanes) {
        const Step went = lane();
        if (!went || went.value() != Went::Idle)
            return went;
    }
    return Went::Idle;
}

Outcome<CounterState> SyncRun::counterState()
{
    return inStore([this](Connection &connection) -> Outcome<CounterState> {
        const auto device = deviceState(connection);
        if (!device)
            return fail(device.error());
        const auto position = storePosition(connection);
        if (!position)
            return fail(position.error());
        const auto key = storeSetting(connection, u"central.key"_s);
        if (!key)
            return fail(key.error());
        const auto proofs = leaseProofs(connection);
        if (!proofs)
            return fail(proofs.error());
        m_centreKey = QByteArray::fromHex(key.value().toLatin1());
        CounterState state;
        state.generation = device.value().generation;
        state.lastSeq = device.value().seq;
        state.epoch = position.value().epoch;
        state.cursor = position.value().cursor;
        state.app = QStringLiteral(LOKET_VERSION);
        state.leases = proofs.value();
        return state;
    });
}

SyncRun::Step SyncRun::greet()
{
    if (isCancelled())
        return Went::Ended;
    const auto state = counterState();
    if (!state)
        return fail(state.error());
    const auto welcome = m_central.hello(state.value());
    if (!welcome)
        return linkFailure(welcome.error());
    if (!state.value().epoch.isEmpty() && state.value().epoch != welcome.value().epoch) {
        if (const auto left = leaveHistory(state.value().epoch); !left)
            return fail(left.error());
    }
    m_inJob.clear();
    const auto noted
        = inStore([&](Connection &connection) { return noteWelcome(connection, welcome.value()); });
    if (!noted)
        return fail(noted.error());
    keepCounts();
    m_epoch = welcome.value().epoch;
    if (const auto known = readWipe(); !known)
        return fail(known.error());
    if (welcome.value().device != Welcome::Device::Active)
        return linkFailure(
            {FailureKind::Denied,
             welcome.value().device == Welcome::Device::Frozen ? u"device.frozen"_s : u"device.revoked"_s});
    const auto mirror
        = m_store.mirrorWriter()
              ->run(Writer::Priority::Feed, [](Connection &connection) { return mirrorPosition(connection); })
              .result();
    if (!mirror)
        return fail(mirror.error());
    m_mirrorFollows = mirror.value().epoch == m_epoch;
    if (m_mirrorFollows)
        forgetOldSnapshot(mirror.value().cursor);
    return Went::On;
}

/// A mirror that has no snapshot yet was told families of the history that ends here: from now on it says so.
Outcome<Nothing> SyncRun::leaveHistory(const QString &epoch)
{
    return m_store.mirrorWriter()
        ->run(Writer::Priority::Feed,
              [&](Connection &mirror) -> Outcome<Nothing> {
                  const auto position = mirrorPosition(mirror);
                  if (!position)
                      return fail(position.error());
                  if (!position.value().epoch.isEmpty())
                      return Nothing();
                  return moveMirrorPosition(mirror, {epoch, 0}, m_store.clock().nowUtc());
              })
        .result();
}

Outcome<Nothing> SyncRun::noteWelcome(Connection &connection, const Welcome &welcome)
{
    const Clock &clock = m_store.clock();
    const QString device = welcome.device == Welcome::Device::Active ? QString()
        : welcome.device == Welcome::Device::Frozen                  ? u"frozen"_s
                                                                     : u"revoked"_s;
    if (auto put = putStoreSetting(connection, u"device.state"_s, device); !put)
        return put;
    if (auto put = putTooOldFrom(connection, welcome.tooOldFrom); !put)
        return put;
    if (!m_centreKey.isEmpty() && welcome.now.isValid()) {
        const ClockCheck check{welcome.now.toMSecsSinceEpoch() - clock.uptime(), clock.bootId(), welcome.now};
        if (auto put = putClockCheck(connection, check); !put)
            return put;
    }
    if (m_options.isForced || m_wipe) {
        if (auto eager = forgetWaits(connection); !eager)
            return eager;
    }
    if (auto adopted = adoptChain(connection, welcome); !adopted)
        return adopted;
    const auto before = storePosition(connection);
    if (!before)
        return fail(before.error());
    if (auto entered = enterEpoch(connection, welcome); !entered)
        return entered;
    // Who may read the feed finds them there too.
    const bool isToldHere
        = before.value().epoch != welcome.epoch || welcome.device != Welcome::Device::Active;
    for (const FeedEntry &entry : isToldHere ? welcome.standing : QList<FeedEntry>()) {
        if (auto applied = applyEntry(connection, entry); !applied)
            return applied;
    }
    // When the centre has later ones it lacks the first of a gap, and says the next one when it has that.
    const bool isGap = welcome.highestSeq >= welcome.expectedSeq;
    const auto again = offerAgain(connection, welcome.expectedSeq,
                                  isGap ? welcome.expectedSeq + 1 : std::numeric_limits<qint64>::max());
    if (!again)
        return fail(again.error());
    if (again.value() > 0) {
        if (auto done = audit(connection, u"centre.lacks"_s, QString::number(welcome.expectedSeq), {}); !done)
            return done;
    }
    return markDurable(connection, welcome.durableSeq, clock.nowUtc());
}

/// The centre saw more of this counter's envelopes than the counter knows of: its store is an older copy.
Outcome<Nothing> SyncRun::adoptChain(Connection &connection, const Welcome &welcome)
{
    const auto own = highWaterOf(connection);
    if (!own)
        return fail(own.error());
    if (welcome.highestSeq <= own.value().seq)
        return Nothing();
    return adoptHighWater(connection,
                          {own.value().device, own.value().generation, welcome.highestSeq,
                           QByteArray::fromHex(welcome.highestHash)},
                          m_store.clock());
}

/// Another epoch than the one read last: for a new counter the first, else the centre was restored from an
/// older copy, and what was read behind the point where the histories part did not happen.
Outcome<Nothing> SyncRun::enterEpoch(Connection &connection, const Welcome &welcome)
{
    const auto position = storePosition(connection);
    if (!position)
        return fail(position.error());
    if (position.value().epoch == welcome.epoch)
        return Nothing();
    const bool isFirst = position.value().epoch.isEmpty();
    const qint64 cursor = isFirst ? welcome.epochStart : qMin(position.value().cursor, welcome.epochStart);
    if (auto moved = moveStorePosition(connection, {welcome.epoch, cursor}, m_store.clock().nowUtc()); !moved)
        return moved;
    if (auto put = putStoreSetting(connection, u"central.epoch"_s, welcome.epoch); !put)
        return put;
    if (isFirst)
        return Nothing();
    if (auto offered = offerBlobsAgain(connection); !offered)
        return offered;
    return audit(connection, u"centre.restored"_s, welcome.epoch, {});
}

bool SyncRun::isCancelled()
{
    if (!m_options.cancel || !*m_options.cancel)
        return false;
    m_summary.problem = failureWord(FailureKind::Cancelled);
    return true;
}

SyncRun::Went SyncRun::linkFailure(const Failure &failure)
{
    m_summary.stoppedBy = failure;
    m_summary.problem = failureWord(failure.kind) + u": "_s + failure.detail;
    if (failure.kind == FailureKind::Cancelled)
        return Went::Ended;
    m_summary.linkFailed = true;
    count(u"errors"_s);
    return Went::Ended;
}

void SyncRun::count(const QString &kind, int by)
{
    if (by > 0)
        m_summary.counts[kind] += by;
}

void SyncRun::keepCounts()
{
    for (auto it = m_inJob.cbegin(); it != m_inJob.cend(); ++it)
        count(it.key(), it.value());
    m_inJob.clear();
}

void SyncRun::tellProgress()
{
    if (!m_options.progress)
        return;
    const auto left = inStore([](Connection &connection) { return leftToSend(connection); });
    if (left)
        m_options.progress({left.value().envelopes, left.value().blobs, snapshotProgress()});
}

Outcome<Nothing> SyncRun::audit(Connection &connection, const QString &action, const QString &object,
                                const QString &detail) const
{
    return appendAudit(connection, {m_actor, m_store.clock().nowUtc(), action, object, detail});
}

} // namespace Loket
