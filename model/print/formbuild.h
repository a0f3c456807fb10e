// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"
#include "model/print/formfacts.h"
#include "model/print/paperworld.h"

namespace Loket {

/// The filled form of a case that registers somebody, submitted or not; `reference` names the case on it (a
/// draft: something else that is nobody's name). `officer` and `signature` (PNG, may be empty) go on the
/// paper.
FormFacts formFacts(const Case &content, const Assessment &assessment, const QString &reference,
                    const QString &officer, const QByteArray &signature, const PaperWorld &world);

} // namespace Loket
