// SPDX-License-Identifier: Apache-2.0
#include "model/base/clock.h"
#include "model/domain/regiondata.h"
#include "tests/central/crowdcounter.h"
#include "tests/central/crowdreport.h"
#include "tests/central/demo.h"
#include "tests/fakes/fakeoffice.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <queue>
#include <thread>

using namespace Loket;
using namespace Loket::Central;
using namespace Qt::StringLiterals;

namespace {

using Time = std::chrono::steady_clock::time_point;

/// Something that a counter does next.
struct Task {
    Time due;
    CrowdCounter *counter = nullptr;
    enum Kind { Come, Send, Listen } kind = Come;
    int left = 0;          ///< families to send
    bool isMorning = true; ///< they waited when the counter came
    bool operator>(const Task &other) const { return due > other.due; }
};

/// A morning, or a part of it: when counters come, how much each has, how long it is watched.
struct Plan {
    int seconds = 60;   ///< watched
    int reconnect = 60; ///< all come within so many seconds
    int queued = 0;     ///< families that each has waiting
    double perHour = 0; ///< families that each makes besides
    int batch = 20;     ///< envelopes at once
    int poll = 60;      ///< seconds between questions
};

/// Plays a plan with a few dozen threads: what is due is done, in its order.
class Stage
{
public:
    Stage(const Plan &plan, CrowdReport &report, quint32 seed)
        : m_plan(plan)
        , m_report(report)
        , m_random(seed)
    {
    }

