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
    printf("%s; processors: loket-central %.1f s, postgres %.1f s, loket-crowd %.1f s; faults %lld\n",
           isDrained ? ", all that waited is in" : "", central, database, after.crowd - m_before.crowd,
           static_cast<long long>(m_faults));
    for (const auto &[what, times] : m_calls)
        printf("  %-8s %7zu calls, p50 %6.1f ms, p99 %7.1f ms\n", what.constData(), times.size(),
               at(times, 0.5), at(times, 0.99));
    if (!m_late.empty())
        printf("  a counter waited for its turn p50 %.0f ms, p99 %.0f ms\n", at(m_late, 0.5),
               at(m_late, 0.99));
    for (auto fault = m_faultWords.cbegin(); fault != m_faultWords.cend(); ++fault)
        printf("  %d x %s\n", fault.value(), qPrintable(fault.key()));
    if (m_envelopes > 0 && central + database > 0) {
        const double perCore = double(m_envelopes) / (central + database);
        printf("  one core's second: %.0f envelopes; each %.2f ms of loket-central and %.2f ms of the "
               "database\n",
               perCore, 1000 * central / double(m_envelopes), 1000 * database / double(m_envelopes));
        if (isStorm)
            printf("  the country's morning (515 offices of 6 counters, 60 families each, within 10 minutes: "
                   "%.0f/s)"
                   " with %.1fx head-room: %.1f cores\n",
                   kNationalStorm, kHeadRoom, kNationalStorm * kHeadRoom / perCore);
    }
    fflush(stdout);
}

} // namespace Loket::Central
