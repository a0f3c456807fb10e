// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <initializer_list>

namespace Loket {

/// Random numbers for synthetic data (SplitMix64): the same for the same start on every machine, and cheap to
/// start anew for each family. Not for secrets.
class SeedRandom
{
public:
    /// `stream` tells apart sequences of one seed.
    SeedRandom(quint64 seed, quint64 stream)
        : m_state(seed * 0x9e3779b97f4a7c15ULL ^ (stream + 1) * 0xd1342543de82ef95ULL)
    {
        next();
    }

    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    /// 0 <= result < limit; limit > 0.
    int below(int limit) { return int(((next() >> 32) * quint64(limit)) >> 32); }
    /// low <= result <= high.
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(int perThousand) { return below(1000) < perThousand; }
    /// Index of a weight, by its share of the sum.
    int weighted(std::initializer_list<int> weights)
    {
        int sum = 0;
        for (const int weight : weights)
            sum += weight;
        int left = below(sum);
        int index = 0;
        for (const int weight : weights) {
            if (left < weight)
                return index;
            left -= weight;
            ++index;
        }
        return index - 1;
    }

private:
    quint64 m_state;
};

} // namespace Loket
