// SPDX-License-Identifier: Apache-2.0
#include "model/services/assesschecks.h"

#include <QHash>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

using Check = void (*)(Assessing &);
const QHash<QString, Check> kChecks{{u"some-change"_s, checkSomeChange},
                                    {u"fktp"_s, checkFktp},
                                    {u"class"_s, checkClass},
                                    {u"mutation"_s, checkMutation},
                                    {u"newborn"_s, checkNewborn},
                                    {u"dependants"_s, checkDependants},
                                    {u"death"_s, checkDeath},
                                    {u"rehab"_s, checkRehab},
                                    {u"dismissal"_s, checkDismissal},
                                    {u"payment"_s, checkPayment},
                                    {u"term"_s, checkTerm},
                                    {u"new-head"_s, checkNewHead},
                                    {u"entity"_s, checkEntity},
                                    {u"card"_s, checkCard},
                                    {u"reprint"_s, checkReprint},
                                    {u"entitlement"_s, checkEntitlement}};

} // namespace

void assessChecks(Assessing &at)
{
    if (at.service->effective == "today"_L1)
        at.out.dates.effective = at.c.date;
    else if (at.service->effective == "next-month"_L1)
        at.out.dates.effective = QDate(at.c.date.year(), at.c.date.month(), 1).addMonths(1);
    if (at.out.dates.effective.isValid()) {
        const RuleRow row = *serviceRow(at);
        at.out.dates.source = row.source();
        at.out.dates.rules += row.fired();
    }
    for (const QString &check : at.service->checks)
        kChecks.value(check)(at);
}

} // namespace Loket
