// SPDX-License-Identifier: Apache-2.0
#include "model/store/statement.h"

#include "model/store/connection.h"
#include "model/store/sqlfailure.h"

#include <sqlite3.h>

namespace Loket {

Statement::Statement(Connection &connection, sqlite3_stmt *statement, bool *isUsed,
                     std::optional<Failure> failure)
    : m_connection(&connection)
    , m_statement(statement)
    , m_isUsed(isUsed)
    , m_failure(std::move(failure))
{
    if (m_isUsed)
        *m_isUsed = true;
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_isUsed(std::exchange(other.m_isUsed, nullptr))
    , m_failure(std::move(other.m_failure))
{
}

Statement::~Statement()
{
    if (!m_statement)
        return;
    if (!m_isUsed) {
        sqlite3_finalize(m_statement);
        return;
    }
    sqlite3_reset(m_statement); // an idle SELECT would pin the write-ahead log
    sqlite3_clear_bindings(m_statement);
    *m_isUsed = false;
}

Outcome<bool> Statement::step()
{
    if (m_failure)
        return fail(*m_failure);
    sqlite3 *handle = sqlite3_db_handle(m_statement);
    // SQLite rolls back by itself on some faults; what follows must not be written on its own.
    if (m_connection->m_depth > 0 && sqlite3_get_autocommit(handle))
        return fail(Failure{FailureKind::Io, QStringLiteral("the transaction was rolled back before")});
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    m_failure = sqlFailure(handle, code);
    return fail(*m_failure);
}

Outcome<qint64> Statement::finishCounting()
{
    for (;;) {
        const Outcome<bool> row = step();
        if (!row)
            return fail(row.error());
        if (!row.value())
            return qint64(sqlite3_changes64(sqlite3_db_handle(m_statement)));
    }
}

void Statement::reset()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_failure.reset();
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const unsigned char *bytes = sqlite3_column_text(m_statement, column);
    return QString::fromUtf8(reinterpret_cast<const char *>(bytes),
                             sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement, column);
    return QByteArray(static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement, column));
}

QDate Statement::date(int column) const
{
    return QDate::fromString(text(column), Qt::ISODate);
}

QDateTime Statement::time(int column) const
{
    const qint64 milliseconds = integer(column);
    return milliseconds == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

void Statement::bindBorrowed(int index, std::string_view text)
{
    note(sqlite3_bind_text(m_statement, index, text.data() ? text.data() : "", int(text.size()),
                           SQLITE_STATIC));
}

std::string_view Statement::view(int column) const
{
    const unsigned char *bytes = sqlite3_column_text(m_statement, column);
    return {reinterpret_cast<const char *>(bytes), size_t(sqlite3_column_bytes(m_statement, column))};
}

void Statement::bindValue(int index, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    note(sqlite3_bind_text(m_statement, index, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT));
}

void Statement::bindValue(int index, const QByteArray &blob)
{
    note(sqlite3_bind_blob64(m_statement, index, blob.constData(), sqlite3_uint64(blob.size()),
                             SQLITE_TRANSIENT));
}

void Statement::bindValue(int index, QDate date)
{
    bindValue(index, date.isValid() ? date.toString(Qt::ISODate) : QString());
}

void Statement::bindValue(int index, const QDateTime &time)
{
    bindInteger(index, time.isValid() ? time.toMSecsSinceEpoch() : 0);
}

void Statement::bindInteger(int index, qint64 value)
{
    note(sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bindReal(int index, double value)
{
    note(sqlite3_bind_double(m_statement, index, value));
}

void Statement::bindNull(int index)
{
    note(sqlite3_bind_null(m_statement, index));
}

void Statement::note(int resultCode)
{
    if (resultCode != SQLITE_OK && !m_failure)
        m_failure = sqlFailure(m_statement ? sqlite3_db_handle(m_statement) : nullptr, resultCode);
}

} // namespace Loket
