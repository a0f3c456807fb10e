// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ports/centralport.h"
#include "tests/bench/mirrorbench.h"

namespace Loket::Bench {

/// One entry of a feed, with what a program that knows everything beforehand would write.
struct MadeEntry {
    Rows rows;
    bool isNews = true;         ///< false: told a second time, nothing is to be done
    bool isPaymentNews = false; ///< a line of the history of what was paid
    bool isOneGone = false;     ///< the last member left
};

/// A feed over a mirror of the first `base` families: half new families, the rest changes of ones that are
/// there (each at most once) as a month brings them, and one in twenty told a second time.
struct MadeFeed {
    std::vector<MadeEntry> entries;
    std::vector<QByteArray> pages; ///< as they come from the wire
    qint64 members = 0;
    qint64 bytes = 0;
};
inline constexpr int kPageEntries = 2000; ///< as many as the engine asks for in the end
inline constexpr auto kFeedEpoch = "bench";

/// `firstMembers`: of makeMirror().
MadeFeed makeFeed(World &world, const std::vector<qint64> &firstMembers, qint64 entries);

} // namespace Loket::Bench
