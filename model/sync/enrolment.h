// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/ports/centralport.h"

#include <atomic>

namespace Loket {

class Store;

/// What a centre is asked with; the device and its keys are made and kept now. BadInput: this store is a
/// counter already. Blocks; the store must be open for writing.
Outcome<EnrolRequest> enrolRequest(Store &store, const QString &code);

/// Asks the centre and makes the store its counter. `code` as a supervisor gave it. Failures: of HttpCentral
/// and of enrolStore(); Cancelled when `cancel` (may be null, outlives the call) was set before the centre
/// answered.
Outcome<Enrolment> enrolWith(Store &store, const QString &url, const QByteArray &ca, const QString &code,
                             const Actor &actor, const std::atomic_bool *cancel = nullptr);

/// Turns a new or trial store into a counter of that centre. What was tried out is copied into
/// trial-<generation>/ beside the store, with its pictures, and then gone from it: nothing of it can be sent
/// any more. Again with the same answer does nothing. May be cut at any instruction: until the one
/// transaction that changes store.db is on disk it is a trial store, whose mirror may be empty already.
/// BadInput: the store is a counter already, or the answer is not for this device or not signed by the centre
/// that it names.
Outcome<Nothing> enrolStore(Store &store, const Enrolment &enrolment, const Actor &actor);

} // namespace Loket
