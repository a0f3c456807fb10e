// SPDX-License-Identifier: Apache-2.0
// The families of the trial centre's book, and how to take back what a submission did to them.
#include "model/store/connection.h"
#include "model/store/familyjson.h"
#include "model/store/storereader.h"
#include "model/store/trialbook.h"
#include "model/store/trialrows.h"

using namespace Qt::StringLiterals;

namespace Loket {

/// Of the book's own row; 0: it has none, and the mirror may know better.
Outcome<int> TrialBook::ownRevision(const QString &kk)
{
    const auto row
        = m_connection->one("SELECT revision FROM family WHERE kk = ?", TrialRows::firstInteger, kk);
    if (!row)
        return fail(row.error());
    return int(row.value().value_or(0));
}

Outcome<int> TrialBook::revision(const QString &kk)
{
    const auto own = ownRevision(kk);
    if (!own || own.value() > 0)
        return own;
    const auto before = family(kk);
    if (!before)
        return fail(before.error());
    return before.value() ? before.value()->revision : 0;
}

Outcome<std::optional<QString>> TrialBook::familySource(const QString &kk)
{
    const auto own = ownRevision(kk);
    if (!own)
        return fail(own.error());
    if (own.value() > 0)
        return m_connection->one(
            "SELECT source FROM family WHERE kk = ? AND body <> ''",
            [](const Statement &row) { return row.text(0); }, kk);
    const auto before = family(kk);
    if (!before)
        return fail(before.error());
    return before.value() ? std::optional(QString()) : std::nullopt;
}

Outcome<std::optional<FamilyView>> TrialBook::family(const QString &kk)
{
    const auto body = m_connection->one(
        "SELECT body FROM family WHERE kk = ?", [](const Statement &row) { return row.text(0); }, kk);
    if (!body)
        return fail(body.error());
    if (body.value())
        return body.value()->isEmpty() ? std::optional<FamilyView>()
                                       : familyFromJson(TrialRows::jsonObject(*body.value()));
    return m_mirror ? m_mirror->mirroredFamily(kk) : Outcome<std::optional<FamilyView>>(std::nullopt);
}

Outcome<std::optional<FamilyView>> TrialBook::familyAt(const QString &kk, int revision)
{
    const auto body = m_connection->one(
        "SELECT body FROM family_was WHERE kk = ? AND revision = ?",
        [](const Statement &row) { return row.text(0); }, kk, revision);
    if (!body)
        return fail(body.error());
    return body.value() ? familyFromJson(TrialRows::jsonObject(*body.value())) : std::optional<FamilyView>();
}

Outcome<bool> TrialBook::isNikKnown(const QString &nik, const QString &exceptKk)
{
    const auto own = TrialRows::isThere(m_connection->one("SELECT 1 FROM person WHERE nik = ? AND kk <> ?",
                                                          TrialRows::firstInteger, nik, exceptKk));
    if (!own || own.value() || !m_mirror)
        return own;
    constexpr int kHitsToLookAt = 10; // more than one participant of a NIK is rare
    const auto found = m_mirror->search(nik, kHitsToLookAt);
    if (!found)
        return fail(found.error());
    for (const SearchHit &hit : found.value().hits) {
        if (hit.memberId == 0 || hit.nik != nik || hit.kk == exceptKk)
            continue;
        const auto revision = ownRevision(hit.kk);
        if (!revision)
            return fail(revision.error());
        if (revision.value() == 0) // of the others the book knows better than the mirror
            return true;
    }
    return false;
}

Outcome<QList<SimilarPerson>> TrialBook::bornOn(QDate day, const QString &, const QString &exceptKk)
{
    return m_connection->all(
        "SELECT kk, nik, name FROM person WHERE born = ? AND kk <> ? LIMIT 50",
        [](const Statement &row) {
            return SimilarPerson{row.text(0), row.text(1), row.text(2)};
        },
        day, exceptKk);
}

Outcome<Nothing> TrialBook::putPeople(const FamilyView &family)
{
    const auto forgotten = m_connection->exec("DELETE FROM person WHERE kk = ?", family.kk);
    if (!forgotten)
        return fail(forgotten.error());
    for (const MemberView &member : family.members) {
        if (member.nik.isEmpty())
            continue;
        const auto person = m_connection->exec(
            "INSERT INTO person (nik, kk, born, name) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", member.nik,
            family.kk, member.birthDate, member.name);
        if (!person)
            return fail(person.error());
    }
    return Nothing();
}

Outcome<FamilyView> TrialBook::putFamily(FamilyView family, const std::optional<QString> &source)
{
    const auto before = ownRevision(family.kk);
    if (!before)
        return fail(before.error());
    family.revision = qMax(before.value(), family.revision) + 1;
    const QString payFrom
        = family.paidUntil.isEmpty() ? family.firstPaymentFrom.toString(Qt::ISODate) : QString();
    QDate next;
    for (const FieldChange &change : family.scheduled) {
        if (change.effective.isValid() && (!next.isValid() || change.effective < next))
            next = change.effective;
    }
    const QString body = TrialRows::jsonText(familyToJson(family));
    const auto put = m_connection->exec(
        "INSERT INTO family (kk, revision, pay_from, source, body, next_change) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (kk) DO UPDATE SET revision = excluded.revision, pay_from = excluded.pay_from,"
        " source = CASE excluded.source WHEN '' THEN source ELSE excluded.source END, body = excluded.body,"
        " next_change = excluded.next_change",
        family.kk, family.revision, payFrom, source.value_or(QString()), body, next);
    if (!put)
        return fail(put.error());
    const auto kept = m_connection->exec("INSERT INTO family_was (kk, revision, body) VALUES (?, ?, ?)"
                                         " ON CONFLICT (kk, revision) DO UPDATE SET body = excluded.body",
                                         family.kk, family.revision, body);
    if (!kept)
        return fail(kept.error());
    if (const auto people = putPeople(family); !people)
        return fail(people.error());
    return family;
}

Outcome<int> TrialBook::dropFamily(const QString &kk, int revision)
{
    const auto before = ownRevision(kk);
    if (!before)
        return fail(before.error());
    const int after = qMax(before.value(), revision) + 1;
    const auto put = m_connection->exec(
        "INSERT INTO family (kk, revision, pay_from, source, body) VALUES (?, ?, '', '', '')"
        " ON CONFLICT (kk) DO UPDATE SET revision = excluded.revision, pay_from = '', source = '', body = '',"
        " next_change = ''",
        kk, after);
    if (!put)
        return fail(put.error());
    const auto forgotten = m_connection->exec("DELETE FROM person WHERE kk = ?", kk);
    if (!forgotten)
        return fail(forgotten.error());
    return after;
}

Outcome<QList<FamilyView>> TrialBook::familiesDue(QDate day, int most)
{
    const auto bodies = m_connection->all(
        "SELECT body FROM family WHERE (pay_from <> '' AND pay_from <= ?1)"
        " OR (next_change <> '' AND next_change <= ?1) ORDER BY kk LIMIT ?2",
        [](const Statement &row) { return row.text(0); }, day, most);
    if (!bodies)
        return fail(bodies.error());
    QList<FamilyView> families;
    for (const QString &body : bodies.value()) {
        const auto family = familyFromJson(TrialRows::jsonObject(body));
        if (!family)
            return fail(Failure{FailureKind::Corrupt, u"trial.db holds a family that can't be read"_s});
        families += *family;
    }
    return families;
}

Outcome<Nothing> TrialBook::putVerdict(const QString &submission, CaseState state, const FeedLine &)
{
    return TrialRows::done(
        m_connection->exec("INSERT INTO verdict (submission, state) VALUES (?, ?)"
                           " ON CONFLICT (submission) DO UPDATE SET state = excluded.state",
                           submission, caseStateWord(state)));
}

Outcome<std::optional<FeedEntry>> TrialBook::toldVerdict(const QString &)
{
    return std::optional<FeedEntry>();
}

Outcome<std::optional<CaseState>> TrialBook::verdict(const QString &submission)
{
    const auto word = m_connection->one(
        "SELECT state FROM verdict WHERE submission = ?", [](const Statement &row) { return row.text(0); },
        submission);
    if (!word)
        return fail(word.error());
    return word.value() ? caseStateFromWord(*word.value()) : std::optional<CaseState>();
}

Outcome<Nothing> TrialBook::remember(const QString &submission, const CentreUndo &undo)
{
    return TrialRows::done(
        m_connection->exec("INSERT INTO undo (submission, kk, revision, before) VALUES (?, ?, ?, ?)"
                           " ON CONFLICT (submission) DO UPDATE SET revision = excluded.revision,"
                           " before = excluded.before",
                           submission, undo.kk, undo.revision,
                           undo.before ? TrialRows::jsonText(familyToJson(*undo.before)) : QString()));
}

Outcome<std::optional<CentreUndo>> TrialBook::undo(const QString &submission)
{
    return m_connection->one(
        "SELECT kk, revision, before FROM undo WHERE submission = ?",
        [](const Statement &row) {
            CentreUndo undo{row.text(0), int(row.integer(1)), {}};
            if (!row.text(2).isEmpty())
                undo.before = familyFromJson(TrialRows::jsonObject(row.text(2)));
            return undo;
        },
        submission);
}

} // namespace Loket
