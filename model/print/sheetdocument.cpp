// SPDX-License-Identifier: Apache-2.0
#include "model/print/sheetdocument.h"

#include "model/print/pageflow.h"
#include "model/print/printtexts.h"
#include "model/print/receiptlook.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF kSheet{148, 210};
constexpr QMarginsF kSheetMargins{10, 8, 10, 5};
constexpr double kSheetFoot = 4.5;
constexpr double kLabelShare = 0.36;

std::vector<FlowPart> sheetParts(const SheetFacts &facts, const ReceiptLook &look)
{
    std::vector<FlowPart> parts;
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
    PageFlow flow;
    explicit Layout(const SheetFacts &facts)
        : flow(sheetParts(facts, ReceiptLook()), kSheet, kSheetMargins, kSheetFoot)
    {
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
    return m_layout->flow.pageCount();
}

QSizeF SheetDocument::pageSize() const
{
    return kSheet;
}

void SheetDocument::paint(Canvas &canvas, int page) const
{
    m_layout->flow.paint(canvas, page, m_facts.language);
}

} // namespace Loket
