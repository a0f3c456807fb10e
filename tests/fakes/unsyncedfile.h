// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <map>

namespace Loket::Fakes {

/// What was written to one file and not synced yet, in blocks of 512 bytes, as a disk's cache would hold it.
/// All handles of the process on the file share it. Not synchronised by itself.
class UnsyncedFile
{
public:
    static constexpr std::int64_t kBlock = 512;

    int users = 0;

    int read(sqlite3_file *real, char *to, int count, std::int64_t at);
    int write(sqlite3_file *real, const char *from, int count, std::int64_t at);
    int truncate(sqlite3_file *real, std::int64_t size);
    int size(sqlite3_file *real, sqlite3_int64 *size);
    /// Puts everything into the real file.
    int flush(sqlite3_file *real);
    /// What a power cut leaves: each block is written, lost or garbled as the seed says.
    void damage(sqlite3_file *real, std::uint64_t seed);

private:
    using Block = std::array<char, kBlock>;
    int load(sqlite3_file *real);
    int blockAt(sqlite3_file *real, std::int64_t index, Block &block);
    int writeBlock(sqlite3_file *real, std::int64_t index, const Block &block);

    std::map<std::int64_t, Block> m_blocks; ///< by index
    std::int64_t m_size = -1;               ///< as it is seen; -1: not asked yet
    std::int64_t m_kept = -1;               ///< bytes of the real file that still count
};

} // namespace Loket::Fakes
