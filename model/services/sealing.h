// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/actor.h"
#include "model/base/failure.h"
#include "model/store/views.h"
#include "model/vault/envelopeheader.h"

namespace Loket {

class Clock;
class Connection;

// How a case becomes the next envelope of this device. Every function works in the caller's transaction on
// the writer's connection.

/// The bytes that are frozen, and by which two submissions of one id are compared: the case in its stable
/// form, id included.
QByteArray frozenContent(const Case &);

/// For people: "<workstation>-<device_seq>".
QString caseReference(const Actor &, qint64 deviceSeq);

/// A header with all that the device and the record say; the rest is the caller's.
Outcome<EnvelopeHeader> startHeader(Connection &, const CaseRecord &, const Clock &);

/// Seals the record's content under `header`, keeps both, and moves the device's chain on.
Outcome<Nothing> sealAndKeep(Connection &, const CaseRecord &, const EnvelopeHeader &header);

} // namespace Loket
