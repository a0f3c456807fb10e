// SPDX-License-Identifier: Apache-2.0
// A batch of a thousand cards as one PDF beside plain QPdfWriter with the same pictures and texts, paired in
// one run.
#include "model/print/carddocument.h"
#include "model/print/modules.h"
#include "printsamples.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Loket;

namespace {

constexpr int kRounds = 5;
constexpr double kDots = 1200;
constexpr double kMmPerInch = 25.4;

/// Portraits that differ, with some noise so that they are as large as real ones.
std::vector<CardFacts> people(int count)
{
    QRandomGenerator random(11);
    std::printf("seed 11\n");
    const QImage portrait = QImage::fromData(PrintSamples::photo()).convertToFormat(QImage::Format_RGB32);
    std::vector<CardFacts> cards;
    for (int i = 0; i < count; ++i) {
        QImage own = portrait;
        for (int y = 0; y < own.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(own.scanLine(y));
            for (int x = 0; x < own.width(); ++x) {
                const int grain = random.bounded(14);
                line[x] = qRgb(qMin(255, qRed(line[x]) + grain), qMin(255, qGreen(line[x]) + grain),
                               qMin(255, qBlue(line[x]) + grain));
            }
        }
        CardFacts facts = PrintSamples::card();
        facts.number = QString::number(9990000000000 + i);
        facts.nik = QString::number(3174016909650000 + i); // nothing but the labels is on two cards
        facts.name += u' ' + QString::number(i);
        facts.address += u' ' + QString::number(i);
        facts.fktp += u' ' + QString::number(i);
        facts.birthDate = facts.birthDate.addDays(i);
        facts.photo.clear();
        QBuffer buffer(&facts.photo);
        buffer.open(QIODevice::WriteOnly);
        own.save(&buffer, "jpeg", 82);
        cards.push_back(facts);
    }
    return cards;
}

/// The whole batch as one document: cards are made when their page is painted.
class Batch final : public PrintDocument
{
public:
    explicit Batch(const std::vector<CardFacts> &cards)
        : m_cards(cards)
    {
    }
    QString title() const override { return QStringLiteral("K1"); }
    int pageCount() const override { return int(m_cards.size()); }
    QSizeF pageSize() const override { return kCardSize; }
    void paint(Canvas &canvas, int page) const override
    {
        CardDocument(m_cards[size_t(page)], CardStock::Blank).paint(canvas, 0);
    }

private:
    const std::vector<CardFacts> &m_cards;
};

/// The yardstick: the same texts, picture and bars, put down without any layout.
QByteArray plainPdf(const std::vector<CardFacts> &cards, const std::vector<QList<PlacedText>> &texts)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(int(kDots));
        writer.setPageLayout(
            QPageLayout(QPageSize(kCardSize, QPageSize::Millimeter), QPageLayout::Portrait, {}));
        QPainter painter(&writer);
        const double scale = kDots / kMmPerInch;
        for (size_t i = 0; i < cards.size(); ++i) {
            if (i > 0)
                writer.newPage();
            for (const PlacedText &one : texts[i]) {
                QFont font(QStringLiteral("Noto Sans"));
                font.setPixelSize(qMax(1, int(one.size * scale)));
                painter.setFont(font);
                const QRectF box(one.used.topLeft() * scale, one.used.size() * scale * 1.2);
                painter.drawText(box, Qt::TextWordWrap, one.text);
            }
            painter.drawImage(QRectF(60 * scale, 14 * scale, 21 * scale, 28 * scale),
                              QImage::fromData(cards[i].photo));
            const auto bars = code128Modules(cards[i].number);
            for (int column = 0; bars && column < bars->columns; ++column) {
                if (bars->isDark(column, 0))
                    painter.fillRect(QRectF((5 + column * 0.3) * scale, 45 * scale, 0.3 * scale, 6 * scale),
                                     Qt::black);
            }
        }
    }
    return buffer.data();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void measure(int count)
{
    const std::vector<CardFacts> cards = people(count);
    std::vector<QList<PlacedText>> texts;
    double photoBytes = 0;
    for (const CardFacts &facts : cards) {
        texts.push_back(placedTexts(CardDocument(facts, CardStock::Blank), 0));
        photoBytes += double(facts.photo.size());
    }
    std::vector<double> ours;
    std::vector<double> plain;
    std::vector<double> ratios;
    double bytes = 0;
    for (int round = 0; round < kRounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const qsizetype plainBytes = plainPdf(cards, texts).size();
        plain.push_back(double(timer.nsecsElapsed()) / 1e6);
        timer.restart();
        bytes = double(pdfOf(Batch(cards), QDateTime::currentDateTimeUtc()).size());
        ours.push_back(double(timer.nsecsElapsed()) / 1e6);
        ratios.push_back(ours.back() / plain.back());
        if (round == 0)
            std::printf("plain QPdfWriter               %7.1f kB a page\n", double(plainBytes) / 1e3 / count);
    }
    const double allowed = 1.2 * photoBytes / count + 20000;
    std::printf(
        "%d cards as one PDF          %7.0f ms   plain QPdfWriter %7.0f ms   ratio %.2f (goal 1.40)\n", count,
        median(ours), median(plain), median(ratios));
    std::printf(
        "%d cards, a page             %7.1f kB   photo %.1f kB, allowed %.1f kB   ratio %.2f (goal 1.00)\n",
        count, bytes / 1e3 / count, photoBytes / 1e3 / count, allowed / 1e3, bytes / count / allowed);
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    measure(argc > 1 ? std::max(1, std::atoi(argv[1])) : 1000);
    return 0;
}
