// SPDX-License-Identifier: Apache-2.0
#include "model/print/block.h"

namespace Loket {
namespace {

class TextBlock final : public Block
{
public:
    TextBlock(QString text, const TextStyle &style)
        : m_text(std::move(text))
        , m_style(style)
    {
    }
    double height(double width) const override { return textHeight(m_text, m_style, width); }
    void paint(Canvas &canvas, QPointF at, double width) const override
    {
        canvas.text(QRectF(at, QSizeF(width, height(width))), m_text, m_style);
    }

private:
    QString m_text;
    TextStyle m_style;
};

class LineBlock final : public Block
{
public:
    LineBlock(QString text, const TextStyle &style)
        : m_text(std::move(text))
        , m_style(style)
    {
    }
    double height(double width) const override
    {
        if (m_text.isEmpty())
            return 0;
        const TextStyle fitted = fittedTo(width);
        return qMax(m_style.size * m_style.lead, textHeight(m_text, fitted, width));
    }
    void paint(Canvas &canvas, QPointF at, double width) const override
    {
        const TextStyle fitted = fittedTo(width);
        const double own = textHeight(m_text, fitted, width);
        const double spare = height(width) - own;
        canvas.text(QRectF(at + QPointF(0, spare / 2), QSizeF(width, own)), m_text, fitted);
    }

private:
    static constexpr double kSmallest = 0.78;
    TextStyle fittedTo(double width) const
    {
        const double natural = textWidth(m_text, m_style);
        return natural <= width ? m_style : m_style.scaled(qMax(kSmallest, width / natural * 0.995));
    }
    QString m_text;
    TextStyle m_style;
};

class GapBlock final : public Block
{
public:
    explicit GapBlock(double height)
        : m_height(height)
    {
    }
    double height(double) const override { return m_height; }
    void paint(Canvas &, QPointF, double) const override { }

private:
    double m_height;
};

class RuleBlock final : public Block
{
public:
    RuleBlock(const QColor &colour, double thick)
        : m_colour(colour)
        , m_thick(thick)
    {
    }
    double height(double) const override { return m_thick; }
    void paint(Canvas &canvas, QPointF at, double width) const override
    {
        const double y = at.y() + m_thick / 2;
        canvas.line(QPointF(at.x(), y), QPointF(at.x() + width, y), m_colour, m_thick);
    }

private:
    QColor m_colour;
    double m_thick;
};

class StackBlock final : public Block
{
public:
    explicit StackBlock(Blocks parts)
        : m_parts(std::move(parts))
    {
    }
    double height(double width) const override
    {
        double sum = 0;
        for (const BlockPtr &part : m_parts)
            sum += part->height(width);
        return sum;
    }
    void paint(Canvas &canvas, QPointF at, double width) const override
    {
        for (const BlockPtr &part : m_parts) {
            part->paint(canvas, at, width);
            at.ry() += part->height(width);
        }
    }

private:
    Blocks m_parts;
};

class ColumnsBlock final : public Block
{
public:
    ColumnsBlock(std::vector<BlockColumn> columns, double gap)
        : m_columns(std::move(columns))
        , m_gap(gap)
    {
        for (const BlockColumn &column : m_columns)
            m_shares += column.share;
    }
    double height(double width) const override
    {
        double most = 0;
        for (const BlockColumn &column : m_columns)
            most = qMax(most, column.block->height(widthOf(column, width)));
        return most;
    }
    void paint(Canvas &canvas, QPointF at, double width) const override
    {
        for (const BlockColumn &column : m_columns) {
            column.block->paint(canvas, at, widthOf(column, width));
            at.rx() += widthOf(column, width) + m_gap;
        }
    }

private:
    double widthOf(const BlockColumn &column, double width) const
    {
        return (width - m_gap * double(m_columns.size() - 1)) * column.share / m_shares;
    }
    std::vector<BlockColumn> m_columns;
    double m_gap;
    double m_shares = 0;
};

class FieldBlock final : public Block
{
public:
    FieldBlock(BlockPtr child, const FieldLook &look)
        : m_child(std::move(child))
        , m_look(look)
    {
    }
    double height(double width) const override
    {
        return m_child->height(width - 2 * m_look.across) + 2 * m_look.along;
    }
    void paint(Canvas &canvas, QPointF at, double width) const override
    {
        const QRectF area(at, QSizeF(width, height(width)));
        if (m_look.fill.alpha() > 0)
            canvas.fill(area, m_look.fill, m_look.radius);
        if (m_look.frame.alpha() > 0)
            canvas.frame(area.adjusted(0.1, 0.1, -0.1, -0.1), m_look.frame, 0.2, m_look.radius);
        m_child->paint(canvas, at + QPointF(m_look.across, m_look.along), width - 2 * m_look.across);
    }

private:
    BlockPtr m_child;
    FieldLook m_look;
};

class CodeBlock final : public Block
{
public:
    CodeBlock(Modules modules, int quiet, double side, Qt::Alignment align)
        : m_modules(std::move(modules))
        , m_quiet(quiet)
        , m_side(side)
        , m_align(align)
    {
    }
    double height(double) const override { return m_side; }
    void paint(Canvas &canvas, QPointF at, double width) const override
    {
        if (m_align & Qt::AlignRight)
            at.rx() += width - m_side;
        else if (m_align & Qt::AlignHCenter)
            at.rx() += (width - m_side) / 2;
        const QRectF whole(at, QSizeF(m_side, m_side));
        canvas.fill(whole, Qt::white);
        const double quiet = m_side * m_quiet / (m_modules.columns + 2 * m_quiet);
        canvas.modules(whole.adjusted(quiet, quiet, -quiet, -quiet), m_modules);
    }

private:
    Modules m_modules;
    int m_quiet;
    double m_side;
    Qt::Alignment m_align;
};

class PictureBlock final : public Block
{
public:
    PictureBlock(QImage picture, double height)
        : m_picture(std::move(picture))
        , m_height(height)
    {
    }
    double height(double width) const override
    {
        return std::min(m_height, width * m_picture.height() / m_picture.width());
    }
    void paint(Canvas &canvas, QPointF at, double width) const override
    {
        const double high = height(width);
        canvas.image({at, QSizeF(high * m_picture.width() / m_picture.height(), high)}, m_picture);
    }

private:
    QImage m_picture;
    double m_height;
};

} // namespace

BlockPtr textBlock(const QString &text, const TextStyle &style)
{
    return std::make_unique<TextBlock>(text, style);
}

BlockPtr lineBlock(const QString &text, const TextStyle &style)
{
    return std::make_unique<LineBlock>(text, style);
}

BlockPtr gapBlock(double height)
{
    return std::make_unique<GapBlock>(height);
}

BlockPtr ruleBlock(const QColor &colour, double thick)
{
    return std::make_unique<RuleBlock>(colour, thick);
}

BlockPtr stackBlock(Blocks parts)
{
    return std::make_unique<StackBlock>(std::move(parts));
}

BlockPtr columnsBlock(std::vector<BlockColumn> columns, double gap)
{
    return std::make_unique<ColumnsBlock>(std::move(columns), gap);
}

BlockPtr fieldBlock(BlockPtr child, const FieldLook &look)
{
    return std::make_unique<FieldBlock>(std::move(child), look);
}

BlockPtr pictureBlock(QImage picture, double height)
{
    return std::make_unique<PictureBlock>(std::move(picture), height);
}

BlockPtr codeBlock(Modules modules, int quiet, double side, Qt::Alignment align)
{
    return std::make_unique<CodeBlock>(std::move(modules), quiet, side, align);
}

} // namespace Loket
