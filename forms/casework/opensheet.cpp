// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/opensheet.h"

#include "forms/casework/issuetext.h"
#include "forms/casework/knownfamily.h"
#include "forms/common/correction.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "forms/common/texts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

struct OpenSheet {
    Q_DECLARE_TR_FUNCTIONS(Loket::OpenSheet)
};

QString documentName(const DocumentNeed &need, const Case &content)
{
    const QString name = codeLabel(u"document"_s, need.code);
    return need.member
        ? OpenSheet::tr("%1 — %2", "document, member").arg(name, memberCallName(content, *need.member))
        : name;
}

SheetSection aboutSection(const Case &content, const std::optional<FamilyView> &known)
{
    SheetSection about;
    about.lines << SheetSection::Line{OpenSheet::tr("Day"), longDateText(content.date)};
    about.lines << SheetSection::Line{OpenSheet::tr("Family"),
                                      known ? knownFamilyName(*known) : familyTitle(content), true};
    if (!content.family.kk.isEmpty())
        about.lines << SheetSection::Line{OpenSheet::tr("KK"), groupedDigits(content.family.kk)};
    return about;
}

QString withSource(const QString &sentence, const QString &source)
{
    return source.isEmpty() ? sentence : u"%1 (%2)"_s.arg(sentence, source);
}

} // namespace

SheetFacts openSheetOf(const Case &content, const Assessment &assessment,
                       const std::optional<FamilyView> &known, const Rulebook &rulebook, const QString &note,
                       QDate promised)
{
    SheetFacts facts;
    facts.language = currentLanguage();
    facts.title = OpenSheet::tr("Still open");
    facts.subtitle = serviceName(rulebook, content.service);
    facts.reference = u"%1-%2"_s.arg(content.service, content.date.toString(u"yyyyMMdd"_s));
    facts.sections << aboutSection(content, known);

    SheetSection there{OpenSheet::tr("What is there"), {}, {}};
    SheetSection missing{OpenSheet::tr("What is missing, and why"), {}, {}};
    for (const DocumentNeed &need : assessment.documents) {
        const QString name = u"• "_s + documentName(need, content);
        if (need.seen)
            there.texts << name;
        else if (need.required)
            missing.texts << withSource(name, need.source);
    }
    for (const Problem &problem : assessment.problems) {
        if (problem.severity == Severity::Error)
            missing.texts << withSource(u"• "_s + issueText(problem, content, &rulebook), problem.source);
    }
    if (there.texts.isEmpty())
        there.texts << OpenSheet::tr("No document was shown yet.");
    if (missing.texts.isEmpty())
        missing.texts << OpenSheet::tr("Nothing.");
    facts.sections << there << missing;

    SheetSection next{OpenSheet::tr("What happens now"), {}, {}};
    if (!note.isEmpty())
        next.lines << SheetSection::Line{OpenSheet::tr("Note"), note};
    if (promised.isValid())
        next.lines << SheetSection::Line{OpenSheet::tr("To be brought until"), longDateText(promised), true};
    next.texts << OpenSheet::tr(
        "The case is not submitted yet. It goes on from here when what is missing is there; "
        "bring this sheet.");
    facts.sections << next;
    return facts;
}

} // namespace Loket
