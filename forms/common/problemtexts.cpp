// SPDX-License-Identifier: Apache-2.0
#include "forms/common/texts.h"

#include "forms/common/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

struct ProblemTexts {
    Q_DECLARE_TR_FUNCTIONS(Loket::ProblemTexts)
};

/// A fact as people read it: dates and whole numbers in the language's way.
QString factText(const QJsonValue &value)
{
    if (value.isDouble())
        return numberText(value.toInteger());
    const QString text = value.toString();
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.isValid() ? dateText(date) : text;
}

QString lengthText(const Problem &problem, int wanted)
{
    const int digits = problem.args.value("digits"_L1).toInt();
    if (digits < wanted)
        return ProblemTexts::tr("%1 digit(s) missing (%2 of %3)")
            .arg(wanted - digits)
            .arg(digits)
            .arg(wanted);
    return ProblemTexts::tr("%1 digit(s) too many (%2 instead of %3)")
        .arg(digits - wanted)
        .arg(digits)
        .arg(wanted);
}

QString sentenceOf(const Problem &problem)
{
    if (problem.code == "nik.length"_L1 && problem.args.contains("digits"_L1))
        return u"NIK: "_s + lengthText(problem, 16);
    if (problem.code == "kk.length"_L1 && problem.args.contains("digits"_L1))
        return u"KK: "_s + lengthText(problem, 16);
    if (problem.code == "nik.birth-differs"_L1 && problem.args.contains("nik"_L1)
        && QDate::fromString(problem.args.value("nik"_L1).toString(), Qt::ISODate).isValid())
        return ProblemTexts::tr("Birth date differs from the NIK (%1)")
            .arg(factText(problem.args.value("nik"_L1)));
    QString sentence = codeLabel(u"problem"_s, problem.code);
    // A text of codes.csv may name its facts: "{digits}".
    for (auto it = problem.args.begin(); it != problem.args.end(); ++it)
        sentence.replace(u'{' + it.key() + u'}', factText(it.value()));
    return sentence;
}

} // namespace

QString memberOfPath(const QString &path, const Case &content)
{
    static const QRegularExpression member(u"^family\\.members\\[(\\d+)\\]"_s);
    const QRegularExpressionMatch match = member.match(path);
    if (!match.hasMatch())
        return {};
    const qsizetype index = match.captured(1).toLongLong();
    const QString name = index < content.family.members.size()
        ? content.family.members.at(index).name.simplified().section(u' ', 0, 0).toLower()
        : QString();
    if (name.isEmpty())
        return ProblemTexts::tr("member %1").arg(index + 1);
    return name.at(0).toUpper() + name.sliced(1);
}

QString problemText(const Problem &problem, const Case &content)
{
    QString sentence = sentenceOf(problem);
    const QString who = memberOfPath(problem.path, content);
    if (!who.isEmpty())
        sentence = ProblemTexts::tr("%1: %2", "member's name, then what is wrong").arg(who, sentence);
    if (problem.earliest.isValid())
        sentence = ProblemTexts::tr("%1 – from %2").arg(sentence, longDateText(problem.earliest));
    return sentence;
}

} // namespace Loket
