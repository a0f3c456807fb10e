// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/inputerror.h"

#include <QByteArray>

#include <optional>

namespace Loket {

/// The first number in a sound JSON text that is not written as a whole number (3.5, 3.0, 1e3). The reader of
/// values can't tell 3.0 from 3, but who writes it means no count of rupiah.
std::optional<InputError> findFraction(const QByteArray &json);

} // namespace Loket
