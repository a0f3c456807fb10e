// SPDX-License-Identifier: Apache-2.0
#include "model/store/searchquery.h"

#include "model/domain/namekey.h"
#include "model/store/connection.h"
#include "model/store/phonekey.h"
#include "model/store/readtransaction.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Loket {

namespace Searching {

struct Candidate {
    SearchHit hit;
    QString key; ///< name key
    int position = 0;
};

} // namespace Searching

using Searching::Candidate;

namespace {

// One statement a way to ask, each on its index. CROSS JOIN fixes the order of the tables.
#define LOKET_HIT                                                                                            \
    "SELECT p.id, f.id, f.kk, p.nik, p.card, p.name, f.segment, p.fktp, p.status, p.birth_date, f.class, "   \
    "p.name_key, "                                                                                           \
    "p.position FROM "
#define LOKET_BY_FAMILY "family f CROSS JOIN participant p ON p.family_id = f.id WHERE "
#define LOKET_BY_PERSON "participant p CROSS JOIN family f ON f.id = p.family_id WHERE "
#define LOKET_WAITING                                                                                        \
    "SELECT 0, 0, kk, nik, card, name, segment, fktp, status, birth_date, class, name_key, position, "       \
    "case_id, va, "                                                                                          \
    "phone_key FROM pending_member WHERE "

struct NumberWay {
    const char *mirrorSql;
    const char *waitingSql;
    QString SearchHit::*field; ///< where the number shows; null: VA and phone are not in a hit
};

const std::array kNumberWays = {
    NumberWay{LOKET_HIT LOKET_BY_PERSON "p.nik >= ? AND p.nik < ? ORDER BY p.nik LIMIT ?",
              LOKET_WAITING "nik >= ? AND nik < ? ORDER BY nik LIMIT ?", &SearchHit::nik},
    NumberWay{LOKET_HIT LOKET_BY_FAMILY "f.kk >= ? AND f.kk < ? ORDER BY f.kk LIMIT ?",
              LOKET_WAITING "kk >= ? AND kk < ? ORDER BY kk LIMIT ?", &SearchHit::kk},
    NumberWay{LOKET_HIT LOKET_BY_PERSON "p.card >= ? AND p.card < ? ORDER BY p.card LIMIT ?",
              LOKET_WAITING "card >= ? AND card < ? ORDER BY card LIMIT ?", &SearchHit::card},
    NumberWay{LOKET_HIT LOKET_BY_FAMILY "f.va >= ? AND f.va < ? ORDER BY f.va LIMIT ?",
              LOKET_WAITING "va >= ? AND va < ? ORDER BY va LIMIT ?", nullptr},
    NumberWay{LOKET_HIT LOKET_BY_FAMILY "f.phone_key >= ? AND f.phone_key < ? ORDER BY f.phone_key LIMIT ?",
              LOKET_WAITING "phone_key >= ? AND phone_key < ? ORDER BY phone_key LIMIT ?", nullptr},
};
constexpr size_t kPhoneWay = 4;

constexpr auto kPersonSql = LOKET_HIT LOKET_BY_PERSON "p.id = ?";
constexpr auto kNameRangeSql
    = "SELECT id, name_key FROM participant WHERE name_key >= ? AND name_key < ? ORDER BY name_key LIMIT ?";
constexpr auto kNameWordsSql
    = "SELECT rowid, name_key FROM participant_word WHERE participant_word MATCH ? LIMIT ?";
constexpr auto kWaitingRangeSql = LOKET_WAITING "name_key >= ? AND name_key < ? ORDER BY name_key LIMIT ?";
constexpr auto kWaitingWordsSql = "SELECT 0, 0, m.kk, m.nik, m.card, m.name, m.segment, m.fktp, m.status, "
                                  "m.birth_date, m.class, m.name_key, m.position,"
                                  " m.case_id, m.va, m.phone_key FROM pending_name CROSS JOIN pending_member "
                                  "m ON m.id = pending_name.rowid"
                                  " WHERE pending_name MATCH ? LIMIT ?";

#undef LOKET_HIT
#undef LOKET_BY_FAMILY
#undef LOKET_BY_PERSON
#undef LOKET_WAITING

Candidate candidateRow(const Statement &s)
{
    Candidate candidate;
    SearchHit &hit = candidate.hit;
    hit.memberId = s.integer(0);
    hit.familyId = s.integer(1);
    hit.kk = s.text(2);
    hit.nik = s.text(3);
    hit.card = s.text(4);
    hit.name = s.text(5);
    hit.segment = s.text(6);
    hit.fktp = s.text(7);
    hit.status = s.text(8);
    hit.birthDate = s.date(9);
    hit.careClass = int(s.integer(10));
    candidate.key = s.text(11);
    candidate.position = int(s.integer(12));
    return candidate;
}

Candidate waitingRow(const Statement &s)
{
    Candidate candidate = candidateRow(s);
    const auto id = CaseId::fromBytes(s.blob(13));
    candidate.hit.caseId = id ? id->text() : QString();
    return candidate;
}

/// Digits of a number as it is typed or scanned, with gaps, dots and dashes; empty: it is no number.
QString typedDigits(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (!c.isSpace() && c != u'-' && c != u'.' && c != u'+')
            return {};
    }
    return digits;
}

