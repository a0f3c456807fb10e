// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/commands.h"
#include "app/ctl/lines.h"
#include "model/domain/regions.h"
#include "model/dues/calctexts.h"
#include "model/dues/calculators.h"
#include "model/rulebook/rulebook.h"

#include <QJsonDocument>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLongestInput = 1024 * 1024;

int calcOne(CtlSession &session, const QString &name, const QString &file, const CalcContext &context)
{
    const auto bytes = session.read(file, kLongestInput);
    if (!bytes)
        return session.failed(bytes.error());
    const auto answer = calculate(name, bytes.value(), context);
    if (!answer)
        return session.usage(answer.error().line());
    session.print(answer.value());
    return kExitDone;
}

/// The answer, then one line a step.
int calcExplained(CtlSession &session, const QString &name, const QString &file, const CalcContext &context,
                  const QString &language)
{
    const auto bytes = session.read(file, kLongestInput);
    if (!bytes)
        return session.failed(bytes.error());
    const auto plain = calculate(name, bytes.value(), context);
    if (!plain)
        return session.usage(plain.error().line());
    const CalcAnswer answer
        = explainCalculation(name, QJsonDocument::fromJson(bytes.value()).object(), context);
    session.print(answer.out);
    const QList<CalcLine> lines = calcStepLines(answer.steps, language);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const CalcStep &step = answer.steps.at(i);
        QJsonObject line{{u"step"_s, step.code},
                         {u"label"_s, lines.at(i).label},
                         {u"sum"_s, lines.at(i).sum},
                         {u"result"_s, step.result}};
        if (!step.rule.table.isEmpty()) {
            line.insert(u"table"_s, step.rule.table);
            line.insert(u"row"_s, step.rule.row);
            line.insert(u"file"_s, step.rule.file);
            line.insert(u"source"_s, step.rule.source);
        }
        session.print(line);
    }
    return kExitDone;
}

int calcLines(CtlSession &session, const QString &name, const QString &file, const CalcContext &context)
{
    return answerLines(session, file, kLongestInput,
                       [&](const QByteArray &line) -> Result<QByteArray, QString> {
                           const auto answer = calculate(name, line, context);
                           if (!answer)
                               return fail(answer.error().line());
                           return QJsonDocument(answer.value()).toJson(QJsonDocument::Compact);
                       });
}

} // namespace

static int runCalc(CtlSession &session, const QStringList &given)
{
    QStringList arguments = given;
    const bool lines = arguments.removeAll(u"--lines"_s) > 0;
    const bool explains = arguments.removeAll(u"--explain"_s) > 0;
    const bool isEnglish = arguments.removeAll(u"--english"_s) > 0;
    if (arguments.size() != 2 || (lines && explains) || (isEnglish && !explains))
        return session.usage(u"calc NAME FILE|- [--lines | --explain [--english]]; NAME is one of %1"_s.arg(
            calculatorNames().join(u", "_s)));
    const QString &name = arguments.first();
    if (!calculatorNames().contains(name))
        return session.usage(
            u"unknown calculator '%1'; there are %2"_s.arg(name, calculatorNames().join(u", "_s)));
    int exitCode = kExitDone;
    const auto library = session.rulebooks(&exitCode);
    if (!library)
        return exitCode;
    std::shared_ptr<const RegionIndex> regions;
    if (name == "nik"_L1) { // the only one that needs them, and they take their time
        auto loaded = RegionIndex::load();
        if (!loaded)
            return session.failed(loaded.error());
        regions = loaded.take();
    }
    const CalcContext context{library.get(), session.today, regions.get()};
    if (explains)
        return calcExplained(session, name, arguments.at(1), context, isEnglish ? u"en"_s : u"id"_s);
    return lines ? calcLines(session, name, arguments.at(1), context)
                 : calcOne(session, name, arguments.at(1), context);
}

const Command kCalcCommand = {
    "calc", "NAME FILE|- [--lines | --explain [--english]]", "one of the calculators; pure",
    "The input is one JSON object, the output another. NAME: dues, first-payment, due-date, arrears, "
    "penalty, upgrade,\n"
    "instalments, mutation, fktp-change, class-change, newborn, dependants, nik, phk, first-bill.\n"
    "--lines: one JSON input a line, one JSON output a line; a bad or empty line gives "
    "{\"error\":\"...\"} in its place.\n"
    "--explain: after the answer one line {\"step\",\"label\",\"sum\",\"result\"} for every step of the sum, "
    "with the\n"
    "table, row, file and source of its rule.\n"
    "An input error (exit 2) names the key.\n"
    "Keys that only some editions of the rulebook ask for: upgrade takes cbgFirst (INA-CBG of class I) from "
    "class II to VIP\n"
    "(from 2023-01-09); instalments takes changed (true: arrears of a segment that was left) and running "
    "(dues "
    "of one month,\n"
    "paid with each stage: payments), from 2025-02-01; phk takes kind and tells the kinds that count on date "
    "and proofs, a\n"
    "list of lists: one document of each list.\n",
    runCalc};

} // namespace Loket
