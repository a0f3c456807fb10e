// SPDX-License-Identifier: Apache-2.0
#include "model/store/familyquery.h"

#include "model/store/connection.h"
#include "model/store/familyjson.h"
#include "model/store/readtransaction.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr int kHistoryLines = 100;

std::optional<Address> billingOf(const QString &json)
{
    if (json.isEmpty())
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    return Address{object.value("line"_L1).toString(), object.value("rt"_L1).toString(),
                   object.value("rw"_L1).toString(), object.value("village"_L1).toString(),
                   object.value("postcode"_L1).toString()};
}

FamilyView familyRow(const Statement &s)
{
    FamilyView family;
    family.id = s.integer(0);
    family.kk = s.text(1);
    family.segment = s.text(2);
    family.careClass = int(s.integer(3));
    family.va = s.text(4);
    family.status = s.text(5);
    family.phone = s.text(6);
    family.email = s.text(7);
    family.address = {s.text(8), s.text(9), s.text(10), s.text(11), s.text(12)};
    family.billingAddress = billingOf(s.text(13));
    family.bank = {s.text(14), s.text(15), s.text(16)};
    family.paidUntil = s.text(17);
    family.firstPaymentFrom = s.date(18);
    family.firstPaymentUntil = s.date(19);
    family.revision = int(s.integer(20));
    family.classSince = s.date(21);
    family.segmentSince = s.date(22);
    family.lastCovered = s.text(23);
    family.wage = s.integer(24);
    family.employer = s.text(25);
    family.scheduled = changesOfText(s.text(26));
    return family;
}

MemberView memberRow(const Statement &s)
{
    MemberView member;
    member.id = s.integer(0);
    member.position = int(s.integer(1));
    member.relation = s.text(2);
    member.kin = s.text(3);
    member.nik = s.text(4);
    member.card = s.text(5);
    member.name = s.text(6);
    member.birthPlace = s.text(7);
    member.birthDate = s.date(8);
    member.sex = s.text(9);
    member.marital = s.text(10);
    member.citizenship = s.text(11);
    member.passport = s.text(12);
    member.fktp = s.text(13);
    member.dentist = s.text(14);
    member.status = s.text(15);
    member.photo = s.text(16);
    member.fktpSince = s.date(17);
    member.letterDate = s.date(18);
    member.validUntil = s.date(19);
    return member;
}

bool isSamePerson(const MemberView &one, const MemberView &other)
{
    if (!one.card.isEmpty() && !other.card.isEmpty())
        return one.card == other.card;
    if (!one.nik.isEmpty() && !other.nik.isEmpty())
        return one.nik == other.nik;
    return one.name == other.name && one.birthDate == other.birthDate;
}

/// A case does not always say everything; what it leaves open stays as it is known.
void keepKnown(MemberView &changed, const MemberView &known)
{
    changed.id = known.id;
    for (QString MemberView::*field :
         {&MemberView::nik, &MemberView::card, &MemberView::status, &MemberView::photo, &MemberView::fktp,
          &MemberView::dentist, &MemberView::passport})
        if ((changed.*field).isEmpty())
            changed.*field = known.*field;
    MemberView plain = changed;
    plain.position = known.position;
    plain.isPending = known.isPending;
    changed.isPending = known.isPending || plain != known;
}

} // namespace

static FamilyView layRegistrationOver(const std::optional<FamilyView> &known, FamilyView effect)
{
    for (MemberView &member : effect.members) {
        member.id = 0;
        member.isPending = true;
    }
    effect.id = 0;
    if (!known)
        return effect;

    effect.id = known->id;
    effect.revision = known->revision;
    for (QString FamilyView::*field : {&FamilyView::va, &FamilyView::status, &FamilyView::paidUntil,
                                       &FamilyView::phone, &FamilyView::email, &FamilyView::segment})
        if ((effect.*field).isEmpty())
            effect.*field = (*known).*field;
    if (effect.careClass == 0)
        effect.careClass = known->careClass;
    for (const MemberView &before : known->members) {
        const auto same
            = std::find_if(effect.members.begin(), effect.members.end(),
                           [&](const MemberView &member) { return isSamePerson(member, before); });
        if (same != effect.members.end()) {
            keepKnown(*same, before);
        } else {
            effect.members.append(before);
            effect.members.last().position = int(effect.members.size()) - 1;
        }
    }
    return effect;
}