/// Above every text that begins with `prefix`.
QString endOfRange(const QString &prefix)
{
    const char32_t last = 0x10FFFF;
    return prefix + QString::fromUcs4(&last, 1);
}

/// How the words are asked, one after the other until somebody is found: words before the last as they stand
/// and the last as a beginning, then all as beginnings. A beginning costs all names that have it; a whole
/// word only those that the other words leave. Words of one letter are left to nameRank(): their lists are as
/// long as the table.
QStringList wordExpressions(const QString &key)
{
    QStringList words = key.split(u' ', Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return word.size() < 2; });
    if (words.isEmpty())
        return {};
    const bool isLastWhole = key.section(u' ', -1).size() < 2; // the letter after it was left out
    QStringList standing, beginnings;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString whole = u'"' + words.at(i) + u'"';
        beginnings.append(whole + u'*');
        standing.append(i + 1 < words.size() || isLastWhole ? whole : beginnings.last());
    }
    if (standing == beginnings)
        return {standing.join(u' ')};
    return {standing.join(u' '), beginnings.join(u' ')};
}

bool isBetter(const Candidate &a, const Candidate &b)
{
    if (a.hit.rank != b.hit.rank)
        return a.hit.rank < b.hit.rank;
    const auto wordsOfA = a.key.count(u' ');
    const auto wordsOfB = b.key.count(u' ');
    if (wordsOfA != wordsOfB)
        return wordsOfA < wordsOfB;
    if (a.key != b.key)
        return a.key < b.key;
    if (a.hit.kk != b.hit.kk)
        return a.hit.kk < b.hit.kk;
    return a.position < b.position;
}

} // namespace

struct SearchQuery::Found {
    QList<Candidate> candidates;
    QSet<qint64> rows; ///< of the mirror, each once
    bool more = false;

    void add(Candidate candidate)
    {
        const qint64 row = candidate.hit.memberId;
        if (row == 0 || !rows.contains(row)) {
            rows.insert(row);
            candidates.append(std::move(candidate));
        }
    }

    /// A person who is known and waits as well is one line.
    void mergeWaiting()
    {
        QHash<std::pair<QString, QString>, qsizetype> known;
        for (qsizetype i = 0; i < candidates.size(); ++i)
            if (candidates.at(i).hit.memberId != 0)
                known.insert({candidates.at(i).hit.kk, candidates.at(i).key}, i);
        QSet<std::pair<QString, int>> seen;
        QList<Candidate> merged;
        QHash<qsizetype, QString> marks;
        for (const Candidate &candidate : std::as_const(candidates)) {
            if (candidate.hit.memberId != 0)
                continue;
            const auto same = known.constFind({candidate.hit.kk, candidate.key});
            if (same != known.cend())
                marks.insert(*same, candidate.hit.caseId);
        }
        for (qsizetype i = 0; i < candidates.size(); ++i) {
            Candidate candidate = candidates.at(i);
            if (candidate.hit.memberId != 0) {
                candidate.hit.caseId = marks.value(i);
            } else {
                const std::pair person(candidate.hit.caseId, candidate.position);
                if (seen.contains(person) || known.contains({candidate.hit.kk, candidate.key}))
                    continue;
                seen.insert(person);
            }
            merged.append(std::move(candidate));
        }
        candidates = std::move(merged);
    }
};

