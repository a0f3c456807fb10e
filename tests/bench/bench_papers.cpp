// SPDX-License-Identifier: Apache-2.0
// Photo and papers beside the plain way of doing the same with Qt, paired in one run, medians.
#include "model/imaging/crop.h"
#include "model/imaging/photo.h"
#include "model/print/carddocument.h"
#include "model/print/receiptdocument.h"
#include "printsamples.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Loket;

namespace {

constexpr int kRounds = 9;

/// What a camera gives: 3000 x 4000, detail everywhere.
QByteArray cameraPicture()
{
    QRandomGenerator random(7);
    QImage image(3000, 4000, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            line[x] = qRgb(x / 12 + random.bounded(24), y / 16 + random.bounded(24),
                           (x + y) / 28 + random.bounded(24));
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg", 90);
    return buffer.data();
}

/// The whole picture decoded, cut and scaled, then encoded as often as the program does.
QByteArray plainPhoto(const QByteArray &bytes, const QRectF &crop)
{
    const QImage whole = QImage::fromData(bytes);
    const QImage part
        = whole.copy(crop.toRect()).scaled(kPhotoPixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return encodeWithin(part, kPhotoBytes).take();
}

template <typename Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void photo()
{
    const QByteArray bytes = cameraPicture();
    const QRectF crop = defaultCrop(QSize(3000, 4000));
    std::vector<double> ours;
    std::vector<double> plain;
    std::vector<double> ratios;
    for (int i = 0; i < kRounds; ++i) {
        plain.push_back(milliseconds([&] { plainPhoto(bytes, crop); }));
        ours.push_back(milliseconds([&] { encodePhoto(bytes, crop).take(); }));
        ratios.push_back(ours.back() / plain.back());
    }
    std::printf("photo of a %.1f MB picture     %7.1f ms   whole picture first %7.1f ms   ratio %.2f\n",
                double(bytes.size()) / 1e6, median(ours), median(plain), median(ratios));
}

void papers()
{
    const CardFacts card = PrintSamples::card();
    const ReceiptFacts receipt = PrintSamples::receipt();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::vector<double> cardPdf;
    std::vector<double> cardRaster;
    std::vector<double> receiptPdf;
    qsizetype bytes = 0;
    for (int i = 0; i < kRounds; ++i) {
        cardPdf.push_back(
            milliseconds([&] { bytes = pdfOf(CardDocument(card, CardStock::Blank), now).size(); }));
        cardRaster.push_back(milliseconds([&] { rasterPage(CardDocument(card, CardStock::Blank), 0); }));
        receiptPdf.push_back(milliseconds([&] { pdfOf(ReceiptDocument(receipt, ReceiptPaper::A5), now); }));
    }
    std::printf("card as PDF                    %7.1f ms   %.0f kB\n", median(cardPdf), double(bytes) / 1e3);
    std::printf("card as picture, 300 dpi       %7.1f ms\n", median(cardRaster));
    std::printf("receipt of four as PDF         %7.1f ms\n", median(receiptPdf));
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    photo();
    papers();
    return 0;
}
