// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/casefile.h"
#include "app/ctl/commands.h"
#include "app/ctl/counter.h"
#include "app/ctl/lines.h"
#include "model/domain/casejson.h"
#include "model/domain/facilities.h"
#include "model/domain/regions.h"
#include "model/rulebook/rulebook.h"
#include "model/services/assess.h"
#include "model/services/caseinput.h"
#include "model/sync/storededitions.h"

#include <QJsonDocument>

namespace Loket {

using namespace Qt::StringLiterals;

static int runAssess(CtlSession &session, const QStringList &arguments)
{
    QStringList files = arguments;
    const bool isLines = files.removeAll(u"--lines"_s) > 0;
    if (files.size() != 1 || (files.first().startsWith(u'-') && files.first() != "-"_L1))
        return session.usage(u"assess FILE|- [--lines]"_s);
    const QString file = files.first();
    int exitCode = kExitDone;
    const auto rulebooks = session.rulebooks(&exitCode);
    if (!rulebooks)
        return exitCode;
    const auto regions = RegionIndex::load();
    if (!regions)
        return session.failed(regions.error());
    auto facilities = FacilityIndex::trial();
    // Without --store the answer depends on the case alone, whatever counter the machine is.
    std::unique_ptr<Store> store;
    std::unique_ptr<StoreReader> reader;
    if (session.storeGiven && isStoreThere(session)) {
        auto opened = openForReading(session);
        if (!opened)
            return session.failed(opened.error());
        store = opened.take();
        auto list = facilitiesOf(*store, session.today);
        if (!list)
            return session.failed(list.error());
        facilities = list.take();
        auto reading = store->reader();
        if (!reading)
            return session.failed(reading.error());
        reader = reading.take();
    }
    const CaseFileLookup lookup(file, reader ? &reader->lookup() : nullptr);
    Context context;
    context.rulebooks = rulebooks.get();
    context.today = session.today;
    context.regions = regions.value().get();
    context.facilities = facilities.get();
    context.lookup = &lookup;

    const auto answer = [&](const QByteArray &json) -> Result<Assessment, InputError> {
        const auto read = readCaseInput(json, *rulebooks, session.today);
        if (!read)
            return fail(read.error());
        return assess(read.value(), context);
    };
    if (isLines) {
        return answerLines(
            session, file, kMaxCaseBytes, [&](const QByteArray &line) -> Result<QByteArray, QString> {
                const auto assessment = answer(line);
                if (!assessment)
                    return fail(assessment.error().line());
                return QJsonDocument(writeAssessment(assessment.value())).toJson(QJsonDocument::Compact);
            });
    }
    const auto bytes = session.read(file, kMaxCaseBytes);
    if (!bytes)
        return session.failed(bytes.error());
    const auto assessment = answer(bytes.value());
    if (!assessment)
        return session.usage(
            u"%1: %2"_s.arg(file == "-"_L1 ? u"standard input"_s : file, assessment.error().line()));
    session.print(writeAssessment(assessment.value()));
    return assessment.value().decision == Decision::Ready ? kExitDone : kExitNo;
}

const Command kAssessCommand = {
    "assess", "FILE|- [--lines]", "looks at one case and tells everything that is wrong with it",
    "FILE is a case of the format loket-case/1 (at most 1 MiB); - reads standard input. Nothing is written.\n"
    "Printed is one JSON object: decision (ready, incomplete, refused, back-office), problems (all at once, "
    "in\n"
    "reading order, each with severity, path, code, args, earliest, source), documents, dues of the month of "
    "the\n"
    "first payment, dates, rulebook. Without \"date\" the case is of --today.\n"
    "With --store DIR the counter's own families, waiting cases and people are known; else nothing is.\n"
    "Photos and scans named by a file path are looked for beside FILE; a missing one is a problem.\n"
    "A key or code that is unknown, or that the service does not use, is bad input; the message names the "
    "place.\n"
    "--lines: one case a line in, one assessment a line out; a bad or empty line gives {\"error\": "
    "\"...\"}.\n"
    "Exit: 0 ready (with --lines: every line was answered), 1 not ready, 2 bad input.\n",
    runAssess};

} // namespace Loket
