// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <memory>
#include <optional>

namespace Loket {

/// One village with the three levels above it.
struct Village {
    QString code; ///< "31.74.01.1001"
    QString village;
    QString district;
    QString regency;
    QString province;
    friend bool operator==(const Village &, const Village &) = default;
};

/// All provinces, regencies, districts and villages (Kemendagri codes). Loaded once, read-only afterwards,
/// any thread.
class RegionIndex
{
public:
    /// Loads the compiled-in data. Takes some tens of milliseconds.
    static Outcome<std::shared_ptr<const RegionIndex>> load();
    virtual ~RegionIndex() = default;

    struct Counts {
        int provinces = 0, regencies = 0, districts = 0, villages = 0;
    };
    virtual Counts counts() const = 0;
    /// A village by its dotted code.
    virtual std::optional<Village> village(QStringView code) const = 0;
    /// Name of a province ("31"), regency ("31.74"), district ("31.74.01") or village by dotted code; empty:
    /// unknown.
    virtual QString name(QStringView code) const = 0;
    /// Whether the first six digits of a NIK name a known province, regency and district.
    virtual bool isKnownDistrict(QStringView sixDigits) const = 0;
    /// Villages where every typed word occurs in one of the four names (any part, upper or lower case), best
    /// first: village name equal, then beginning with, then containing a word. At most `limit`. Fast enough
    /// for every key (one frame).
    virtual QList<Village> find(QStringView typed, int limit) const = 0;
};

} // namespace Loket
