// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <vector>

namespace Loket {

/// All regions of one level in the order of their codes, as plain arrays: 90,000 names without a QString
/// each.
struct RegionLevel {
    std::vector<quint64> codes;   ///< digits of the code as a number: 31, 3174, 317401, 3174011001
    std::vector<quint32> parents; ///< index in the level above; of a province its own
    std::vector<quint32> names;   ///< where each name begins in RegionData::text; it ends at the line's end
    QByteArray keys;              ///< nameKey() of each name, each followed by a line feed
    std::vector<quint32> keyAt;   ///< where each key begins in `keys`, and the size of `keys`

    qsizetype size() const { return static_cast<qsizetype>(codes.size()); }
    QByteArrayView key(qsizetype index) const;
    /// Index of a code; -1: unknown.
    qsizetype indexOf(quint64 code) const;
};

/// The packed list of regions (resources/regions, made by installer/make-regions.sh), unpacked and proven.
struct RegionData {
    enum { Provinces, Regencies, Districts, Villages, LevelCount };
    QByteArray text;
    std::array<RegionLevel, LevelCount> levels;

    QByteArrayView name(int level, qsizetype index) const;
    /// The compiled-in list.
    static Outcome<RegionData> builtIn();
    /// Fails with Corrupt, naming the line.
    static Outcome<RegionData> unpack(const QByteArray &packed);
    static Outcome<RegionData> read(QByteArray text);
};

} // namespace Loket
