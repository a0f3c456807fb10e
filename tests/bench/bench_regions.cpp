// SPDX-License-Identifier: Apache-2.0
// How long the village picker takes for every key: each beginning of what people type, from the first letter
// on.
#include "model/domain/regions.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Loket;
using namespace Qt::StringLiterals;

namespace {

struct Times {
    std::vector<double> ms;
    void print(const char *what)
    {
        std::sort(ms.begin(), ms.end());
        const auto at = [this](double share) { return ms[size_t(double(ms.size() - 1) * share)]; };
        std::printf("%-28s n %6zu  p50 %7.3f ms  p99 %7.3f ms  max %7.3f ms\n", what, ms.size(), at(0.5),
                    at(0.99), ms.back());
    }
};

double measure(const RegionIndex &index, const QString &typed)
{
    QElapsedTimer timer;
    timer.start();
    const auto found = index.find(typed, 50);
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    return found.size() > 50 ? -1 : ms;
}

/// "teb" + "tim" + "sel": the first letters of village, district and regency of a random village.
QString randomWords(const RegionIndex &index, QRandomGenerator &random)
{
    const QList<Village> some = index.find(QString(QChar(u'a' + random.bounded(26))), 2000);
    if (some.isEmpty())
        return u"a"_s;
    const Village &village = some[random.bounded(some.size())];
    QString typed = village.village + u' ' + village.district.split(u' ').last();
    if (random.bounded(2))
        typed += u' ' + village.regency.split(u' ').last();
    return typed;
}

} // namespace

int main()
{
    Times load;
    std::shared_ptr<const RegionIndex> index;
    for (int i = 0; i < 9; ++i) {
        QElapsedTimer timer;
        timer.start();
        index = RegionIndex::load().take();
        load.ms.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    load.print("load");

    Times letters;
    Times pairs;
    for (char16_t a = u'a'; a <= u'z'; ++a) {
        for (int i = 0; i < 5; ++i)
            letters.ms.push_back(measure(*index, QString(QChar(a))));
        for (char16_t b = u'a'; b <= u'z'; ++b)
            pairs.ms.push_back(measure(*index, QString(QChar(a)) + QChar(b)));
    }
    letters.print("one letter");
    pairs.print("two letters");

    const quint32 seed = 20220301;
    QRandomGenerator random(seed);
    Times keys;
    for (int i = 0; i < 300; ++i) {
        const QString typed = randomWords(*index, random);
        for (qsizetype length = 1; length <= typed.size(); ++length)
            keys.ms.push_back(measure(*index, typed.left(length)));
    }
    keys.print("every key of 300 villages");

    Times worst;
    for (int i = 0; i < 20; ++i)
        worst.ms.push_back(measure(*index, u"a i u e n r k"_s));
    worst.print("seven words of one letter");
    std::printf("goal: one frame, 16 ms, for any key; load within 50 ms\n");
    return 0;
}
