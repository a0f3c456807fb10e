// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "app/ctl/recordjson.h"

namespace Loket {

using namespace Qt::StringLiterals;

static int runShow(CtlSession &session, const QStringList &arguments)
{
    if (arguments.size() != 1)
        return session.usage(u"show CASE-ID"_s);
    const auto id = CaseId::fromText(arguments.first());
    if (!id)
        return session.usage(u"'%1' is not the id of a case"_s.arg(arguments.first()));
    const auto store = openForReading(session);
    if (!store)
        return session.failed(store.error());
    const auto reader = store.value()->reader();
    if (!reader)
        return session.failed(reader.error());
    const auto record = reader.value()->caseById(*id);
    if (!record)
        return session.failed(record.error());
    if (!record.value())
        return session.no(u"no case %1 in this store"_s.arg(id->text()));
    session.print(recordJson(*record.value()));
    return kExitDone;
}

const Command kShowCommand = {"show", "CASE-ID", "prints a stored case",
                              "One JSON object: case, state, reference, deviceSeq, savedAt, officer, "
                              "numbers, reason, verdict (null while the\n"
                              "centre has not decided), printedReceipts, assessment (as it was when it was "
                              "stored), content (loket-case/1).\n"
                              "Exit: 0 found, 1 no such case, 3 there is no store or it can't be read.\n",
                              runShow};

} // namespace Loket