std::optional<FamilyView> layOver(std::optional<FamilyView> known, const FamilyEffect &effect,
                                  const QString &caseId, QDate day)
{
    if (effect.registered)
        known = layRegistrationOver(known, *effect.registered);
    if (!known)
        return std::nullopt;
    known->pendingCase = caseId;
    for (MemberView member : effect.added) {
        member.id = 0;
        member.isPending = true;
        putMember(*known, member);
    }
    for (FieldChange change : effect.changes) {
        change.caseId = caseId;
        if (change.effective.isValid() && change.effective > day)
            known->scheduled += change;
        else
            applyChange(*known, change);
    }
    return known;
}

Outcome<std::optional<FamilyView>> FamilyQuery::byKk(const QString &kk) const
{
    if (kk.isEmpty())
        return std::optional<FamilyView>();
    return complete(kk, 0);
}

Outcome<std::optional<FamilyView>> FamilyQuery::byId(qint64 id) const
{
    const auto kk = m_mirror.one(
        "SELECT kk FROM family WHERE id = ?", [](const Statement &s) { return s.text(0); }, id);
    if (!kk)
        return fail(kk.error());
    if (!kk.value())
        return std::optional<FamilyView>();
    return complete(*kk.value(), id);
}

Outcome<std::optional<FamilyView>> FamilyQuery::byCard(const QString &card) const
{
    if (card.isEmpty())
        return std::optional<FamilyView>();
    const auto waiting = m_store.one(
        "SELECT kk FROM pending_member WHERE card = ? LIMIT 1", [](const Statement &s) { return s.text(0); },
        card);
    if (!waiting)
        return fail(waiting.error());
    if (waiting.value())
        return byKk(*waiting.value());
    const auto id = m_mirror.one(
        "SELECT family_id FROM participant WHERE card = ? LIMIT 1",
        [](const Statement &s) { return s.integer(0); }, card);
    if (!id)
        return fail(id.error());
    return id.value() ? byId(*id.value()) : std::optional<FamilyView>();
}

Outcome<std::optional<FamilyView>> FamilyQuery::mirroredByKk(const QString &kk) const
{
    const ReadTransaction oneState(m_mirror);
    const auto found = m_mirror.one(
        "SELECT id FROM family WHERE kk = ? ORDER BY id LIMIT 1",
        [](const Statement &s) { return s.integer(0); }, kk);
    if (!found)
        return fail(found.error());
    return found.value() ? mirrored(*found.value()) : Outcome<std::optional<FamilyView>>(std::nullopt);
}

/// `id` 0: the first mirrored family of this KK.
Outcome<std::optional<FamilyView>> FamilyQuery::complete(const QString &kk, qint64 id) const
{
    const auto waiting = effects(kk);
    if (!waiting)
        return fail(waiting.error());
    const auto lines = cases(kk);
    if (!lines)
        return fail(lines.error());

    std::optional<FamilyView> family;
    {
        const ReadTransaction oneState(m_mirror);
        if (id == 0) {
            const auto found = m_mirror.one(
                "SELECT id FROM family WHERE kk = ? ORDER BY id LIMIT 1",
                [](const Statement &s) { return s.integer(0); }, kk);
            if (!found)
                return fail(found.error());
            id = found.value().value_or(0);
        }
        if (id != 0) {
            auto known = mirrored(id);
            if (!known)
                return known;
            family = known.take();
        }
    }
    for (const Effect &one : waiting.value())
        family = layOver(std::move(family), one.effect, one.caseId, one.day);
    if (family) {
        auto all = history(*family, lines.value());
        if (!all)
            return fail(all.error());
        family->history = all.take();
    }
    return family;
}

Outcome<std::optional<FamilyView>> FamilyQuery::mirrored(qint64 id) const
{
    auto family = m_mirror.one(
        "SELECT id, kk, segment, class, va, status, phone, email, line, rt, rw, village, postcode,"
        " billing, bank, account, holder, paid_until, first_payment_from, first_payment_until,"
        " revision, class_since, segment_since, last_covered, wage, employer, scheduled"
        " FROM family WHERE id = ?",
        familyRow, id);
    if (!family || !family.value())
        return family;
    auto people = members(id);
    if (!people)
        return fail(people.error());
    family.value()->members = people.take();
    return family;
}

Outcome<QList<MemberView>> FamilyQuery::members(qint64 familyId) const
{
    return m_mirror.all(
        "SELECT id, position, relation, kin, nik, card, name, birth_place, birth_date, sex, marital,"
        " citizenship, passport, fktp, dentist, status, photo, fktp_since, letter_date, valid_until"
        " FROM participant WHERE family_id = ? ORDER BY position",
        memberRow, familyId);
}

