// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Loket {

struct SyncSummary;

/// What a synchronisation did, for a person: "1 dikirim · 1 disetujui", and why it stopped early.
QString syncSummaryText(const SyncSummary &);

} // namespace Loket
