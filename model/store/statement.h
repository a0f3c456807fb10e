// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

struct sqlite3_stmt;

namespace Loket {

class Connection;

/// A prepared statement taken from a connection's cache; resets itself and goes back when it dies. Values are
/// bound, never written into the text. A null QString or QByteArray is bound as an empty one, so that NOT
/// NULL columns take a default-made value; an SQL NULL is asked for with nullptr or an empty optional.
class Statement
{
public:
    Statement(Statement &&) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    /// Binds the parameters from the first on.
    template <typename... Values>
    Statement &bind(const Values &...values)
    {
        int index = 0;
        (bindAt(++index, values), ...);
        return *this;
    }

    /// Binds one parameter, from 1 on.
    template <typename T>
    void bindAt(int index, const T &value)
    {
        if constexpr (std::is_same_v<T, std::nullptr_t>)
            bindNull(index);
        else if constexpr (std::is_enum_v<T> || std::integral<T>)
            bindInteger(index, static_cast<qint64>(value));
        else if constexpr (std::floating_point<T>)
            bindReal(index, value);
        else
            bindValue(index, value);
    }
    /// UTF-8 that is not copied: it must stay as it is until the last step.
    void bindBorrowed(int index, std::string_view text);

    /// To the next row; false: there is none.
    Outcome<bool> step();
    /// Steps to the end; the answer is the number of rows that an INSERT, UPDATE or DELETE changed.
    Outcome<qint64> finishCounting();
    /// Makes it ready to be bound and stepped again.
    void reset();

    // Columns of the present row, from 0 on. NULL reads as 0, an empty text or a null date.
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    /// UTF-8, until the next step or reset.
    std::string_view view(int column) const;
    QDate date(int column) const;     ///< from ISO text
    QDateTime time(int column) const; ///< from UTC milliseconds; 0 or NULL: a null time
    bool isNull(int column) const;

private:
    friend class Connection;
    Statement(Connection &connection, sqlite3_stmt *statement, bool *isUsed, std::optional<Failure> failure);

    template <typename T>
    void bindValue(int index, const std::optional<T> &value)
    {
        if (value)
            bindAt(index, *value);
        else
            bindNull(index);
    }
    void bindValue(int index, const QString &text);
    void bindValue(int index, const QByteArray &blob);
    void bindValue(int index, QDate date);            ///< ISO text; a null date as ''
    void bindValue(int index, const QDateTime &time); ///< UTC milliseconds; a null time as 0
    void bindInteger(int index, qint64 value);
    void bindReal(int index, double value);
    void bindNull(int index);
    void note(int resultCode);

    Connection *m_connection;
    sqlite3_stmt *m_statement;
    bool *m_isUsed; ///< the cache's mark; null: not from the cache
    std::optional<Failure> m_failure;
};

} // namespace Loket
