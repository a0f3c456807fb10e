// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <Qt>

namespace Loket {

/// How a text is set on paper.
struct TextStyle {
    double size = 2.8; ///< height of the type (em) in millimetres
    bool bold = false;
    QColor colour = QColor(0x1a, 0x23, 0x27);
    Qt::Alignment align = Qt::AlignLeft; ///< left, centre or right
    double lead = 1.28;                  ///< from line to line, in ems
    double tracking = 0;                 ///< extra space between letters, in per cent of their width

    TextStyle scaled(double by) const
    {
        TextStyle other = *this;
        other.size *= by;
        return other;
    }
};

} // namespace Loket
