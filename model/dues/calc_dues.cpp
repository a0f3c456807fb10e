// SPDX-License-Identifier: Apache-2.0
#include "model/dues/arrears.h"
#include "model/dues/calcadapters.h"
#include "model/dues/dues.h"
#include "model/dues/paymentdates.h"
#include "model/dues/workingdays.h"

#include <QJsonArray>

namespace Loket {

using namespace Qt::StringLiterals;

void refuseDues(CalcInput &input, const QString &key, DuesIssue issue, QDate firstMonth)
{
    const QString first = firstMonth.toString(u"yyyy-MM"_s);
    if (issue == DuesIssue::TooLarge)
        input.refuse(key, u"too large"_s, u"too-large"_s);
    else
        input.refuse(key, u"there is no rate before %1"_s.arg(first), u"no-rate"_s, first);
}

namespace {

/// Those of the input, else those of the rulebook where the context asks for them.
QSet<QDate> holidaysFor(CalcInput &input, const CalcContext &context, QDate day)
{
    const QList<QDate> days = input.dates(u"holidays"_s);
    if (days.isEmpty() && !input.has(u"holidays"_s) && context.holidayTable && !input.failed())
        return holidaysOf(editionFor(input, context, day));
    return {days.cbegin(), days.cend()};
}

/// Reads the keys that dues of this kind need.
DuesInput readDues(CalcInput &input, const DuesBase &base)
{
    DuesInput dues;
    if (base.key == "members"_L1) {
        dues.members = input.count(u"members"_s, 1);
        if (base.byClass)
            dues.careClass = input.careClass(u"class"_s);
        return dues;
    }
    dues.base = input.rupiah(base.key);
    if (base.hasFloor)
        dues.floor = input.rupiah(u"floor"_s, 0);
    if (base.hasExtra)
        dues.extra = input.countOr(u"extra"_s, 0);
    return dues;
}

} // namespace

QJsonObject calcDues(CalcInput &input, const CalcContext &context)
{
    const QString segment = input.code(u"segment"_s, u"segment"_s);
    const QDate month = input.month(u"month"_s);
    if (input.failed())
        return {};
    const Rulebook &rulebook = editionFor(input, context, month);
    const auto base = duesBase(rulebook, segment, month);
    if (!base) {
        input.refuse(u"segment"_s, u"has no dues"_s, u"no-dues"_s);
        return {};
    }
    DuesInput dues = readDues(input, *base);
    dues.segment = segment;
    dues.month = month;
    if (input.failed())
        return {};
    const auto sum = duesOf(rulebook, dues, context.trace);
    if (!sum) {
        refuseDues(input, sum.error() == DuesIssue::NoRate ? u"month"_s : base->key, sum.error(),
                   base->firstMonth);
        return {};
    }
    QJsonObject out{{u"gross"_s, sum.value().gross},
                    {u"member"_s, sum.value().member},
                    {u"employer"_s, sum.value().employer},
                    {u"government"_s, sum.value().government}};
    if (sum.value().localGovernment > 0)
        out.insert(u"localGovernment"_s, sum.value().localGovernment);
    return out;
}

QJsonObject calcFirstPayment(CalcInput &input, const CalcContext &context)
{
    const QDate registered = input.date(u"registered"_s);
    if (input.failed())
        return {};
    const PaymentWindow window
        = firstPaymentWindow(editionFor(input, context, registered), registered, context.trace);
    return {{u"from"_s, isoText(window.from)}, {u"until"_s, isoText(window.until)}};
}

QJsonObject calcDueDate(CalcInput &input, const CalcContext &context)
{
    const QDate month = input.month(u"month"_s);
    const QSet<QDate> holidays = holidaysFor(input, context, month);
    if (input.failed())
        return {};
    return {{u"due"_s, isoText(dueDate(editionFor(input, context, month), month, holidays, context.trace))}};
}

QJsonObject calcArrears(CalcInput &input, const CalcContext &context)
{
    ArrearsInput in;
    in.segment = u"PBPU.MANDIRI"_s;
    in.careClass = input.careClass(u"class"_s);
    in.members = input.count(u"members"_s, 1);
    in.firstUnpaid = input.month(u"firstUnpaid"_s);
    in.payMonth = input.month(u"payMonth"_s);
    input.ordered(u"firstUnpaid"_s, in.firstUnpaid, u"payMonth"_s, in.payMonth);
    if (input.failed())
        return {};
    const Rulebook &rulebook = editionFor(input, context, in.payMonth);
    const auto arrears = arrearsOf(rulebook, in, context.trace);
    if (!arrears) {
        const QDate first = duesBase(rulebook, in.segment, in.payMonth)->firstMonth;
        const bool tooLarge = arrears.error() == DuesIssue::TooLarge;
        refuseDues(input,
                   tooLarge                  ? u"members"_s
                       : in.payMonth < first ? u"payMonth"_s
                                             : u"firstUnpaid"_s,
                   arrears.error(), first);
        return {};
    }
    const Arrears &out = arrears.value();
    return {{u"months"_s, out.months},
            {u"arrears"_s, out.arrears},
            {u"current"_s, out.current},
            {u"total"_s, out.total},
            {u"suspendedFrom"_s,
             out.suspendedFrom.isValid() ? QJsonValue(isoText(out.suspendedFrom)) : QJsonValue::Null}};
}

QJsonObject calcFirstBill(CalcInput &input, const CalcContext &context)
{
    const QDate confirmed = input.date(u"confirmed"_s);
    const QSet<QDate> holidays = holidaysFor(input, context, confirmed);
    if (input.failed())
        return {};
    const FirstBill out
        = firstBill(editionFor(input, context, confirmed), confirmed, holidays, context.trace);
    return {{u"bill"_s, isoText(out.bill)}, {u"due"_s, isoText(out.due)}};
}

} // namespace Loket
