// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/services/assessment.h"
#include "model/store/views.h"

namespace Loket {

class Rulebook;

/// Something that will change for a family by itself, or a day by which it must have done something.
struct Upcoming {
    QDate day;          ///< the first day of what is new, or the last day of what must be done
    QString code;       ///< of codes.csv, kind `upcoming`
    QList<int> members; ///< of whom, as indexes into the family; empty: of all
    QJsonObject args;   ///< facts for the sentence
    FiredRule rule;     ///< the row or parameter that the day comes from
    friend bool operator==(const Upcoming &, const Upcoming &) = default;
};

/// What changes for `family` from `today` on within `months` months, by day; what is overdue and still
/// matters stands first. Codes, with what `day` and the arguments mean:
///   child.age           first day on which an employee's child is too old without a school letter {age}
///   child.student-age   first day on which it is too old with one {age}
///   letter.expires      last day of a school letter
///   payment.first       last day of the window for the first dues {from}
///   nik.due             last day on which a baby may be without a NIK
///   change.effective    first day of what a case changes {field, value, service, case}
///   cover.ends          last day of the cover after a dismissal
///   term.ends           last day of a term of office or contract
///   fktp.free           first day on which the facility may be left without a reason
///   class.free          first day on which the class may be changed
///   arrears.suspended   first day without cover, because a month was not paid {month}
///   arrears.most        first day on which the arrears grow no more {months}
///   arrears.due         last day for the arrears of the segment before the change
/// `cases`: what this counter saved of the family, which knows the end of a cover after a dismissal.
QList<Upcoming> upcoming(const FamilyView &family, QDate today, const Rulebook &,
                         const QList<CaseRecord> &cases = {}, int months = 12);

} // namespace Loket
