// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"

#include <QDateTime>
#include <QString>

namespace Loket {

class FacilityIndex;
class RegionIndex;
class RulebookLibrary;

/// What the builders of papers may ask, and where and when they are printed. Nothing is owned; rulebooks,
/// regions and facilities may be null (then codes stand for names).
struct PaperWorld {
    const RulebookLibrary *rulebooks = nullptr;
    const RegionIndex *regions = nullptr;
    const FacilityIndex *facilities = nullptr;
    QString language = QStringLiteral("id"); ///< id | en
    QString office;                          ///< name of the place, as people know it
    bool trial = false;
    QDateTime now; ///< of the clock
};

/// "Jl. Tebet Raya 1, RT 001/RW 002, Tebet Timur, Tebet, Kota Jakarta Selatan, DKI Jakarta 12810".
QString addressText(const Address &address, const RegionIndex *regions);

} // namespace Loket
