// SPDX-License-Identifier: Apache-2.0
#include "model/dues/arrears.h"
#include "model/dues/calendar.h"
#include "model/dues/changes.h"
#include "model/dues/dependants.h"
#include "model/dues/dues.h"
#include "model/dues/hospital.h"
#include "model/dues/instalments.h"
#include "model/dues/mutation.h"
#include "model/dues/newborn.h"
#include "model/dues/paymentdates.h"
#include "model/dues/workingdays.h"
#include "model/rulebook/codes.h"
#include "tests/fakes/seed.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>
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
    void penaltiesStayWithinTheirCap();
    void upgradesCostNoMoreThanTheCare();
    void everyChildIsInOneList();
    void everyDateIsInsideItsWindow();
    void workingDaysLeaveOutHolidays();
    void dueDatesAreWorkingDays();
    void instalmentsAddUp();
    void aLateBabyOwesWhatArrearsSay();

private:
    static constexpr int kRounds = 100000;
    int below(int bound) { return m_random.bounded(bound); }
    QDate someDay() { return QDate(2016, 4, 1).addDays(below(10 * 365)); }
    QString some(const QStringList &list) { return list.at(below(int(list.size()))); }
    const Rulebook &rules() const { return m_library->on(QDate(2022, 10, 3)); }
    DependantChild someChild(QDate day);
    DuesSum duesFor(const DuesInput &input) const;

    std::shared_ptr<const RulebookLibrary> m_library = RulebookLibrary::builtIn();
    QRandomGenerator m_random;
};

void TestDuesProperties::initTestCase()
{
    m_random.seed(Fakes::seedOfTest());
    qInfo("%d random inputs for each property", kRounds);
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
        if (__int128(amount) * numerator / denominator >= std::numeric_limits<qint64>::max())
            continue; // no share of rupiah is that large
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
    const QDate first(2016, 4, 1);
    QList<qint64> dues[4]; // one member's share, by class and month
    for (int careClass = 1; careClass <= 3; ++careClass) {
        for (QDate month = first; month.year() < 2033; month = month.addMonths(1))
            dues[careClass] += duesFor({u"PBPU.MANDIRI"_s, month, careClass, 1}).member;
    }
    const auto monthsFrom2016
        = [&first](QDate day) { return 12 * (day.year() - first.year()) + day.month() - first.month(); };
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
                = input.members * dues[input.careClass].at(monthsFrom2016(input.payMonth) - back);
            sum += month;
            dearest = std::max(dearest, month);
        }
        QCOMPARE(out.total, sum);
        QVERIFY(out.total <= (cap + 1) * dearest);
        if (unpaid > 0 && i % 10 == 0) { // who begins to owe a month later never pays more
            input.firstUnpaid = firstOfMonth(input.firstUnpaid).addMonths(1);
            QVERIFY(arrearsOf(rules(), input, nullptr).value().total <= out.total);
        }
    }
}

void TestDuesProperties::penaltiesStayWithinTheirCap()
{
    const qint64 cap = rules().number(u"penalty.cap"_s);
    const qint64 most = rules().number(u"penalty.max-months"_s);
    const qint64 days = rules().number(u"penalty.days"_s);
    int due = 0;
    int capped = 0;
    for (int i = 0; i < kRounds; ++i) {
        PenaltyInput input;
        input.cbg = below(100'000'000);
        input.months = below(30);
        input.reactivated = someDay();
        input.admitted = input.reactivated.addDays(below(120) - 30);
        const auto penalty = penaltyOf(rules(), input, nullptr);
        QVERIFY(penalty);
        const qint64 after = input.reactivated.daysTo(input.admitted);
        QCOMPARE(penalty.value().due, after >= 0 && after <= days && input.months > 0);
        const qint64 amount = penalty.value().amount;
        QVERIFY(amount >= 0 && amount <= cap && (amount == 0 || penalty.value().due));
        due += penalty.value().due;
        capped += amount == cap;
        // More months or dearer care never cost less; months beyond the most cost nothing more.
        PenaltyInput more = input;
        more.months += 1;
        const qint64 later = penaltyOf(rules(), more, nullptr).value().amount;
        QVERIFY(later >= amount);
        if (penalty.value().due && input.months >= most)
            QCOMPARE(later, amount);
        more.cbg += below(1'000'000);
        QVERIFY(penaltyOf(rules(), more, nullptr).value().amount >= later);
    }
    QVERIFY(due > kRounds / 10 && capped > 0);
}

