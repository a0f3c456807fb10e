// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/ports/centralport.h"
#include "model/store/views.h"

#include <QDate>

#include <optional>

namespace Loket {

/// A counter as a centre knows it.
struct CentreDevice {
    QString id;
    QString office;       ///< code; empty: the trial's
    QByteArray publicKey; ///< Ed25519
    QByteArray boxKey;    ///< X25519
    Welcome::Device state = Welcome::Device::Active;
    QString generation;  ///< of the store that its chain is of; empty: nothing came yet
    qint64 nextSeq = 1;  ///< the next envelope to decide
    QByteArray prevHash; ///< hex, of the one before it; empty before the first
    qint64 highestSeq = 0;
    QByteArray highestHash; ///< hex
    qint64 durableSeq = 0;
};

/// An entry of the feed, before it has a place there.
struct FeedLine {
    QString scope; ///< who reads it: "device:<id>" | "office:<code>" | "area:<regency, 31.74>" | "all"
    QString kind;
    QJsonObject body;
    SignedText proof;
};

/// How to take back what a submission did.
struct CentreUndo {
    QString kk;
    int revision = 0;                 ///< of the family after it
    std::optional<FamilyView> before; ///< none: it made the family
};

/// Somebody who may be the same person.
struct SimilarPerson {
    QString kk, nik, name;
};

/// What a centre remembers. The desk and the judge work on it in one transaction of the caller's for each
/// envelope, and every change in it is in that transaction. One thread at a time. Implementations: TrialBook
/// (SQLite, inside the program), MemoryBook (tests), PgBook (the stand-in).
class CentreBook
{
public:
    virtual ~CentreBook() = default;

    // Counters. device() holds the counter until the end of the transaction, so that its envelopes are
    // decided one after the other whoever sends them.
    virtual Outcome<std::optional<CentreDevice>> device(const QString &id) = 0;
    virtual Outcome<Nothing> putDevice(const CentreDevice &device) = 0;
    /// Regencies whose families the office looks after, "31.74"; empty: everything.
    virtual Outcome<QStringList> areasOf(const QString &office) = 0;

    // What came. Kept for ever: the id is the key of idempotency.
    virtual Outcome<std::optional<Envelope>> submission(const QString &id) = 0;
    virtual Outcome<std::optional<Envelope>> submissionAt(const QString &device, qint64 seq) = 0;
    virtual Outcome<Nothing> addSubmission(const QString &device, qint64 seq, const Envelope &envelope) = 0;
    virtual Outcome<std::optional<CaseState>> verdict(const QString &submission) = 0;
    /// `told`: as the feed tells it.
    virtual Outcome<Nothing> putVerdict(const QString &submission, CaseState state, const FeedLine &told) = 0;
    /// What the feed told of it, without its place there; none: not decided yet.
    virtual Outcome<std::optional<FeedEntry>> toldVerdict(const QString &submission) = 0;
    virtual Outcome<Nothing> remember(const QString &submission, const CentreUndo &undo) = 0;
    virtual Outcome<std::optional<CentreUndo>> undo(const QString &submission) = 0;

    // Numbers
    virtual Outcome<bool> isLeasedTo(const QString &device, const QString &lease, const QString &card) = 0;
    /// Marks a card as given. False: it was given before, and not by the submission `corrected`.
    virtual Outcome<bool> useCard(const QString &card, const QString &submission, const QString &corrected)
        = 0;
    virtual Outcome<bool> isCardOf(const QString &card, const QString &submission) = 0;
    /// A number of the centre's own, for who came without.
    virtual Outcome<QString> ownCard(const QString &submission) = 0;

    // Families: what this centre has, or had before it began (a snapshot, a mirror).
    virtual Outcome<std::optional<FamilyView>> family(const QString &kk) = 0;
    /// As it was at that revision; none: not kept any more.
    virtual Outcome<std::optional<FamilyView>> familyAt(const QString &kk, int revision) = 0;
    /// Of the family as it is, or was when it ended; 0: never heard of.
    virtual Outcome<int> revision(const QString &kk) = 0;
    /// The submission that registered or last corrected it, empty: the centre had it before; none: no such
    /// family.
    virtual Outcome<std::optional<QString>> familySource(const QString &kk) = 0;
    virtual Outcome<bool> isNikKnown(const QString &nik, const QString &exceptKk) = 0;
    /// People of that birth date in other families, whatever their names; at most a few. A book may leave out
    /// those whose NIK can't be meant by `nik` (mayBeSameNik()).
    virtual Outcome<QList<SimilarPerson>> bornOn(QDate day, const QString &nik, const QString &exceptKk) = 0;
    /// Stores it with the next revision and answers it as stored; telling it is the desk's.
    virtual Outcome<FamilyView> putFamily(FamilyView family, const std::optional<QString> &source) = 0;
    /// The family is no more; answers the revision of its end.
    virtual Outcome<int> dropFamily(const QString &kk, int revision) = 0;

    /// Families that had a dueDay() until `day`, as they are now: one that changed meanwhile may have none.
    /// At most `most`; they are held until the end of the transaction.
    virtual Outcome<QList<FamilyView>> familiesDue(QDate day, int most) = 0;

    /// Puts an entry behind the feed.
    virtual Outcome<Nothing> tell(const FeedLine &line) = 0;
};

} // namespace Loket