    void play(std::vector<std::unique_ptr<CrowdCounter>> &counters, int threads)
    {
        m_start = std::chrono::steady_clock::now();
        m_end = m_start + std::chrono::seconds(m_plan.seconds);
        m_left = qint64(counters.size()) * m_plan.queued;
        for (const auto &counter : counters)
            m_tasks.push({m_start + milliseconds(m_random.bounded(m_plan.reconnect * 1000)), counter.get(),
                          Task::Come, m_plan.queued});
        std::vector<std::thread> players;
        for (int i = 0; i < threads; ++i)
            players.emplace_back([this] { work(); });
        for (std::thread &player : players)
            player.join();
        m_report.isDrained = isDrained();
        m_report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    static std::chrono::milliseconds milliseconds(qint64 count) { return std::chrono::milliseconds(count); }

    void work()
    {
        std::unique_lock lock(m_mutex);
        while (!m_tasks.empty() && std::chrono::steady_clock::now() < m_end && !isDrained()) {
            if (m_tasks.top().due > std::chrono::steady_clock::now()) {
                m_due.wait_until(lock, std::min(m_tasks.top().due, m_end));
                continue;
            }
            Task task = m_tasks.top();
            m_tasks.pop();
            lock.unlock();
            const auto late = std::chrono::steady_clock::now() - task.due;
            m_report.late(std::chrono::duration<double, std::milli>(late).count());
            do // a counter's run is not put off: it does one thing after the other on its line
                task = act(task);
            while (task.due <= std::chrono::steady_clock::now() && task.due < m_end);
            lock.lock();
            m_tasks.push(task);
            m_due.notify_one();
        }
        m_due.notify_all();
    }

    Task act(Task task)
    {
        const auto now = [] { return std::chrono::steady_clock::now(); };
        bool isGood = true;
        switch (task.kind) {
        case Task::Come:
            isGood = m_report.add(task.counter->hello());
            task.kind = isGood ? (task.left > 0 ? Task::Send : Task::Listen) : Task::Come;
            break;
        case Task::Send: {
            const int batch = std::min(task.left, m_plan.batch);
            isGood = m_report.add(task.counter->submit(batch));
            task.left -= isGood ? batch : 0;
            if (isGood && task.isMorning)
                m_left -= batch;
            task.kind = task.left > 0 ? Task::Send : Task::Listen;
            break;
        }
        case Task::Listen:
            isGood = m_report.add(task.counter->poll());
            task.counter->hangUp();
            task.due = now() + milliseconds(m_plan.poll * 1000);
            if (chance(m_plan.perHour * m_plan.poll / 3600)) {
                task.left = 1;
                task.isMorning = false;
                task.kind = Task::Send;
                task.due = now();
            }
            return task;
        }
        task.due = isGood ? now() : now() + milliseconds(1000);
        return task;
    }

    /// All that waited in the morning is in.
    bool isDrained() const { return m_plan.queued > 0 && m_left <= 0; }

    bool chance(double probability)
    {
        const std::lock_guard lock(m_dice);
        return m_random.generateDouble() < probability;
    }

    const Plan m_plan;
    CrowdReport &m_report;
    QRandomGenerator m_random;
    Time m_start, m_end;
    std::atomic<qint64> m_left = 0; ///< families of the morning
    std::mutex m_mutex, m_dice;
    std::condition_variable m_due;
    std::priority_queue<Task, std::vector<Task>, std::greater<>> m_tasks;
};

/// Each office's own village and district; the second office of a regency has another district of it.
QList<CrowdPlace> placesOf(int offices)
{
    const RegionData regions = Fakes::must(RegionData::builtIn());
    const RegionLevel &villages = regions.levels[RegionData::Villages];
    QHash<QString, int> used;
    QList<CrowdPlace> places;
    for (const QString &area : Fakes::must(firstAreas(offices))) {
        const quint64 regency = QString(area).remove(u'.').toULongLong();
        const int skipped = used[area]++;
        CrowdPlace place;
        int district = -1;
        quint64 last = 0;
        for (const quint64 code : villages.codes) {
            if (code / 1'000'000 != regency || code / 10'000 == last)
                continue;
            last = code / 10'000;
            if (++district < skipped)
                continue;
            const QString text = QString::number(code);
            place = {u"%1.%2.%3.%4"_s.arg(text.left(2), text.mid(2, 2), text.mid(4, 2), text.mid(6)),
                     text.left(6)};
            break;
        }
        places += place;
    }
    return places;
}

template <typename Work>
void inParallel(std::vector<std::unique_ptr<CrowdCounter>> &counters, int threads, Work work)
{
    std::atomic<size_t> next = 0;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i)
        workers.emplace_back([&] {
            for (size_t at = next++; at < counters.size(); at = next++)
                work(*counters[at]);
        });
    for (std::thread &worker : workers)
        worker.join();
}

std::vector<std::unique_ptr<CrowdCounter>> enrolAll(const CrowdWorld &world, const QJsonArray &codes,
                                                    int threads, CrowdReport &report)
{
    const QList<CrowdPlace> places = placesOf(int(codes.size()));
    std::vector<std::unique_ptr<CrowdCounter>> counters;
    for (qsizetype office = 0; office < codes.size(); ++office) {
        for (const QJsonValue &code : codes.at(office).toArray())
            counters.push_back(std::make_unique<CrowdCounter>(world, places.at(office), code.toString(),
                                                              int(counters.size())));
    }
    inParallel(counters, threads, [&](CrowdCounter &counter) {
        if (report.add(counter.enrol()))
            report.add(counter.lease());
        counter.hangUp();
    });
    return counters;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Plays the counters of all offices against loket-central. READY: a file with the line that run.sh "
        "printed; every code in it becomes a counter."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"READY"_s, u"what run.sh printed"_s);
    parser.addOption(
        {u"steady"_s, u"seconds of steady work, 10 families an hour at each counter"_s, u"S"_s, u"60"_s});
    parser.addOption(
        {u"storm"_s, u"seconds of the morning storm at most: all reconnect in 60 s"_s, u"S"_s, u"90"_s});
    parser.addOption(
        {u"queued"_s, u"families that each counter has waiting in the morning"_s, u"N"_s, u"60"_s});
    parser.addOption({u"threads"_s,
                      u"counters that are served at the same time; the others wait for their turn"_s, u"N"_s,
                      u"32"_s});
    parser.process(app);
    QFile ready(parser.positionalArguments().value(0));
    if (!ready.open(QIODevice::ReadOnly))
        parser.showHelp(2);
    const QJsonObject line = QJsonDocument::fromJson(ready.readAll()).object();
    const SystemClock clock;
    CrowdWorld world;
    world.clock = &clock;
    world.sample = Fakes::registration(1, 4);
    for (const QJsonValue &url : line["urls"_L1].toArray())
        world.urls += url.toString();
    if (QFile ca(line["ca"_L1].toString()); ca.open(QIODevice::ReadOnly))
        world.ca = ca.readAll();
    const int threads = parser.value(u"threads"_s).toInt();

    CrowdReport start(u"enrolment"_s);
    auto counters = enrolAll(world, line["codes"_L1].toArray(), threads, start);
    start.print();
    qint64 faults = start.faults();
    const auto play = [&](const QString &name, const Plan &plan) {
        CrowdReport report(name);
        report.isStorm = plan.queued > 0;
        Stage(plan, report, 1).play(counters, threads);
        report.print();
        faults += report.faults();
    };
    if (const int seconds = parser.value(u"steady"_s).toInt(); seconds > 0)
        play(u"steady work"_s, {seconds, 60, 0, 10, 20, 60});
    if (const int seconds = parser.value(u"storm"_s).toInt(); seconds > 0)
        play(u"morning storm"_s, {seconds, 60, parser.value(u"queued"_s).toInt(), 10, 20, 60});
    int verdicts = 0, refused = 0;
    inParallel(counters, 1, [&](CrowdCounter &counter) {
        verdicts += counter.verdicts();
        refused += counter.refused();
    });
    printf("verdicts read %d, other than accepted %d; faults %lld\n", verdicts, refused,
           static_cast<long long>(faults));
    return faults == 0 && refused == 0 ? 0 : 1;
}
