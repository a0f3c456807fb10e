// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace Loket {

/// What the trial centre hands out; kept in its own file from its first start on.
struct TrialSettings {
    qint64 firstNumber = 0; ///< first card number of the trial range
    qint64 blockSize = 0;   ///< numbers in one lease
    friend bool operator==(const TrialSettings &, const TrialSettings &) = default;
};

/// The compiled-in settings (resources/trial/centre.json).
TrialSettings builtInTrialSettings();

} // namespace Loket
