// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "model/services/soundness.h"

#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

static int runVerify(CtlSession &session, const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return session.usage(u"verify"_s);
    const auto store = openForReading(session);
    if (!store)
        return session.failed(store.error());
    const auto faults = checkStore(*store.value());
    if (!faults)
        return session.failed(faults.error());
    session.print(QJsonObject{{u"sound"_s, faults.value().isEmpty()},
                              {u"faults"_s, QJsonArray::fromStringList(faults.value())}});
    if (faults.value().isEmpty())
        return kExitDone;
    return session.failed({FailureKind::Corrupt, u"%1 faults"_s.arg(faults.value().size())});
}

const Command kVerifyCommand
    = {"verify", "", "proves both files, audit chain, pictures and scans, envelopes and numbers",
       "One JSON object: sound, faults (one text each). Reads everything, so it takes seconds on a large "
       "store.\n"
       "Exit: 0 sound, 3 damaged, or there is no store.\n",
       runVerify};

} // namespace Loket
