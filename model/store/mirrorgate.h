// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <vector>

namespace Loket {

class Connection;
class MirrorReader;

/// Lets one thread replace mirror.db under the readers of all the others. A reader passes for the length of
/// one question; who replaces the file waits for those that are inside and then has it alone, with every
/// reading connection of this process closed. Lives as long as its readers. Any thread may call.
class MirrorGate
{
public:
    /// Closes the gate until it dies.
    class Alone
    {
    public:
        /// Waits `patience` at most for questions that are being answered. New ones are held up for some
        /// milliseconds now and then meanwhile, so that many short ones do not keep it out.
        Alone(MirrorGate &gate, std::chrono::milliseconds patience);
        Q_DISABLE_COPY_MOVE(Alone)
        /// Whether it was given the gate; if not, nothing was done.
        explicit operator bool() const { return m_lock.owns_lock(); }

    private:
        void wait(MirrorGate &gate, std::chrono::milliseconds patience);
        std::unique_lock<std::shared_timed_mutex> m_lock;
    };

private:
    friend class MirrorReader;
    std::shared_timed_mutex m_passage;
    std::mutex m_turn; ///< who wants to pass takes and returns it; held: new ones wait
    std::mutex m_listMutex;
    std::vector<Connection *> m_readers; ///< under m_listMutex
};

/// A reading connection to mirror.db that survives the file's replacement: it is closed for that moment and
/// opened again by the next question. The Connection object stays the same one, so that queries may keep a
/// reference; its row ids are those of the new file then. Used on one thread; the gate must outlive it.
class MirrorReader
{
public:
    /// Failures: those of openStore(), Newer.
    static Outcome<std::unique_ptr<MirrorReader>> open(MirrorGate &gate, const QString &path,
                                                       const QByteArray &vfs);
    ~MirrorReader();
    Q_DISABLE_COPY_MOVE(MirrorReader)

    /// One question, or several that belong together: the file is not replaced while it lives. May be nested.
    /// Nothing of the connection (rows, statements, transactions) may outlive the outermost.
    class Use
    {
    public:
        explicit Use(MirrorReader &reader);
        ~Use();
        Q_DISABLE_COPY_MOVE(Use)
        /// Ask before the first statement.
        const Outcome<Nothing> &ready() const { return m_ready; }

    private:
        MirrorReader &m_reader;
        Outcome<Nothing> m_ready;
    };

    /// To be asked within a Use.
    Connection &connection() { return *m_connection; }

private:
    MirrorReader(MirrorGate &gate, std::unique_ptr<Connection> connection);
    Outcome<Nothing> openAgain();

    MirrorGate &m_gate;
    std::unique_ptr<Connection> m_connection;
    int m_depth = 0;
};

} // namespace Loket
