// SPDX-License-Identifier: Apache-2.0
#include "model/print/calcsheet.h"

#include "model/print/printtexts.h"
#include "model/rulebook/rulebook.h"

namespace Loket {

using namespace Qt::StringLiterals;

SheetFacts calcSheet(const QString &calculator, const QJsonObject &input, const CalcAnswer &answer,
                     const QString &language)
{
    const auto say = [&language](const char *key) { return printText(QLatin1String(key), language); };
    const CalcInfo *info = calcInfo(calculator);
    SheetFacts facts;
    facts.language = language;
    facts.title = info ? info->title.in(language) : calculator;
    facts.subtitle = say("calc.estimate");
    facts.reference = calculator;

    SheetSection known{say("calc.inputs"), {}, {}};
    for (const CalcLine &line : calcInputLines(calculator, input, answer.asked, language))
        known.lines += SheetSection::Line{line.label, line.value};
    SheetSection result{say("calc.answer"), {}, {}};
    for (const CalcLine &line : calcResultLines(calculator, answer.out, language))
        result.lines += SheetSection::Line{line.label, line.value, line.isMain};
    SheetSection steps{say("calc.steps"), {}, {}};
    QStringList sources;
    for (const CalcLine &line : calcStepLines(answer.steps, language)) {
        steps.lines += SheetSection::Line{line.label, line.sum + u" = "_s + line.value};
        if (!line.rule.source.isEmpty() && !sources.contains(line.rule.source))
            sources += line.rule.source;
    }
    SheetSection rules{say("calc.sources"), {}, {}};
    for (const QString &source : std::as_const(sources))
        rules.texts += u"• "_s + source;
    if (answer.rulebook) {
        rules.texts
            += say("calc.edition").arg(answer.rulebook->id(), printedDay(answer.rulebook->effectiveFrom()));
    }
    facts.sections = {known, result, steps, rules};
    return facts;
}

} // namespace Loket
