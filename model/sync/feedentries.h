// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"
#include "model/store/familyrows.h"
#include "model/store/verdictstore.h"
#include "model/sync/leases.h"

namespace Loket {

/// What kinds of entries this program can apply: "family" and "gone" to the mirror, "verdict", "lease",
/// "announcement", "edition", "facilities" and "device" (an order) to the store. An entry of another kind, or
/// one that can't be read, is kept aside and never lost.
bool isKnownEntry(const FeedEntry &entry);

/// The family of a "family" entry, whether it came parsed or as text. False: it is none that can be applied.
bool readFamily(const FeedEntry &entry, FamilyRows &rows);
std::optional<FamilyView> readFamily(const FeedEntry &entry);

/// None when the body is not a verdict.
std::optional<VerdictRow> readVerdict(const QJsonObject &body);

/// A family that is no more, as of this revision.
struct GoneEntry {
    QString kk;
    int revision = 0;
};
std::optional<GoneEntry> readGone(const QJsonObject &body);

/// A block of numbers that was granted to a device.
struct LeaseEntry {
    QString device;
    Lease lease;
};
std::optional<LeaseEntry> readLease(const QJsonObject &body);

} // namespace Loket
