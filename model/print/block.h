// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/canvas.h"

#include <QImage>

#include <memory>
#include <vector>

namespace Loket {

/// A piece of a page that knows its height for a width. All lengths in millimetres.
class Block
{
public:
    virtual ~Block() = default;
    virtual double height(double width) const = 0;
    virtual void paint(Canvas &canvas, QPointF at, double width) const = 0;
};

using BlockPtr = std::unique_ptr<Block>;
using Blocks = std::vector<BlockPtr>;

/// A wrapped text.
BlockPtr textBlock(const QString &text, const TextStyle &style);
/// A text on one line, smaller where it would not fit (wrapped where it would become too small).
BlockPtr lineBlock(const QString &text, const TextStyle &style);
BlockPtr gapBlock(double height);
/// A line across.
BlockPtr ruleBlock(const QColor &colour, double thick);
BlockPtr stackBlock(Blocks parts);

/// Blocks one below the other.
template <typename... More>
BlockPtr stacked(More... more)
{
    Blocks parts;
    (parts.push_back(std::move(more)), ...);
    return stackBlock(std::move(parts));
}

/// A block and its share of the width.
struct BlockColumn {
    double share = 1;
    BlockPtr block;
};
BlockPtr columnsBlock(std::vector<BlockColumn> columns, double gap);

/// Blocks side by side.
template <typename... More>
BlockPtr sideBySide(double gap, More... more)
{
    std::vector<BlockColumn> columns;
    (columns.push_back(std::move(more)), ...);
    return columnsBlock(std::move(columns), gap);
}

/// A child on a coloured field with a frame; transparent colours leave either out.
struct FieldLook {
    QColor fill = Qt::transparent;
    QColor frame = Qt::transparent;
    double across = 2; ///< room left and right
    double along = 1.4;
    double radius = 1.2;
};
BlockPtr fieldBlock(BlockPtr child, const FieldLook &look);

/// A picture (not null) of this height, less where the width is short of it; it stands at the left.
BlockPtr pictureBlock(QImage picture, double height);
/// A square code with its quiet zone, `side` millimetres with it.
BlockPtr codeBlock(Modules modules, int quiet, double side, Qt::Alignment align);

} // namespace Loket
