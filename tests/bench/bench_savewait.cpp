// SPDX-License-Identifier: Apache-2.0
// How long an officer waits for a save while the engine applies a long feed on its thread, and without one:
// half of the quiet saves are before the feed and half after it. A save is a whole registration of four
// people through the case service, with its assessment, until it is on disk. Saves come far closer together
// than anybody types them. LOKET_BENCH_ENTRIES: of the feed (40,000); LOKET_BENCH_FAMILIES: in the mirror
// before (30,000); LOKET_BENCH_SAVES: of each kind (300).
#include "model/store/seedrandom.h"
#include "model/sync/wirefeed.h"
#include "model/vault/envelopeheader.h"
#include "tests/bench/feedmaker.h"
#include "tests/fakes/centralline.h"
#include "tests/fakes/fakeoffice.h"

#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace Loket;
using namespace Loket::Bench;
using namespace Qt::StringLiterals;

namespace {

/// Tells a feed that was made before, page by page as it is asked for, and takes every envelope.
class FeedingLine final : public Fakes::CentralLine
{
public:
    FeedingLine(CentralPort &centre, std::vector<QByteArray> pages)
        : CentralLine(centre)
        , m_pages(std::move(pages))
    {
    }
    Outcome<FeedPage> changes(const QString &epoch, qint64 cursor, int, int) override
    {
        const size_t at = size_t(cursor) / size_t(kPageEntries);
        FeedPage page{epoch, {}, cursor, false, 0};
        if (at >= m_pages.size())
            return page;
        auto read = readFeedPage(m_pages[at], FamilyBodies::AsText);
        must(bool(read), u"a page can't be read"_s);
        page = read.take();
        page.epoch = epoch;
        m_told = page.next;
        return page;
    }
    Outcome<SubmitReply> submit(const QList<Envelope> &envelopes) override
    {
        SubmitReply reply;
        for (const Envelope &envelope : envelopes)
            reply.receipts += Receipt{
                readEnvelopeHeader(envelope.header).value().submission, Receipt::Kind::Received, {}};
        return reply;
    }
    qint64 told() const { return m_told; }

private:
    const std::vector<QByteArray> m_pages;
    std::atomic<qint64> m_told = 0;
};

class Waits
{
public:
    /// Saves the next registrations with some time to think between them, as long as `isOn` says so.
    template <typename IsOn>
    void save(Fakes::FakeOffice &office, qint64 most, IsOn isOn)
    {
        for (qint64 n = 0; n < most && isOn(); ++n) {
            std::this_thread::sleep_for(std::chrono::milliseconds(m_random.between(10, 30)));
            const Case content = Fakes::registration(++s_number, 4);
            const Stopwatch watch;
            office.submit(content);
            m_waits.push_back(watch.seconds().wall * 1000);
        }
    }
    double at(double share)
    {
        std::sort(m_waits.begin(), m_waits.end());
        return m_waits.empty() ? 0 : m_waits[size_t(double(m_waits.size() - 1) * share)];
    }
    void print(const char *what)
    {
        std::printf("  %-20s n %4zu  p50 %6.1f ms  p99 %6.1f ms  max %6.1f ms\n", what, m_waits.size(),
                    at(0.5), at(0.99), at(1));
        std::fflush(stdout);
    }

private:
    static inline int s_number = 0;
    SeedRandom m_random{20220301, 1};
    std::vector<double> m_waits; ///< milliseconds
};

} // namespace

int main()
{
    const qint64 entries = setting("LOKET_BENCH_ENTRIES", 40'000);
    const qint64 saves = std::min<qint64>(4000, setting("LOKET_BENCH_SAVES", 300));
    Fakes::FakeOffice office;
    std::vector<QByteArray> pages;
    office.whileClosed([&] {
        World world;
        const auto members = makeMirror(office.dir(), world, setting("LOKET_BENCH_FAMILIES", 30'000));
        pages = makeFeed(world, members, entries).pages;
    });
    FeedingLine line(office.centre(), std::move(pages));

    Waits quiet, fed;
    const auto always = [] { return true; };
    quiet.save(office, saves / 2, always);
    std::atomic_bool isOver = false, cancel = false;
    SyncOptions options;
    options.cancel = &cancel;
    const Stopwatch watch;
    SyncSummary summary;
    std::thread feed([&] {
        summary = office.sync(line, options);
        isOver = true;
    });
    while (line.told() == 0 && !isOver)
        std::this_thread::yield();
    fed.save(office, saves, [&] { return !isOver; });
    cancel = true;
    feed.join();
    const double seconds = watch.seconds().wall;
    quiet.save(office, saves - saves / 2, always);

    const int applied = summary.counts.value(u"families"_s);
    must(applied > 0 && !summary.linkFailed, u"nothing of the feed was applied"_s);
    must(office.faults().isEmpty(), u"the store is not in order"_s);
    std::printf("a save of a family of four; %d families of the feed were applied in %.1f s\n", applied,
                seconds);
    quiet.print("without a feed");
    fed.print("while it is applied");
    std::printf("p99 while the feed is applied %.1f ms (goal: at most 60), without %.1f ms: x%.2f\n",
                fed.at(0.99), quiet.at(0.99), fed.at(0.99) / quiet.at(0.99));
    return 0;
}
