// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/drawnportrait.h"

#include <QLinearGradient>
#include <QRadialGradient>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace Loket {
namespace {

using Background = DrawnPortrait::Background;

double between(QRandomGenerator &random, double low, double high)
{
    return low + random.generateDouble() * (high - low);
}

QColor anyColour(QRandomGenerator &random)
{
    return QColor::fromHsv(random.bounded(360), 60 + random.bounded(180), 50 + random.bounded(200));
}

void drawShelf(QPainter &painter, QSizeF size, QRandomGenerator &random)
{
    painter.fillRect(QRectF(QPointF(), size), QColor(96, 66, 42));
    const double board = size.height() / 4.5;
    for (double y = 0; y < size.height(); y += board) {
        double x = 0;
        while (x < size.width()) {
            const double wide = size.height() * between(random, 0.02, 0.06);
            const double high = board * between(random, 0.6, 0.92);
            painter.fillRect(QRectF(x, y + board - high, wide, high), anyColour(random));
            x += wide + 1;
        }
        painter.fillRect(QRectF(0, y + board - board * 0.06, size.width(), board * 0.06), QColor(60, 40, 26));
    }
}

void drawPosters(QPainter &painter, QSizeF size, QRandomGenerator &random)
{
    for (int i = 0; i < 26; ++i) {
        const QRectF sheet(
            between(random, -0.05, 0.95) * size.width(), between(random, -0.05, 0.9) * size.height(),
            size.height() * between(random, 0.12, 0.3), size.height() * between(random, 0.15, 0.35));
        painter.fillRect(sheet, anyColour(random));
        painter.setPen(QPen(QColor(20, 20, 20), size.height() * 0.006));
        for (int line = 1; line < 7; ++line) {
            const double y = sheet.top() + sheet.height() * line / 7;
            painter.drawLine(QPointF(sheet.left() + sheet.width() * 0.1, y),
                             QPointF(sheet.left() + sheet.width() * between(random, 0.5, 0.9), y));
        }
    }
}

void drawBlinds(QPainter &painter, QSizeF size, QRandomGenerator &random)
{
    const double slat = size.height() * between(random, 0.025, 0.05);
    for (double y = 0; y < size.height(); y += slat) {
        painter.fillRect(QRectF(0, y, size.width(), slat * 0.62), QColor(225, 222, 210));
        painter.fillRect(QRectF(0, y + slat * 0.62, size.width(), slat * 0.38), QColor(92, 96, 104));
    }
}

void drawLeaves(QPainter &painter, QSizeF size, QRandomGenerator &random)
{
    painter.fillRect(QRectF(QPointF(), size), QColor(40, 62, 38));
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 700; ++i) {
        painter.save();
        painter.translate(random.generateDouble() * size.width(), random.generateDouble() * size.height());
        painter.rotate(random.bounded(360));
        painter.setBrush(
            QColor::fromHsv(80 + random.bounded(60), 90 + random.bounded(140), 50 + random.bounded(180)));
        painter.drawEllipse(QPointF(0, 0), size.height() * between(random, 0.02, 0.05),
                            size.height() * 0.012);
        painter.restore();
    }
}

void drawQuiet(QPainter &painter, const DrawnPortrait &portrait, QSizeF size, QRandomGenerator &random)
{
    const QRectF all(QPointF(), size);
    if (portrait.background == Background::Gradient) {
        QLinearGradient fall(0, 0, size.width(), size.height() * between(random, -0.5, 1));
        fall.setColorAt(0, portrait.wall.lighter(112));
        fall.setColorAt(1, portrait.wall.darker(135));
        painter.fillRect(all, fall);
    } else if (portrait.background == Background::Curtain) {
        const double fold = size.height() * between(random, 0.12, 0.25);
        QLinearGradient folds(0, 0, fold, 0);
        folds.setSpread(QGradient::ReflectSpread);
        folds.setColorAt(0, portrait.wall);
        folds.setColorAt(1, portrait.wall.darker(113));
        painter.fillRect(all, folds);
    } else if (portrait.background == Background::Shadow && !portrait.heads.isEmpty()) {
        const DrawnHead &head = portrait.head();
        const double reach = head.height * 0.75;
        QRadialGradient shadow(head.middle + QPointF(head.height * between(random, -0.25, 0.25), reach * 0.2),
                               reach);
        shadow.setColorAt(0, portrait.wall.darker(150));
        shadow.setColorAt(0.75, portrait.wall.darker(125));
        shadow.setColorAt(1, portrait.wall);
        painter.fillRect(all, shadow);
    }
}

