// SPDX-License-Identifier: Apache-2.0
#include "model/domain/nik.h"
#include "model/dues/calcadapters.h"

#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

QJsonObject calcNik(CalcInput &input, const CalcContext &context)
{
    const QString typed = input.text(u"nik"_s);
    const std::optional<QDate> born = input.dateIf(u"born"_s);
    const std::optional<QString> letter = input.codeIf(u"sex"_s, u"sex"_s);
    const QDate today = input.dateIf(u"date"_s).value_or(context.today);
    if (input.failed())
        return {};
    const auto nik = Nik::parse(typed);
    if (!nik)
        return {{u"valid"_s, false}, {u"code"_s, problemCode(nik.error())}};
    const std::optional<Sex> sex = letter ? sexFromLetter(*letter) : std::nullopt;
    QJsonArray warnings;
    for (const NikWarning warning : nikWarnings(nik.value(), born, sex, context.regions, today))
        warnings += problemCode(warning);
    return {{u"valid"_s, true},
            {u"warnings"_s, warnings},
            {u"sex"_s, QString(sexLetter(nik.value().sex()))},
            {u"born"_s, isoText(nik.value().birthDate(born, today))},
            {u"region"_s, nik.value().regionCode()}};
}

} // namespace Loket
