// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/issuetext.h"

#include "forms/casework/memberpath.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/texts.h"
#include "model/rulebook/catalogue.h"
#include "model/rulebook/rulebook.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

/// The context of these sentences in the translation.
struct IssueText {
    Q_DECLARE_TR_FUNCTIONS(Loket::IssueText)
};

int numberOf(const Problem &problem, const char *name)
{
    return problem.args.value(QLatin1StringView(name)).toInt();
}

/// "NIK of Bima" or "Family card number".
QString subjectOf(const Problem &problem, const Case &content, const Rulebook *rulebook)
{
    const auto place = MemberPath::parse(problem.path);
    const QString label = fieldLabel(rulebook, problem.path);
    if (!place)
        return label;
    const QString who = memberCallName(content, place->row);
    // The column is for permits too, but these problems are about the NIK.
    if (problem.code.startsWith(u"nik."_s))
        return IssueText::tr("%1 of %2", "NIK of Bima").arg(u"NIK"_s, who);
    return label.isEmpty() ? who : IssueText::tr("%1 of %2", "NIK of Bima").arg(label, who);
}

QString lengthSentence(const QString &subject, int digits, int wanted)
{
    return digits < wanted
        ? IssueText::tr("%1 is %n digit(s) short (%2 of %3)", nullptr, wanted - digits)
              .arg(subject)
              .arg(digits)
              .arg(wanted)
        : IssueText::tr("%1 has %n digit(s) too many (%2 instead of %3)", nullptr, digits - wanted)
              .arg(subject)
              .arg(digits)
              .arg(wanted);
}

/// Sentences that say more than the short text of the code does. Empty: there is none.
QString ownSentence(const Problem &problem, const QString &subject, const QString &who)
{
    const QString &code = problem.code;
    if (const QString said = problem.args.value("centre"_L1).toString(); !said.isEmpty())
        return IssueText::tr("%1: the centre says: %2", "NIK of Bima").arg(subject, said);
    if (code == u"form.not-understood")
        return IssueText::tr("%1: \"%2\" is not understood; choose one of the list")
            .arg(subject, problem.args.value("typed"_L1).toString());
    if (code.endsWith(u".length"_s) && problem.args.contains("digits"_L1)) {
        const int wanted = problem.args.contains("wanted"_L1) ? numberOf(problem, "wanted") : 16;
        return lengthSentence(subject, numberOf(problem, "digits"), wanted);
    }
    if (code == u"field.required")
        return IssueText::tr("%1 is still empty").arg(subject);
    if (who.isEmpty())
        return {};
    if (code == u"nik.birth-differs")
        return IssueText::tr("Date of birth of %1 differs from the NIK").arg(who);
    if (code == u"nik.sex-differs")
        return IssueText::tr("Sex of %1 differs from the NIK").arg(who);
    const QDate until = QDate::fromString(problem.args.value("until"_L1).toString(), Qt::ISODate);
    if (code == u"nik.baby-deadline" && until.isValid())
        return IssueText::tr("%1 has no NIK yet: add it by %2").arg(who, longDateText(until));
    if (code == u"nik.required" && until.isValid())
        return IssueText::tr("%1 needs a NIK: the time without one ended on %2")
            .arg(who, longDateText(until));
    if (code == u"nik.twice")
        return IssueText::tr("NIK of %1 stands at another member too").arg(who);
    if (code == u"nik.digits")
        return IssueText::tr("NIK of %1 may hold digits only").arg(who);
    if (code == u"nik.date")
        return IssueText::tr("NIK of %1: there is no such date of birth").arg(who);
    if (code == u"nik.serial")
        return IssueText::tr("NIK of %1 can't end in 0000").arg(who);
    if (code == u"nik.region-unknown")
        return IssueText::tr("NIK of %1 begins with an unknown region").arg(who);
    return {};
}

} // namespace

QString issueText(const Problem &problem, const Case &content, const Rulebook *rulebook)
{
    const auto place = MemberPath::parse(problem.path);
    const QString who = place ? memberCallName(content, place->row) : QString();
    QString subject = subjectOf(problem, content, rulebook);
    if (subject.isEmpty())
        subject = problem.path;
    const QString sentence = ownSentence(problem, subject, who);
    if (sentence.isEmpty())
        return problemText(problem, content);
    return problem.earliest.isValid()
        ? IssueText::tr("%1 – from %2").arg(sentence, longDateText(problem.earliest))
        : sentence;
}

bool isStillEmpty(const Problem &problem)
{
    static const QStringList kCodes
        = {u"field.required"_s, u"members.none"_s, u"head.missing"_s, u"consent.missing"_s};
    return kCodes.contains(problem.code);
}

QString memberCallName(const Case &content, int row)
{
    const QString name = row < content.family.members.size()
        ? content.family.members[row].name.simplified().section(u' ', 0, 0)
        : QString();
    if (name.isEmpty())
        return IssueText::tr("member %1").arg(row + 1);
    return name.at(0).toUpper() + name.mid(1).toLower();
}

QString serviceName(const Rulebook &rulebook, const QString &service)
{
    const auto row = rulebook.table(u"services"_s).byKey(service, {}, nullptr);
    const QString name = row ? row->cell(currentLanguage() == u"en" ? u"nameEn"_s : u"nameId"_s) : QString();
    return name.isEmpty() ? codeLabel(u"service"_s, service) : name;
}

QString fieldLabel(const Rulebook *rulebook, const QString &path)
{
    if (!rulebook)
        return {};
    const auto place = MemberPath::parse(path);
    const QString wanted = place ? u"family.members[]."_s + place->field : path;
    for (const Field &field : fields(*rulebook)) {
        if (field.path == wanted)
            return currentLanguage() == u"en" ? field.labelEn : field.labelId;
    }
    return {};
}

} // namespace Loket
