// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace Loket::Central {

/// A statement that every connection of the pool prepares.
struct PgStatement {
    const char *name;
    const char *sql;
};

/// Makes all tables of an empty database.
extern const char *const kPgSchema;

const std::vector<PgStatement> &pgStatements();

} // namespace Loket::Central
