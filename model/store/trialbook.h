// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/centre/centrebook.h"
#include "model/store/views.h"
#include "model/sync/trialsettings.h"

#include <QDate>

#include <memory>

namespace Loket {

class Connection;
class StoreReader;

/// The trial centre's own file, trial.db: the other side of the counter, never mixed with its store. One
/// thread at a time. All changes of one call of the centre are one Transaction of connection().
class TrialBook final : public CentreBook
{
public:
    /// Opens or makes the file. `settings` count when it is made.
    static Outcome<std::unique_ptr<TrialBook>> open(const QString &path, const QByteArray &vfs,
                                                    const TrialSettings &settings);
    ~TrialBook() override;

    Connection &connection() { return *m_connection; }
    /// What the centre knew before this store: families of the mirror that the book has nothing of. Not
    /// owned; null: nothing.
    void setMirror(const StoreReader *mirror) { m_mirror = mirror; }

    Outcome<std::optional<CentreDevice>> device(const QString &id) override;
    Outcome<Nothing> putDevice(const CentreDevice &device) override;
    Outcome<QStringList> areasOf(const QString &office) override; ///< everything

    Outcome<std::optional<Envelope>> submission(const QString &id) override;
    Outcome<std::optional<Envelope>> submissionAt(const QString &device, qint64 seq) override;
    Outcome<Nothing> addSubmission(const QString &device, qint64 seq, const Envelope &envelope) override;
    Outcome<std::optional<CaseState>> verdict(const QString &submission) override;
    Outcome<Nothing> putVerdict(const QString &submission, CaseState state, const FeedLine &told) override;
    Outcome<std::optional<FeedEntry>>
    toldVerdict(const QString &submission) override; ///< none: it is in the feed
    Outcome<Nothing> remember(const QString &submission, const CentreUndo &undo) override;
    Outcome<std::optional<CentreUndo>> undo(const QString &submission) override;

    /// The device's first block; granted now when it has none.
    Outcome<LeaseGrant> firstLease(const QString &device);
    /// The next block of the range, `wanted` numbers long, 0: as the settings say.
    Outcome<LeaseGrant> grantLease(const QString &device, qint64 wanted);
    Outcome<bool> isLeasedTo(const QString &device, const QString &lease, const QString &card) override;
    Outcome<bool> useCard(const QString &card, const QString &submission, const QString &corrected) override;
    Outcome<bool> isCardOf(const QString &card, const QString &submission) override;
    Outcome<QString> ownCard(const QString &submission) override;

    Outcome<std::optional<FamilyView>> family(const QString &kk) override;
    Outcome<std::optional<FamilyView>> familyAt(const QString &kk, int revision) override;
    Outcome<int> revision(const QString &kk) override;
    Outcome<std::optional<QString>> familySource(const QString &kk) override;
    Outcome<bool> isNikKnown(const QString &nik, const QString &exceptKk) override;
    Outcome<QList<SimilarPerson>> bornOn(QDate day, const QString &nik,
                                         const QString &exceptKk) override; ///< of the book's families
    Outcome<FamilyView> putFamily(FamilyView family, const std::optional<QString> &source) override;
    Outcome<int> dropFamily(const QString &kk, int revision) override;
    Outcome<QList<FamilyView>> familiesDue(QDate day, int most) override;

    Outcome<Nothing> tell(const FeedLine &line) override;
    Outcome<FeedPage> feed(qint64 cursor, int limit);

    Outcome<Nothing> putAttachment(const QString &sha256, const QByteArray &bytes);
    Outcome<qint64> attachments();

private:
    explicit TrialBook(std::unique_ptr<Connection> connection);
    Outcome<Nothing> prepare(const TrialSettings &settings);
    Outcome<Nothing> makeFirst(const TrialSettings &settings);
    Outcome<qint64> takeFromRange(qint64 count);
    Outcome<int> ownRevision(const QString &kk);
    Outcome<Nothing> putPeople(const FamilyView &family);
    std::unique_ptr<Connection> m_connection;
    const StoreReader *m_mirror = nullptr;
};

} // namespace Loket
