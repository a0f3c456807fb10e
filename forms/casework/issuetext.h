// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"
#include "model/services/assessment.h"

#include <QString>

namespace Loket {

class Rulebook;

/// The whole sentence for a problem, naming the person or field it is about: "NIK Bima kurang 1 angka (15
/// dari 16)". A code without a sentence of its own gets its short text of codes.csv. `rulebook` gives the
/// names of fields and may be null.
QString issueText(const Problem &problem, const Case &content, const Rulebook *rulebook);

/// Whether the problem says no more than that something was not filled in yet.
bool isStillEmpty(const Problem &problem);

/// What to call a member in a sentence: the first name ("Bima"), else the place in the list ("Anggota 3").
QString memberCallName(const Case &content, int row);

/// What a service is called, in the screen's language; an edition may bring services of its own.
QString serviceName(const Rulebook &rulebook, const QString &service);

/// The name of the field at a path of the case, in the screen's language; empty: unknown.
QString fieldLabel(const Rulebook *rulebook, const QString &path);

} // namespace Loket