/// Every amount that a patient pays for a higher class lies between nothing and what the care costs more.
void TestDuesProperties::upgradesCostNoMoreThanTheCare()
{
    const QDate days[] = {QDate(2022, 10, 3), QDate(2024, 1, 1)};
    int allowed = 0;
    for (int i = 0; i < kRounds; ++i) {
        const QDate day = days[below(2)];
        const Rulebook &rulebook = m_library->on(day);
        const int own = 1 + below(3);
        const UpgradeRule rule
            = upgradeRule(rulebook, some({u"PBPU.MANDIRI"_s, u"PPU-BU.SWASTA"_s, u"PBI"_s}), own,
                          some({u"1"_s, u"2"_s, u"VIP"_s}), day, nullptr);
        if (!rule.refusal.isEmpty())
            continue;
        ++allowed;
        UpgradeCosts costs{below(20'000'000), below(40'000'000), below(20'000'000)};
        const qint64 amount = upgradeAmount(rulebook, rule, costs, nullptr);
        QVERIFY(amount >= 0 && amount <= std::max<qint64>(0, costs.other - costs.own));
        costs.other += below(1'000'000);
        QVERIFY(upgradeAmount(rulebook, rule, costs, nullptr) >= amount);
    }
    QVERIFY(allowed > kRounds / 10);
}

DependantChild TestDuesProperties::someChild(QDate day)
{
    DependantChild child;
    child.born = day.addDays(-below(30 * 365));
    if (below(3) == 0)
        child.letter = day.addDays(-below(800));
    if (below(4) == 0)
        child.tuitionUntil = day.addMonths(below(6) - 3);
    child.married = below(8) == 0;
    child.income = below(8) == 0;
    return child;
}

/// Each child is in exactly one list; the order of the input doesn't matter up to equal birth dates.
void TestDuesProperties::everyChildIsInOneList()
{
    const qsizetype most = rules().number(u"dependants.children"_s);
    const QDate day(2022, 6, 1);
    for (int i = 0; i < kRounds; ++i) {
        QList<DependantChild> children;
        for (int n = below(7); n > 0; --n)
            children += someChild(day);
        const Dependants out = dependantsOf(rules(), children, day, nullptr);
        QList<qsizetype> all = out.quota + out.extra + out.ineligible;
        std::sort(all.begin(), all.end());
        QCOMPARE(all.size(), children.size());
        for (qsizetype n = 0; n < all.size(); ++n)
            QCOMPARE(all.at(n), n);
        QVERIFY(out.quota.size() <= most && (out.extra.isEmpty() || out.quota.size() == most));
        const QList<qsizetype> covered = out.quota + out.extra;
        for (qsizetype n = 0; n < covered.size(); ++n) {
            QVERIFY(isEligibleChild(rules(), children.at(covered.at(n)), day, nullptr));
            QVERIFY(n == 0 || children.at(covered.at(n - 1)).born <= children.at(covered.at(n)).born);
        }
        for (const qsizetype n : out.ineligible)
            QVERIFY(!isEligibleChild(rules(), children.at(n), day, nullptr));
        if (children.isEmpty())
            continue;
        QList<DependantChild> turned = children;
        std::rotate(turned.begin(), turned.begin() + below(int(turned.size())), turned.end());
        std::reverse(turned.begin(), turned.end());
        const Dependants again = dependantsOf(rules(), turned, day, nullptr);
        const auto born = [](const QList<qsizetype> &list, const QList<DependantChild> &of) {
            QList<QDate> days;
            for (const qsizetype n : list)
                days += of.at(n).born;
            std::sort(days.begin(), days.end());
            return days;
        };
        QCOMPARE(born(again.quota, turned), born(out.quota, children));
        QCOMPARE(born(again.extra, turned), born(out.extra, children));
        QCOMPARE(born(again.ineligible, turned), born(out.ineligible, children));
    }
}

