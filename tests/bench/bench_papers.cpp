// SPDX-License-Identifier: Apache-2.0
// The papers: what one takes, medians.
#include "model/print/carddocument.h"
#include "model/print/receiptdocument.h"
#include "printsamples.h"

#include <QElapsedTimer>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Loket;

namespace {

constexpr int kRounds = 9;

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
    papers();
    return 0;
}
