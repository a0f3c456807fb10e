// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/central/crowdcounter.h"

#include <QHash>

#include <map>
#include <mutex>
#include <vector>

namespace Loket::Central {

/// What a part of a simulation cost. Any thread adds; the processors' time is that of all loket-central,
/// postgres and loket-crowd processes of this machine between construction and print().
class CrowdReport
{
public:
    explicit CrowdReport(QString name);

    /// False when the call had a fault.
    bool add(const CrowdCall &call);
    /// How long a task waited for one of the simulator's threads.
    void late(double milliseconds);
    qint64 faults() const { return m_faults; }
    void print() const; ///< on standard output

    double seconds = 0;     ///< of the part, set by who plays it
    bool isStorm = false;   ///< its sum for the country is printed
    bool isDrained = false; ///< all that waited at its beginning is in

private:
    void printSum(double central, double database, double crowd) const;
    struct Spent {
        double central = 0, database = 0, crowd = 0, all = 0, idle = 0; ///< seconds of processors
        static Spent now();
    };
    const QString m_name;
    const Spent m_before;
    mutable std::mutex m_mutex;
    std::map<QByteArray, std::vector<double>> m_calls; ///< milliseconds
    std::vector<double> m_late;
    QHash<QString, int> m_faultWords;
    qint64 m_envelopes = 0, m_faults = 0;
};

} // namespace Loket::Central
