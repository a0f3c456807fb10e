// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/placeholders.h"

#include "model/domain/rupiah.h"
#include "model/rulebook/tablespecs.h"

#include <QLocale>
#include <QRegularExpression>

namespace Loket {

using namespace Qt::StringLiterals;

static const QRegularExpression &placeholderForm()
{
    static const QRegularExpression form(u"\\{([^{}]*)\\}"_s);
    return form;
}

QStringList placeholdersIn(const QString &text)
{
    QStringList out;
    for (auto match = placeholderForm().globalMatch(text); match.hasNext();)
        out += match.next().captured(1);
    return out;
}

static QString parameterText(const QString &name, const Rulebook &rulebook, QDate day, RuleTrace *trace)
{
    const ParameterSpec *spec = parameterSpec(name);
    Q_ASSERT_X(spec, "withParameters", qPrintable(name)); // the loader has checked it
    if (spec->type == ParameterType::Text)
        return rulebook.text(name, trace);
    if (spec->type != ParameterType::Number)
        return {};
    const qint64 value = rulebook.number(name, spec->dated ? day : QDate(), trace);
    if (spec->unit == "rupiah"_L1)
        return Rupiah(value).text();
    if (spec->unit == "hundredths-of-percent"_L1) {
        constexpr double kWhole = 100;
        return QLocale::c().toString(double(value) / kWhole, 'g', 6).replace(u'.', u',') + u" %"_s;
    }
    return QString::number(value);
}

QString withParameters(const QString &text, const Rulebook &rulebook, QDate day, RuleTrace *trace)
{
    QString out = text;
    for (const QString &name : placeholdersIn(text))
        out.replace(u'{' + name + u'}', parameterText(name, rulebook, day, trace));
    return out;
}

} // namespace Loket
