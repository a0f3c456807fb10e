// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/fakecounter.h"

#include "model/rulebook/rulebook.h"
#include "tests/fakes/readyfuture.h"

#include <QCryptographicHash>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

MemberView person(int position, const QString &relation, const QString &nik, const QString &card,
                  const QString &name, QDate born, const QString &sex)
{
    MemberView member;
    member.id = 100 + position;
    member.position = position;
    member.relation = relation;
    member.nik = nik;
    member.card = card;
    member.name = name;
    member.birthDate = born;
    member.sex = sex;
    member.citizenship = u"WNI"_s;
    member.fktp = u"0138U020"_s;
    member.status = u"AKTIF"_s;
    return member;
}

} // namespace

FakeCounter::FakeCounter(QDate today)
    : fixedClock(QDateTime(today, QTime(10, 7)))
    , people({{u"rina"_s, u"Rina Amelia"_s, u"petugas"_s}, {u"budi"_s, u"Budi Santosa"_s, u"penyelia"_s}})
    , m_officer(u"rina"_s)
{
    world.today = today;
    storeStatus.office = u"MCS Kab. Garut"_s;
    storeStatus.workstation = u"MCS-GARUT-2"_s;
    storeStatus.participants = 1004118;
    storeStatus.numbersLeft = 7912;
    storeStatus.lastSync = fixedClock.nowUtc().addDays(-1);
}

FamilyView FakeCounter::sampleFamily()
{
    FamilyView family;
    family.id = 1;
    family.kk = u"3174010101220001"_s;
    family.segment = u"PBPU.MANDIRI"_s;
    family.careClass = 3;
    family.va = u"8888809999999991"_s;
    family.status = u"AKTIF"_s;
    family.phone = u"081234567890"_s;
    family.paidUntil = u"2026-11"_s;
    family.revision = 4;
    family.members = {
        person(0, u"head"_s, u"3174016909659991"_s, u"0009999999991"_s, u"SARI DEWI"_s, QDate(1965, 9, 29),
               u"P"_s),
        person(1, u"husband"_s, u"2C11JE4455"_s, u"0009999999992"_s, u"JOHAN PETERS"_s, QDate(1963, 2, 2),
               u"L"_s),
        person(2, u"child"_s, u"3174011105049993"_s, u"0009999999993"_s, u"BIMA PETERS"_s, QDate(2004, 5, 11),
               u"L"_s),
        person(3, u"child"_s, QString(), u"0009999999994"_s, u"BAYI NY. SARI"_s, QDate(2026, 11, 3), u"L"_s),
    };
    family.members[1].citizenship = u"WNA"_s;
    family.history = {
        {u"01930000-0000-7000-8000-000000000001"_s, QDate(2022, 3, 1), u"REG-PBPU"_s, CaseState::Accepted,
         u"rina"_s, u"MCS2-000003"_s},
    };
    return family;
}

CaseRecord FakeCounter::sampleCase(CaseState state, const QString &reason) const
{
    const FamilyView family = sampleFamily();
    CaseRecord record{
        *CaseId::fromText(u"01930000-0000-7000-8000-%1"_s.arg(records.size() + 1, 12, 10, QChar(u'0'))),
        state,
        {},
        {},
        u"MCS2-%1"_s.arg(records.size() + 17, 6, 10, QChar(u'0')),
        records.size() + 17,
        fixedClock.nowUtc().addSecs(-600),
        u"rina"_s,
        {},
        reason,
        0};
    record.content.id = record.id.text();
    record.content.service = u"REG-PBPU"_s;
    record.content.date = fixedClock.today();
    record.content.channel = channelCode;
    record.content.segment = family.segment;
    record.content.family.kk = family.kk;
    record.content.family.careClass = family.careClass;
    for (const MemberView &member : family.members) {
        CaseMember copy;
        copy.relation = member.relation;
        copy.name = member.name;
        copy.nik = member.nik;
        copy.birthDate = member.birthDate.toString(Qt::ISODate);
        record.content.family.members += copy;
        record.numbers += {member.position, member.card, family.va, u"reserved"_s};
    }
    return record;
}

Actor FakeCounter::actor() const
{
    const Officer who = officer();
    return {who.id, who.role, storeStatus.workstation};
}

Officer FakeCounter::officer() const
{
    for (const Officer &one : people) {
        if (one.id == m_officer)
            return one;
    }
    return {};
}

void FakeCounter::setOfficer(const QString &id)
{
    m_officer = id;
    Q_EMIT officerChanged();
}

std::optional<Problem> FakeCounter::beginProblem()
{
    static const auto builtIn = RulebookLibrary::builtIn();
    const RulebookLibrary &rulebooks = world.rulebooks ? *world.rulebooks : *builtIn;
    return Loket::beginProblem(storeStatus, rulebooks.on(today()), fixedClock.nowUtc());
}

