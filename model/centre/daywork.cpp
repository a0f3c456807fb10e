// SPDX-License-Identifier: Apache-2.0
#include "model/centre/daywork.h"

#include "model/centre/feedteller.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// Families of one transaction: so long an envelope of one of them waits.
constexpr int kFamiliesAtOnce = 50;

bool waitsForPayment(const FamilyView &family)
{
    return family.paidUntil.isEmpty() && family.firstPaymentFrom.isValid();
}

void pay(FamilyView &family)
{
    family.status = u"AKTIF"_s;
    family.paidUntil = family.firstPaymentFrom.toString(u"yyyy-MM"_s);
    for (MemberView &member : family.members) {
        if (member.status != "MENINGGAL"_L1)
            member.status = u"AKTIF"_s;
    }
}

} // namespace

QDate dueDay(const FamilyView &family)
{
    QDate first = waitsForPayment(family) ? family.firstPaymentFrom : QDate();
    for (const FieldChange &change : family.scheduled) {
        if (change.effective.isValid() && (!first.isValid() || change.effective < first))
            first = change.effective;
    }
    return first;
}

DayWork::DayWork(CentreBook &book, QDate today)
    : m_book(book)
    , m_today(today)
{
}

Outcome<qsizetype> DayWork::step()
{
    const auto families = m_book.familiesDue(m_today, kFamiliesAtOnce);
    if (!families)
        return fail(families.error());
    for (const FamilyView &family : families.value()) {
        if (const auto taken = take(family); !taken)
            return fail(taken.error());
    }
    return families.value().size();
}

Outcome<Nothing> DayWork::take(const FamilyView &family)
{
    const QDate due = dueDay(family);
    if (!due.isValid() || due > m_today)
        return Nothing(); // somebody was faster
    const auto office = officeOf(family.kk);
    if (!office)
        return fail(office.error());
    FeedTeller teller(m_book, nullptr, office.value());
    FamilyView now = asOf(family, m_today);
    if (now.members.isEmpty() || now.kk != family.kk) {
        if (auto dropped = teller.drop(family); !dropped)
            return dropped;
    }
    if (now.members.isEmpty())
        return Nothing();
    if (waitsForPayment(now) && now.firstPaymentFrom <= m_today)
        pay(now);
    const auto put = teller.put(now, std::nullopt);
    return put ? Outcome<Nothing>(Nothing()) : fail(put.error());
}

/// Of the counter that registered the family: it hears of it wherever the family lives. Empty: nobody's.
Outcome<QString> DayWork::officeOf(const QString &kk)
{
    const auto source = m_book.familySource(kk);
    if (!source)
        return fail(source.error());
    if (source.value().value_or(QString()).isEmpty())
        return QString();
    const auto envelope = m_book.submission(*source.value());
    if (!envelope)
        return fail(envelope.error());
    const auto header = envelope.value()
        ? readEnvelopeHeader(envelope.value()->header)
        : Result<EnvelopeHeader, EnvelopeFault>(fail(EnvelopeFault::BadHeader));
    if (!header)
        return QString();
    const auto device = m_book.device(header.value().device);
    if (!device)
        return fail(device.error());
    return device.value() ? device.value()->office : QString();
}

} // namespace Loket
