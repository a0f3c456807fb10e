// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/seedrandom.h"

#include <string>
#include <vector>

namespace Loket {

/// What names and streets of synthetic families are made of (resources/seed). Read-only, any thread.
struct SeedWords {
    struct Group {
        std::string name; ///< "jawa"
        std::vector<std::string> male, female, clans;
        size_t common = 0; ///< group whose names are mixed in; perhaps itself
    };
    struct Province {
        int code = 0;   ///< 31
        int weight = 0; ///< share of the families
        size_t group = 0;
    };
    std::vector<Group> groups; ///< the first is at home everywhere
    std::vector<Province> provinces;
    std::vector<std::string> streets;

    static Outcome<SeedWords> builtIn();
    /// A group for somebody of that province: mostly the usual one, sometimes another.
    const Group &groupFor(const Province &province, SeedRandom &random) const;
    /// A full name of one to three words (before the clan's), upper case. `birthOrder` from 1: Balinese names
    /// tell it. `clan`: taken over by children; empty: none.
    void makeName(const Group &group, bool female, int birthOrder, const std::string &clan,
                  SeedRandom &random, std::string &name) const;
};

} // namespace Loket
