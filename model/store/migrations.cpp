// SPDX-License-Identifier: Apache-2.0
#include "model/store/migrations.h"

#include "model/store/connection.h"
#include "model/store/transaction.h"

#include <QFile>

namespace Loket {

namespace {

Outcome<int> versionOf(Connection &connection)
{
    const auto version
        = connection.one("PRAGMA user_version", [](const Statement &s) { return int(s.integer(0)); });
    if (!version)
        return fail(version.error());
    return version.value().value_or(0);
}

Outcome<Nothing> setVersion(Connection &connection, int version)
{
    return connection.script(QByteArray("PRAGMA user_version = " + QByteArray::number(version)).constData());
}

Failure newer(int found, size_t known)
{
    return {FailureKind::Newer, QStringLiteral("schema %1, this program knows %2").arg(found).arg(known)};
}

} // namespace

Outcome<Nothing> setMirrorVersion(Connection &connection)
{
    return setVersion(connection, int(mirrorMigrations().size()));
}

Outcome<Nothing> migrate(Connection &connection, const MigrationList &list, const QByteArray &vfs)
{
    const Outcome<int> found = versionOf(connection);
    if (!found)
        return fail(found.error());
    if (size_t(found.value()) > list.size())
        return fail(newer(found.value(), list.size()));
    if (found.value() > 0 && size_t(found.value()) < list.size()) {
        const QString copy = connection.path() + QStringLiteral(".v%1.bak").arg(found.value());
        QFile::remove(copy); // left by a start that was cut
        const Outcome<Nothing> kept = connection.backupTo(copy, vfs);
        if (!kept)
            return kept;
    }
    for (int version = found.value(); size_t(version) < list.size(); ++version) {
        Transaction step(connection); // user_version lies in the file's header, so it rolls back too
        if (!step.begun())
            return step.begun();
        for (const char *sql : list[size_t(version)].sql) {
            const Outcome<Nothing> done = connection.script(sql);
            if (!done)
                return done;
        }
        const Outcome<Nothing> marked = setVersion(connection, version + 1);
        if (!marked)
            return marked;
        const Outcome<Nothing> committed = step.commit();
        if (!committed)
            return committed;
    }
    return Nothing();
}

Outcome<Nothing> checkVersion(Connection &connection, const MigrationList &list)
{
    const Outcome<int> found = versionOf(connection);
    if (!found)
        return fail(found.error());
    if (size_t(found.value()) > list.size())
        return fail(newer(found.value(), list.size()));
    if (size_t(found.value()) < list.size())
        return fail(
            Failure{FailureKind::Missing,
                    QStringLiteral("schema %1, not yet brought to %2").arg(found.value()).arg(list.size())});
    return Nothing();
}

} // namespace Loket
