// SPDX-License-Identifier: Apache-2.0
#include "model/dues/arrears.h"
#include "model/dues/calendar.h"
#include "model/dues/dues.h"
#include "model/dues/instalments.h"
#include "model/dues/newborn.h"
#include "model/dues/paymentdates.h"
#include "model/rulebook/codes.h"
#include "tests/fakes/seed.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Loket;
using namespace Qt::StringLiterals;

/// What must hold for every input, tried on random ones. LOKET_SEED repeats a run.
class TestDuesProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sharesAreExact();
    void flatDuesAreAdditive();
    void duesOfAWageNeverFallWithTheWage();
    void arrearsStayWithinTheCap();
    void dueDatesAreWorkingDays();
    void instalmentsAddUp();
    void aLateBabyOwesWhatArrearsSay();

private:
    static constexpr int kRounds = 2000;
    int below(int bound) { return m_random.bounded(bound); }
    QDate someDay() { return QDate(2016, 4, 1).addDays(below(10 * 365)); }
    QString some(const QStringList &list) { return list.at(below(int(list.size()))); }
    const Rulebook &rules() const { return m_library->on(QDate(2022, 10, 3)); }
    DuesSum duesFor(const DuesInput &input) const;

    std::shared_ptr<const RulebookLibrary> m_library = RulebookLibrary::builtIn();
    QRandomGenerator m_random;
};

void TestDuesProperties::initTestCase()
{
    m_random.seed(Fakes::seedOfTest());
}

DuesSum TestDuesProperties::duesFor(const DuesInput &input) const
{
    const auto sum = duesOf(rules(), input, nullptr);
    return sum ? sum.value() : DuesSum{};
}

