// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Loket {

class Clock;

/// What a test may put in the place of the real world. Empty members mean the real one.
struct CtlWorld {
    QByteArray vfs;         ///< name of a registered SQLite VFS
    Clock *clock = nullptr; ///< not owned
};

/// Runs one `loketctl` command. Returns the exit code of contracts: 0 done, 1 "no", 2 bad usage or input, 3
/// store or network.
int runCtl(int argc, char **argv, const CtlWorld &world);

} // namespace Loket
