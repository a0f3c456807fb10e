// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/unsyncedfile.h"

#include <algorithm>
#include <cstring>
#include <random>

namespace Loket::Fakes {

int UnsyncedFile::load(sqlite3_file *real)
{
    if (m_size >= 0)
        return SQLITE_OK;
    sqlite3_int64 found = 0;
    const int code = real->pMethods->xFileSize(real, &found);
    if (code == SQLITE_OK)
        m_size = m_kept = found;
    return code;
}

int UnsyncedFile::blockAt(sqlite3_file *real, std::int64_t index, Block &block)
{
    const auto found = m_blocks.find(index);
    if (found != m_blocks.end()) {
        block = found->second;
        return SQLITE_OK;
    }
    block.fill(0);
    const std::int64_t from = index * kBlock;
    const std::int64_t count = std::min(kBlock, m_kept - from);
    if (count <= 0)
        return SQLITE_OK;
    return real->pMethods->xRead(real, block.data(), int(count), from);
}

int UnsyncedFile::read(sqlite3_file *real, char *to, int count, std::int64_t at)
{
    int code = load(real);
    if (code != SQLITE_OK)
        return code;
    std::memset(to, 0, size_t(count));
    const std::int64_t end = std::min(at + count, m_size);
    for (std::int64_t from = at; from < end;) {
        Block block;
        code = blockAt(real, from / kBlock, block);
        if (code != SQLITE_OK)
            return code;
        const std::int64_t inside = from % kBlock;
        const std::int64_t take = std::min(kBlock - inside, end - from);
        std::memcpy(to + (from - at), block.data() + inside, size_t(take));
        from += take;
    }
    return end < at + count ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

int UnsyncedFile::write(sqlite3_file *real, const char *from, int count, std::int64_t at)
{
    int code = load(real);
    for (std::int64_t done = 0; code == SQLITE_OK && done < count;) {
        const std::int64_t index = (at + done) / kBlock;
        const std::int64_t inside = (at + done) % kBlock;
        const std::int64_t take = std::min(kBlock - inside, count - done);
        Block block;
        code = blockAt(real, index, block);
        std::memcpy(block.data() + inside, from + done, size_t(take));
        m_blocks[index] = block;
        done += take;
    }
    m_size = std::max(m_size, at + count);
    return code;
}

int UnsyncedFile::truncate(sqlite3_file *real, std::int64_t size)
{
    const int code = load(real);
    if (code != SQLITE_OK)
        return code;
    m_size = size;
    m_kept = std::min(m_kept, size);
    m_blocks.erase(m_blocks.upper_bound(size / kBlock), m_blocks.end());
    const auto last = m_blocks.find(size / kBlock);
    if (last != m_blocks.end())
        std::fill(last->second.begin() + size % kBlock, last->second.end(), 0);
    return SQLITE_OK;
}

int UnsyncedFile::size(sqlite3_file *real, sqlite3_int64 *size)
{
    const int code = load(real);
    *size = m_size;
    return code;
}

int UnsyncedFile::writeBlock(sqlite3_file *real, std::int64_t index, const Block &block)
{
    const std::int64_t from = index * kBlock;
    return real->pMethods->xWrite(real, block.data(), int(std::min(kBlock, m_size - from)), from);
}

int UnsyncedFile::flush(sqlite3_file *real)
{
    int code = load(real);
    sqlite3_int64 there = 0;
    if (code == SQLITE_OK)
        code = real->pMethods->xFileSize(real, &there);
    if (code == SQLITE_OK && there > m_kept)
        code = real->pMethods->xTruncate(real, m_kept);
    for (const auto &[index, block] : m_blocks)
        if (code == SQLITE_OK && index * kBlock < m_size)
            code = writeBlock(real, index, block);
    m_blocks.clear();
    m_kept = m_size;
    return code;
}

void UnsyncedFile::damage(sqlite3_file *real, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    for (auto &[index, block] : m_blocks) {
        const auto fate = random() % 3;
        if (fate == 0 || index * kBlock >= m_size)
            continue;
        if (fate == 1)
            for (char &byte : block)
                byte = char(random());
        static_cast<void>(writeBlock(real, index, block));
    }
}

} // namespace Loket::Fakes
