// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/clock.h"
#include "model/services/assess.h"
#include "model/vault/box.h"
#include "model/vault/devicekey.h"
#include "tests/fakes/memorybook.h"

#include <memory>

namespace Loket::Fakes {

/// A real centre whose book is in memory: the desk and the judge of every centre, signed verdicts, leases,
/// editions and orders, a feed by scopes, snapshots, pieces of attachments. Any number of counters of any
/// number of offices. What goes wrong on the line is CentralLine's. One thread at a time.
class FakeCentre
{
public:
    /// What a backup holds.
    struct Copy {
        MemoryBook book;
        qint64 nextCard = 0;
        QMap<QString, FeedLine> standing;
        QHash<QString, SignedText> editions;
        QHash<QByteArray, QByteArray> attachments;
    };

    /// `clock` and what `context` points to outlive it; its lookup and day are not used. The keys are the
    /// same in every run.
    FakeCentre(const Clock &clock, const Context &context);
    ~FakeCentre();

    /// `areas`: regencies it looks after, "31.74"; empty: everything.
    void addOffice(const QString &code, const QString &name, const QStringList &areas = {});
    /// Makes a counter of the office; its code is not looked at. Asked again, the same answer.
    Enrolment enrol(const EnrolRequest &request, const QString &office);
    /// The centre as that counter sees it. Must not outlive the centre.
    std::unique_ptr<CentralPort> connect(const QString &device);

    const DeviceKey &key() const { return m_key; }
    const BoxKey &boxKey() const { return m_box; }
    const QString &epoch() const { return m_epochs.last().id; }
    MemoryBook &book() { return m_kept.book; }
    qint64 head() const { return m_kept.book.feed().size(); }

    void setDevice(const QString &device, Welcome::Device state);
    /// Families that it had before its first counter: told to nobody, found in snapshots.
    void seed(const QList<FamilyView> &families);
    void announce(const QJsonObject &body);
    /// `note`: the entry of the feed; `package`: what edition() answers. Both with the same "id".
    void publishEdition(const QJsonObject &note, const QJsonObject &package);
    /// The same of a list of facilities ("facilities", FACILITIES).
    void publishFacilities(const QJsonObject &note, const QJsonObject &package);
    void order(const QString &device, const QJsonObject &body);

    /// All that was taken until now is in a verified backup.
    void markDurable();
    Copy backup() const { return m_kept; }
    /// Everything since is forgotten, and a new epoch begins. Numbers that may have been leased since are not
    /// given again.
    void restore(const Copy &copy);
    /// Entries up to this place of the feed are kept no longer: Gone for who has not read them.
    void forgetFeed(qint64 place) { m_forgotten = place; }

    /// Of the lines in one chunk of a snapshot, before packing.
    void setChunkBytes(qsizetype bytes) { m_chunkBytes = bytes; }
    /// The snapshots that were made until now are kept no longer.
    void forgetSnapshots() { m_chunks.clear(); }

    /// What a counter signed when it had deleted everything; empty: nothing.
    SignedText wipedReceipt(const QString &device) const { return m_wiped.value(device); }
    qint64 deliveries() const { return m_deliveries; } ///< envelopes that came, repetitions too
    const QByteArray attachment(const QByteArray &sha256) const { return m_kept.attachments.value(sha256); }

private:
    class Counter;
    struct Epoch {
        QString id;
        qint64 start = 0; ///< place in the feed where it parts from the one before
    };
    struct Office {
        QString name;
        int counters = 0;
    };

    Outcome<Welcome> hello(const QString &device, const CounterState &state);
    Outcome<SubmitReply> submit(const QString &device, const QList<Envelope> &envelopes);
    Outcome<FeedPage> changes(const QString &device, const QString &epoch, qint64 cursor, int limit);
    Outcome<LeaseGrant> lease(const QString &device, const LeaseRequest &request);
    Outcome<Nothing> returnLease(const QString &device, const QString &leaseId, qint64 next);
    Outcome<QByteArray> carry(const QByteArray &sealed);
    Outcome<qint64> putAttachment(const AttachmentPiece &piece);
    Outcome<SnapshotManifest> snapshot(const QString &device);
    void registerLease(const QString &device, const SignedText &proof);
    qint64 epochStart(const QString &epoch) const;
    void beginEpoch(qint64 start);
    bool isFree(qint64 low, qint64 high) const;
    QDate today() const;
    void doDayWork();

    const Clock &m_clock;
    Context m_context;
    DeviceKey m_key;
    BoxKey m_box;
    Copy m_kept;
    QList<Epoch> m_epochs;
    QMap<QString, Office> m_offices;
    QHash<QString, Enrolment> m_enrolled;     ///< by device
    QHash<QByteArray, QByteArray> m_arriving; ///< attachments that are not whole yet
    QHash<QByteArray, QByteArray> m_chunks;   ///< of snapshots, by name
    QHash<QString, SignedText> m_wiped;       ///< by device
    QDate m_workedOn;                         ///< the last day whose work is done

    qsizetype m_chunkBytes = 4 * 1024 * 1024;
    qint64 m_snapshots = 0;
    qint64 m_leases = 0;
    qint64 m_forgotten = 0;
    qint64 m_deliveries = 0;
};

} // namespace Loket::Fakes
