// SPDX-License-Identifier: Apache-2.0
#include "model/print/sheetdocument.h"

#include "model/print/block.h"
#include "model/print/printtexts.h"
#include "model/print/receiptlook.h"

namespace Loket {

using namespace Qt::StringLiterals;

/// A block and the room above it; one that keeps the next is never the last of a page.
struct SheetPart {
    BlockPtr block;
    double gap = 0;
    bool keepsNext = false;
};

namespace {

constexpr QSizeF kSheet{148, 210};
constexpr QMarginsF kSheetMargins{10, 8, 10, 5};
constexpr double kSheetFoot = 4.5;
constexpr double kLabelShare = 0.36;

std::vector<SheetPart> sheetParts(const SheetFacts &facts, const ReceiptLook &look)
{
    std::vector<SheetPart> parts;
    const auto add = [&parts](BlockPtr block, double gap, bool keepsNext = false) {
        parts.push_back({std::move(block), gap, keepsNext});
    };
    const auto say = [&facts](const char *key) { return printText(QLatin1String(key), facts.language); };
    TextStyle title = look.strong();
    title.size = 6.2;
    title.colour = look.accent();
    title.lead = 1.2;
    add(textBlock(facts.office, look.label()), 0);
    add(textBlock(facts.title, title), 0);
    if (!facts.subtitle.isEmpty())
        add(textBlock(facts.subtitle, look.body()), 0);
    if (facts.trial)
        add(textBlock(say("print.trial") + u" – "_s + say("print.trial.note"), look.strong()), 1);
    add(ruleBlock(look.accent(), 0.6), 2.2);
    for (const SheetSection &section : facts.sections) {
        if (!section.title.isEmpty())
            add(textBlock(section.title, look.heading()), 3, true);
        for (const SheetSection::Line &line : section.lines) {
            const QString value = line.value.isEmpty() ? u"–"_s : line.value;
            TextStyle label = look.label();
            const TextStyle style = line.isStrong ? look.strong() : look.body();
            label.lead = style.size * style.lead / label.size; // stands on the same line as the value
            add(sideBySide(3, BlockColumn{kLabelShare, textBlock(line.label, label)},
                           BlockColumn{1 - kLabelShare, textBlock(value, style)}),
                0.9);
        }
        for (const QString &text : section.texts)
            add(textBlock(text, look.body()), 1);
    }
    add(ruleBlock(look.hairline(), 0.2), 4, true);
    const QString printed = say("receipt.printed") + u' ' + printedTime(facts.printedAt);
    const QString officer
        = facts.officer.isEmpty() ? QString() : say("receipt.officer") + u": "_s + facts.officer;
    add(sideBySide(4, BlockColumn{0.5, textBlock(officer, look.label())},
                   BlockColumn{0.5, textBlock(printed, look.label())}),
        1.2);
    return parts;
}

} // namespace

struct SheetDocument::Layout {
    struct Placed {
        const Block *block;
        double y;
    };
    ReceiptLook look;
    std::vector<SheetPart> parts;
    std::vector<std::vector<Placed>> pages;
    double width = kSheet.width() - kSheetMargins.left() - kSheetMargins.right();

    explicit Layout(const SheetFacts &facts)
        : parts(sheetParts(facts, look))
    {
        const double bottom = kSheet.height() - kSheetMargins.bottom() - kSheetFoot;
        double y = kSheetMargins.top();
        pages.emplace_back();
        for (size_t i = 0; i < parts.size(); ++i) {
            const double gap = pages.back().empty() ? 0 : parts[i].gap;
            if (!pages.back().empty() && y + gap + needed(i) > bottom) {
                pages.emplace_back();
                y = kSheetMargins.top();
            } else {
                y += gap;
            }
            pages.back().push_back({parts[i].block.get(), y});
            y += parts[i].block->height(width);
        }
    }

private:
    double needed(size_t index) const
    {
        double height = parts[index].block->height(width);
        while (parts[index].keepsNext && index + 1 < parts.size()) {
            ++index;
            height += parts[index].gap + parts[index].block->height(width);
        }
        return height;
    }
};

SheetDocument::SheetDocument(SheetFacts facts)
    : m_facts(std::move(facts))
    , m_layout(std::make_unique<Layout>(m_facts))
{
}

SheetDocument::~SheetDocument() = default;

QString SheetDocument::title() const
{
    return m_facts.reference;
}

int SheetDocument::pageCount() const
{
    return int(m_layout->pages.size());
}

QSizeF SheetDocument::pageSize() const
{
    return kSheet;
}

void SheetDocument::paint(Canvas &canvas, int page) const
{
    for (const Layout::Placed &placed : m_layout->pages[size_t(page)])
        placed.block->paint(canvas, QPointF(kSheetMargins.left(), placed.y), m_layout->width);
    TextStyle foot = m_layout->look.label();
    foot.size = 2.1;
    foot.align = Qt::AlignRight;
    const double y = kSheet.height() - kSheetMargins.bottom() - kSheetFoot + 1.4;
    const QString count = printText(u"receipt.page"_s, m_facts.language)
                              .arg(QString::number(page + 1), QString::number(pageCount()));
    canvas.fittedText(QRectF(kSheetMargins.left(), y, m_layout->width, 3), count, foot);
}

} // namespace Loket
