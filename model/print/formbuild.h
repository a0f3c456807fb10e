// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"
#include "model/print/formfacts.h"
#include "model/print/paperworld.h"

namespace Loket {

/// The filled form of a case that registers somebody; `reference` names the case on it, empty: it is not
/// submitted yet, and the form says so. `officer` and `signature` (PNG, may be empty) go on the
/// paper.
FormFacts formFacts(const Case &content, const Assessment &assessment, const QString &reference,
                    const QString &officer, const QByteArray &signature, const PaperWorld &world);

} // namespace Loket
