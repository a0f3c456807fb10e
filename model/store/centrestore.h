// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/ports/centralport.h"
#include "model/sync/leases.h"

namespace Loket {

class Clock;
class Connection;

// How a store becomes a counter of a centre, and what it knows of it then. In the caller's transaction.

/// Whether the store is only for trying out; what is in it never leaves.
Outcome<bool> isTrialStore(Connection &connection);

/// Who this store will be at a centre.
struct CounterIdentity {
    QString device;  ///< UUIDv7
    QByteArray seed; ///< of its DeviceKey; a secret
};
/// Made and kept before anything is asked, so that a lost answer and the same code again give the same
/// counter.
Outcome<CounterIdentity> enrolIdentity(Connection &connection, const Clock &clock);

/// Empties the store of everything that was tried out, drafts and pictures too, and makes it the counter that
/// enrolIdentity() kept: its key, a new generation, an empty chain, the centre's address, keys and officers.
/// The audit chain goes on. Every table but setting, officer, device and audit is empty afterwards.
Outcome<Nothing> becomeCounter(Connection &connection, const Enrolment &enrolment, const Actor &actor,
                               const Clock &clock);

/// How to reach the centre, and as whom.
struct CentreAccess {
    QString url;
    QByteArray ca;     ///< PEM
    QString proxy;     ///< empty: as the environment says
    QByteArray key;    ///< Ed25519 public, 32 bytes
    QByteArray boxKey; ///< X25519 public, 32 bytes
    QString epoch;     ///< as it was heard last
    QString office;    ///< code
    QString device;
    QByteArray seed;     ///< of the device's key; a secret
    QDateTime knownTime; ///< what the centre said last; null: nothing yet
};
Outcome<CentreAccess> centreAccess(Connection &connection);

/// A block that is held, for the eye.
struct LeaseState {
    Lease lease;
    QString state; ///< "open", …
};
Outcome<QList<LeaseState>> leaseStates(Connection &connection);

} // namespace Loket
