// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/memorybook.h"

#include "model/centre/daywork.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket::Fakes {

namespace {

constexpr int kCardDigits = 13;
constexpr qint64 kFirstOwnCard = 3'000'000'001;
constexpr qint64 kOwnCards = 999'999'000;

template <typename Key, typename Value>
std::optional<Value> found(const QHash<Key, Value> &map, const Key &key)
{
    const auto it = map.constFind(key);
    return it == map.constEnd() ? std::nullopt : std::optional(*it);
}

} // namespace

void MemoryBook::rollBack()
{
    for (auto step = m_undo.crbegin(); step != m_undo.crend(); ++step)
        (*step)(m_now);
    m_undo.clear();
}

QList<FamilyView> MemoryBook::families() const
{
    QList<FamilyView> all;
    for (const Kept &kept : m_now.families) {
        if (kept.family)
            all += *kept.family;
    }
    std::sort(all.begin(), all.end(), [](const FamilyView &a, const FamilyView &b) {
        return std::tie(a.address.village, a.kk) < std::tie(b.address.village, b.kk);
    });
    return all;
}

Outcome<std::optional<CentreDevice>> MemoryBook::device(const QString &id)
{
    return found(m_now.devices, id);
}

Outcome<Nothing> MemoryBook::putDevice(const CentreDevice &device)
{
    put(&State::devices, device.id, device);
    return Nothing();
}

Outcome<QStringList> MemoryBook::areasOf(const QString &office)
{
    return m_now.areas.value(office);
}

Outcome<std::optional<Envelope>> MemoryBook::submission(const QString &id)
{
    return m_isForgetful ? std::nullopt : found(m_now.submissions, id);
}

Outcome<std::optional<Envelope>> MemoryBook::submissionAt(const QString &device, qint64 seq)
{
    const auto id = m_isForgetful ? std::nullopt : found(m_now.places, Place(device, seq));
    return id ? found(m_now.submissions, *id) : std::nullopt;
}

Outcome<Nothing> MemoryBook::addSubmission(const QString &device, qint64 seq, const Envelope &envelope)
{
    put(&State::submissions, envelope.id, envelope);
    if (!m_now.places.contains({device, seq}))
        put(&State::places, {device, seq}, envelope.id);
    return Nothing();
}

Outcome<std::optional<CaseState>> MemoryBook::verdict(const QString &submission)
{
    const auto told = found(m_now.verdicts, submission);
    return told ? std::optional(told->first) : std::nullopt;
}

Outcome<Nothing> MemoryBook::putVerdict(const QString &submission, CaseState state, const FeedLine &told)
{
    put(&State::verdicts, submission, std::pair(state, told));
    return Nothing();
}

Outcome<std::optional<FeedEntry>> MemoryBook::toldVerdict(const QString &submission)
{
    const auto told = found(m_now.verdicts, submission);
    if (!told)
        return std::optional<FeedEntry>();
    return std::optional(FeedEntry{0, told->second.kind, told->second.body, told->second.proof});
}

Outcome<Nothing> MemoryBook::remember(const QString &submission, const CentreUndo &undo)
{
    put(&State::undos, submission, undo);
    put(&State::effects, submission, m_now.effects.value(submission) + 1);
    return Nothing();
}

Outcome<std::optional<CentreUndo>> MemoryBook::undo(const QString &submission)
{
    return found(m_now.undos, submission);
}

Outcome<bool> MemoryBook::isLeasedTo(const QString &device, const QString &lease, const QString &card)
{
    const auto kept = found(m_now.leases, lease);
    const qint64 number = card.toLongLong();
    return kept && kept->device == device && number >= kept->grant.low && number <= kept->grant.high
        && (kept->returnedFrom < 0 || number < kept->returnedFrom);
}

Outcome<bool> MemoryBook::useCard(const QString &card, const QString &submission, const QString &corrected)
{
    const auto holder = found(m_now.cards, card);
    if (holder && *holder != corrected)
        return false;
    put(&State::cards, card, submission);
    return true;
}

Outcome<bool> MemoryBook::isCardOf(const QString &card, const QString &submission)
{
    return found(m_now.cards, card) == submission;
}

