// SPDX-License-Identifier: Apache-2.0
#include "model/services/assessment.h"

#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

QJsonValue assessedText(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue assessedDate(QDate date)
{
    return assessedText(date.toString(Qt::ISODate));
}

QJsonObject writeProblem(const Problem &problem)
{
    QJsonObject out{{"severity"_L1, problem.severity == Severity::Error ? u"error"_s : u"warning"_s},
                    {"path"_L1, problem.path},
                    {"code"_L1, problem.code},
                    {"args"_L1, problem.args},
                    {"earliest"_L1, assessedDate(problem.earliest)},
                    {"source"_L1, assessedText(problem.source)}};
    if (problem.overridden) {
        out.insert("overridden"_L1, true);
        out.insert("overrideReason"_L1, assessedText(problem.overrideReason));
    }
    return out;
}

QJsonObject writeNeed(const DocumentNeed &need)
{
    return {{"code"_L1, need.code},
            {"member"_L1, need.member ? QJsonValue(*need.member) : QJsonValue(QJsonValue::Null)},
            {"required"_L1, need.required},
            {"seen"_L1, need.seen},
            {"source"_L1, assessedText(need.source)}};
}

QJsonObject writeDues(const DuesSum &dues)
{
    QJsonObject out{{"month"_L1, dues.month},           {"gross"_L1, dues.gross},
                    {"member"_L1, dues.member},         {"employer"_L1, dues.employer},
                    {"government"_L1, dues.government}, {"source"_L1, assessedText(dues.source)}};
    if (dues.localGovernment != 0)
        out.insert("localGovernment"_L1, dues.localGovernment);
    return out;
}

} // namespace

QString decisionWord(Decision decision)
{
    switch (decision) {
    case Decision::Ready:
        return u"ready"_s;
    case Decision::Incomplete:
        return u"incomplete"_s;
    case Decision::Refused:
        return u"refused"_s;
    case Decision::BackOffice:
        return u"back-office"_s;
    }
    return {};
}

QJsonObject writeAssessment(const Assessment &assessment)
{
    QJsonArray problems;
    for (const Problem &problem : assessment.problems)
        problems += writeProblem(problem);
    QJsonArray documents;
    for (const DocumentNeed &need : assessment.documents)
        documents += writeNeed(need);
    QJsonArray instalments;
    for (const qint64 stage : assessment.instalments)
        instalments += stage;
    const AssessmentDates &dates = assessment.dates;
    QJsonObject days{{"firstPaymentFrom"_L1, assessedDate(dates.firstPaymentFrom)},
                     {"firstPaymentUntil"_L1, assessedDate(dates.firstPaymentUntil)},
                     {"effective"_L1, assessedDate(dates.effective)},
                     {"arrearsDue"_L1, assessedDate(dates.arrearsDue)},
                     {"source"_L1, assessedText(dates.source)}};
    if (dates.until.isValid())
        days.insert("until"_L1, assessedDate(dates.until));
    QJsonObject out{
        {"decision"_L1, decisionWord(assessment.decision)},
        {"problems"_L1, problems},
        {"documents"_L1, documents},
        {"dues"_L1, assessment.dues ? QJsonValue(writeDues(*assessment.dues)) : QJsonValue(QJsonValue::Null)},
        {"dates"_L1, days},
        {"rulebook"_L1, assessment.rulebook}};
    if (!instalments.isEmpty())
        out.insert("instalments"_L1, instalments);
    QJsonArray replaced;
    for (const ReplacedValue &one : assessment.replaced)
        replaced += QJsonObject{{"path"_L1, one.path}, {"before"_L1, one.before}};
    if (!replaced.isEmpty())
        out.insert("replaced"_L1, replaced);
    return out;
}

} // namespace Loket
