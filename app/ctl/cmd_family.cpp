// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "model/store/familyjson.h"

namespace Loket {

using namespace Qt::StringLiterals;

static int runFamily(CtlSession &session, const QStringList &arguments)
{
    if (arguments.size() != 1)
        return session.usage(u"family KK"_s);
    const auto store = openForReading(session);
    if (!store)
        return session.failed(store.error());
    const auto reader = store.value()->reader();
    if (!reader)
        return session.failed(reader.error());
    const auto family = reader.value()->familyByKk(arguments.first());
    if (!family)
        return session.failed(family.error());
    if (!family.value())
        return session.no(u"no family with this KK"_s);
    session.print(familyForConsole(*family.value()));
    return kExitDone;
}

const Command kFamilyCommand
    = {"family", "KK", "prints a family with its members, waiting changes laid over",
       "One JSON object: kk, segment, class, status, va, paidUntil, "
       "firstPaymentFrom, firstPaymentUntil, address, bank,\n"
       "members (pending: a case that waits for the centre made or changed it), "
       "pendingCase, scheduled (changes to come),\nhistory (newest first; kind: case, card "
       "or dues; pending: the centre has not decided), revision.\n"
       "Exit: 0 found, 1 no such family, 3 there is no store or it can't be read.\n",
       runFamily};

} // namespace Loket
