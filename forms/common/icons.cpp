// SPDX-License-Identifier: Apache-2.0
#include "forms/common/icons.h"

#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

namespace Loket {

using namespace Qt::StringLiterals;

QString iconName(Icon icon)
{
    static const std::array<QLatin1StringView, size_t(Icon::Count_)> names
        = {"case"_L1,   "crop"_L1,     "delete"_L1, "down"_L1, "card"_L1,    "officer"_L1,
           "search"_L1, "settings"_L1, "sum"_L1,    "sync"_L1, "zoom-in"_L1, "zoom-out"_L1};
    return names[size_t(icon)];
}

QPixmap iconPixmap(Icon icon, const QColor &colour, int size, qreal ratio)
{
    const QString key
        = u"loket/%1/%2/%3/%4"_s.arg(iconName(icon), colour.name(QColor::HexArgb)).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const QSize device = QSize(size, size) * ratio;
    pixmap = QPixmap(device);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(u":/icons/%1.svg"_s.arg(iconName(icon)));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), device));
    // The set draws in one dark colour; only its shape is taken, the colour is the token's.
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon tintedIcon(Icon icon, const QColor &normal, const QColor &disabled, int size)
{
    QIcon made;
    for (const qreal ratio : {1.0, 1.5, 2.0}) {
        made.addPixmap(iconPixmap(icon, normal, size, ratio), QIcon::Normal);
        made.addPixmap(iconPixmap(icon, disabled, size, ratio), QIcon::Disabled);
    }
    return made;
}

} // namespace Loket
