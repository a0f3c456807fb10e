// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/centre/centrebook.h"
#include "tests/central/pgpool.h"

#include <QHash>
#include <QSet>

namespace Loket::Central {

/// What the centre remembers, in PostgreSQL. Lives as long as one transaction of the caller's and keeps
/// nothing of its own, so any number of processes work on one database.
///
/// Two that touch one family, or register one NIK, at the same time are serialised by locks of the
/// transaction on these names; a counter's chain by its row. What PostgreSQL says against a statement is
/// thrown by libpqxx through the callers and caught by PgPool, which repeats a transaction that lost a race.
class PgBook final : public CentreBook
{
public:
    explicit PgBook(pqxx::transaction_base &transaction);

    // What is known beforehand saves questions; the answers are the same without.
    /// The office's areas.
    void knowAreas(const QString &office, const QStringList &areas) { m_areas.insert(office, areas); }
    /// This envelope is going to be decided: takes the locks of all its families and NIKs in one order, so
    /// that no two wait for each other, and asks for all NIKs at once.
    void expect(const Envelope &envelope);
    /// Writes what was told. To be called before the commit.
    void flush();

    Outcome<std::optional<CentreDevice>> device(const QString &id) override;
    Outcome<Nothing> putDevice(const CentreDevice &device) override;
    Outcome<QStringList> areasOf(const QString &office) override;

    Outcome<std::optional<Envelope>> submission(const QString &id) override;
    Outcome<std::optional<Envelope>> submissionAt(const QString &device, qint64 seq) override;
    Outcome<Nothing> addSubmission(const QString &device, qint64 seq, const Envelope &envelope) override;
    Outcome<std::optional<CaseState>> verdict(const QString &submission) override;
    Outcome<Nothing> putVerdict(const QString &submission, CaseState state, const FeedLine &told) override;
    Outcome<std::optional<FeedEntry>> toldVerdict(const QString &submission) override;
    Outcome<Nothing> remember(const QString &submission, const CentreUndo &undo) override;
    Outcome<std::optional<CentreUndo>> undo(const QString &submission) override;

    Outcome<bool> isLeasedTo(const QString &device, const QString &lease, const QString &card) override;
    Outcome<bool> useCard(const QString &card, const QString &submission, const QString &corrected) override;
    Outcome<bool> isCardOf(const QString &card, const QString &submission) override;
    Outcome<QString> ownCard(const QString &submission) override;

    Outcome<std::optional<FamilyView>> family(const QString &kk) override;
    Outcome<std::optional<FamilyView>> familyAt(const QString &kk, int revision) override;
    Outcome<int> revision(const QString &kk) override;
    Outcome<std::optional<QString>> familySource(const QString &kk) override;
    Outcome<bool> isNikKnown(const QString &nik, const QString &exceptKk) override;
    Outcome<QList<SimilarPerson>> bornOn(QDate day, const QString &exceptKk) override;
    Outcome<FamilyView> putFamily(FamilyView family, const std::optional<QString> &source) override;
    Outcome<int> dropFamily(const QString &kk, int revision) override;
    Outcome<QList<FamilyView>> familiesDue(QDate day, int most) override;

    Outcome<Nothing> tell(const FeedLine &line) override;

private:
    /// A row of the table, as it is in this transaction.
    struct FamilyRow {
        int revision = 0;
        bool isThere = false; ///< has a body
        QString source;
        QByteArray body;
    };
    struct Lease {
        QString device;
        qint64 low = 0, end = 0; ///< `end`: the first number that is not of it, or was returned
    };
    void lock(const QStringList &names);
    const FamilyRow &familyRow(const QString &kk);
    const Lease &leaseOf(const QString &id);
    std::optional<Envelope> envelopeRow(const pqxx::result &rows) const;

    pqxx::transaction_base &m_transaction;
    QSet<QString> m_locked;
    QHash<QString, QStringList> m_areas;
    QHash<QString, FamilyRow> m_families;
    QHash<QString, QStringList>
        m_kksOfNik; ///< of NIKs that were asked for, before this transaction's changes
    QSet<QString> m_changedFamilies;
    QHash<QString, Lease> m_leases;
    QStringList m_expectedCards;
    QString m_expected;               ///< the submission whose cards these are
    QHash<QString, bool> m_usedCards; ///< by it
    QList<FeedLine> m_told;
    std::optional<CentreDevice> m_device; ///< as it was read or put last
};

/// First numbers of the two ranges. What the centre gives itself is found from the submission's id, so the
/// same submission gets the same numbers in every history of this centre.
inline constexpr qint64 kFirstOwnCard = 3'000'000'001;
inline constexpr qint64 kOwnCards = 999'999'000;
inline constexpr qint64 kFirstLeasedCard = 4'000'000'001;

} // namespace Loket::Central
