// SPDX-License-Identifier: Apache-2.0
// The photo from a camera's picture beside the plain way with QImage, in turns, and what a frame of the live
// preview takes to judge. Ratios of each round, then medians.
#include "model/imaging/facefinder.h"
#include "model/imaging/photo.h"
#include "model/imaging/photoformat.h"
#include "model/imaging/portrait.h"
#include "tests/fakes/drawnportrait.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImageWriter>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace Loket;

namespace {

constexpr int kRounds = 21;
constexpr QSize kCamera{3000, 4000};
constexpr QRectF kPart{300, 400, 2400, 3200};

struct Cost {
    double wall = 0;      ///< ms
    double processor = 0; ///< ms
};

template <typename Work>
Cost costOf(Work work)
{
    QElapsedTimer timer;
    timer.start();
    timespec before{}, after{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
    work();
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
    return {double(timer.nsecsElapsed()) / 1e6,
            double(after.tv_sec - before.tv_sec) * 1e3 + double(after.tv_nsec - before.tv_nsec) / 1e6};
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double median(const std::vector<Cost> &costs, double Cost::*part)
{
    std::vector<double> values;
    for (const Cost &cost : costs)
        values.push_back(cost.*part);
    return median(values);
}

DrawnPortrait person(QSize size)
{
    DrawnPortrait portrait;
    portrait.size = size;
    portrait.background = DrawnPortrait::Background::Curtain;
    portrait.noise = 4;
    DrawnHead head;
    head.middle = QPointF(size.width() / 2.0, size.height() / 2.0);
    head.height = size.height() * 0.6;
    portrait.heads = {head};
    return portrait;
}

QByteArray cameraPicture()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    drawPortrait(person(kCamera)).save(&buffer, "jpeg", 92);
    return buffer.data();
}

/// The usual loop: halve between the worst and the best quality.
QByteArray plainLoop(const QImage &image)
{
    QByteArray best;
    for (int low = 1, high = 100; low <= high;) {
        const int quality = (low + high) / 2;
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QImageWriter writer(&buffer, "jpeg");
        writer.setQuality(quality);
        writer.setOptimizedWrite(true);
        writer.write(image);
        if (buffer.size() <= kPhotoBytes) {
            best = buffer.data();
            low = quality + 1;
        } else {
            high = quality - 1;
        }
    }
    return best;
}

/// The whole picture decoded, cut and scaled, then encoded.
QByteArray plainPhoto(const QByteArray &bytes, const QRectF &crop)
{
    const QImage whole = QImage::fromData(bytes);
    return plainLoop(
        whole.copy(crop.toRect()).scaled(kPhotoPixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

void photo(const QByteArray &bytes, const char *what, const QRectF &crop)
{
    std::vector<Cost> ours, plain;
    std::vector<double> wall, processor;
    qsizetype size = 0;
    for (int i = 0; i < kRounds; ++i) {
        const auto plainRound = [&] { plain.push_back(costOf([&] { plainPhoto(bytes, crop); })); };
        const auto ourRound
            = [&] { ours.push_back(costOf([&] { size = encodePhoto(bytes, crop).take().size(); })); };
        if (i % 2 == 0) {
            plainRound();
            ourRound();
        } else {
            ourRound();
            plainRound();
        }
        wall.push_back(ours.back().wall / plain.back().wall);
        processor.push_back(ours.back().processor / plain.back().processor);
    }
    std::printf("photo of %.1f kB from 12 megapixels (%.1f MB), %s, %d rounds in turns\n", double(size) / 1e3,
                double(bytes.size()) / 1e6, what, kRounds);
    std::printf("  processor %6.1f ms   by QImage %6.1f ms   ratio %.2f (goal 0.40)\n",
                median(ours, &Cost::processor), median(plain, &Cost::processor), median(processor));
    std::printf("  wall      %6.1f ms   by QImage %6.1f ms   ratio %.2f\n", median(ours, &Cost::wall),
                median(plain, &Cost::wall), median(wall));
}

void frame(const FaceFinder &finder, const char *what, const DrawnPortrait &portrait)
{
    const QImage picture = drawPortrait(portrait);
    std::vector<Cost> find, look;
    for (int i = 0; i < kRounds; ++i) {
        QList<Face> faces;
        find.push_back(costOf([&] { faces = finder.find(picture); }));
        look.push_back(costOf([&] { lookAt(picture, faces); }));
    }
    std::printf("frame of 1280x720, %-12s processor %5.1f ms finding, %4.1f ms judging (goal 40 together)   "
                "wall %5.1f\n",
                what, median(find, &Cost::processor), median(look, &Cost::processor),
                median(find, &Cost::wall) + median(look, &Cost::wall));
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    const QByteArray bytes = cameraPicture();
    photo(bytes, "all of it", QRectF(QPointF(), QSizeF(kCamera)));
    photo(bytes, "a part of 2400x3200", kPart);
    std::unique_ptr<FaceFinder> finder;
    const Cost loading = costOf([&] { finder = makeFaceFinder(); });
    if (!finder) {
        std::printf("no face finder in this build\n");
        return 0;
    }
    std::printf("loading the face finder: processor %.1f ms, wall %.1f ms\n", loading.processor,
                loading.wall);
    const DrawnPortrait one = person(QSize(1280, 720));
    DrawnPortrait nobody = one;
    nobody.heads.clear();
    DrawnPortrait busy = one;
    busy.background = DrawnPortrait::Background::Leaves;
    frame(*finder, "one face:", one);
    frame(*finder, "before leaves:", busy);
    frame(*finder, "nobody:", nobody);
    return 0;
}
