// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "model/vault/signedtext.h"

#include <QJsonObject>

namespace Loket {
class DeviceKey;
} // namespace Loket

namespace Loket::Central {

class PgPool;

// What a centre tells all its counters. Each is told to who is there in the feed and to who comes later with
// the welcome; telling the same again changes nothing.

/// Signs an edition of the rulebook and tells it. `folder` holds its edition.json and tables. BadInput: it
/// can't be proven with the built-in and published ones ("file:line: what"), or another one of this id was
/// published. Processes that serve judge by it from their next start on.
Outcome<Nothing> publishEdition(PgPool &pool, const DeviceKey &signer, const QString &folder);

/// Signs a list of facilities and tells it. `id`: "fktp-…". BadInput: it is none ("line …"), or another one
/// of this id was published. Processes that serve judge by it from their next start on.
Outcome<Nothing> publishFacilities(PgPool &pool, const DeviceKey &signer, const QString &id, QDate from,
                                   const QByteArray &csv);

/// Tells a message: {"id", "from", "until", "level": "info"|"warning", "title": {"id","en"}, "text": {…}},
/// days both included. Told again under its id it takes the place of the first. BadInput: names what is
/// wrong.
Outcome<Nothing> announce(PgPool &pool, const QJsonObject &message);

/// Why an order is given, for who reads it at the counter; empty: not said.
struct OrderReason {
    QString id, en;
};
/// An order to one counter, signed: {"device", "order": "freeze"|"unfreeze"|"wipe"|"revoke", "number",
/// "reason"}. A counter that is frozen or wiped by order hands in what it has; revoke counts at once: the
/// centre takes and gives nothing any more. unfreeze also ends that the centre froze a copied counter.
/// Missing: no such counter; BadInput: no such order.
Outcome<Nothing> order(PgPool &pool, const DeviceKey &signer, const QString &device, const QString &word,
                       const OrderReason &reason = {});

/// Keeps a counter's receipt for having deleted everything: its text names the counter, whose key signed it.
/// Again is harmless. BadInput: it did not.
Outcome<Nothing> keepWipeReceipt(PgPool &pool, const SignedText &receipt);

/// The list in force on a day: the newest published one, else the built-in one.
Outcome<std::shared_ptr<const FacilityIndex>> publishedFacilities(PgPool &pool, QDate day);

/// The built-in editions and the published ones.
Outcome<std::shared_ptr<const RulebookLibrary>> publishedEditions(PgPool &pool);

} // namespace Loket::Central
