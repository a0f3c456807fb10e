// SPDX-License-Identifier: Apache-2.0
#include "model/store/transaction.h"

#include "model/store/connection.h"

namespace Loket {

Transaction::Transaction(Connection &connection)
    : m_connection(connection)
    , m_isOutermost(!connection.isInTransaction())
    , m_begun(connection.script(m_isOutermost ? "BEGIN IMMEDIATE" : "SAVEPOINT step"))
{
    m_isOpen = bool(m_begun);
    if (m_isOpen)
        ++m_connection.m_depth;
}

Transaction::~Transaction()
{
    if (m_isOpen)
        rollBack();
}

Outcome<Nothing> Transaction::commit()
{
    if (!m_isOpen)
        return fail(m_begun ? Failure{FailureKind::Internal, QStringLiteral("committed twice")}
                            : m_begun.error());
    if (!m_connection.isInTransaction()) { // a fault inside made SQLite roll back by itself
        rollBack();
        return fail(Failure{FailureKind::Io, QStringLiteral("the transaction was rolled back before")});
    }
    Outcome<Nothing> done = m_connection.script(m_isOutermost ? "COMMIT" : "RELEASE step");
    if (!done) {
        rollBack();
        return done;
    }
    m_isOpen = false;
    --m_connection.m_depth;
    return done;
}

void Transaction::rollBack()
{
    m_isOpen = false;
    --m_connection.m_depth;
    if (m_connection.isInTransaction())
        static_cast<void>(m_connection.script(m_isOutermost ? "ROLLBACK" : "ROLLBACK TO step; RELEASE step"));
}

} // namespace Loket
