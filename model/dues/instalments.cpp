// SPDX-License-Identifier: Apache-2.0
#include "model/dues/instalments.h"

namespace Loket {

using namespace Qt::StringLiterals;

Instalments instalmentsOf(const Rulebook &rulebook, qint64 arrears, qint64 months, qint64 stages,
                          RuleTrace *trace)
{
    const auto outside = [&](qint64 value, const QString &least, const QString &most) {
        return value < rulebook.number(least, trace) || value > rulebook.number(most, trace);
    };
    Instalments out;
    if (outside(months, u"rehab.min-months"_s, u"rehab.max-months"_s)) {
        out.refusal = u"rehab.months"_s;
        return out;
    }
    if (outside(stages, u"rehab.min-stages"_s, u"rehab.max-stages"_s) || stages < 1) {
        out.refusal = u"rehab.stages"_s;
        return out;
    }
    const qint64 stage = (arrears + stages - 1) / stages;
    const qint64 rest = arrears - stage * (stages - 1);
    if (rest <= 0) {
        out.refusal = u"rehab.too-small"_s;
        return out;
    }
    out.stages = QList<qint64>(stages - 1, stage);
    out.stages += rest;
    return out;
}

} // namespace Loket
