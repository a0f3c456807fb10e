// SPDX-License-Identifier: Apache-2.0
#include "model/domain/rupiah.h"
#include "model/print/printtexts.h"
#include "model/print/receiptparts.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace ReceiptMaking {

/// What is to be paid, and where and when.
class DuesMaker
{
public:
    DuesMaker(const ReceiptFacts &facts, const ReceiptLook &look)
        : m_facts(facts)
        , m_look(look)
    {
    }
    BlockPtr make() const;

private:
    QString say(const char *key) const { return printText(QLatin1String(key), m_facts.language); }
    BlockPtr amountRow(const QString &what, const QString &amount, bool isBold) const;
    BlockPtr duesSide() const;
    BlockPtr paymentSide() const;

    const ReceiptFacts &m_facts;
    const ReceiptLook &m_look;
};

BlockPtr DuesMaker::amountRow(const QString &what, const QString &amount, bool isBold) const
{
    TextStyle style = isBold ? m_look.strong() : m_look.body();
    TextStyle right = style;
    right.align = Qt::AlignRight;
    return sideBySide(2, BlockColumn{0.62, textBlock(what, style)},
                      BlockColumn{0.38, lineBlock(amount, right)});
}

BlockPtr DuesMaker::duesSide() const
{
    Blocks lines;
    lines.push_back(lineBlock(say("receipt.dues"), m_look.heading()));
    lines.push_back(gapBlock(m_look.gap(0.8)));
    const DuesSum &dues = *m_facts.dues;
    const QString what = m_facts.isChange
        ? say("dues.total")
        : say("dues.gross").arg(QString::number(m_facts.members.size()), printedClass(m_facts.careClass));
    lines.push_back(amountRow(what, Rupiah(dues.gross).text(), false));
    if (dues.employer > 0)
        lines.push_back(amountRow(say("dues.employer"), u"–"_s + Rupiah(dues.employer).text(), false));
    if (dues.government + dues.localGovernment > 0) {
        lines.push_back(amountRow(say("dues.government"),
                                  u"–"_s + Rupiah(dues.government + dues.localGovernment).text(), false));
    }
    lines.push_back(gapBlock(m_look.gap(0.6)));
    lines.push_back(ruleBlock(m_look.muted(), 0.2));
    lines.push_back(gapBlock(m_look.gap(0.6)));
    lines.push_back(amountRow(say("dues.member"), Rupiah(dues.member).text(), true));
    return stackBlock(std::move(lines));
}

BlockPtr DuesMaker::paymentSide() const
{
    const bool isStopped = m_facts.state == CaseState::Rejected || m_facts.state == CaseState::Void;
    const bool isOurs = m_facts.isChange || m_facts.numbers != NumberState::None;
    const bool hasVa = isOurs && !m_facts.va.isEmpty() && !isStopped;
    TextStyle va = m_look.strong();
    va.size = 4.2 * m_look.density;
    TextStyle later = m_look.body();
    TextStyle span = m_look.strong();
    Blocks lines;
    lines.push_back(lineBlock(say("receipt.va"), m_look.heading()));
    lines.push_back(hasVa ? lineBlock(m_facts.va, va) : lineBlock(say("va.later"), later));
    const QString window = printedSpan(m_facts.payFrom, m_facts.payUntil, m_facts.language);
    if (!window.isEmpty() && !isStopped) {
        lines.push_back(gapBlock(m_look.gap(1)));
        lines.push_back(lineBlock(say("receipt.window"), m_look.label()));
        lines.push_back(lineBlock(window, span));
    }
    return stackBlock(std::move(lines));
}

BlockPtr DuesMaker::make() const
{
    if (!m_facts.dues)
        return paymentSide();
    if (m_look.isRoll())
        return stacked(duesSide(), gapBlock(m_look.gap(3)), paymentSide());
    return sideBySide(8, BlockColumn{0.5, duesSide()}, BlockColumn{0.5, paymentSide()});
}

} // namespace ReceiptMaking

BlockPtr receiptDues(const ReceiptFacts &facts, const ReceiptLook &look)
{
    return ReceiptMaking::DuesMaker(facts, look).make();
}

} // namespace Loket
