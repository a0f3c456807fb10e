// SPDX-License-Identifier: Apache-2.0
#include "model/store/mirrorgate.h"

#include "model/store/connection.h"
#include "model/store/migrations.h"

#include <algorithm>

namespace Loket {

namespace {

constexpr std::chrono::milliseconds kHoldUp{20}; ///< how long new questions wait for one that takes long
constexpr std::chrono::milliseconds kBreather{100};

} // namespace

void MirrorGate::Alone::wait(MirrorGate &gate, std::chrono::milliseconds patience)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    do {
        {
            const std::lock_guard turn(gate.m_turn);
            if (m_lock.try_lock_for(kHoldUp))
                return;
        }
        if (m_lock.try_lock_for(kBreather))
            return;
    } while (std::chrono::steady_clock::now() < end);
}

MirrorGate::Alone::Alone(MirrorGate &gate, std::chrono::milliseconds patience)
    : m_lock(gate.m_passage, std::defer_lock)
{
    wait(gate, patience);
    if (!m_lock.owns_lock())
        return;
    const std::lock_guard list(gate.m_listMutex);
    for (Connection *const reader : gate.m_readers)
        reader->close(); // its thread is outside: the gate is ours
}

MirrorReader::MirrorReader(MirrorGate &gate, std::unique_ptr<Connection> connection)
    : m_gate(gate)
    , m_connection(std::move(connection))
{
    const std::lock_guard list(m_gate.m_listMutex);
    m_gate.m_readers.push_back(m_connection.get());
}

MirrorReader::~MirrorReader()
{
    const std::shared_lock pass(m_gate.m_passage);
    {
        const std::lock_guard list(m_gate.m_listMutex);
        std::erase(m_gate.m_readers, m_connection.get());
    }
    m_connection.reset(); // inside: a file that is being replaced has no connection that closes late
}

Outcome<std::unique_ptr<MirrorReader>> MirrorReader::open(MirrorGate &gate, const QString &path,
                                                          const QByteArray &vfs)
{
    std::shared_lock pass(gate.m_passage);
    auto connection = openStore(path, Access::Read, vfs);
    if (!connection)
        return fail(connection.error());
    const Outcome<Nothing> known = checkVersion(*connection.value(), mirrorMigrations());
    if (!known)
        return fail(known.error());
    return std::unique_ptr<MirrorReader>(new MirrorReader(gate, connection.take()));
}

Outcome<Nothing> MirrorReader::openAgain()
{
    if (m_connection->isOpen())
        return Nothing();
    Outcome<Nothing> opened = m_connection->reopen();
    if (opened)
        opened = checkVersion(*m_connection, mirrorMigrations());
    if (!opened)
        m_connection->close(); // the next question tries again
    return opened;
}

MirrorReader::Use::Use(MirrorReader &reader)
    : m_reader(reader)
    , m_ready(Nothing())
{
    if (m_reader.m_depth++ > 0)
        return;
    {
        const std::lock_guard turn(m_reader.m_gate.m_turn);
    }
    m_reader.m_gate.m_passage.lock_shared();
    m_ready = m_reader.openAgain();
}

MirrorReader::Use::~Use()
{
    if (--m_reader.m_depth == 0)
        m_reader.m_gate.m_passage.unlock_shared();
}

} // namespace Loket
