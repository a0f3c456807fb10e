// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rulebook/rulebook.h"

#include <QByteArray>
#include <QDate>

namespace Loket {

/// Everything that model/desk, the holiday table and the proofs of a dismissal answer on `day`, as text: one
/// line a question. Every rule that fired is added to `trace`.
QByteArray deskAnswers(const Rulebook &, QDate day, RuleTrace *trace);

} // namespace Loket
