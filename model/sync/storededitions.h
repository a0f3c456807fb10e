// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/facilities.h"
#include "model/rulebook/rulebook.h"
#include "model/store/store.h"

namespace Loket {

/// The editions that this store works by: the built-in ones and those that its centre signed and sent. An
/// edition that can't be proven is left out and told in `faults` ("id: file:line: what"); the others go on.
/// Costs nothing where the centre sent none. A store that can't be read is a Failure: the edition in force
/// may be one of those that were not seen. Any thread.
Outcome<std::shared_ptr<const RulebookLibrary>> editionsOf(const Store &store, QStringList *faults = nullptr);

/// The built-in editions and those of these packages, each proven with the ones before it. One that can't be
/// is left out and told in `faults` as above.
std::shared_ptr<const RulebookLibrary> editionsWith(const QList<QJsonObject> &packages, QStringList *faults);

/// What ids of lists of facilities begin with; an edition's never does.
inline constexpr QStringView kFacilitiesPrefix = u"fktp-";

/// The list of facilities that this store works by on `day`: the newest in force of those that its centre
/// signed and sent, else the built-in one. One that can't be proven is left out and told as above. Failures
/// as of editionsOf(). Any thread.
Outcome<std::shared_ptr<const FacilityIndex>> facilitiesOf(const Store &store, QDate day,
                                                           QStringList *faults = nullptr);

/// The package of a list as a centre signs it (FACILITIES): {"id": "fktp-…", "effectiveFrom", "csv"}.
QJsonObject facilitiesPackage(const QString &id, QDate effectiveFrom, const QByteArray &csv);

/// The package of an edition as a centre signs it: {"id", "effectiveFrom", "files": {"edition.json": "…",
/// …}}.
QJsonObject editionPackage(const QString &folder);

} // namespace Loket
