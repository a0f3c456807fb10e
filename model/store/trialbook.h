// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/ports/centralport.h"
#include "model/store/views.h"
#include "model/sync/trialsettings.h"

#include <QDate>

#include <memory>

namespace Loket {

class Connection;

/// A counter as the trial centre knows it.
struct TrialDevice {
    QString id;
    QByteArray publicKey;
    qint64 nextSeq = 1;
    QByteArray prevHash; ///< hex; empty before the first
};

/// How to take back what a submission did.
struct TrialUndo {
    QString kk;
    int revision = 0;                 ///< of the family after it
    std::optional<FamilyView> before; ///< none: it made the family
};

/// The trial centre's own file, trial.db: the other side of the counter, never mixed with its store. One
/// thread at a time. All changes of one call of the centre are one Transaction of connection().
class TrialBook
{
public:
    /// Opens or makes the file. `settings` count when it is made.
    static Outcome<std::unique_ptr<TrialBook>> open(const QString &path, const QByteArray &vfs,
                                                    const TrialSettings &settings);
    ~TrialBook();

    Connection &connection() { return *m_connection; }

    Outcome<std::optional<TrialDevice>> device(const QString &id);
    Outcome<Nothing> putDevice(const TrialDevice &);

    Outcome<std::optional<Envelope>> submission(const QString &id);
    Outcome<std::optional<Envelope>> submissionAt(const QString &device, qint64 seq);
    /// Number of the last envelope in the device's chain that came; 0: none.
    Outcome<qint64> highestSeq(const QString &device);
    Outcome<Nothing> addSubmission(const QString &device, qint64 seq, const Envelope &);

    /// The device's first block; granted now when it has none.
    Outcome<LeaseGrant> firstLease(const QString &device);
    /// The next block of the range, `wanted` numbers long, 0: as the settings say.
    Outcome<LeaseGrant> grantLease(const QString &device, qint64 wanted);
    Outcome<bool> isLeasedTo(const QString &device, const QString &lease, const QString &card);
    /// Marks a card as given. False: it was given before, and not by the submission `corrected`.
    Outcome<bool> useCard(const QString &card, const QString &submission, const QString &corrected);
    /// Whether a card was given to this submission.
    Outcome<bool> isCardOf(const QString &card, const QString &submission);
    /// A number that the centre gives itself, to a family that came without.
    Outcome<QString> ownCard(const QString &submission);

    /// The submission that registered or last corrected a family, '' for one that the centre had before;
    /// none: the KK is not known.
    Outcome<std::optional<QString>> familySource(const QString &kk);
    Outcome<std::optional<FamilyView>> family(const QString &kk);
    /// Whether a person with this NIK is in another family than `exceptKk`.
    Outcome<bool> isNikKnown(const QString &nik, const QString &exceptKk);
    /// Stores the family with the next revision and tells it in the feed. `source`: the submission that it
    /// comes from; empty: as before.
    Outcome<Nothing> putFamily(FamilyView family, const QString &source);
    /// The family is no more; told in the feed. `revision`: of the one that is to go, when the book has none.
    Outcome<Nothing> dropFamily(const QString &kk, int revision = 0);
    /// Of the family as the book has or had it; 0: it never had it.
    Outcome<int> revision(const QString &kk);
    /// Families with a change that holds from `day` or earlier; at most `limit`.
    Outcome<QList<FamilyView>> familiesDue(QDate day, int limit);

    Outcome<Nothing> putVerdict(const QString &submission, CaseState state);
    Outcome<std::optional<CaseState>> verdict(const QString &submission);
    /// What a family was before a submission changed it; none: there was none. Call it after the change.
    Outcome<Nothing> remember(const QString &submission, const QString &kk,
                              const std::optional<FamilyView> &before);
    Outcome<std::optional<TrialUndo>> undo(const QString &submission);

    /// Families that wait for their first payment and whose window opened on or before `day`; at most
    /// `limit`.
    Outcome<QList<FamilyView>> familiesToPay(QDate day, int limit);

    Outcome<Nothing> tell(const QString &kind, const QJsonObject &body);
    Outcome<FeedPage> feed(qint64 cursor, int limit);

    Outcome<Nothing> putAttachment(const QString &sha256, const QByteArray &bytes);
    Outcome<qint64> attachments();

private:
    explicit TrialBook(std::unique_ptr<Connection> connection);
    Outcome<Nothing> prepare(const TrialSettings &settings);
    Outcome<Nothing> makeFirst(const TrialSettings &settings);
    Outcome<qint64> takeFromRange(qint64 count);
    std::unique_ptr<Connection> m_connection;
};

} // namespace Loket
