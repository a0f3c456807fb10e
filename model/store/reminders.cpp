// SPDX-License-Identifier: Apache-2.0
#include "model/store/reminders.h"

#include "model/store/connection.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

struct ReminderRow {
    const char *kind;
    int position;
    QString name;
    QDate day;
};

QList<ReminderRow> reminderRows(const FamilyView &family)
{
    QList<ReminderRow> rows;
    const bool isUnpaid = family.paidUntil.isEmpty() && family.firstPaymentUntil.isValid();
    if (isUnpaid && !family.members.isEmpty())
        rows += {ReminderKind::kPayment, 0, family.members.first().name, family.firstPaymentUntil};
    for (const MemberView &member : family.members) {
        if (member.status == "MENINGGAL"_L1)
            continue;
        if (member.nik.isEmpty() && member.citizenship != "WNA"_L1 && member.birthDate.isValid())
            rows += {ReminderKind::kBaby, member.position, member.name, member.birthDate};
        if (member.letterDate.isValid())
            rows += {ReminderKind::kLetter, member.position, member.name, member.letterDate};
        if (member.validUntil.isValid())
            rows += {ReminderKind::kTerm, member.position, member.name, member.validUntil};
    }
    return rows;
}

} // namespace

Outcome<Nothing> keepReminders(Connection &connection, const FamilyView &family,
                               const std::optional<CaseId> &by)
{
    if (!by) {
        if (auto dropped = dropReminders(connection, family.kk); !dropped)
            return dropped;
    }
    for (const ReminderRow &row : reminderRows(family)) {
        const auto put = connection.exec("INSERT INTO reminder (kk, case_id, kind, position, name, day)"
                                         " VALUES (?, ?, ?, ?, ?, ?)",
                                         family.kk, by ? std::optional(by->bytes()) : std::nullopt,
                                         QString::fromLatin1(row.kind), row.position, row.name, row.day);
        if (!put)
            return fail(put.error());
    }
    return Nothing();
}

Outcome<bool> hasCaseOf(Connection &connection, const QString &kk)
{
    const auto ours = connection.one(
        "SELECT 1 FROM case_record WHERE kk = ? LIMIT 1", [](const Statement &s) { return s.integer(0); },
        kk);
    if (!ours)
        return fail(ours.error());
    return ours.value().has_value();
}

Outcome<Nothing> keepRemindersOfKnown(Connection &connection, const FamilyView &family)
{
    const auto ours = hasCaseOf(connection, family.kk);
    if (!ours)
        return fail(ours.error());
    return ours.value() ? keepReminders(connection, family, std::nullopt) : Nothing();
}

Outcome<Nothing> dropReminders(Connection &connection, const QString &kk)
{
    const auto dropped = connection.exec("DELETE FROM reminder WHERE kk = ? AND case_id IS NULL", kk);
    if (!dropped)
        return fail(dropped.error());
    return Nothing();
}

} // namespace Loket
