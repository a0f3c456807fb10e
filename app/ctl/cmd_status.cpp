// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "app/ctl/recordjson.h"
#include "model/rulebook/rulebook.h"

namespace Loket {

using namespace Qt::StringLiterals;

static int runStatus(CtlSession &session, const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return session.usage(u"status"_s);
    const auto rulebooks = session.rulebooks();
    if (!rulebooks)
        return kExitUsage;
    const auto store = openForReading(session);
    if (!store)
        return session.failed(store.error());
    const auto reader = store.value()->reader();
    if (!reader)
        return session.failed(reader.error());
    const auto status = reader.value()->status();
    if (!status)
        return session.failed(status.error());
    const auto faults = reader.value()->glance();
    if (!faults)
        return session.failed(faults.error());
    QJsonObject object = statusJson(status.value());
    object.insert(u"rulebooks"_s, QJsonArray::fromStringList(rulebooks->ids()));
    object.insert(u"integrity"_s, faults.value().isEmpty() ? u"ok"_s : faults.value().first());
    session.print(object);
    return kExitDone;
}

const Command kStatusCommand = {"status", "", "what waits, what is left, and whether the files are sound",
                                "One JSON object: trial, office, workstation, drafts, outbox (cases by "
                                "state), numbersLeft, lastSync, participants,\n"
                                "casesToday, cardsPrintedToday, storeBytes, mirrorBytes, generation, "
                                "rulebooks (editions), integrity (a quick look\nat store.db: "
                                "\"ok\" or the first fault; loketctl verify proves all files).\n"
                                "Exit: 0, 3 there is no store or it can't be read.\n",
                                runStatus};

} // namespace Loket
