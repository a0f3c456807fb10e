// SPDX-License-Identifier: Apache-2.0
#include "model/store/storelookup.h"

#include "model/store/bytestore.h"
#include "model/store/connection.h"
#include "model/store/familyquery.h"
#include "model/store/mirrorgate.h"
#include "model/store/views.h"

namespace Loket {

StoreLookup::StoreLookup(Connection &store, MirrorReader &mirror)
    : m_store(store)
    , m_mirror(mirror)
{
}

QString StoreLookup::pendingCase(const QString &kk, const QString &exceptCase) const
{
    if (kk.isEmpty())
        return {};
    const auto rows = noted(m_store.all(
        "SELECT id, state FROM case_record WHERE kk = ? AND service <> 'VOID' ORDER BY device_seq DESC",
        [](const Statement &s) {
            return std::pair(CaseId::fromBytes(s.blob(0)), caseStateFromWord(s.text(1)));
        },
        kk));
    if (!rows)
        return {};
    for (const auto &[id, state] : rows.value())
        if (id && state && isWaiting(*state) && id->text() != exceptCase)
            return id->text();
    return {};
}

QList<CaseLookup::KnownPerson> StoreLookup::peopleWithNik(const QString &nik) const
{
    if (nik.isEmpty())
        return {};
    const MirrorReader::Use use(m_mirror);
    if (!noted(use.ready()))
        return {};
    const auto read = [](const Statement &s) {
        return KnownPerson{s.text(0), s.text(1), s.text(2), s.text(3)};
    };
    const auto known = noted(
        m_mirror.connection().all("SELECT p.name, f.kk, p.card, p.status FROM participant p"
                                  " CROSS JOIN family f ON f.id = p.family_id WHERE p.nik = ? ORDER BY p.id",
                                  read, nik));
    const auto waiting = noted(m_store.all(
        "SELECT name, kk, card, status, case_id FROM pending_member WHERE nik = ? ORDER BY id",
        [](const Statement &s) {
            const auto id = CaseId::fromBytes(s.blob(4));
            return KnownPerson{s.text(0), s.text(1), s.text(2), s.text(3), id ? id->text() : QString()};
        },
        nik));
    QList<KnownPerson> people;
    if (known)
        people += known.value();
    if (waiting)
        people += waiting.value();
    return people;
}

bool StoreLookup::isKnownFamily(const QString &kk) const
{
    const MirrorReader::Use use(m_mirror);
    if (!noted(use.ready()))
        return false;
    const auto row = noted(m_mirror.connection().one(
        "SELECT id FROM family WHERE kk = ? LIMIT 1", [](const Statement &s) { return s.integer(0); }, kk));
    return row && row.value();
}

std::optional<FamilyView> StoreLookup::family(const QString &kk, const QString &card, QDate day,
                                              const QStringList &exceptCases) const
{
    const MirrorReader::Use use(m_mirror);
    if (!noted(use.ready()))
        return std::nullopt;
    FamilyQuery families(m_store, m_mirror.connection());
    families.setExcept(exceptCases);
    auto found = noted(kk.isEmpty() ? families.byCard(card) : families.byKk(kk));
    if (!found || !found.value())
        return std::nullopt;
    return asOf(std::move(*found.value()), day);
}

bool StoreLookup::hasBlob(const QString &name) const
{
    const auto digest = ByteStore::digestOf(name);
    if (!digest)
        return false;
    const auto row = noted(m_store.one(
        "SELECT length FROM blob WHERE sha256 = ?", [](const Statement &s) { return s.integer(0); },
        *digest));
    return !row || row.value();
}

} // namespace Loket
