// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "model/store/storelock.h"
#include "model/sync/enrolment.h"

#include <QDir>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostAuthorityBytes = 256 * 1024;

/// The values of --central, --ca and --code, each exactly once; none: other words.
std::optional<QHash<QString, QString>> enrolOptions(const QStringList &arguments)
{
    QHash<QString, QString> options;
    for (qsizetype i = 0; i + 1 < arguments.size(); i += 2)
        options.insert(arguments.at(i), arguments.at(i + 1));
    for (const QString &name : {u"--central"_s, u"--ca"_s, u"--code"_s}) {
        if (options.value(name).isEmpty())
            return std::nullopt;
    }
    if (options.size() != 3 || arguments.size() != 6)
        return std::nullopt;
    return options;
}

bool isRefused(FailureKind kind)
{
    return kind == FailureKind::BadInput || kind == FailureKind::Denied || kind == FailureKind::Untrusted
        || kind == FailureKind::Gone || kind == FailureKind::Later;
}

/// What is in a folder before a command makes a store there.
class FreshFolder
{
public:
    explicit FreshFolder(const QString &path)
        : m_path(path)
        , m_wasThere(QDir(path).exists())
        , m_before(entries())
    {
    }
    /// Removes what came since, when there was no store before: the store must be closed.
    void takeAway() const
    {
        if (m_before.contains(u"store.db"_s))
            return;
        const auto lock = StoreLock::take(m_path);
        if (!lock) // somebody opened it meanwhile: it is theirs
            return;
        for (const QString &name : entries()) {
            const QString path = m_path + u'/' + name;
            if (m_before.contains(name))
                continue;
            if (QFileInfo(path).isDir())
                QDir(path).removeRecursively();
            else
                QFile::remove(path);
        }
        if (!m_wasThere)
            QDir().rmdir(m_path);
    }

private:
    QStringList entries() const
    {
        return QDir(m_path).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    QString m_path;
    bool m_wasThere;
    QStringList m_before;
};

Outcome<Enrolment> enrolIn(CtlSession &session, const QHash<QString, QString> &options, const QByteArray &ca)
{
    StoreOptions open;
    open.dir = session.storeDir;
    open.vfs = session.world.vfs;
    open.clock = session.clock;
    open.create = true;
    open.write = true;
    const auto store = Store::open(open);
    if (!store)
        return fail(store.error());
    const auto actor = actorOf(session, *store.value());
    if (!actor)
        return fail(actor.error());
    return enrolWith(*store.value(), options.value(u"--central"_s), ca, options.value(u"--code"_s),
                     actor.value());
}

int runEnrol(CtlSession &session, const QStringList &arguments)
{
    const auto options = enrolOptions(arguments);
    if (!options)
        return session.usage(u"enrol --central URL --ca FILE --code CODE"_s);
    const auto ca = session.read(options->value(u"--ca"_s), kMostAuthorityBytes);
    if (!ca)
        return session.failed(ca.error());
    const FreshFolder folder(session.storeDir);
    const auto enrolment = enrolIn(session, *options, ca.value());
    if (!enrolment) {
        // A lost answer may have taken the code for the device that the new store has: that one is kept.
        if (isRefused(enrolment.error().kind))
            folder.takeAway();
        return session.failed(enrolment.error());
    }
    session.print(QJsonObject{{u"workstation"_s, enrolment.value().workstation},
                              {u"office"_s, enrolment.value().office},
                              {u"officeName"_s, enrolment.value().officeName},
                              {u"centre"_s, enrolment.value().centre},
                              {u"officers"_s, enrolment.value().officers.size()}});
    return kExitDone;
}

} // namespace

const Command kEnrolCommand = {
    "enrol", "--central URL --ca FILE --code CODE", "makes a new or trial store a counter of that centre",
    "URL: https://…, as the office was told. FILE: the certificate authority that the centre's certificate "
    "comes from (PEM);\nnothing else is trusted. CODE: one-time, from a supervisor. What was tried out in "
    "the store is copied into\ntrial-<generation> beside it, pictures too, and is gone from it: nothing of "
    "it is "
    "ever sent. A lost answer and the same code\nagain give the same counter. One JSON object: workstation, "
    "office, officeName, centre, officers.\n"
    "Where there was no store, a refusal leaves none; a lost link leaves the new trial store, which has the "
    "key that\nthe code may have been used with.\n"
    "Exit: 0 done, 2 a bad code or file, or the store is a counter already, 3 the link or the store "
    "failed.\n",
    runEnrol};

} // namespace Loket
