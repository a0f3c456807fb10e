// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/summaryfacts.h"

#include "forms/casework/casedraft.h"
#include "forms/casework/fieldsources.h"
#include "forms/common/format.h"
#include "forms/common/language.h"
#include "model/domain/casefields.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

struct SummaryFacts {
    Q_DECLARE_TR_FUNCTIONS(Loket::SummaryFacts)
};

QString beforeOf(const Assessment &assessment, const QString &path)
{
    for (const ReplacedValue &replaced : assessment.replaced) {
        if (replaced.path == path)
            return replaced.before;
    }
    return {};
}

void addDates(QList<SummaryFact> &facts, const Assessment &assessment)
{
    const AssessmentDates &dates = assessment.dates;
    if (dates.effective.isValid())
        facts << SummaryFact{SummaryFacts::tr("Holds from"), longDateText(dates.effective)};
    if (dates.until.isValid())
        facts << SummaryFact{SummaryFacts::tr("Covered until"), longDateText(dates.until)};
    if (dates.arrearsDue.isValid())
        facts << SummaryFact{SummaryFacts::tr("Old arrears to be paid by"), longDateText(dates.arrearsDue)};
    QStringList stages;
    for (const qint64 stage : assessment.instalments)
        stages << moneyText(stage);
    if (!stages.isEmpty())
        facts << SummaryFact{SummaryFacts::tr("Instalments"), stages.join(u", "_s)};
}

} // namespace

QList<SummaryFact> summaryFacts(const CaseDraft &draft, const CaseRecord &record)
{
    QList<SummaryFact> facts;
    const Service *asked = service(draft.port().rulebook(record.content.date), record.content.service);
    if (!asked || draft.familyNeed() == FamilyNeed::New)
        return facts;
    if (draft.known())
        facts << SummaryFact{SummaryFacts::tr("Family"), knownFamilyName(*draft.known())};
    for (const QString &id : asked->fields) {
        const Field *field = Loket::field(draft.port().rulebook(record.content.date), id);
        const QString value = field ? fieldText(record.content, field->path) : QString();
        const bool isOurs
            = field && (field->path.startsWith(u"details."_s) || field->path.startsWith(u"family.bank."_s));
        if (value.isEmpty() || !isOurs)
            continue;
        const QString before = beforeOf(record.assessment, field->path);
        const QString after = valueText(*field, value, draft);
        facts << SummaryFact{currentLanguage() == u"en" ? field->labelEn : field->labelId,
                             before.isEmpty() ? after
                                              : SummaryFacts::tr("%1 → %2", "value before, value now")
                                                    .arg(valueText(*field, before, draft), after)};
    }
    addDates(facts, record.assessment);
    return facts;
}

QString summaryAdvice(const CaseDraft &draft)
{
    const Case &content = draft.content();
    const Service *asked = service(draft.port().rulebook(content.date), content.service);
    return !asked ? QString() : currentLanguage() == u"en" ? asked->receiptEn : asked->receiptId;
}

} // namespace Loket
