// SPDX-License-Identifier: Apache-2.0
// What assess() costs after every key: CPU time of a registration of seven people, and of a service on a
// known family of seven.
#include "casecorpus.h"

#include "model/rulebook/rulebook.h"

#include <QJsonArray>

#include <cstdio>
#include <ctime>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPeople = 7;

const CorpusCase &named(const CaseCorpus &corpus, const QString &name)
{
    for (const CorpusCase &one : corpus.cases()) {
        if (one.name == name)
            return one;
    }
    qFatal("%s: no such case", qPrintable(name));
}

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

void measure(const char *what, const Case &c, const Context &context)
{
    constexpr int rounds = 2000;
    for (int i = 0; i < 20; ++i)
        (void)assess(c, context);
    const double before = cpuMs();
    for (int i = 0; i < rounds; ++i)
        (void)assess(c, context);
    std::printf("assess %-34s people %d  CPU %6.3f ms each (goal 1 ms)  %s\n", what, kPeople,
                (cpuMs() - before) / rounds, qPrintable(decisionWord(assess(c, context).decision)));
}

/// The world with a family of seven.
QJsonObject worldOfSeven(QJsonObject world)
{
    QJsonArray members = world["family"_L1]["members"_L1].toArray();
    while (members.size() < kPeople) {
        QJsonObject one = members.last().toObject();
        one.insert("card"_L1, u"00099900%1"_s.arg(70000 + members.size()));
        members += one;
    }
    return withValueAt(world, u"family.members", members).toObject();
}

} // namespace

int main()
{
    // Where the programs stand in the build: the corpus is read from the source.
    if (!qEnvironmentVariableIsSet("LOKET_TEST_DATA"))
        qputenv("LOKET_TEST_DATA", LOKET_BENCH_DATA);
    const CaseCorpus corpus;
    const auto library = RulebookLibrary::builtIn();
    Context context{library.get(), QDate(2022, 3, 1), corpus.regions(), corpus.facilities(), nullptr};
    Case c = corpus.read(named(corpus, u"extended-family"_s));
    while (c.family.members.size() < kPeople)
        c.family.members += c.family.members.at(2);
    measure("REG-PBPU, a new family", c, context);
    for (const QString &name : {u"CHG-FKTP"_s, u"CHG-KEPENDUDUKAN"_s, u"NEWBORN"_s, u"MUT-SEG"_s}) {
        const CorpusCase &one = named(corpus, name);
        const CorpusLookup lookup(worldOfSeven(one.world));
        context.lookup = &lookup;
        measure(qPrintable(name + u", a known family"_s), corpus.read(one), context);
    }
    return 0;
}
