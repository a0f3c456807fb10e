// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/centre/centrebook.h"
#include "tests/central/pgpool.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace Loket::Central {

/// What the centre remembers, in PostgreSQL. Lives as long as one transaction of the caller's and keeps
/// nothing of its own, so any number of processes work on one database.
///
/// The way to the database and back is what an envelope costs, so there are three: locks, questions, changes.
/// What is put waits here for flush() and is answered from here until then; what can't be goes there first.
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
    /// This envelope of that counter is going to be decided: takes the locks of all its families and NIKs in
    /// one order, so that no two wait for each other, then the counter's, and asks for all that is usual at
    /// once.
    void expect(const QString &device, const Envelope &envelope);
    /// Writes what was put. To be called before the commit.
    void flush();
    /// Statements so far, each a way to the database and back.
    int statements() const { return m_statements; }

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
    Outcome<QList<SimilarPerson>> bornOn(QDate day, const QString &nik, const QString &exceptKk) override;
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
    struct Submission {
        QString device;
        qint64 seq = 0;
        Envelope envelope; ///< empty id: none
    };
    /// What is to be written, one row of most tables.
    struct Pending {
        Submission submission;
        QStringList cards;
        QString cardsOf, cardsCorrected; ///< submissions
        QString kk;
        FamilyRow family;
        QString area, village, due;
        QStringList niks, names, births;
        QString undoOf; ///< submission
        CentreUndo undo;
        QString verdictOf; ///< submission
        CaseState state = CaseState::Accepted;
        FeedLine verdict;
        QList<FeedLine> told;
        bool isDevice = false; ///< m_device is newer than its row
        bool isEmpty() const;
    };
    enum class Row { Submission = 1, Family, Nik, Lease, Card, Born };
    template <typename... Values>
    pqxx::result ask(const char *statement, Values &&...values)
    {
        ++m_statements;
        return m_transaction.exec_prepared(statement, std::forward<Values>(values)...);
    }
    /// Enough to find who is meant among people of one birth date of whom one has no NIK.
    static constexpr int kMostOfOneDay = 200;
    static QString nearPlaces(const QString &nik);
    static QString bornKey(QDate day, const QString &nik, const QString &exceptKk);
    void lock(const QStringList &names);
    void takeDevice(const pqxx::result &rows);
    void askExpected(const EnvelopeHeader &header, const QString &device, const QJsonObject &family);
    void takeAnswer(const pqxx::row &row, const QStringList &bornKeys);
    const FamilyRow &familyRow(const QString &kk);
    const Lease &leaseOf(const QString &id);
    QString holderOf(const QString &card);

    pqxx::transaction_base &m_transaction;
    int m_statements = 0;
    QSet<QString> m_locked;
    QHash<QString, QStringList> m_areas;
    QHash<QString, FamilyRow> m_families;
    // As they were asked for, before this transaction changed families.
    QHash<QString, QStringList> m_kksOfNik;
    QHash<QString, QList<SimilarPerson>> m_bornOn; ///< by bornKey()
    bool m_areFamiliesChanged = false;
    QHash<QString, Lease> m_leases;
    QHash<QString, QString> m_cards; ///< their submissions; empty: free
    /// The place of the chain and the id that were asked for, and what is there; until one is added.
    std::optional<Submission> m_expected;
    QList<Submission> m_found;
    std::optional<CentreDevice> m_device; ///< as it was read or put last
    Pending m_pending;
};

/// First numbers of the two ranges. What the centre gives itself is found from the submission's id, so the
/// same submission gets the same numbers in every history of this centre.
inline constexpr qint64 kFirstOwnCard = 3'000'000'001;
inline constexpr qint64 kOwnCards = 999'999'000;
inline constexpr qint64 kFirstLeasedCard = 4'000'000'001;

} // namespace Loket::Central