void drawBackground(QPainter &painter, const DrawnPortrait &portrait, QRandomGenerator &random)
{
    const QSizeF size(portrait.size);
    painter.fillRect(QRectF(QPointF(), size), portrait.wall);
    switch (portrait.background) {
    case Background::Shelf:
        return drawShelf(painter, size, random);
    case Background::Posters:
        return drawPosters(painter, size, random);
    case Background::Blinds:
        return drawBlinds(painter, size, random);
    case Background::Leaves:
        return drawLeaves(painter, size, random);
    case Background::Plain:
    case Background::Gradient:
    case Background::Curtain:
    case Background::Shadow:
        return drawQuiet(painter, portrait, size, random);
    }
}

/// One pass of a moving average over `count` pixels that lie `step` apart.
void averageLine(QRgb *first, int count, qsizetype step, int radius, std::vector<QRgb> &copy)
{
    if (radius < 1)
        return;
    copy.resize(size_t(count));
    for (int i = 0; i < count; ++i)
        copy[size_t(i)] = first[i * step];
    const auto at = [&](int i) { return copy[size_t(qBound(0, i, count - 1))]; };
    int red = 0, green = 0, blue = 0;
    for (int i = -radius; i <= radius; ++i) {
        red += qRed(at(i));
        green += qGreen(at(i));
        blue += qBlue(at(i));
    }
    const int width = 2 * radius + 1;
    for (int i = 0; i < count; ++i) {
        first[i * step] = qRgb(red / width, green / width, blue / width);
        const QRgb in = at(i + radius + 1);
        const QRgb out = at(i - radius);
        red += qRed(in) - qRed(out);
        green += qGreen(in) - qGreen(out);
        blue += qBlue(in) - qBlue(out);
    }
}

void average(QImage &image, int across, int down)
{
    std::vector<QRgb> copy;
    const qsizetype step = image.bytesPerLine() / qsizetype(sizeof(QRgb));
    auto *pixels = reinterpret_cast<QRgb *>(image.bits());
    for (int y = 0; y < image.height(); ++y)
        averageLine(pixels + y * step, image.width(), 1, across, copy);
    for (int x = 0; x < image.width(); ++x)
        averageLine(pixels + x, image.height(), step, down, copy);
}

/// Three moving averages are nearly a Gauss curve; the variance of one of radius r is r (r + 1) / 3.
void soften(QImage &image, double sigma)
{
    if (sigma <= 0)
        return;
    const double wanted = sigma * sigma;
    double had = 0;
    for (int pass = 3; pass > 0; --pass) {
        const double each = std::max(0.0, (wanted - had) / pass); // a radius of 1 may be too much already
        const int radius = qRound((std::sqrt(1 + 12 * each) - 1) / 2);
        average(image, radius, radius);
        had += radius * (radius + 1) / 3.0;
    }
}

/// Light works on linear values; pixels are sRGB. Gains are taken in steps of a sixteenth of a stop.
class Light
{
public:
    static constexpr int kSteps = 16;
    static constexpr int kStops = 8;

    Light()
    {
        for (int level = 0; level <= 2 * kStops * kSteps; ++level) {
            const double gain = std::pow(2.0, double(level) / kSteps - kStops);
            for (int value = 0; value < 256; ++value)
                m_table[size_t(level)][size_t(value)] = coded(linear(value / 255.0) * gain);
        }
    }
    const std::array<quint8, 256> &at(double gain) const
    {
        const int level = qRound((std::log2(qMax(gain, 1e-6)) + kStops) * kSteps);
        return m_table[size_t(qBound(0, level, 2 * kStops * kSteps))];
    }

private:
    static double linear(double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); }
    static quint8 coded(double v)
    {
        const double c = v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
        return quint8(qBound(0, qRound(c * 255), 255));
    }
    std::array<std::array<quint8, 256>, 2 * kStops * kSteps + 1> m_table;
};

