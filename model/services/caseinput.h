// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"
#include "model/domain/case.h"
#include "model/domain/inputerror.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace Loket {

class Rulebook;
class RulebookLibrary;

/// The first key of a case (as read by readCase) that its service doesn't use: silence would hide a mistake.
/// What a service uses is told by services.csv and fields.csv. None also for a service that the edition
/// doesn't have; assess() refuses it.
std::optional<InputError> unusedKey(const QJsonObject &json, const Rulebook &);

/// A case from outside (console, import): readCase() and unusedKey() by the edition of its date.
Result<Case, InputError> readCaseInput(const QByteArray &json, const RulebookLibrary &, QDate today);

} // namespace Loket
