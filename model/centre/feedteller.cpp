// SPDX-License-Identifier: Apache-2.0
#include "model/centre/feedteller.h"

#include "model/store/familyjson.h"
#include "model/vault/devicekey.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

/// A village code begins with its regency's, "31.74".
static constexpr qsizetype kRegencyDigits = 5;

FeedTeller::FeedTeller(CentreBook &book, const DeviceKey *signer, const QString &office)
    : m_book(book)
    , m_signer(signer)
    , m_office(office)
{
}

Outcome<Nothing> FeedTeller::tellFamily(const QString &kind, const QJsonObject &body,
                                        const QStringList &villages)
{
    QStringList areas;
    for (const QString &village : villages) {
        const QString area = village.left(kRegencyDigits);
        if (!area.isEmpty() && !areas.contains(area))
            areas += area;
    }
    QStringList scopes;
    for (const QString &area : areas)
        scopes += u"area:"_s + area;
    const auto own = m_book.areasOf(m_office);
    if (!own)
        return fail(own.error());
    // An office without a list looks after everything.
    const bool isInArea = own.value().isEmpty()
        || std::any_of(areas.cbegin(), areas.cend(),
                       [&](const QString &area) { return own.value().contains(area); });
    if (!isInArea || scopes.isEmpty())
        scopes += u"office:"_s + m_office;
    for (const QString &scope : scopes) {
        if (auto told = m_book.tell({scope, kind, body, {}}); !told)
            return told;
    }
    return Nothing();
}

Outcome<FamilyView> FeedTeller::put(const FamilyView &family, const std::optional<QString> &source)
{
    const auto before = m_book.family(family.kk);
    if (!before)
        return fail(before.error());
    auto stored = m_book.putFamily(family, source);
    if (!stored)
        return stored;
    // Who looked after it before hears where it went.
    const QStringList villages{stored.value().address.village,
                               before.value() ? before.value()->address.village : QString()};
    if (const auto told = tellFamily(u"family"_s, familyToJson(stored.value()), villages); !told)
        return fail(told.error());
    return stored;
}

Outcome<Nothing> FeedTeller::drop(const FamilyView &last)
{
    const auto revision = m_book.dropFamily(last.kk, last.revision);
    if (!revision)
        return fail(revision.error());
    return tellFamily(u"gone"_s, {{u"kk"_s, last.kk}, {u"revision"_s, revision.value()}},
                      {last.address.village});
}

Outcome<Nothing> FeedTeller::verdict(const QString &device, const QString &submission, CaseState state,
                                     const QJsonObject &body)
{
    const FeedLine line{u"device:"_s + device, u"verdict"_s, body,
                        m_signer ? signText("VERDICT", body, *m_signer) : SignedText()};
    if (auto kept = m_book.putVerdict(submission, state, line); !kept)
        return kept;
    return m_book.tell(line);
}

} // namespace Loket
