// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"
#include "model/rulebook/catalogue.h"
#include "model/store/views.h"

#include <optional>

namespace Loket {

class Rulebook;

/// A made-up value for a field of a service, by the kind of the field; empty for one that the family or the
/// page fills.
QString sampleValue(const Field &, const std::optional<FamilyView> &, QDate today);

/// What an officer would have typed into a case of this service so far: on a known family, or for a new one
/// the people of `registered`.
Case sampleCaseOf(const Rulebook &, const Service &, const std::optional<FamilyView> &,
                  const Case &registered, const Case &started, QDate today);

} // namespace Loket
