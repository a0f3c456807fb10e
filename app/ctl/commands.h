// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

#include <vector>

namespace Loket {

// A command lives in cmd_<name>.cpp and is declared and listed here, in the order in which help shows them.

extern const Command kAssessCommand;
extern const Command kCalcCommand;
extern const Command kRulebookCommand;
extern const Command kCodesCommand;

inline const std::vector<const Command *> &allCommands()
{
    static const std::vector<const Command *> list = {
        &kAssessCommand,
        &kCalcCommand,
        &kRulebookCommand,
        &kCodesCommand,
    };
    return list;
}

} // namespace Loket