std::optional<int> nameRank(const QString &typed, const QString &name)
{
    if (name == typed)
        return 0;
    if (name.startsWith(typed))
        return 1;
    QStringList left = name.split(u' ', Qt::SkipEmptyParts);
    QStringList asked = typed.split(u' ', Qt::SkipEmptyParts);
    // Longer words choose first, so that "dewi de" does not spend Dewi on "de".
    std::stable_sort(asked.begin(), asked.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
    bool isWhole = true;
    for (const QString &word : std::as_const(asked)) {
        qsizetype at = left.indexOf(word);
        if (at < 0) {
            isWhole = false;
            for (at = 0; at < left.size() && !left.at(at).startsWith(word); ++at) { }
        }
        if (at == left.size())
            return std::nullopt;
        left.removeAt(at);
    }
    return isWhole ? 2 : 3;
}

Outcome<SearchAnswer> SearchQuery::ask(const QString &text, int limit) const
{
    limit = std::clamp(limit, 1, kMostHits);
    SearchAnswer answer;
    Found found;
    {
        const ReadTransaction ofStore(m_store);
        const ReadTransaction ofMirror(m_mirror);
        const auto people = m_mirror.one("SELECT participants FROM mirror_state WHERE one = 1",
                                         [](const Statement &s) { return s.integer(0); });
        if (!people)
            return fail(people.error());
        answer.participants = people.value().value_or(0);

        const QString digits = typedDigits(text);
        const QString key = digits.isEmpty() ? nameKey(text) : QString();
        Outcome<Nothing> asked = Nothing();
        if (!digits.isEmpty())
            asked = addNumbers(digits, limit, found);
        else if (!key.isEmpty())
            asked = addNames(key, limit, found);
        if (!asked)
            return fail(asked.error());
    }
    found.mergeWaiting();
    std::sort(found.candidates.begin(), found.candidates.end(), isBetter);
    answer.more = found.more || found.candidates.size() > limit;
    for (const Candidate &candidate : std::as_const(found.candidates).mid(0, limit))
        answer.hits.append(candidate.hit);
    return answer;
}

Outcome<Nothing> SearchQuery::addNumbers(const QString &digits, int limit, Found &found) const
{
    for (size_t way = 0; way < kNumberWays.size(); ++way) {
        const NumberWay &ask = kNumberWays[way];
        const QString from = way == kPhoneWay ? phoneKey(digits) : digits;
        const auto rankOf = [&](const Candidate &candidate) {
            const bool isExact = ask.field && candidate.hit.*(ask.field) == from;
            return int(way) + (isExact ? 0 : int(kNumberWays.size()));
        };
        auto known = m_mirror.all(ask.mirrorSql, candidateRow, from, endOfRange(from), limit + 1);
        if (!known)
            return fail(known.error());
        auto waiting = m_store.all(ask.waitingSql, waitingRow, from, endOfRange(from), limit + 1);
        if (!waiting)
            return fail(waiting.error());
        found.more = found.more || known.value().size() > limit || waiting.value().size() > limit;
        for (Candidate &candidate : known.take() + waiting.take()) {
            candidate.hit.rank = rankOf(candidate);
            found.add(std::move(candidate));
        }
    }
    return Nothing();
}

Outcome<Nothing> SearchQuery::addNames(const QString &key, int limit, Found &found) const
{
    const Outcome<Nothing> waiting = addWaitingNames(key, found);
    if (!waiting)
        return waiting;
    return addMirrorNames(key, limit, found);
}

Outcome<Nothing> SearchQuery::addMirrorNames(const QString &key, int limit, Found &found) const
{
    const auto read = [](const Statement &s) { return std::pair(s.integer(0), s.text(1)); };
    auto names = m_mirror.all(kNameRangeSql, read, key, endOfRange(key), kCandidates);
    if (!names)
        return fail(names.error());
    // Names that begin with what was typed come first anyway: when they fill the answer, the words need not
    // be asked.
    QList<Candidate> ranked;
    QSet<qint64> seen;
    const auto rankAll = [&](const QList<std::pair<qint64, QString>> &rows) {
        for (const auto &[id, name] : rows) {
            const std::optional<int> rank = nameRank(key, name);
            if (!rank || seen.contains(id))
                continue;
            seen.insert(id);
            Candidate candidate;
            candidate.hit.memberId = id;
            candidate.hit.rank = *rank;
            candidate.key = name;
            ranked.append(candidate);
        }
    };
    rankAll(names.value());
    bool isFirst = true;
    for (const QString &words : wordExpressions(key)) {
        if (ranked.size() > limit || (!isFirst && !ranked.isEmpty()))
            break;
        isFirst = false;
        const auto more = m_mirror.all(kNameWordsSql, read, words, kCandidates);
        if (!more)
            return fail(more.error());
        found.more = found.more || more.value().size() == kCandidates;
        rankAll(more.value());
    }
    found.more = found.more || ranked.size() > limit;
    std::sort(ranked.begin(), ranked.end(), isBetter);
    for (const Candidate &candidate : std::as_const(ranked).mid(0, limit)) {
        auto whole = m_mirror.one(kPersonSql, candidateRow, candidate.hit.memberId);
        if (!whole)
            return fail(whole.error());
        if (!whole.value())
            continue;
        whole.value()->hit.rank = candidate.hit.rank;
        found.add(std::move(*whole.value()));
    }
    return Nothing();
}

Outcome<Nothing> SearchQuery::addWaitingNames(const QString &key, Found &found) const
{
    auto waiting = m_store.all(kWaitingRangeSql, waitingRow, key, endOfRange(key), kCandidates);
    if (!waiting)
        return fail(waiting.error());
    const QStringList words = wordExpressions(key);
    if (!words.isEmpty()) { // the waiting cases are few: all words as beginnings at once
        auto more = m_store.all(kWaitingWordsSql, waitingRow, words.last(), kCandidates);
        if (!more)
            return fail(more.error());
        waiting.value() += more.take();
    }
    for (Candidate &candidate : waiting.value()) {
        const std::optional<int> rank = nameRank(key, candidate.key);
        if (!rank)
            continue;
        candidate.hit.rank = *rank;
        found.add(std::move(candidate));
    }
    return Nothing();
}

} // namespace Loket
