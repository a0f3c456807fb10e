// SPDX-License-Identifier: Apache-2.0
#include "model/domain/rupiah.h"
#include "model/print/printtexts.h"
#include "model/print/receiptparts.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace ReceiptMaking {

/// Makes the parts that tell what a service other than a registration does.
class WhatMaker
{
public:
    WhatMaker(const ReceiptFacts &facts, const ReceiptLook &look)
        : m_facts(facts)
        , m_look(look)
    {
    }
    std::vector<ReceiptPart> make();

private:
    QString say(const char *key) const { return printText(QLatin1String(key), m_facts.language); }
    void section(const QString &title);
    void line(const QString &label, const QString &value, bool isBold = false);
    void instalments();

    const ReceiptFacts &m_facts;
    const ReceiptLook &m_look;
    std::vector<ReceiptPart> m_parts;
};

void WhatMaker::section(const QString &title)
{
    ReceiptPart part{lineBlock(title, m_look.heading()), m_look.gap(2.6)};
    part.keepWithNext = true;
    m_parts.push_back(std::move(part));
}

void WhatMaker::line(const QString &label, const QString &value, bool isBold)
{
    const TextStyle style = isBold ? m_look.strong() : m_look.body();
    TextStyle small = m_look.label();
    small.lead = style.size * style.lead / small.size; // stands on the same line as the value
    m_parts.push_back({sideBySide(2, BlockColumn{0.36, textBlock(label, small)},
                                  BlockColumn{0.64, textBlock(value, style)}),
                       m_look.gap(0.6)});
}

void WhatMaker::instalments()
{
    if (m_facts.instalments.isEmpty())
        return;
    section(say("receipt.instalments"));
    for (qsizetype i = 0; i < m_facts.instalments.size(); ++i)
        line(say("receipt.stage").arg(i + 1), Rupiah(m_facts.instalments[i]).text());
}

std::vector<ReceiptPart> WhatMaker::make()
{
    const bool isAnyBefore
        = std::any_of(m_facts.changes.cbegin(), m_facts.changes.cend(),
                      [](const ReceiptChange &change) { return !change.before.isEmpty(); });
    if (m_facts.isChange && (!m_facts.changes.isEmpty() || !m_facts.person.isEmpty())) {
        section(say(isAnyBefore ? "receipt.change" : "receipt.asked"));
        if (!m_facts.person.isEmpty())
            line(say("receipt.person"), m_facts.person, true);
        for (const ReceiptChange &change : m_facts.changes)
            line(change.label,
                 change.before.isEmpty() ? change.after : say("change.line").arg(change.before, change.after),
                 true);
    }
    if (m_facts.effective.isValid())
        line(say("receipt.effective"), printedDay(m_facts.effective), true);
    else if (m_facts.isChange && isAnyBefore)
        line(say("receipt.effective"), say("receipt.effective.later"));
    if (m_facts.until.isValid())
        line(say("receipt.until"), printedDay(m_facts.until), true);
    instalments();
    if (!m_facts.advice.isEmpty()) {
        section(say("receipt.advice"));
        m_parts.push_back({textBlock(m_facts.advice, m_look.body()), m_look.gap(0.6)});
    }
    return std::move(m_parts);
}

} // namespace ReceiptMaking

std::vector<ReceiptPart> receiptWhat(const ReceiptFacts &facts, const ReceiptLook &look)
{
    return ReceiptMaking::WhatMaker(facts, look).make();
}

} // namespace Loket
