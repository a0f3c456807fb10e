// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "app/ctl/recordjson.h"
#include "model/sync/centralof.h"
#include "model/sync/courier.h"
#include "model/sync/courierfile.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

const QString kCourierUsage = u"courier export FILE | import FILE | carry FILE --out ANSWER"_s;

int runExport(CtlSession &session, Store &store, const QString &path)
{
    const auto made = exportCourier(store);
    if (!made)
        return session.failed(made.error());
    if (const auto written = writeWhole(path, made.value().file); !written)
        return session.failed(written.error());
    session.print(QJsonObject{{u"number"_s, made.value().number},
                              {u"envelopes"_s, made.value().envelopes},
                              {u"attachments"_s, made.value().attachments},
                              {u"bytes"_s, made.value().file.size()}});
    return kExitDone;
}

int runImport(CtlSession &session, Store &store, const QByteArray &file)
{
    const auto actor = actorOf(session, store);
    if (!actor)
        return session.failed(actor.error());
    const auto taken = importCourier(store, file, actor.value());
    if (!taken)
        return session.failed(taken.error());
    QJsonObject told = summaryJson(taken.value().summary);
    told.insert("more"_L1, taken.value().hasMore);
    session.print(told);
    if (taken.value().summary.linkFailed)
        return session.failed({FailureKind::Network, taken.value().summary.problem});
    return kExitDone;
}

int runCarry(CtlSession &session, Store &store, const QByteArray &file, const QString &out)
{
    if (!isCourierLoad(file))
        return session.usage(u"not a courier file of a counter"_s);
    int exitCode = kExitDone;
    const auto desk = openRuleDesk(session, &exitCode);
    if (!desk)
        return exitCode;
    const auto central = centralOf(store, desk->context(session.today));
    if (!central)
        return session.failed(central.error());
    const auto answer = central.value()->carry(file);
    if (!answer)
        return session.failed(answer.error());
    if (const auto written = writeWhole(out, answer.value()); !written)
        return session.failed(written.error());
    session.print(QJsonObject{{u"bytes"_s, answer.value().size()}});
    return kExitDone;
}

int runCourier(CtlSession &session, const QStringList &arguments)
{
    const QString what = arguments.value(0);
    const bool carries = what == "carry"_L1;
    const bool isKnown = carries || what == "export"_L1 || what == "import"_L1;
    if (!isKnown || arguments.size() != (carries ? 4 : 2) || (carries && arguments.at(2) != "--out"_L1))
        return session.usage(kCourierUsage);
    QByteArray file;
    if (what != "export"_L1) {
        const auto read = session.read(arguments.at(1), kMostCourierBytes);
        if (!read)
            return session.failed(read.error());
        file = read.value();
    }
    const auto store = openForWriting(session, false);
    if (!store)
        return session.failed(store.error());
    if (carries)
        return runCarry(session, *store.value(), file, arguments.at(3));
    return what == "export"_L1 ? runExport(session, *store.value(), arguments.at(1))
                               : runImport(session, *store.value(), file);
}

} // namespace

const Command kCourierCommand = {
    "courier", "export FILE | import FILE | carry FILE --out ANSWER",
    "carries cases and answers between a counter without a network and the centre",
    "export: what waits at this counter, its pictures and its wish for numbers, sealed to the centre; only "
    "the centre can\nread it. carry: at a counter with a network, hands such a file of another counter to "
    "the centre and keeps the answer,\nsealed to that counter. import: takes the answer. Twice does no harm; "
    "a damaged or foreign file changes nothing.\nOne JSON object: export: number, envelopes, attachments, "
    "bytes; carry: bytes; import: as sync,\nand more: true when the centre has more to tell than one file "
    "holds; the next "
    "one goes on.\n"
    "Exit: 0 done, 2 a damaged or foreign file, 3 the link or the store failed.\n",
    runCourier};

} // namespace Loket
