// SPDX-License-Identifier: Apache-2.0
#include "model/store/casequery.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

QDate assessedDay(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

std::optional<int> assessedMember(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

Problem readProblem(const QJsonValue &value)
{
    Problem problem;
    problem.severity = value["severity"_L1].toString() == "warning"_L1 ? Severity::Warning : Severity::Error;
    problem.path = value["path"_L1].toString();
    problem.code = value["code"_L1].toString();
    problem.args = value["args"_L1].toObject();
    problem.earliest = assessedDay(value["earliest"_L1]);
    problem.source = value["source"_L1].toString();
    problem.refuses = value["refuses"_L1].toBool();
    problem.backOffice = value["backOffice"_L1].toBool();
    problem.overridden = value["overridden"_L1].toBool();
    problem.overrideReason = value["overrideReason"_L1].toString();
    return problem;
}

std::optional<DuesSum> readDues(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const auto rupiah = [&](QLatin1String key) { return value[key].toInteger(); };
    return DuesSum{value["month"_L1].toString(), rupiah("gross"_L1),      rupiah("member"_L1),
                   rupiah("employer"_L1),        rupiah("government"_L1), rupiah("localGovernment"_L1),
                   value["source"_L1].toString()};
}

} // namespace

Assessment readAssessment(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Assessment assessment;
    for (const Decision decision :
         {Decision::Ready, Decision::Incomplete, Decision::Refused, Decision::BackOffice})
        if (object.value("decision"_L1).toString() == decisionWord(decision))
            assessment.decision = decision;
    for (const QJsonValue &value : object.value("problems"_L1).toArray())
        assessment.problems.append(readProblem(value));
    for (const QJsonValue &value : object.value("documents"_L1).toArray())
        assessment.documents.append({value["code"_L1].toString(), assessedMember(value["member"_L1]),
                                     value["required"_L1].toBool(), value["seen"_L1].toBool(),
                                     value["source"_L1].toString()});
    assessment.dues = readDues(object.value("dues"_L1));
    const QJsonValue dates = object.value("dates"_L1);
    assessment.dates = {assessedDay(dates["firstPaymentFrom"_L1]),
                        assessedDay(dates["firstPaymentUntil"_L1]),
                        assessedDay(dates["effective"_L1]),
                        assessedDay(dates["arrearsDue"_L1]),
                        assessedDay(dates["until"_L1]),
                        dates["source"_L1].toString()};
    for (const QJsonValue &stage : object.value("instalments"_L1).toArray())
        assessment.instalments += stage.toInteger();
    for (const QJsonValue &one : object.value("replaced"_L1).toArray())
        assessment.replaced.append({one["path"_L1].toString(), one["before"_L1].toString()});
    assessment.rulebook = object.value("rulebook"_L1).toString();
    return assessment;
}

} // namespace Loket