/// Found from the submission's id, so that every history of the centre gives the same.
Outcome<QString> MemoryBook::ownCard(const QString &submission)
{
    const QByteArray hash = QCryptographicHash::hash(submission.toUtf8(), QCryptographicHash::Sha256);
    const quint64 start = qFromBigEndian<quint64>(hash.constData()) % quint64(kOwnCards);
    for (quint64 probe = start;; ++probe) {
        const qint64 number = kFirstOwnCard + qint64(probe % quint64(kOwnCards));
        const QString card = u"%1"_s.arg(number, kCardDigits, 10, QLatin1Char('0'));
        if (m_now.cards.contains(card))
            continue;
        put(&State::cards, card, submission);
        return card;
    }
}

Outcome<std::optional<FamilyView>> MemoryBook::family(const QString &kk)
{
    return m_now.families.value(kk).family;
}

Outcome<std::optional<FamilyView>> MemoryBook::familyAt(const QString &kk, int revision)
{
    const Kept kept = m_now.families.value(kk);
    if (kept.family && kept.revision == revision)
        return kept.family;
    return found(m_now.past, Version(kk, revision));
}

Outcome<int> MemoryBook::revision(const QString &kk)
{
    return m_now.families.value(kk).revision;
}

Outcome<std::optional<QString>> MemoryBook::familySource(const QString &kk)
{
    const Kept kept = m_now.families.value(kk);
    return kept.family ? std::optional(kept.source) : std::nullopt;
}

Outcome<bool> MemoryBook::isNikKnown(const QString &nik, const QString &exceptKk)
{
    if (nik.isEmpty())
        return false;
    const QSet<QString> kks = m_now.kksOfNik.value(nik);
    return kks.size() > (kks.contains(exceptKk) ? 1 : 0);
}

Outcome<QList<SimilarPerson>> MemoryBook::bornOn(QDate day, const QString &, const QString &exceptKk)
{
    QStringList kks = m_now.kksOfBirth.value(day).values();
    kks.sort();
    QList<SimilarPerson> people;
    for (const QString &kk : kks) {
        const auto family = m_now.families.value(kk).family;
        if (kk == exceptKk || !family)
            continue;
        for (const MemberView &member : family->members) {
            if (member.birthDate == day)
                people += SimilarPerson{kk, member.nik, member.name};
        }
    }
    return people;
}

void MemoryBook::index(const FamilyView &family, bool isThere)
{
    const auto mark = [&](auto map, const auto &key) {
        auto kks = (m_now.*map).value(key);
        if (isThere)
            kks.insert(family.kk);
        else
            kks.remove(family.kk);
        put(map, key, kks);
    };
    for (const MemberView &member : family.members) {
        if (!member.nik.isEmpty())
            mark(&State::kksOfNik, member.nik);
        if (member.birthDate.isValid())
            mark(&State::kksOfBirth, member.birthDate);
    }
}

Outcome<FamilyView> MemoryBook::putFamily(FamilyView family, const std::optional<QString> &source)
{
    Kept kept = m_now.families.value(family.kk);
    if (kept.family) {
        put(&State::past, Version(family.kk, kept.revision), *kept.family);
        index(*kept.family, false);
    }
    family.revision = qMax(kept.revision, family.revision) + 1;
    kept = {family, family.revision, source.value_or(kept.source)};
    put(&State::families, family.kk, kept);
    index(family, true);
    return family;
}

Outcome<int> MemoryBook::dropFamily(const QString &kk, int revision)
{
    const Kept kept = m_now.families.value(kk);
    if (kept.family) {
        put(&State::past, Version(kk, kept.revision), *kept.family);
        index(*kept.family, false);
    }
    const int end = qMax(kept.revision, revision) + 1;
    put(&State::families, kk, Kept{std::nullopt, end, {}});
    return end;
}

Outcome<QList<FamilyView>> MemoryBook::familiesDue(QDate day, int most)
{
    QList<FamilyView> due;
    for (const FamilyView &family : families()) {
        const QDate first = dueDay(family);
        if (first.isValid() && first <= day)
            due += family;
    }
    return due.mid(0, most);
}

Outcome<Nothing> MemoryBook::tell(const FeedLine &line)
{
    m_undo += [](State &state) { state.feed.removeLast(); };
    m_now.feed += line;
    return Nothing();
}

} // namespace Loket::Fakes
