// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/domain/case.h"
#include "model/print/paperworld.h"
#include "model/services/assessment.h"
#include "model/store/views.h"

#include <QList>
#include <QString>

#include <optional>

namespace Loket {

class Rulebook;

/// What the applicant is shown of a case, in words. Nothing in it that the applicant did not give or is not
/// about to get: no documents, problems, notes, nor people outside the case.
struct ApplicantFacts {
    struct Line {
        QString label;
        QString value;
        friend bool operator==(const Line &, const Line &) = default;
    };
    struct Person {
        QString name;
        QList<Line> lines;
        friend bool operator==(const Person &, const Person &) = default;
    };
    QString title;        ///< the service
    QString subject;      ///< whose case it is; empty: not known yet
    QList<Line> lines;    ///< of the family and of what is asked for
    QList<Person> people; ///< whom the case describes
    QList<Line> dues;     ///< what is to pay, and when
    bool isEmpty() const { return subject.isEmpty() && lines.isEmpty() && people.isEmpty(); }
    friend bool operator==(const ApplicantFacts &, const ApplicantFacts &) = default;
};

/// `known`: the family of a service on one that is there already.
ApplicantFacts applicantFacts(const Case &content, const Assessment &assessment, const Rulebook &rules,
                              const PaperWorld &world, const std::optional<FamilyView> &known);

} // namespace Loket
