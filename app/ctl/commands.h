// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

#include <vector>

namespace Loket {

// A command lives in cmd_<name>.cpp and is declared and listed here, in the order in which help shows them.

extern const Command kAssessCommand;
extern const Command kCalcCommand;
extern const Command kSubmitCommand;
extern const Command kVoidCommand;
extern const Command kShowCommand;
extern const Command kFamilyCommand;
extern const Command kSearchCommand;
extern const Command kReceiptCommand;
extern const Command kCardCommand;
extern const Command kEnrolCommand;
extern const Command kSyncCommand;
extern const Command kCourierCommand;
extern const Command kSnapshotCommand;
extern const Command kStatusCommand;
extern const Command kVerifyCommand;
extern const Command kSeedCommand;
extern const Command kRulebookCommand;
extern const Command kCodesCommand;

inline const std::vector<const Command *> &allCommands()
{
    static const std::vector<const Command *> list = {
        &kAssessCommand, &kSubmitCommand,   &kVoidCommand,     &kShowCommand,   &kFamilyCommand,
        &kSearchCommand, &kCalcCommand,     &kReceiptCommand,  &kCardCommand,   &kEnrolCommand,
        &kSyncCommand,   &kCourierCommand,  &kSnapshotCommand, &kStatusCommand, &kVerifyCommand,
        &kSeedCommand,   &kRulebookCommand, &kCodesCommand,
    };
    return list;
}

} // namespace Loket
