// SPDX-License-Identifier: Apache-2.0
#include "tests/central/crowdreport.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Loket::Central {

namespace {

/// The morning of the country: 515 offices of 6 counters with 60 families each, to be in within ten minutes.
constexpr double kNationalStorm = 515.0 * 6 * 60 / 600;
constexpr double kHeadRoom = 1.5;

double at(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    const size_t place = std::min(values.size() - 1, size_t(part * double(values.size())));
    std::nth_element(values.begin(), values.begin() + qptrdiff(place), values.end());
    return values[place];
}

} // namespace

CrowdReport::Spent CrowdReport::Spent::now()
{
    const double tick = double(sysconf(_SC_CLK_TCK));
    Spent spent;
    if (QFile file(u"/proc/stat"_s); file.open(QIODevice::ReadOnly)) { // cpu user nice system idle iowait …
        const QList<QByteArray> fields = file.readLine().simplified().split(' ');
        for (qsizetype i = 1; i < qMin<qsizetype>(fields.size(), 9); ++i)
            (i == 4 || i == 5 ? spent.idle : spent.all) += fields.at(i).toDouble() / tick;
    }
    for (const QString &process : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile file(u"/proc/%1/stat"_s.arg(process));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = file.readAll();
        const qsizetype end = line.lastIndexOf(')');
        const QList<QByteArray> fields = line.mid(end + 2).split(' ');
        const double seconds = (fields.value(11).toDouble() + fields.value(12).toDouble()) / tick;
        // A backend that ended is counted by its parent.
        const double ended = (fields.value(13).toDouble() + fields.value(14).toDouble()) / tick;
        if (line.contains("(loket-central)"))
            spent.central += seconds;
        else if (line.contains("(loket-crowd)"))
            spent.crowd += seconds;
        else if (line.contains("(postgres)"))
            spent.database += seconds + ended;
    }
    return spent;
}

CrowdReport::CrowdReport(QString name)
    : m_name(std::move(name))
    , m_before(Spent::now())
{
}

bool CrowdReport::add(const CrowdCall &call)
{
    const std::lock_guard lock(m_mutex);
    m_calls[call.what].push_back(call.milliseconds);
    m_envelopes += call.envelopes;
    if (call.fault.isEmpty())
        return true;
    ++m_faults;
    ++m_faultWords[call.fault.left(100)];
    return false;
}

void CrowdReport::late(double milliseconds)
{
    const std::lock_guard lock(m_mutex);
    m_late.push_back(milliseconds);
}

void CrowdReport::print() const
{
    const Spent after = Spent::now();
    const double central = after.central - m_before.central, database = after.database - m_before.database;
    printf("%s: %.0f s, %lld envelopes", qPrintable(m_name), seconds, static_cast<long long>(m_envelopes));
    if (seconds > 0)
        printf(" = %.0f/s", double(m_envelopes) / seconds);
    const double crowd = after.crowd - m_before.crowd, all = after.all - m_before.all;
    printf("%s; faults %lld\n  processors: loket-central %.1f s, postgres %.1f s, loket-crowd %.1f s, others "
           "%.1f s, idle"
           " %.1f s\n",
           isDrained ? ", all that waited is in" : "", static_cast<long long>(m_faults), central, database,
           crowd, std::max(0.0, all - central - database - crowd), after.idle - m_before.idle);
    for (const auto &[what, times] : m_calls)
        printf("  %-8s %7zu calls, p50 %6.1f ms, p99 %7.1f ms\n", what.constData(), times.size(),
               at(times, 0.5), at(times, 0.99));
    if (!m_late.empty())
        printf("  a counter waited for its turn p50 %.0f ms, p99 %.0f ms\n", at(m_late, 0.5),
               at(m_late, 0.99));
    for (auto fault = m_faultWords.cbegin(); fault != m_faultWords.cend(); ++fault)
        printf("  %d x %s\n", fault.value(), qPrintable(fault.key()));
    if (central + database > 0 && seconds > 0)
        printSum(central, database, crowd);
    fflush(stdout);
}

/// What a core does in a second, and the cores that it takes for the country.
void CrowdReport::printSum(double central, double database, double crowd) const
{
    size_t calls = 0;
    for (const auto &[what, times] : m_calls)
        calls += times.size();
    const double spent = central + database;
    printf("  one core's second: %.0f envelopes in %.0f calls, %.0f %% of it in the database\n",
           double(m_envelopes) / spent, double(calls) / spent, 100 * database / spent);
    if (!isStorm) {
        printf("  these counters need %.2f cores, %.1fx head-room included\n", kHeadRoom * spent / seconds,
               kHeadRoom);
        return;
    }
    const auto envelopes = double(std::max<qint64>(m_envelopes, 1));
    printf("  an envelope: %.2f ms of loket-central, %.2f ms of the database, %.2f ms of the simulator: "
           "%.0f/s for"
           " each core that all three have\n",
           1000 * central / envelopes, 1000 * database / envelopes, 1000 * crowd / envelopes,
           envelopes / (spent + crowd));
    printf("  the country's morning (515 offices of 6 counters, 60 families each, in 10 minutes: %.0f/s)"
           " needs %.1f cores, %.1fx head-room included\n",
           kNationalStorm, kNationalStorm * kHeadRoom * spent / envelopes, kHeadRoom);
}

} // namespace Loket::Central
