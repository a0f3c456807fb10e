// SPDX-License-Identifier: Apache-2.0
#include "tests/central/pgpool.h"

#include "tests/central/pgschema.h"

#include <QLoggingCategory>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Loket::Central {

Q_LOGGING_CATEGORY(lcPg, "loket.central.pg")

namespace {

/// A transaction that lost a race wins sooner or later; more than this is a fault.
constexpr int kMostRaces = 20;
constexpr int kSecondsToWait = 10;

/// Whether PostgreSQL asks to repeat: serialisation, deadlock, or two that made the same row at once.
bool isRace(const pqxx::sql_error &error)
{
    const std::string &state = error.sqlstate();
    return state == "40001" || state == "40P01" || state == "23505" || state == "23P01";
}

/// 57P0x: the server goes down or was told to end this session; 53xxx: it has no room just now; 42P01: a
/// table is not there, for the database is just being restored.
bool isGoingDown(const pqxx::sql_error &error)
{
    return error.sqlstate() == "42P01" || error.sqlstate().rfind("57P", 0) == 0
        || error.sqlstate().rfind("53", 0) == 0;
}

Fail<Failure> later(const char *why)
{
    return fail(Failure{FailureKind::Later, QString::fromUtf8(why).trimmed(), 1});
}

Fail<Failure> fault(const std::exception &error)
{
    qCCritical(lcPg, "%s", error.what());
    return fail(Failure{FailureKind::Internal, QString::fromUtf8(error.what()).trimmed()});
}

} // namespace

PgPool::PgPool(std::string connection, int most)
    : m_text(std::move(connection))
    , m_most(most)
{
}

PgPool::Lease::Lease(PgPool &pool, std::unique_ptr<pqxx::connection> connection)
    : m_pool(pool)
    , m_connection(std::move(connection))
{
}

PgPool::Lease::~Lease()
{
    m_pool.giveBack(m_isSound ? std::move(m_connection) : nullptr);
}

std::unique_ptr<pqxx::connection> PgPool::take()
{
    {
        std::unique_lock lock(m_mutex);
        if (!m_returned.wait_for(lock, std::chrono::seconds(kSecondsToWait),
                                 [&] { return !m_free.empty() || m_out < m_most; }))
            return nullptr;
        ++m_out;
        if (!m_free.empty()) {
            auto connection = std::move(m_free.back());
            m_free.pop_back();
            return connection;
        }
    }
    const auto placeAgain = [this] {
        const std::lock_guard lock(m_mutex);
        --m_out;
        m_returned.notify_one();
    };
    try {
        auto connection = std::make_unique<pqxx::connection>(m_text);
        // Plans are made while tables are nearly empty and kept: they have to be those of large ones.
        connection->set_variable("enable_seqscan", "off");
        connection->set_variable("plan_cache_mode", "force_generic_plan");
        for (const PgStatement &statement : pgStatements())
            connection->prepare(statement.name, statement.sql);
        return connection;
    } catch (...) {
        placeAgain();
        throw;
    }
}

void PgPool::giveBack(std::unique_ptr<pqxx::connection> connection)
{
    const std::lock_guard lock(m_mutex);
    --m_out;
    if (connection)
        m_free.push_back(std::move(connection));
    else
        m_free.clear(); // the others are from before the database went away, too
    m_returned.notify_one();
}

Outcome<Nothing> PgPool::run(const std::function<void(pqxx::connection &)> &work)
{
    for (int race = 0; race < kMostRaces; ++race) {
        try {
            auto connection = take();
            if (!connection)
                return later("no connection to the database is free");
            Lease lease(*this, std::move(connection));
            try {
                work(*lease);
                lease.setSound();
                return Nothing();
            } catch (const pqxx::sql_error &error) {
                if (isGoingDown(error))
                    return later(error.what());
                lease.setSound();
                if (!isRace(error))
                    return fault(error);
            }
        } catch (const pqxx::broken_connection &error) {
            return later(error.what());
        } catch (const pqxx::in_doubt_error &error) { // to be repeated: everything here may be
            return later(error.what());
        } catch (const pqxx::unexpected_rows &error) { // a row that is always there: as 42P01
            return later(error.what());
        } catch (const std::exception &error) {
            return fault(error);
        }
    }
    return later("too many transactions wanted the same rows");
}

std::string pgArray(const QStringList &texts)
{
    std::string array = "{";
    for (const QString &text : texts) {
        if (array.size() > 1)
            array += ',';
        array += '"';
        for (const char c : text.toStdString()) {
            if (c == '"' || c == '\\')
                array += '\\';
            array += c;
        }
        array += '"';
    }
    return array + '}';
}

} // namespace Loket::Central
