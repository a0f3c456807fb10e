// SPDX-License-Identifier: Apache-2.0
#include "model/store/seedwords.h"

#include <QByteArrayList>
#include <QResource>

#include <algorithm>
#include <array>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

QList<QByteArrayList> seedRows(const QString &file, qsizetype columns)
{
    QList<QByteArrayList> rows;
    const QByteArrayList lines = QResource(u":/loket/seed/"_s + file).uncompressedData().split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const QByteArrayList cells = line.split(',');
        if (cells.size() == columns && !line.isEmpty())
            rows += cells;
    }
    return rows;
}

const std::string &anyOf(const std::vector<std::string> &words, SeedRandom &random)
{
    return words[size_t(random.below(int(words.size())))];
}

/// Index of a group; the number of groups: there is none of that name.
size_t groupNamed(const std::vector<SeedWords::Group> &groups, const QByteArray &name)
{
    size_t index = 0;
    while (index < groups.size() && groups[index].name != name.toStdString())
        ++index;
    return index;
}

void readGroups(std::vector<SeedWords::Group> &groups)
{
    const auto rows = seedRows(u"names.csv"_s, 3);
    for (const QByteArrayList &row : rows) {
        const size_t index = groupNamed(groups, row[0]);
        if (index == groups.size())
            groups.push_back({row[0].toStdString(), {}, {}, {}, 0});
        SeedWords::Group &group = groups[index];
        if (row[1] != "k")
            (row[1] == "m"       ? group.male
                 : row[1] == "f" ? group.female
                                 : group.clans)
                .push_back(row[2].toStdString());
    }
    for (const QByteArrayList &row : rows) {
        if (row[1] == "k")
            groups[groupNamed(groups, row[0])].common = groupNamed(groups, row[2]);
    }
}

// Balinese names begin with the order of birth; the fifth child is called like the first.
constexpr std::array kBirthOrderNames = {"WAYAN ", "MADE ", "NYOMAN ", "KETUT "};

} // namespace

Outcome<SeedWords> SeedWords::builtIn()
{
    SeedWords words;
    readGroups(words.groups);
    for (const QByteArrayList &row : seedRows(u"provinces.csv"_s, 3))
        words.provinces.push_back({row[0].toInt(), row[1].toInt(), groupNamed(words.groups, row[2])});
    for (const QByteArrayList &row : seedRows(u"streets.csv"_s, 1))
        words.streets.push_back(row[0].toStdString());
    const bool isWhole = !words.streets.empty() && !words.provinces.empty()
        && std::all_of(words.groups.begin(), words.groups.end(),
                       [&words](const Group &group) {
                           return !group.male.empty() && !group.female.empty()
                               && group.common < words.groups.size();
                       })
        && std::all_of(words.provinces.begin(), words.provinces.end(), [&words](const Province &province) {
               return province.weight > 0 && province.group < words.groups.size();
           });
    if (!isWhole)
        return fail(Failure{FailureKind::Internal, u"the words of synthetic names are incomplete"_s});
    return words;
}

const SeedWords::Group &SeedWords::groupFor(const Province &province, SeedRandom &random) const
{
    switch (random.weighted({62, 26, 12})) {
    case 0:
        return groups[province.group];
    case 1:
        return groups.front();
    default:
        return groups[size_t(random.below(int(groups.size())))];
    }
}

void SeedWords::makeName(const Group &group, bool female, int birthOrder, const std::string &clan,
                         SeedRandom &random, std::string &name) const
{
    name.clear();
    if (group.name == "bali") {
        name += female ? "NI " : "I ";
        name += kBirthOrderNames[size_t(birthOrder - 1) % kBirthOrderNames.size()];
    }
    const auto &own = female ? group.female : group.male;
    const auto &common = female ? groups[group.common].female : groups[group.common].male;
    const int wordCount = 1 + random.weighted({14, 60, 26});
    const std::string *last = nullptr;
    for (int word = 0; word < wordCount; ++word) {
        const std::string &token = anyOf(random.chance(word == 0 ? 450 : 250) ? common : own, random);
        if (&token == last)
            continue;
        if (last)
            name += ' ';
        name += token;
        last = &token;
    }
    if (!clan.empty()) {
        name += ' ';
        name += clan;
    }
}

} // namespace Loket
