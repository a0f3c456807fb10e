// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/rulebook/rulebook.h"

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

/// Tells a message: {"id", "from", "until", "level": "info"|"warning", "title": {"id","en"}, "text": {…}},
/// days both included. Told again under its id it takes the place of the first. BadInput: names what is
/// wrong.
Outcome<Nothing> announce(PgPool &pool, const QJsonObject &message);

/// An order to one counter, signed: {"device", "order": "freeze"|"revoke"|"wipe"}. The first two count at
/// once: the centre gives that counter nothing any more. Missing: no such counter; BadInput: no such order.
Outcome<Nothing> order(PgPool &pool, const DeviceKey &signer, const QString &device, const QString &word);

/// The built-in editions and the published ones.
Outcome<std::shared_ptr<const RulebookLibrary>> publishedEditions(PgPool &pool);

} // namespace Loket::Central
