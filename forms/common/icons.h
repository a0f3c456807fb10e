// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>

namespace Loket {

/// The pictures of the windows. One SVG each in resources/icons, named by its word.
enum class Icon {
    Case,
    Crop,
    Delete,
    Down,
    IdCard,
    Officer,
    Search,
    Settings,
    Sum,
    Sync,
    ZoomIn,
    ZoomOut,
    Count_ ///< how many there are
};

/// File name of an icon without its ending, "add-person".
QString iconName(Icon);

/// The picture in one colour, `size` logical pixels square, crisp at `ratio` device pixels a logical one.
QPixmap iconPixmap(Icon, const QColor &, int size, qreal ratio = 1.0);

/// The same as an icon for buttons and actions.
QIcon tintedIcon(Icon, const QColor &normal, const QColor &disabled, int size);

} // namespace Loket
