// SPDX-License-Identifier: Apache-2.0
#include "model/domain/nik.h"
#include "model/dues/calcadapters.h"
#include "model/rulebook/rulebook.h"

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
    const auto tell = [&](const QString &code, const QJsonObject &args, const QJsonValue &result) {
        noteStep(context.trace, [&] { return CalcStep{code, args, result, {}}; });
    };
    const auto nik = Nik::parse(typed);
    if (!nik) {
        tell(u"nik.form"_s, {{u"count"_s, typed.size()}}, false);
        return {{u"valid"_s, false}, {u"code"_s, problemCode(nik.error())}};
    }
    const std::optional<Sex> sex = letter ? sexFromLetter(*letter) : std::nullopt;
    QJsonArray warnings;
    for (const NikWarning warning : nikWarnings(nik.value(), born, sex, context.regions, today))
        warnings += problemCode(warning);
    const QString birth = nik.value().text().mid(6, 6);
    const QString letterOfSex(sexLetter(nik.value().sex()));
    const QString bornIso = isoText(nik.value().birthDate(born, today));
    tell(u"nik.region"_s, {{u"digits"_s, nik.value().regionDigits()}}, nik.value().regionCode());
    tell(u"nik.sex"_s, {{u"digits"_s, birth.left(2)}}, letterOfSex);
    tell(u"nik.born"_s, {{u"digits"_s, birth}}, bornIso);
    if (!warnings.isEmpty())
        tell(u"nik.warnings"_s, {}, warnings);
    tell(u"nik.form"_s, {{u"count"_s, typed.size()}}, true);
    return {{u"valid"_s, true},
            {u"warnings"_s, warnings},
            {u"sex"_s, letterOfSex},
            {u"born"_s, bornIso},
            {u"region"_s, nik.value().regionCode()}};
}

} // namespace Loket
