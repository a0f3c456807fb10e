// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace Loket {

enum class Decision { Ready, Incomplete, Refused, BackOffice };
enum class Severity { Error, Warning };

/// A row or parameter of the rulebook that took part in an answer.
struct FiredRule {
    QString table; ///< table name, or "parameters"
    QString row;   ///< row key or parameter name
    QString file;  ///< file and line, "handbook/documents.csv:12"
    QString source;
    friend bool operator==(const FiredRule &, const FiredRule &) = default;
};

/// One thing that is wrong or doubtful. Codes and facts only: forms make the sentence (codes.csv has the
/// short text).
struct Problem {
    Severity severity = Severity::Error;
    QString path;            ///< "family.members[0].nik"; empty: the whole case
    QString code;            ///< "nik.length"
    QJsonObject args;        ///< facts for the sentence, e.g. {"digits": 15}
    QDate earliest;          ///< from when it would be allowed; null: no date
    QString source;          ///< of the rule; empty where it is a matter of form
    FiredRule rule = {};     ///< the row or parameter; empty where it is a matter of form
    bool refuses = false;    ///< a rule forbids the case
    bool backOffice = false; ///< the counter may not decide it
    bool overridden = false; ///< a warning that the officer passed
    QString overrideReason;
    friend bool operator==(const Problem &, const Problem &) = default;
};

struct DocumentNeed {
    QString code;
    std::optional<int> member;
    bool required = true;
    bool seen = false;
    QString source;
    FiredRule rule = {};
    friend bool operator==(const DocumentNeed &, const DocumentNeed &) = default;
};

/// Whole rupiah for one month.
struct DuesSum {
    QString month; ///< yyyy-mm
    qint64 gross = 0;
    qint64 member = 0;
    qint64 employer = 0;
    qint64 government = 0;
    qint64 localGovernment = 0;
    QString source;
    QList<FiredRule> rules = {}; ///< rows and parameters of the sum
    friend bool operator==(const DuesSum &, const DuesSum &) = default;
};

struct AssessmentDates {
    QDate firstPaymentFrom;
    QDate firstPaymentUntil;
    QDate effective;
    QDate arrearsDue;
    QDate until; ///< the last covered day of a cover that ends
    QString source;
    QList<FiredRule> rules = {}; ///< rows and parameters of the dates
    friend bool operator==(const AssessmentDates &, const AssessmentDates &) = default;
};

/// What the known family had where the case asks for something else.
struct ReplacedValue {
    QString path;   ///< of the case: "details.newFktp"
    QString before; ///< as the case format has it
    friend bool operator==(const ReplacedValue &, const ReplacedValue &) = default;
};

struct Assessment {
    Decision decision = Decision::Incomplete;
    QList<Problem> problems;
    QList<DocumentNeed> documents;
    std::optional<DuesSum> dues;
    QList<qint64> instalments; ///< of arrears paid in stages, whole rupiah
    AssessmentDates dates;
    QList<ReplacedValue> replaced; ///< in the order of the service
    QString rulebook;
    QList<FiredRule> fired; ///< in the order in which they fired, each once
    friend bool operator==(const Assessment &, const Assessment &) = default;
};

QString decisionWord(Decision decision); ///< ready | incomplete | refused | back-office

/// The assessment format of the console (contracts §4); keys that have no value are null.
QJsonObject writeAssessment(const Assessment &);

} // namespace Loket
