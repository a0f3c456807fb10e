// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "model/sync/enrolment.h"

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

int runEnrol(CtlSession &session, const QStringList &arguments)
{
    const auto options = enrolOptions(arguments);
    if (!options)
        return session.usage(u"enrol --central URL --ca FILE --code CODE"_s);
    const auto ca = session.read(options->value(u"--ca"_s), kMostAuthorityBytes);
    if (!ca)
        return session.failed(ca.error());
    StoreOptions open;
    open.dir = session.storeDir;
    open.vfs = session.world.vfs;
    open.clock = session.clock;
    open.create = true;
    open.write = true;
    const auto store = Store::open(open);
    if (!store)
        return session.failed(store.error());
    const auto actor = actorOf(session, *store.value());
    if (!actor)
        return session.failed(actor.error());
    const auto enrolment = enrolWith(*store.value(), options->value(u"--central"_s), ca.value(),
                                     options->value(u"--code"_s), actor.value());
    if (!enrolment)
        return session.failed(enrolment.error());
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
    "the store is copied into\ntrial-<generation>.db beside it and is gone from it: nothing of it is ever "
    "sent. A lost answer and the same code\nagain give the same counter. One JSON object: workstation, "
    "office, officeName, centre, officers.\n"
    "Exit: 0 done, 2 a bad code or file, or the store is a counter already, 3 the link or the store "
    "failed.\n",
    runEnrol};

} // namespace Loket
