// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/centre/centrebook.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <functional>

namespace Loket::Fakes {

/// A block of numbers as the centre keeps it.
struct MemoryLease {
    QString device, request;
    LeaseGrant grant;
    qint64 returnedFrom = -1; ///< first number that was given back; -1: none
};

/// The book of a centre in memory. Copies are cheap and independent: a backup is a copy, a restore another.
/// begin() and rollBack() bracket what the desk does with one envelope; without begin() nothing can be taken
/// back. Never fails.
class MemoryBook final : public CentreBook
{
public:
    void begin() { m_undo.clear(); }
    void rollBack();

    /// Control for tests: it forgets what it received, so that nothing is recognised when it comes again.
    void setForgetful(bool forgets) { m_isForgetful = forgets; }
    void setAreas(const QString &office, const QStringList &areas) { m_now.areas.insert(office, areas); }
    const QHash<QString, CentreDevice> &devices() const { return m_now.devices; }
    const QList<FeedLine> &feed() const { return m_now.feed; } ///< place 1 first
    QList<FamilyView> families() const;                        ///< by village, then KK
    /// Submissions that a family's present or past state came from, with how often each changed one.
    int effectsOf(const QString &submission) const { return m_now.effects.value(submission); }
    /// All cards that were given, by submission.
    const QHash<QString, QString> &cards() const { return m_now.cards; }
    qsizetype submissions() const { return m_now.submissions.size(); }

    const QHash<QString, MemoryLease> &leases() const { return m_now.leases; }
    void putLease(const MemoryLease &lease) { put(&State::leases, lease.grant.leaseId, lease); }

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
    struct Kept {
        std::optional<FamilyView> family; ///< none: it ended
        int revision = 0;
        QString source;
    };
    using Place = std::pair<QString, qint64>; ///< counter and place in its chain
    using Version = std::pair<QString, int>;  ///< KK and revision
    struct State {
        QHash<QString, QStringList> areas;
        QHash<QString, CentreDevice> devices;
        QHash<QString, Envelope> submissions;
        QHash<Place, QString> places; ///< the first that came
        QHash<QString, std::pair<CaseState, FeedLine>> verdicts;
        QHash<QString, CentreUndo> undos;
        QHash<QString, int> effects;
        QHash<QString, MemoryLease> leases;
        QHash<QString, QString> cards;
        QHash<QString, Kept> families;
        QHash<Version, FamilyView> past;
        QHash<QString, QSet<QString>> kksOfNik;
        QHash<QDate, QSet<QString>> kksOfBirth;
        QList<FeedLine> feed;
    };

    /// Changes one entry of one map so that rollBack() can put it back; none: removes it.
    template <typename Map>
    void put(Map State::*map, const typename Map::key_type &key,
             const std::optional<typename Map::mapped_type> &value)
    {
        Map &entries = m_now.*map;
        std::optional<typename Map::mapped_type> before;
        if (const auto found = entries.constFind(key); found != entries.constEnd())
            before = *found;
        m_undo += [map, key, before](State &state) {
            if (before)
                (state.*map).insert(key, *before);
            else
                (state.*map).remove(key);
        };
        if (value)
            entries.insert(key, *value);
        else
            entries.remove(key);
    }
    void index(const FamilyView &family, bool isThere);

    bool m_isForgetful = false;
    State m_now;
    QList<std::function<void(State &)>> m_undo;
};

} // namespace Loket::Fakes