Outcome<QList<FamilyQuery::Effect>> FamilyQuery::effects(const QString &kk) const
{
    struct Row {
        QByteArray id;
        qint64 seq;
        QDate day;
        QString body;
    };
    auto rows = m_store.all(
        "SELECT e.case_id, c.device_seq, c.day, e.body FROM pending_effect e CROSS JOIN case_record c"
        " ON c.id = e.case_id WHERE e.kk = ?",
        [](const Statement &s) {
            return Row{s.blob(0), s.integer(1), s.date(2), s.text(3)};
        },
        kk);
    if (!rows)
        return fail(rows.error());
    std::sort(rows.value().begin(), rows.value().end(),
              [](const Row &a, const Row &b) { return a.seq < b.seq; });
    QList<Effect> effects;
    for (const Row &row : rows.value()) {
        const auto id = CaseId::fromBytes(row.id);
        const auto effect = effectFromJson(QJsonDocument::fromJson(row.body.toUtf8()).object());
        if (!id || !effect)
            return fail(Failure{FailureKind::Corrupt, u"a pending effect can't be read"_s});
        if (!m_except.contains(id->text()))
            effects.append({id->text(), row.day, *effect});
    }
    return effects;
}

Outcome<QList<HistoryLine>> FamilyQuery::cases(const QString &kk) const
{
    return m_store.all(
        "SELECT id, day, service, state, officer, reference FROM case_record WHERE kk = ?"
        " AND service <> 'VOID' ORDER BY device_seq DESC LIMIT ?",
        [](const Statement &s) {
            const auto id = CaseId::fromBytes(s.blob(0));
            HistoryLine line{id ? id->text() : QString(),
                             s.date(1),
                             s.text(2),
                             caseStateFromWord(s.text(3)).value_or(CaseState::Parked),
                             s.text(4),
                             s.text(5)};
            line.isPending = isWaiting(line.state);
            return line;
        },
        kk, kHistoryLines);
}

Outcome<QList<HistoryLine>> FamilyQuery::printedCards(const FamilyView &family) const
{
    QList<HistoryLine> lines;
    for (const MemberView &member : family.members) {
        if (member.card.isEmpty())
            continue;
        const auto printed = m_store.all(
            "SELECT day, officer, coalesce(nullif(reason, ''), reason_code) FROM print_log WHERE what = "
            "'card' "
            "AND reference = ?"
            " AND state IN ('out', 'confirmed', 'noted') ORDER BY serial DESC LIMIT ?",
            [&](const Statement &s) {
                HistoryLine line;
                line.kind = HistoryLine::Kind::CardPrinted;
                line.date = s.date(0);
                line.officer = s.text(1);
                line.reference = s.text(2);
                line.detail = member.card;
                return line;
            },
            member.card, kHistoryLines);
        if (!printed)
            return fail(printed.error());
        lines += printed.value();
    }
    return lines;
}

/// As far as this counter heard of it; of what was paid before, only until when.
Outcome<QList<HistoryLine>> FamilyQuery::paidDues(const FamilyView &family) const
{
    const auto line = [](const QString &month, QDate heard) {
        HistoryLine one;
        one.kind = HistoryLine::Kind::DuesPaid;
        one.date = heard;
        one.detail = month;
        return one;
    };
    auto lines = m_mirror.all(
        "SELECT month, at FROM paid WHERE family_id = ? ORDER BY month DESC LIMIT ?",
        [&](const Statement &s) { return line(s.text(0), s.time(1).toLocalTime().date()); }, family.id,
        kHistoryLines);
    if (!lines || family.paidUntil.isEmpty())
        return lines;
    const bool isHeard = std::any_of(lines.value().cbegin(), lines.value().cend(),
                                     [&](const HistoryLine &one) { return one.detail == family.paidUntil; });
    if (!isHeard)
        lines.value() += line(family.paidUntil, QDate::fromString(family.paidUntil + u"-01"_s, Qt::ISODate));
    return lines;
}

/// Newest first; of one day the cases as they were saved, then the rest.
Outcome<QList<HistoryLine>> FamilyQuery::history(const FamilyView &family, QList<HistoryLine> cases) const
{
    for (const auto &more : {printedCards(family), paidDues(family)}) {
        if (!more)
            return fail(more.error());
        cases += more.value();
    }
    std::stable_sort(cases.begin(), cases.end(),
                     [](const HistoryLine &a, const HistoryLine &b) { return a.date > b.date; });
    return cases.mid(0, kHistoryLines);
}

} // namespace Loket
