// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace Loket::Fakes {

/// What an SQLite VFS is asked to do, as far as it is counted. Change: Write, Sync, Truncate and Delete
/// together.
enum class FileOp { Open, Read, Write, Sync, Truncate, Delete, Change };
constexpr size_t kFileOps = 7;

enum class FileError {
    Full,    ///< no space left
    Io,      ///< a failing device
    Short,   ///< half of a write arrives, then no space is left
    ReadOnly ///< the file system can't be written
};

/// What goes wrong, and when. As text for a child process, words with gaps between:
///   fail=OP:N:ERROR[:forever]   the N-th OP (from 1) and, with forever, every later one
///   kill=OP:N                   SIGKILL before the N-th OP is done
///   buffered                    writes are kept in memory until they are synced; a kill loses the others
///   nosync                      with buffered: syncing does nothing, as with synchronous OFF
///   damage=SEED                 with buffered: a kill applies, drops or garbles each unsynced 512 bytes
///   readonly                    every file is on a read-only file system
///   report=PATH                 appends the counts to this file at the end or before a kill
/// OP: open read write sync truncate delete change. ERROR: full io short readonly.
struct FaultPlan {
    std::optional<FileOp> failOp;
    std::uint64_t failAt = 0;
    bool isForever = false;
    FileError error = FileError::Io;
    std::optional<FileOp> killOp;
    std::uint64_t killAt = 0;
    bool isBuffered = false;
    bool isNeverSynced = false;
    bool isReadOnly = false;
    std::optional<std::uint64_t> damageSeed;
    std::string report;

    /// None: a word is not understood.
    static std::optional<FaultPlan> parse(const std::string &text);
};

using FileCounts = std::array<std::uint64_t, kFileOps>; ///< by FileOp

/// A VFS over the system's one that counts, fails, kills and forgets as a plan says. One per process; shared
/// memory, locks and the like pass through. All functions may be called from any thread; change the plan only
/// while no file is open.
namespace FaultVfs {

constexpr const char *kName = "fault";

/// Registers it (once) under kName; as the default VFS when asked for.
void install(bool asDefault = false);
/// A new plan; the counts start again.
void use(const FaultPlan &plan);
FileCounts counts();
std::uint64_t count(FileOp op);

} // namespace FaultVfs

} // namespace Loket::Fakes
