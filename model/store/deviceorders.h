// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/vault/signedtext.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Loket {

class Connection;

/// An order of the centre to one counter, as it stands in the feed:
/// {"device", "order": "freeze"|"unfreeze"|"wipe"|"revoke", "number", "reason": {"id", "en"}|null}.
struct DeviceOrder {
    enum class Kind {
        Freeze,   ///< no new cases until the order that ends it
        Unfreeze, ///< ends it, and nothing else
        Wipe,     ///< everything here is deleted, for good
        Revoke    ///< tells why the centre takes nothing more, for good
    };
    QString device;
    Kind kind = Kind::Freeze;
    qint64 number = 0; ///< rises with every order to this counter
    QString reasonId, reasonEn;
    friend bool operator==(const DeviceOrder &, const DeviceOrder &) = default;
};
/// None: it is no order that this program knows.
std::optional<DeviceOrder> readOrder(const QJsonObject &body);

/// An order that counts here, as it was kept.
struct KeptOrder {
    DeviceOrder order;
    QDateTime at; ///< UTC; when it came
    SignedText proof;
    friend bool operator==(const KeptOrder &, const KeptOrder &) = default;
};

enum class OrderTaken {
    Taken,       ///< it counts from the end of this transaction on
    Known,       ///< it was taken before
    OtherDevice, ///< it is not for this counter: nothing was done
    Old          ///< a later one was taken already: nothing was done
};

/// Keeps an order whose signature was proven. In the caller's transaction on the writer's connection.
Outcome<OrderTaken> takeOrder(Connection &connection, const DeviceOrder &order, const SignedText &proof,
                              const QDateTime &now);

/// The order that keeps new cases away (revoke before freeze), or the one to wipe; none: there is none. Any
/// connection.
Outcome<std::optional<KeptOrder>> haltingOrder(Connection &connection);
Outcome<std::optional<KeptOrder>> wipeOrder(Connection &connection);

/// How long what was not sent may hold up a wipe.
inline constexpr qint64 kWipePatienceSeconds = 600;
/// Whether one that came then has waited so long; a clock that was set back makes it due too.
bool isWipeDue(const QDateTime &came, const QDateTime &now);

} // namespace Loket
