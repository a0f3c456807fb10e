// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/feedmaker.h"

#include "model/store/seedrandom.h"
#include "model/sync/wirefeed.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace Loket::Bench {

namespace {

constexpr quint64 kSeed = 20220301;

/// What changes at a family, by how often it does: mostly it paid.
MadeEntry changed(Rows rows, SeedRandom &random, qint64 *nextMember)
{
    MadeEntry entry;
    MirrorFamilyRow &family = rows.family;
    ++family.revision;
    MirrorParticipantRow &one = rows.members[size_t(random.below(int(rows.members.size())))];
    switch (random.weighted({60, 15, 13, 7, 3, 2})) {
    case 0:
        family.paidUntil = "2022-04";
        entry.isPaymentNews = true;
        break;
    case 1:
        family.phone = "08" + std::to_string(1'000'000'000 + random.below(999'999'999));
        break;
    case 2:
        one.fktpSince = "2022-03-01";
        break;
    case 3:
        family.careClass = 1 + family.careClass % 3;
        family.classSince = "2022-03-01";
        break;
    case 4: {
        MirrorParticipantRow child = rows.members.back();
        child.id = (*nextMember)++;
        child.position = int(rows.members.size());
        child.relation = "child";
        child.name = "BAYI " + child.name;
        child.card = child.centralId = std::to_string(9'000'000'000'000 + child.id);
        child.nik.clear();
        rows.members.push_back(child);
        break;
    }
    default:
        if (rows.members.size() > 1) {
            rows.members.pop_back();
            entry.isOneGone = true;
        }
    }
    entry.rows = std::move(rows);
    return entry;
}

} // namespace

MadeFeed makeFeed(World &world, const std::vector<qint64> &firstMembers, qint64 entries)
{
    const qint64 base = qint64(firstMembers.size()) - 1;
    must(entries / 2 < base, u"more changes than families"_s);
    SeedRandom random(kSeed, 0);
    std::vector<qint64> known(size_t(base - 1)); // the last keeps its members, so that row ids only rise
    std::iota(known.begin(), known.end(), 0);
    for (size_t i = 0; i < known.size(); ++i)
        std::swap(known[i], known[i + size_t(random.below(int(known.size() - i)))]);

    MadeFeed feed;
    qint64 nextFamily = base, nextMember = firstMembers.back(), seq = 0;
    FeedPage page{QString::fromLatin1(kFeedEpoch), {}, 0, true, 0};
    for (qint64 number = 0; number < entries; ++number) {
        MadeEntry entry;
        const int what = random.weighted({50, 45, 5});
        if (what == 0) {
            entry.rows = world.make(nextFamily++, nextMember);
            nextMember += qint64(entry.rows.members.size());
            entry.isPaymentNews = !entry.rows.family.paidUntil.empty();
        } else {
            const qint64 which = known.back();
            known.pop_back();
            entry.rows = world.make(which, firstMembers[size_t(which)]);
            if (what == 1)
                entry = changed(std::move(entry.rows), random, &nextMember);
            else
                entry.isNews = false;
        }
        const QByteArray json = jsonOf(entry.rows);
        entry.rows = parsed(json, entry.rows);
        feed.members += qint64(entry.rows.members.size());
        page.entries += FeedEntry{++seq, u"family"_s, {}, {}, json};
        page.next = seq;
        page.more = number + 1 < entries;
        if (page.entries.size() == kPageEntries || !page.more) {
            feed.pages.push_back(writeFeedPage(page));
            feed.bytes += feed.pages.back().size();
            page.entries.clear();
        }
        feed.entries.push_back(std::move(entry));
    }
    return feed;
}

} // namespace Loket::Bench
