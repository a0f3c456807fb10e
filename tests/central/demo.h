// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QJsonArray>

namespace Loket {
class RulebookLibrary;
class FacilityIndex;
} // namespace Loket

namespace Loket::Central {

class PgPool;

struct DemoOptions {
    int offices = 2;
    int codes = 8;              ///< of each office; each makes one counter
    qint64 participants = 3000; ///< synthetic people in the offices' areas
    quint64 randomSeed = 1;
    const RulebookLibrary *rulebooks = nullptr;
    const FacilityIndex *facilities = nullptr;
};

/// Makes the tables of an empty database and what a trial needs: a first epoch, offices with their areas,
/// officers and codes, families. A database that has tables is left as it is.
Outcome<Nothing> makeCentre(PgPool &pool, const DemoOptions &options);

/// The first area of each of so many offices, "31.74".
Outcome<QStringList> firstAreas(int offices);

/// [["code", …] of the first office, …]
Outcome<QJsonArray> enrolCodes(PgPool &pool);

} // namespace Loket::Central