/// Against a reckoning with twice the digits.
void TestDuesProperties::sharesAreExact()
{
    for (int i = 0; i < kRounds; ++i) {
        const qint64 amount = qint64(m_random.generate64() % 1'000'000'000'000'000);
        const qint64 numerator = below(100'000'000);
        const qint64 denominator = 1 + below(100'000'000);
        const qint64 share = shareHalfUp(amount, numerator, denominator);
        // 2 x (exact - share) lies in [-1, 1): halves went up.
        const __int128 twice = 2 * (__int128(amount) * numerator - __int128(share) * denominator);
        QVERIFY2(-__int128(denominator) <= twice && twice < denominator,
                 qPrintable(u"%1 x %2 / %3 = %4"_s.arg(amount).arg(numerator).arg(denominator).arg(share)));
    }
}

void TestDuesProperties::flatDuesAreAdditive()
{
    for (int i = 0; i < kRounds; ++i) {
        DuesInput input;
        input.segment = some({u"PBPU.MANDIRI"_s, u"BP-NPN.INVESTOR"_s, u"PBI"_s, u"PDPEMDA"_s});
        input.month = someDay();
        input.careClass = 1 + below(3);
        const qint64 some = 1 + below(20);
        const qint64 more = 1 + below(20);
        input.members = some;
        const DuesSum a = duesFor(input);
        input.members = more;
        const DuesSum b = duesFor(input);
        input.members = some + more;
        const DuesSum both = duesFor(input);
        QCOMPARE(both.gross, a.gross + b.gross);
        QCOMPARE(both.member, a.member + b.member);
        QCOMPARE(both.gross, both.member + both.employer + both.government + both.localGovernment);
        QVERIFY(both.gross > a.gross);
    }
}

void TestDuesProperties::duesOfAWageNeverFallWithTheWage()
{
    const QStringList segments = [] {
        QStringList out;
        for (const QString &segment : codesOf(u"segment"_s)) {
            if (segment.startsWith(u"PPU"_s) || segment.startsWith(u"BP-PN"_s))
                out += segment;
        }
        return out;
    }();
    for (int i = 0; i < kRounds; ++i) {
        DuesInput input;
        input.segment = some(segments);
        input.month = someDay();
        input.base = below(30'000'000);
        input.floor = below(2) ? below(6'000'000) : 0;
        input.extra = below(6);
        const DuesSum less = duesFor(input);
        QCOMPARE(less.gross, less.member + less.employer + less.government);
        input.base += below(5'000'000);
        const DuesSum more = duesFor(input);
        QVERIFY(more.member >= less.member && more.employer >= less.employer
                && more.government >= less.government);
        input.extra += 1;
        QVERIFY(duesFor(input).member >= more.member);
        QCOMPARE(duesFor(input).employer, more.employer);
        input.segment = u"PPU-BU.SWASTA"_s;
        input.base = 1'000'000'000; // far above the cap
        const qint64 capped = duesFor(input).employer;
        input.base *= 2;
        QCOMPARE(duesFor(input).employer, capped);
    }
}

void TestDuesProperties::arrearsStayWithinTheCap()
{
    const int cap = int(rules().number(u"arrears.max-months"_s));
    for (int i = 0; i < kRounds; ++i) {
        ArrearsInput input{u"PBPU.MANDIRI"_s, 1 + below(3), 1 + below(9), someDay(), {}};
        const int unpaid = below(60);
        input.payMonth = firstOfMonth(input.firstUnpaid).addMonths(unpaid);
        const auto arrears = arrearsOf(rules(), input, nullptr);
        QVERIFY(arrears);
        const Arrears &out = arrears.value();
        QCOMPARE(out.months, std::min(unpaid, cap));
        QCOMPARE(out.total, out.arrears + out.current);
        QCOMPARE(out.suspendedFrom.isValid(), unpaid > 0);
        qint64 dearest = 0;
        qint64 sum = 0; // month by month, the plain way
        for (int back = 0; back <= out.months; ++back) {
            const qint64 month
                = duesFor({input.segment, input.payMonth.addMonths(-back), input.careClass, input.members})
                      .member;
            sum += month;
            dearest = std::max(dearest, month);
        }
        QCOMPARE(out.total, sum);
        QVERIFY(out.total <= (cap + 1) * dearest);
        if (unpaid > 0) { // who begins to owe a month later never pays more
            input.firstUnpaid = firstOfMonth(input.firstUnpaid).addMonths(1);
            QVERIFY(arrearsOf(rules(), input, nullptr).value().total <= out.total);
        }
    }
}

void TestDuesProperties::dueDatesAreWorkingDays()
{
    for (int i = 0; i < kRounds; ++i) {
        const QDate month = firstOfMonth(someDay());
        QSet<QDate> holidays;
        for (int n = below(12); n > 0; --n)
            holidays += month.addDays(below(28));
        const auto isFree = [&holidays](QDate day) { return day.dayOfWeek() > 5 || holidays.contains(day); };
        const QDate due = dueDate(rules(), month, holidays, nullptr);
        const QDate plain = month.addDays(rules().number(u"dues.due-day"_s) - 1);
        QVERIFY(due >= plain && !isFree(due));
        for (QDate day = plain; day < due; day = day.addDays(1))
            QVERIFY2(isFree(day), qPrintable(day.toString(Qt::ISODate)));
        const FirstBill bill = firstBill(rules(), month.addDays(below(28)), holidays, nullptr);
        QVERIFY(bill.due >= bill.bill && bill.due.dayOfWeek() <= 5);
    }
}

void TestDuesProperties::instalmentsAddUp()
{
    int allowed = 0;
    for (int i = 0; i < kRounds; ++i) {
        const qint64 arrears = below(2) ? below(20'000'000) : below(200);
        const Instalments out
            = instalmentsOf(rules(), {arrears, below(30), below(16), false, QDate(2022, 10, 3)}, nullptr);
        QCOMPARE(out.stages.isEmpty(), !out.refusal.isEmpty());
        if (out.stages.isEmpty())
            continue;
        ++allowed;
        QCOMPARE(std::accumulate(out.stages.cbegin(), out.stages.cend(), qint64(0)), arrears);
        QVERIFY(out.stages.last() > 0 && out.stages.last() <= out.stages.first());
        QCOMPARE(out.stages.count(out.stages.first()) + (out.stages.last() == out.stages.first() ? 0 : 1),
                 out.stages.size());
    }
    QVERIFY(allowed > 0);
}

void TestDuesProperties::aLateBabyOwesWhatArrearsSay()
{
    for (int i = 0; i < kRounds; ++i) {
        NewbornInput input{u"PBPU.MANDIRI"_s, 1 + below(3), someDay(), {}};
        input.registered = input.born.addDays(below(400));
        const auto newborn = newbornOf(rules(), input, nullptr);
        QVERIFY(newborn);
        QCOMPARE(newborn.value().late, input.registered > newborn.value().deadline);
        if (!newborn.value().late) {
            QCOMPARE(newborn.value().backDues, 0);
            continue;
        }
        const auto arrears
            = arrearsOf(rules(), {input.segment, input.careClass, 1, input.born, input.registered}, nullptr);
        QVERIFY(arrears);
        QCOMPARE(newborn.value().backDues, arrears.value().total);
    }
}

QTEST_APPLESS_MAIN(TestDuesProperties)
#include "tst_duesproperties.moc"
