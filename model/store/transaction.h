// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

namespace Loket {

class Connection;

/// BEGIN IMMEDIATE … COMMIT, or a savepoint when one is open already. What was not committed when it dies is
/// rolled back. Used on the connection's thread.
class Transaction
{
public:
    explicit Transaction(Connection &connection);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// Whether it was begun; ask before the first statement.
    const Outcome<Nothing> &begun() const { return m_begun; }
    /// With fsync when it is the outermost. After a failure everything in it is rolled back.
    Outcome<Nothing> commit();

private:
    void rollBack();

    Connection &m_connection;
    const bool m_isOutermost;
    bool m_isOpen = false;
    Outcome<Nothing> m_begun;
};

} // namespace Loket
