// SPDX-License-Identifier: Apache-2.0
#include "forms/common/inspectparts.h"

#include <QAbstractItemView>
#include <QHash>
#include <QImage>
#include <QPainter>
#include <QWidget>

#include <cmath>

namespace Loket::Inspecting {

using namespace Qt::StringLiterals;

namespace {

/// Words are measured on a picture of this many device pixels a logical one: strokes are then wider than
/// their smoothed edges, so their own colour is in the picture.
constexpr int kMagnified = 3;

double luminance(QRgb colour)
{
    const auto part = [](int value) {
        const double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(qRed(colour)) + 0.7152 * part(qGreen(colour)) + 0.0722 * part(qBlue(colour));
}

double ratio(QRgb a, QRgb b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

/// The best contrast of anything drawn in `box` (logical pixels) against its most frequent colour; 0: nothing
/// is drawn there.
double contrastIn(const QImage &picture, const QRect &box)
{
    const QRect device = QRect(box.topLeft() * kMagnified, box.size() * kMagnified) & picture.rect();
    QHash<QRgb, int> counts;
    for (int y = device.top(); y <= device.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
        for (int x = device.left(); x <= device.right(); ++x)
            ++counts[line[x] | 0xFF000000];
    }
    QRgb ground = 0;
    int most = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            ground = it.key();
        }
    }
    constexpr int least
        = 2 * kMagnified; // a few pixels of one colour are a stroke, fewer are a smoothed edge
    double best = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        if (it.key() != ground && it.value() >= least)
            best = qMax(best, ratio(it.key(), ground));
    }
    return best;
}

bool isLarge(const QFont &font)
{
    const int size = font.pixelSize() > 0 ? font.pixelSize() : int(font.pointSizeF() * 4 / 3);
    return size >= 24 || (size >= 19 && font.weight() >= QFont::DemiBold);
}

void judge(const QImage &picture, const QRect &box, const QWidget *widget, const QString &words, bool large,
           QList<Finding> &found)
{
    const double least = large ? 3.0 : 4.5;
    const double has = contrastIn(picture, box);
    if (has > 0 && has < least)
        found
            += {u"contrast"_s, pathOf(widget), u"“%1” has %2 : 1"_s.arg(words.left(40)).arg(has, 0, 'f', 2)};
}

} // namespace

void findPoorContrast(QWidget &window, const QList<QWidget *> &widgets, QList<Finding> &found)
{
    QImage picture(window.size() * kMagnified, QImage::Format_RGB32);
    picture.setDevicePixelRatio(kMagnified);
    window.render(&picture);
    for (const QWidget *widget : widgets) {
        if (!widget->isEnabled() || widget->visibleRegion().isEmpty())
            continue;
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget)) {
            const QPoint origin = view->viewport()->mapTo(&window, QPoint());
            for (int row = 0; view->model() && row < view->model()->rowCount(); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column) {
                    const QModelIndex index = view->model()->index(row, column);
                    const QRect cell = view->visualRect(index);
                    if (!view->viewport()->rect().contains(cell))
                        continue; // partly scrolled away: what is left of it may be no words
                    const QString words = index.data().toString();
                    if (!words.isEmpty() && cell.width() > 8 && cell.height() > 8)
                        judge(picture, cell.adjusted(3, 3, -3, -3).translated(origin), view, words, false,
                              found);
                }
            }
            continue;
        }
        const QString words = wordsOf(widget);
        // Partly scrolled away: what is left of it may be no words.
        if (words.trimmed().isEmpty()
            || !QRegion(widget->rect()).subtracted(widget->visibleRegion()).isEmpty())
            continue;
        const QRect shown = widget->rect().adjusted(2, 2, -2, -2);
        judge(picture, shown.translated(widget->mapTo(&window, QPoint())), widget, words,
              isLarge(widget->font()), found);
    }
}

} // namespace Loket::Inspecting