/// Windows of payment, of changes and of cover: their ends are in order, and every date lies where it should.
void TestDuesProperties::everyDateIsInsideItsWindow()
{
    const QStringList groups = {u"PBI"_s, u"PDPEMDA"_s, u"PPU-BU.SWASTA"_s, u"PPU-PN.TNI"_s};
    const qint64 wait = rules().number(u"mutation.wait-days"_s);
    for (int i = 0; i < kRounds; ++i) {
        const QDate day = someDay();
        const PaymentWindow window = firstPaymentWindow(rules(), day, nullptr);
        QVERIFY(day < window.from && window.from < window.until && day.daysTo(window.until) <= 31);

        const QDate asked = day.addDays(below(200));
        const QDate earliest = fktpChangeEarliest(rules(), day, nullptr);
        const FktpChange change = fktpChange(rules(), day, asked, {}, nullptr);
        QCOMPARE(change.permission.allowed, asked >= earliest);
        if (change.permission.allowed)
            QVERIFY(change.permission.effective > asked && change.permission.effective.day() == 1
                    && change.permission.effective <= asked.addMonths(1));
        else
            QVERIFY(change.permission.earliest > asked);

        const DismissalCover cover = dismissalCover(rules(), day, asked, nullptr);
        QCOMPARE(cover.covered, day <= asked && asked <= cover.until);
        QVERIFY(cover.until > day.addMonths(5) && cover.until <= day.addMonths(6));

        MutationPayment payment{day, firstOfMonth(day).addDays(below(150)), {}};
        const MutationRule rule
            = mutationRule(rules(), some(groups), u"PBPU.MANDIRI"_s, payment.paid, nullptr);
        const Mutation mutation = mutationOf(rules(), rule, payment, nullptr);
        QCOMPARE(mutation.permission.allowed, payment.paid >= firstOfNextMonth(day));
        if (mutation.permission.allowed) {
            const qint64 waited = payment.paid.daysTo(mutation.permission.effective);
            QVERIFY(waited == 0 || waited == wait);
            QCOMPARE(waited, qint64(mutation.waitDays.value_or(-1)));
        } else {
            QCOMPARE(mutation.permission.earliest, firstOfNextMonth(day));
        }
        const QDate settled = arrearsDueAfterChange(rules(), day, nullptr);
        QVERIFY(settled > day.addMonths(5) && settled <= day.addMonths(6));
        const QDate open = instalmentsOpenFrom(rules(), false, day, nullptr);
        QVERIFY(open >= day && open <= day.addDays(4) && open.day() <= 28);
    }
}

/// Working days of the rulebook: never a weekend or a holiday, and none is left out.
void TestDuesProperties::workingDaysLeaveOutHolidays()
{
    const QSet<QDate> holidays = holidaysOf(rules());
    const auto isFree = [&holidays](QDate day) { return day.dayOfWeek() > 5 || holidays.contains(day); };
    for (int i = 0; i < kRounds; ++i) {
        const QDate day = someDay();
        const int amount = below(10);
        const QDate until = later(rules(), day, amount, u"working-days"_s, nullptr);
        QVERIFY(amount == 0 || !isFree(until));
        int working = 0;
        for (QDate next = day.addDays(1); next <= until; next = next.addDays(1))
            working += !isFree(next);
        QCOMPARE(working, amount);
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
    const QDate days[] = {QDate(2022, 10, 3), QDate(2025, 6, 1)};
    int allowed = 0;
    for (int i = 0; i < kRounds; ++i) {
        const qint64 arrears = below(2) ? below(20'000'000) : below(200);
        const QDate day = days[below(2)];
        const InstalmentsInput input{arrears, below(30), below(40), below(3) == 0, day};
        const Instalments out = instalmentsOf(m_library->on(day), input, nullptr);
        QCOMPARE(out.stages.isEmpty(), !out.refusal.isEmpty());
        if (out.stages.isEmpty())
            continue;
        ++allowed;
        QCOMPARE(out.stages.size(), input.stages);
        QCOMPARE(std::accumulate(out.stages.cbegin(), out.stages.cend(), qint64(0)), arrears);
        QVERIFY(out.stages.last() > 0 && out.stages.last() <= out.stages.first());
        QCOMPARE(out.stages.count(out.stages.first()) + (out.stages.last() == out.stages.first() ? 0 : 1),
                 out.stages.size());
    }
    QVERIFY(allowed > kRounds / 100);
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