void FakeCounter::setTrialDay(QDate day)
{
    m_dayMoved = day.isValid();
    fixedClock.setToday(day.isValid() ? day : QDate(2026, 11, 21));
    world.today = fixedClock.today();
    Q_EMIT dayChanged();
}

QFuture<Outcome<SearchAnswer>> FakeCounter::search(const QString &text, int limit)
{
    searches += text;
    if (!holdSearches)
        return ready<SearchAnswer>(find(text, limit));
    HeldSearch held{text, limit, std::make_shared<QPromise<Outcome<SearchAnswer>>>()};
    held.promise->start();
    m_held += held;
    return held.promise->future();
}

void FakeCounter::answerSearch(qsizetype index)
{
    const HeldSearch &held = m_held.at(index);
    held.promise->addResult(find(held.text, held.limit));
    held.promise->finish();
}

Outcome<SearchAnswer> FakeCounter::find(const QString &text, int limit) const
{
    if (failReads)
        return fail(*failReads);
    SearchAnswer answer;
    answer.participants = storeStatus.participants;
    const QString digits = digitsOf(text);
    const QStringList words = text.toUpper().split(u' ', Qt::SkipEmptyParts);
    for (const FamilyView &family : families) {
        for (const MemberView &member : family.members) {
            const bool byDigits = digits.size() >= 4
                && (member.nik.startsWith(digits) || family.kk.startsWith(digits)
                    || member.card.startsWith(digits) || family.va == digits || family.phone == digits);
            const bool byName = digits.isEmpty() && !words.isEmpty()
                && std::all_of(words.cbegin(), words.cend(),
                               [&](const QString &word) { return member.name.contains(word); });
            if (!byDigits && !byName)
                continue;
            if (answer.hits.size() == limit) {
                answer.more = true;
                return answer;
            }
            SearchHit hit;
            hit.memberId = member.id;
            hit.familyId = family.id;
            hit.kk = family.kk;
            hit.nik = member.nik;
            hit.card = member.card;
            hit.name = member.name;
            hit.segment = family.segment;
            hit.careClass = family.careClass;
            hit.fktp = member.fktp;
            hit.status = member.status;
            hit.birthDate = member.birthDate;
            answer.hits += hit;
        }
    }
    return answer;
}

Outcome<std::optional<FamilyView>> FakeCounter::family(const QString &kk)
{
    if (failReads)
        return fail(*failReads);
    for (const FamilyView &one : families) {
        if (one.kk == kk)
            return std::optional(one);
    }
    return std::optional<FamilyView>();
}

Outcome<std::optional<FamilyView>> FakeCounter::familyByCard(const QString &card)
{
    if (failReads)
        return fail(*failReads);
    for (const FamilyView &one : families) {
        for (const MemberView &member : one.members) {
            if (member.card == card)
                return std::optional(one);
        }
    }
    return std::optional<FamilyView>();
}

Outcome<std::optional<CaseRecord>> FakeCounter::caseById(const QString &id)
{
    if (failReads)
        return fail(*failReads);
    for (const CaseRecord &record : records) {
        if (record.id.text() == id)
            return std::optional(record);
    }
    return std::optional<CaseRecord>();
}

Outcome<QList<CaseRecord>> FakeCounter::cases(qint64 before, int limit)
{
    if (failReads)
        return fail(*failReads);
    QList<CaseRecord> page;
    for (const CaseRecord &record : records) {
        if ((before == 0 || record.deviceSeq < before) && page.size() < limit)
            page += record;
    }
    return page;
}

Outcome<QList<DraftSummary>> FakeCounter::drafts()
{
    if (failReads)
        return fail(*failReads);
    QList<DraftSummary> mine;
    for (const DraftSummary &summary : draftList) {
        if (summary.officer == m_officer)
            mine += summary;
    }
    return mine;
}

Outcome<std::optional<Case>> FakeCounter::draft(const QString &id)
{
    if (failReads)
        return fail(*failReads);
    const auto found = savedDrafts.constFind(id);
    return found == savedDrafts.cend() ? std::optional<Case>() : std::optional(*found);
}

Outcome<QList<DraftSummary>> FakeCounter::parked()
{
    if (failReads)
        return fail(*failReads);
    QList<DraftSummary> list;
    std::copy_if(draftList.cbegin(), draftList.cend(), std::back_inserter(list),
                 [](const DraftSummary &one) { return one.isParked; });
    return list;
}

Outcome<QList<FollowUp>> FakeCounter::followUps(int limit)
{
    if (failReads)
        return fail(*failReads);
    return followUpList.mid(0, limit);
}

QString FakeCounter::postcodeOf(const QString &village)
{
    return village == "31.74.01.1001"_L1 ? u"12810"_s : QString();
}

