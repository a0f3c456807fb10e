// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/connection.h"

namespace Loket {

/// Holds one state of a file for several questions. A nested one does nothing.
class ReadTransaction
{
public:
    explicit ReadTransaction(Connection &connection)
        : m_connection(connection)
        , m_isOutermost(!connection.isInTransaction() && connection.exec("BEGIN"))
    {
    }
    ~ReadTransaction()
    {
        if (m_isOutermost && m_connection.isInTransaction())
            static_cast<void>(m_connection.exec("COMMIT"));
    }
    Q_DISABLE_COPY_MOVE(ReadTransaction)

private:
    Connection &m_connection;
    const bool m_isOutermost;
};

} // namespace Loket
