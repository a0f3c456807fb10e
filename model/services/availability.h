// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assess.h"

namespace Loket {

/// Whether a service can be done now.
enum class Possibility {
    Available,
    NotYet,     ///< a rule forbids it until `earliest`
    BackOffice, ///< the counter may not decide it
    Refused,    ///< a rule forbids it
    Elsewhere   ///< not at this channel; the problem says where
};
QString possibilityWord(Possibility); ///< available | not-yet | back-office | refused | elsewhere

/// The answer for one service, or for one member of it.
struct PossibilityAnswer {
    Possibility state = Possibility::Available;
    QDate earliest;                 ///< of NotYet
    std::optional<Problem> problem; ///< what stands against it; none: Available
    QList<FiredRule> rules;         ///< rows and parameters that the answer comes from
    friend bool operator==(const PossibilityAnswer &, const PossibilityAnswer &) = default;
};

/// A choice that lifts the refusal of an empty case, e.g. the reason "domicile" of a change of facility.
struct LiftingChoice {
    QString field; ///< id of the field
    QString code;  ///< what is chosen
    friend bool operator==(const LiftingChoice &, const LiftingChoice &) = default;
};

struct ServiceAvailability {
    struct OfMember {
        QString key; ///< memberKey()
        PossibilityAnswer answer;
        friend bool operator==(const OfMember &, const OfMember &) = default;
    };
    QString service;
    PossibilityAnswer answer;    ///< of the member for whom most is possible, where it is about one
    QList<OfMember> members;     ///< of a service about one member, in the family's order
    QList<LiftingChoice> lifted; ///< what makes it possible all the same; empty when Available
    bool isPossible() const { return answer.state == Possibility::Available || !lifted.isEmpty(); }
    friend bool operator==(const ServiceAvailability &, const ServiceAvailability &) = default;
};

/// What assess() says against an empty case of each service: with a family, of the services for existing
/// ones; without, of those for new ones or none. In the order of services.csv. There is no second set of
/// rules: only refusals and back-office decisions of the assessment count, as nothing is typed yet. `family`
/// is what the context's lookup then answers for its KK. Pure, any thread; some hundred assessments at most.
QList<ServiceAvailability> availability(const std::optional<FamilyView> &family, const QString &channel,
                                        QDate day, const Context &);

/// Every service of the edition, as far as the channel decides it: Available or Elsewhere.
QList<ServiceAvailability> channelAvailability(const QString &channel, QDate day, const Context &);

} // namespace Loket