QFuture<Outcome<QString>> FakeCounter::putBlob(const QByteArray &bytes)
{
    if (failWrites)
        return ready<QString>(fail(*failWrites));
    const QString name = u"sha256:"_s
        + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    blobs.insert(name, bytes);
    return ready<QString>(name);
}

QFuture<Outcome<Submitted>> FakeCounter::submit(const Case &content)
{
    if (failWrites)
        return ready<Submitted>(fail(*failWrites));
    Submitted answer;
    answer.kind = Submitted::Kind::Saved;
    CaseRecord record = sampleCase(CaseState::Queued);
    record.content = content;
    if (const auto id = CaseId::fromText(content.id))
        record.id = *id;
    answer.record = record;
    submittedCases += content;
    records.prepend(record);
    savedDrafts.remove(content.id);
    draftList.removeIf([&](const DraftSummary &one) { return one.id == content.id; });
    QMetaObject::invokeMethod(this, &Office::changed, Qt::QueuedConnection);
    return ready<Submitted>(answer);
}

QFuture<Outcome<QString>> FakeCounter::saveDraft(const Case &content)
{
    if (failWrites)
        return ready<QString>(fail(*failWrites));
    Case kept = content;
    if (kept.id.isEmpty())
        kept.id = u"01940000-0000-7000-8000-%1"_s.arg(++m_made, 12, 10, QChar(u'0'));
    savedDrafts.insert(kept.id, kept);
    draftList.removeIf([&](const DraftSummary &one) { return one.id == kept.id; });
    const QString head = kept.family.members.isEmpty() ? QString() : kept.family.members.first().name;
    draftList.prepend({kept.id, kept.service, head, m_officer, fixedClock.nowUtc(), kept.family.kk});
    QMetaObject::invokeMethod(this, &Office::changed, Qt::QueuedConnection);
    return ready<QString>(kept.id);
}

QFuture<Outcome<Nothing>> FakeCounter::discardDraft(const QString &id)
{
    if (failWrites)
        return ready<Nothing>(fail(*failWrites));
    discarded += id;
    savedDrafts.remove(id);
    draftList.removeIf([&](const DraftSummary &one) { return one.id == id; });
    QMetaObject::invokeMethod(this, &Office::changed, Qt::QueuedConnection);
    return ready<Nothing>(Nothing{});
}

QFuture<Outcome<Nothing>> FakeCounter::parkDraft(const QString &draftId, const QString &note, QDate promised)
{
    if (failWrites)
        return ready<Nothing>(fail(*failWrites));
    for (DraftSummary &one : draftList) {
        if (one.id != draftId)
            continue;
        one.note = note.trimmed();
        one.isParked = !one.note.isEmpty();
        one.promised = one.isParked ? promised : QDate();
        QMetaObject::invokeMethod(this, &Office::changed, Qt::QueuedConnection);
        return ready<Nothing>(Nothing{});
    }
    return ready<Nothing>(fail(Failure{FailureKind::Missing, u"no such draft"_s}));
}

QFuture<Outcome<Nothing>> FakeCounter::handOver(const QString &draftId, const QString &officerId)
{
    if (failWrites)
        return ready<Nothing>(fail(*failWrites));
    handedOver += draftId + u' ' + officerId;
    for (DraftSummary &one : draftList) {
        if (one.id == draftId)
            one.officer = officerId;
    }
    QMetaObject::invokeMethod(this, &Office::changed, Qt::QueuedConnection);
    return ready<Nothing>(Nothing{});
}

QFuture<Outcome<QString>> FakeCounter::voidCase(const QString &id, const QString &reason)
{
    if (failWrites)
        return ready<QString>(fail(*failWrites));
    if (!voidProblem.isEmpty())
        return ready<QString>(voidProblem);
    voided += id;
    for (CaseRecord &record : records) {
        if (record.id.text() == id) {
            record.state = CaseState::Void;
            record.reason = reason;
        }
    }
    QMetaObject::invokeMethod(this, &Office::changed, Qt::QueuedConnection);
    return ready<QString>(QString());
}

QFuture<Outcome<int>> FakeCounter::notePrinted(const QString &what, const QString &reference, const QString &)
{
    if (failWrites)
        return ready<int>(fail(*failWrites));
    const QString key = what + u' ' + reference;
    const int before = int(printed.count(key));
    printed += key;
    return ready<int>(before);
}

FakeCards &FakeCounter::cards()
{
    if (!m_cards)
        m_cards = std::make_unique<FakeCards>(
            fixedClock, world, [this] { return actor(); },
            [this] { QMetaObject::invokeMethod(this, &Office::changed, Qt::QueuedConnection); });
    return *m_cards;
}

} // namespace Loket