/// Gains per block of 8x8 pixels: smooth light needs no more.
void expose(QImage &image, const DrawnPortrait &portrait)
{
    static const Light light;
    constexpr int kBlock = 8;
    const DrawnHead *head = portrait.heads.isEmpty() ? nullptr : &portrait.head();
    const QPointF lamp = head ? head->middle + QPointF(head->height * 0.14, 0) : QPointF();
    for (int top = 0; top < image.height(); top += kBlock) {
        for (int left = 0; left < image.width(); left += kBlock) {
            double gain = portrait.exposure;
            if (head) {
                const QPointF d = QPointF(left + kBlock / 2, top + kBlock / 2) - lamp;
                gain *= 1 + portrait.side * qBound(-1.0, (d.x() / head->height) * 2, 1.0);
                const double r = head->height * 0.35;
                gain *= 1 + portrait.spot * std::exp(-(d.x() * d.x() + d.y() * d.y()) / (r * r));
            }
            const auto &table = light.at(gain);
            for (int y = top; y < qMin(top + kBlock, image.height()); ++y) {
                auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
                for (int x = left; x < qMin(left + kBlock, image.width()); ++x)
                    line[x] = qRgb(table[size_t(qRed(line[x]))], table[size_t(qGreen(line[x]))],
                                   table[size_t(qBlue(line[x]))]);
            }
        }
    }
}

void addNoise(QImage &image, double sigma, quint32 seed)
{
    if (sigma <= 0)
        return;
    constexpr size_t kTable = 8192;
    QRandomGenerator random(seed ^ 0x5eedU);
    std::vector<int> table(kTable);
    for (int &value : table) { // Box and Muller
        const double a = 1 - random.generateDouble();
        value = qRound(sigma * std::sqrt(-2 * std::log(a))
                       * std::cos(2 * std::numbers::pi * random.generateDouble()));
    }
    quint32 state = seed * 2654435761U + 1;
    const auto bounded = [](int value) { return qBound(0, value, 255); };
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            state = state * 1664525U + 1013904223U;
            const int by = table[(state >> 16) % kTable];
            line[x] = qRgb(bounded(qRed(line[x]) + by), bounded(qGreen(line[x]) + by),
                           bounded(qBlue(line[x]) + by));
        }
    }
}

} // namespace

QImage drawPortrait(const DrawnPortrait &portrait)
{
    QImage image(portrait.size, QImage::Format_RGB32);
    QRandomGenerator random(portrait.seed);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBackground(painter, portrait, random);
    for (const DrawnHead &head : portrait.heads)
        drawHead(painter, head);
    painter.end();
    soften(image, portrait.blur);
    average(image, qRound(portrait.motion / 2), 0);
    if (portrait.exposure != 1 || portrait.side != 0 || portrait.spot != 0)
        expose(image, portrait);
    addNoise(image, portrait.noise, portrait.seed);
    return image;
}

double burntShare(const DrawnPortrait &portrait, const QImage &picture)
{
    constexpr int kWhite = 246;
    const QPainterPath face = facePath(portrait.head());
    const QRect box = face.boundingRect().toAlignedRect() & picture.rect();
    int inside = 0, burnt = 0;
    for (int y = box.top(); y <= box.bottom(); y += 2) {
        for (int x = box.left(); x <= box.right(); x += 2) {
            if (!face.contains(QPointF(x, y)))
                continue;
            ++inside;
            const QRgb pixel = picture.pixel(x, y);
            burnt += qGray(pixel) >= kWhite ? 1 : 0;
        }
    }
    return inside > 0 ? double(burnt) / inside : 0;
}

} // namespace Loket
