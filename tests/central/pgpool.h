// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <pqxx/pqxx>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace Loket::Central {

/// Connections to one PostgreSQL, opened when they are needed and kept. Any thread. A connection that broke
/// is thrown away; the next one is a new one, so that the service outlives a restart of the database.
class PgPool
{
public:
    /// `connection` as libpq reads it ("host=/run/x dbname=loket"). At most `most` at a time.
    PgPool(std::string connection, int most);

    /// Hands out a connection for as long as the lease lives.
    class Lease
    {
    public:
        Lease(PgPool &pool, std::unique_ptr<pqxx::connection> connection);
        ~Lease();
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;
        pqxx::connection &operator*() { return *m_connection; }
        /// It may be used again; else it is thrown away.
        void setSound() { m_isSound = true; }

    private:
        PgPool &m_pool;
        std::unique_ptr<pqxx::connection> m_connection;
        bool m_isSound = false;
    };

    /// Runs `work` on a transaction of its own and commits when it succeeds. What PostgreSQL says against it
    /// becomes a Failure: Later when the same may succeed another time (no connection, or the outcome of the
    /// commit is not known; everything here may be repeated), Internal else. A transaction that lost against
    /// another one is repeated a few times, so `work` has to begin afresh whenever it is called.
    template <typename T>
    Outcome<T> inTransaction(const std::function<Outcome<T>(pqxx::work &)> &work)
    {
        std::optional<Outcome<T>> answer;
        const Outcome<Nothing> done = run([&](pqxx::connection &connection) {
            pqxx::work transaction(connection);
            answer.emplace(work(transaction));
            if (*answer)
                transaction.commit();
        });
        if (!done)
            return fail(done.error());
        return std::move(*answer);
    }

    /// The same for one that has to see a single moment and changes nothing.
    template <typename T>
    Outcome<T> inSnapshot(const std::function<Outcome<T>(pqxx::transaction_base &)> &work)
    {
        using Snapshot = pqxx::transaction<pqxx::isolation_level::repeatable_read>;
        std::optional<Outcome<T>> answer;
        const Outcome<Nothing> done = run([&](pqxx::connection &connection) {
            Snapshot transaction(connection);
            answer.emplace(work(transaction));
        });
        if (!done)
            return fail(done.error());
        return std::move(*answer);
    }

    const std::string &connectionText() const { return m_text; }

private:
    friend class Lease;
    Outcome<Nothing> run(const std::function<void(pqxx::connection &)> &work);
    std::unique_ptr<pqxx::connection> take();
    void giveBack(std::unique_ptr<pqxx::connection> connection);

    const std::string m_text;
    const int m_most;
    std::mutex m_mutex;
    std::condition_variable m_returned;
    std::vector<std::unique_ptr<pqxx::connection>> m_free;
    int m_out = 0;
};

// How values travel. Texts are UTF-8 without NUL: what comes from outside was read as JSON before.

inline std::string pgText(const QString &text)
{
    return text.toStdString();
}
inline pqxx::binarystring pgBytes(const QByteArray &bytes)
{
    return pqxx::binarystring(static_cast<const void *>(bytes.constData()), size_t(bytes.size()));
}
inline QString textOf(const pqxx::field &field)
{
    return QString::fromUtf8(field.c_str(), qsizetype(field.size()));
}
inline QByteArray latinOf(const pqxx::field &field)
{
    return QByteArray(field.c_str(), qsizetype(field.size()));
}
inline QByteArray bytesOf(const pqxx::field &field)
{
    const pqxx::binarystring bytes(field);
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}
inline qint64 numberOf(const pqxx::field &field)
{
    return field.as<qint64>();
}
/// {"a","b"} as PostgreSQL reads an array of texts.
std::string pgArray(const QStringList &texts);

} // namespace Loket::Central
