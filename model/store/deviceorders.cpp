// SPDX-License-Identifier: Apache-2.0
#include "model/store/deviceorders.h"

#include "model/store/connection.h"
#include "model/store/devicestore.h"
#include "model/store/syncstate.h"

#include <QHash>
#include <QJsonDocument>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

// Settings. The numbers stay when the order has ended, so that it can't be given again by who kept its bytes.
constexpr auto kNumbers = "order.numbers"_L1;
constexpr auto kHalt = "order.halt"_L1;
constexpr auto kRevoke = "order.revoke"_L1; // no order lifts it
constexpr auto kWipe = "order.wipe"_L1;

QString keptText(const SignedText &proof, const QDateTime &at)
{
    const QJsonObject kept{{u"proof"_s, signedTextToJson(proof)}, {u"at"_s, at.toString(Qt::ISODateWithMs)}};
    return QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

Outcome<std::optional<KeptOrder>> keptOrder(Connection &connection, QLatin1StringView key)
{
    const auto text = storeSetting(connection, key);
    if (!text)
        return fail(text.error());
    if (text.value().isEmpty())
        return std::optional<KeptOrder>();
    const QJsonObject kept = QJsonDocument::fromJson(text.value().toUtf8()).object();
    const auto proof = signedTextFromJson(kept.value("proof"_L1));
    const auto order = proof ? readOrder(QJsonDocument::fromJson(proof->text).object()) : std::nullopt;
    if (!order)
        return fail(Failure{FailureKind::Corrupt, u"the kept order can't be read"_s});
    const QDateTime at = QDateTime::fromString(kept.value("at"_L1).toString(), Qt::ISODateWithMs);
    return std::optional(KeptOrder{*order, at, *proof});
}

Outcome<Nothing> keep(Connection &connection, const DeviceOrder &order, const QString &text)
{
    switch (order.kind) {
    case DeviceOrder::Kind::Freeze:
        return putStoreSetting(connection, kHalt, text);
    case DeviceOrder::Kind::Revoke:
        return putStoreSetting(connection, kRevoke, text);
    case DeviceOrder::Kind::Unfreeze:
        return putStoreSetting(connection, kHalt, {});
    case DeviceOrder::Kind::Wipe:
        return putStoreSetting(connection, kWipe, text);
    }
    return Nothing();
}

} // namespace

std::optional<DeviceOrder> readOrder(const QJsonObject &body)
{
    static const QHash<QString, DeviceOrder::Kind> kinds{{u"freeze"_s, DeviceOrder::Kind::Freeze},
                                                         {u"unfreeze"_s, DeviceOrder::Kind::Unfreeze},
                                                         {u"wipe"_s, DeviceOrder::Kind::Wipe},
                                                         {u"revoke"_s, DeviceOrder::Kind::Revoke}};
    const auto kind = kinds.constFind(body.value("order"_L1).toString());
    const QJsonObject reason = body.value("reason"_L1).toObject();
    DeviceOrder order;
    order.device = body.value("device"_L1).toString();
    order.number = body.value("number"_L1).toInteger();
    order.reasonId = reason.value("id"_L1).toString();
    order.reasonEn = reason.value("en"_L1).toString(order.reasonId);
    if (kind == kinds.constEnd() || order.device.isEmpty() || order.number < 1)
        return std::nullopt;
    order.kind = *kind;
    return order;
}

Outcome<OrderTaken> takeOrder(Connection &connection, const DeviceOrder &order, const SignedText &proof,
                              const QDateTime &now)
{
    const auto device = deviceState(connection);
    if (!device)
        return fail(device.error());
    if (order.device != device.value().id)
        return OrderTaken::OtherDevice;
    const auto text = storeSetting(connection, kNumbers);
    if (!text)
        return fail(text.error());
    QStringList numbers = text.value().split(u' ', Qt::SkipEmptyParts); // rising
    if (numbers.contains(QString::number(order.number)))
        return OrderTaken::Known;
    if (!numbers.isEmpty() && numbers.last().toLongLong() > order.number)
        return OrderTaken::Old;
    numbers += QString::number(order.number);
    if (auto put = putStoreSetting(connection, kNumbers, numbers.join(u' ')); !put)
        return fail(put.error());
    if (auto put = keep(connection, order, keptText(proof, now)); !put)
        return fail(put.error());
    return OrderTaken::Taken;
}

Outcome<std::optional<KeptOrder>> haltingOrder(Connection &connection)
{
    auto revoked = keptOrder(connection, kRevoke);
    return !revoked || revoked.value() ? revoked : keptOrder(connection, kHalt);
}

Outcome<std::optional<KeptOrder>> wipeOrder(Connection &connection)
{
    return keptOrder(connection, kWipe);
}

bool isWipeDue(const QDateTime &came, const QDateTime &now)
{
    const qint64 waited = came.secsTo(now);
    return !came.isValid() || waited < 0 || waited >= kWipePatienceSeconds;
}

} // namespace Loket
