// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"
#include "model/store/familyrows.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace Loket {

// Of snapshotload.cpp.

/// Families on the way from the thread that reads to the one that inserts, as rows; their texts are allocated
/// once. As many as are worth waking a thread for on a machine that has other work.
struct SnapshotBatch {
    static constexpr size_t kFamilies = 1024;
    std::vector<MirrorFamilyRow> families = std::vector<MirrorFamilyRow>(kFamilies);
    std::vector<MirrorParticipantRow> members; ///< of all of them, in their order
    std::vector<size_t> memberCounts = std::vector<size_t>(kFamilies);
    size_t size = 0;       ///< families
    size_t memberSize = 0; ///< of `members`
    qint64 bytesDone = 0;  ///< of all files, when the last of them had been read

    /// Takes the rows and leaves old ones to be overwritten.
    void add(FamilyRows &rows)
    {
        std::swap(families[size], rows.family());
        const std::span<MirrorParticipantRow> people = rows.members();
        if (members.size() < memberSize + people.size())
            members.resize(memberSize + people.size());
        for (MirrorParticipantRow &person : people)
            std::swap(members[memberSize++], person);
        memberCounts[size++] = people.size();
    }
    void clear() { size = memberSize = 0; }
};

/// The two belts between the threads: full batches go one way, empty ones back.
class SnapshotBelt
{
public:
    SnapshotBelt()
    {
        for (SnapshotBatch &batch : m_batches)
            m_empty.push_back(&batch);
    }
    /// An empty batch to fill; null: nobody wants any more.
    SnapshotBatch *toFill()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isGivenUp || !m_empty.empty(); });
        if (m_isGivenUp)
            return nullptr;
        return taken(m_empty);
    }
    void filled(SnapshotBatch *batch) { put(m_full, batch); }
    /// The next full one; null: there are no more, and ended() says how it went.
    SnapshotBatch *toEmpty()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_end || !m_full.empty(); });
        return m_full.empty() ? nullptr : taken(m_full);
    }
    void emptied(SnapshotBatch *batch)
    {
        batch->clear();
        put(m_empty, batch);
    }
    void end(const Outcome<Nothing> &how, qsizetype damaged)
    {
        const std::lock_guard lock(m_mutex);
        m_end = how;
        m_damaged = damaged;
        m_changed.notify_all();
    }
    void giveUp()
    {
        const std::lock_guard lock(m_mutex);
        m_isGivenUp = true;
        m_changed.notify_all();
    }
    Outcome<Nothing> ended() const
    {
        const std::lock_guard lock(m_mutex);
        return m_end.value_or(Nothing());
    }
    qsizetype damaged() const
    {
        const std::lock_guard lock(m_mutex);
        return m_damaged;
    }

private:
    static SnapshotBatch *taken(std::deque<SnapshotBatch *> &from)
    {
        SnapshotBatch *const batch = from.front();
        from.pop_front();
        return batch;
    }
    void put(std::deque<SnapshotBatch *> &on, SnapshotBatch *batch)
    {
        const std::lock_guard lock(m_mutex);
        on.push_back(batch);
        m_changed.notify_all();
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::array<SnapshotBatch, 4> m_batches;
    std::deque<SnapshotBatch *> m_empty, m_full;
    std::optional<Outcome<Nothing>> m_end;
    qsizetype m_damaged = -1;
    bool m_isGivenUp = false;
};

} // namespace Loket
