// SPDX-License-Identifier: Apache-2.0
#include "model/sync/feedentries.h"

#include "model/store/deviceorders.h"
#include "model/store/familyjson.h"
#include "model/sync/storededitions.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

bool isKnownEntry(const FeedEntry &entry)
{
    if (entry.kind == "family"_L1) {
        FamilyRows rows;
        return readFamily(entry, rows);
    }
    if (entry.kind == "gone"_L1)
        return readGone(entry.body).has_value();
    if (entry.kind == "verdict"_L1)
        return readVerdict(entry.body).has_value();
    if (entry.kind == "lease"_L1)
        return readLease(entry.body).has_value();
    if (entry.kind == "device"_L1)
        return readOrder(entry.body).has_value();
    if (entry.kind == "announcement"_L1)
        return entry.body.value("title"_L1).isObject();
    const QString id = entry.body.value("id"_L1).toString();
    if (entry.kind == "edition"_L1)
        return !id.isEmpty() && !id.startsWith(kFacilitiesPrefix);
    if (entry.kind == "facilities"_L1)
        return id.startsWith(kFacilitiesPrefix);
    return false;
}

bool readFamily(const FeedEntry &entry, FamilyRows &rows)
{
    if (entry.body.isEmpty())
        return rows.read(entry.text) && rows.family().revision > 0;
    const auto family = familyFromJson(entry.body);
    if (!family)
        return false;
    rows.read(*family);
    return family->revision > 0;
}

std::optional<FamilyView> readFamily(const FeedEntry &entry)
{
    return familyFromJson(entry.body.isEmpty() ? QJsonDocument::fromJson(entry.text).object() : entry.body);
}

std::optional<VerdictRow> readVerdict(const QJsonObject &body)
{
    const auto id = CaseId::fromText(body.value("case"_L1).toString());
    const auto state = caseStateFromWord(body.value("state"_L1).toString());
    if (!id || !state)
        return std::nullopt;
    VerdictRow verdict;
    verdict.id = id->text();
    verdict.state = *state;
    verdict.reason = body.value("reason"_L1).toString();
    verdict.code = body.value("code"_L1).toString();
    verdict.path = body.value("path"_L1).toString();
    verdict.conflict = body.value("conflict"_L1).toObject();
    for (const QJsonValue &value : body.value("numbers"_L1).toArray()) {
        const AssignedNumber number{value["member"_L1].toInt(-1), value["card"_L1].toString(),
                                    value["va"_L1].toString(), value["state"_L1].toString()};
        if (number.member < 0 || number.card.isEmpty())
            return std::nullopt;
        verdict.numbers += number;
    }
    return verdict;
}

std::optional<GoneEntry> readGone(const QJsonObject &body)
{
    const GoneEntry entry{body.value("kk"_L1).toString(), body.value("revision"_L1).toInt()};
    return entry.kk.isEmpty() || entry.revision < 1 ? std::nullopt : std::optional(entry);
}

std::optional<LeaseEntry> readLease(const QJsonObject &body)
{
    LeaseEntry entry;
    entry.device = body.value("device"_L1).toString();
    entry.lease.id = body.value("lease"_L1).toString();
    entry.lease.low = body.value("low"_L1).toInteger();
    entry.lease.high = body.value("high"_L1).toInteger();
    entry.lease.next = entry.lease.low;
    entry.lease.expires = QDateTime::fromString(body.value("expires"_L1).toString(), Qt::ISODateWithMs);
    if (entry.device.isEmpty() || entry.lease.id.isEmpty() || entry.lease.low < 1
        || entry.lease.high < entry.lease.low)
        return std::nullopt;
    return entry;
}

} // namespace Loket
