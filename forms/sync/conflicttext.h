// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/centreinbox.h"

#include <QString>

namespace Loket {

class Office;

// Words for what differs between this counter and the centre. In the language that is on now.

/// Whole days that are left of those that the rulebook gives for a decision; below 0: it is late, and the
/// supervisor's.
int daysToDecide(const ConflictView &, const Office &);

/// "Alamat", "Nomor HP", "Identitas · Sari Dewi".
QString conflictGroupText(const ConflictGroup &, const ConflictView &);

/// The label of a field as the rulebook's catalogue has it: "Desa / kelurahan".
QString conflictFieldText(const QString &field, const Office &);

/// A value as people read it: dates, names of villages and facilities, words of codes. "–" for none.
QString conflictValueText(const QString &field, const QString &value, const Office &);

} // namespace Loket
