// SPDX-License-Identifier: Apache-2.0
#include "model/print/receiptparts.h"

#include "model/print/printtexts.h"

#include <QDateTime>

namespace Loket {

using namespace Qt::StringLiterals;

namespace ReceiptMaking {

constexpr double kStatement = 0.92; ///< of the body's size: it is long, and was read before it was agreed to
constexpr double kSignatureHeight = 12; ///< millimetres
constexpr double kEndWidth = 125;       ///< of an A5 page, without the gap before the code

/// Makes the parts of one receipt.
class Maker
{
public:
    Maker(const ReceiptFacts &facts, const ReceiptLook &look)
        : m_facts(facts)
        , m_look(look)
    {
    }
    std::vector<ReceiptPart> take() { return std::move(m_parts); }

    void head();
    void state();
    void family();
    void members();
    void dues();
    void documents();
    void consent();
    void add(ReceiptPart part) { m_parts.push_back(std::move(part)); }
    BlockPtr end() const;

private:
    QString say(const char *key) const { return printText(QLatin1String(key), m_facts.language); }
    void add(BlockPtr block, double gap) { m_parts.push_back({std::move(block), m_look.gap(gap)}); }
    void section(const QString &title);
    BlockPtr labelled(const QString &label, const QString &given, bool isBold = false) const;
    BlockPtr badge(const QString &text) const;
    BlockPtr memberHead(const TextStyle &style) const;
    BlockPtr memberRow(int index) const;
    BlockPtr memberSlip(int index) const;
    QString stateKey() const;
    QString numbersKey() const;
    TextStyle bold() const { return m_look.strong(); }

    const ReceiptFacts &m_facts;
    const ReceiptLook &m_look;
    std::vector<ReceiptPart> m_parts;
};

void Maker::section(const QString &title)
{
    ReceiptPart part{lineBlock(title, m_look.heading()), m_look.gap(2.6)};
    part.keepWithNext = true;
    m_parts.push_back(std::move(part));
}

BlockPtr Maker::labelled(const QString &label, const QString &given, bool isBold) const
{
    const QString value = given.isEmpty() ? u"–"_s : given; // a label never stands without a value
    const TextStyle style = isBold ? bold() : m_look.body();
    if (m_look.isRoll()) {
        TextStyle small = m_look.label();
        small.lead = style.size * style.lead / small.size; // stands on the same line as the value
        return sideBySide(1.5, BlockColumn{0.36, textBlock(label, small)},
                          BlockColumn{0.64, textBlock(value, style)});
    }
    return stacked(lineBlock(label, m_look.label()), textBlock(value, style));
}

BlockPtr Maker::badge(const QString &text) const
{
    TextStyle style = bold();
    style.align = Qt::AlignHCenter;
    style.tracking = 4;
    FieldLook look;
    look.frame = m_look.ink();
    look.along = 0.5;
    look.radius = 0.8;
    return fieldBlock(lineBlock(text, style), look);
}

void Maker::head()
{
    TextStyle title = bold();
    title.size = (m_look.isRoll() ? 5.2 : 6.2) * m_look.density;
    title.colour = m_look.accent();
    title.lead = 1.2;
    TextStyle reference = bold();
    reference.size = (m_look.isRoll() ? 4.6 : 5.0) * m_look.density;
    TextStyle label = m_look.label();
    TextStyle service = m_look.body();
    if (m_look.isRoll()) {
        title.align = reference.align = label.align = service.align = Qt::AlignHCenter;
        add(textBlock(m_facts.office, label), 0);
        add(lineBlock(say("receipt.title"), title), 0.5);
        add(textBlock(m_facts.service, service), 0);
        add(ruleBlock(m_look.ink(), 0.3), 2);
        add(textBlock(say("receipt.reference"), label), 1.6);
        add(lineBlock(m_facts.reference, reference), 0);
        add(textBlock(say("receipt.day") + u' ' + printedDay(m_facts.day), label), 0);
    } else {
        TextStyle labelRight = label;
        labelRight.align = reference.align = Qt::AlignRight;
        BlockPtr left = stacked(textBlock(m_facts.office, label), lineBlock(say("receipt.title"), title),
                                textBlock(m_facts.service, service));
        BlockPtr right = stacked(lineBlock(say("receipt.reference"), labelRight),
                                 lineBlock(m_facts.reference, reference),
                                 lineBlock(say("receipt.day") + u' ' + printedDay(m_facts.day), labelRight));
        add(sideBySide(4, BlockColumn{0.6, std::move(left)}, BlockColumn{0.4, std::move(right)}), 0);
        add(ruleBlock(m_look.accent(), 0.6), 2.2);
    }
    std::vector<BlockColumn> badges;
    if (m_facts.copy > 0)
        badges.push_back({1, badge(say("receipt.copy").arg(m_facts.copy))});
    if (m_facts.trial)
        badges.push_back({1, badge(say("print.trial"))});
    if (!badges.empty())
        add(columnsBlock(std::move(badges), 3), 2);
}

QString Maker::stateKey() const
{
    switch (m_facts.state) {
    case CaseState::Accepted:
        return u"state.accepted"_s;
    case CaseState::AcceptedChanged:
        return u"state.accepted-changed"_s;
    case CaseState::NeedsCorrection:
        return u"state.needs-correction"_s;
    case CaseState::Rejected:
        return u"state.rejected"_s;
    case CaseState::Conflict:
        return u"state.conflict"_s;
    case CaseState::Parked:
        return u"state.parked"_s;
    case CaseState::Void:
        return u"state.void"_s;
    case CaseState::WaitingApproval:
        return u"state.waiting-approval"_s;
    case CaseState::Draft:
    case CaseState::Queued:
    case CaseState::Sending:
    case CaseState::Received:
        break;
    }
    return u"state.waiting"_s;
}

QString Maker::numbersKey() const
{
    if (m_facts.state == CaseState::Rejected || m_facts.state == CaseState::Void)
        return u"numbers.stopped"_s;
    switch (m_facts.numbers) {
    case NumberState::Reserved:
        return u"numbers.reserved"_s;
    case NumberState::Confirmed:
        return u"numbers.confirmed"_s;
    case NumberState::None:
        break;
    }
    return u"numbers.none"_s;
}

void Maker::state()
{
    FieldLook look;
    const bool isGood = m_facts.state == CaseState::Accepted || m_facts.state == CaseState::AcceptedChanged;
    if (m_look.isRoll()) {
        look.frame = m_look.ink();
    } else {
        look.fill = isGood ? QColor(0xe6, 0xf4, 0xeb) : QColor(0xff, 0xf3, 0xd6);
        look.frame = isGood ? QColor(0x1b, 0x6e, 0x3c) : QColor(0x8a, 0x5a, 0x00);
    }
    look.along = m_look.gap(1.6);
    look.across = 2.6;
    Blocks lines;
    lines.push_back(textBlock(printText(stateKey(), m_facts.language), bold()));
    if (!m_facts.reason.isEmpty() && !isGood)
        lines.push_back(textBlock(m_facts.reason, m_look.body()));
    if (!m_facts.isChange || !m_facts.members.isEmpty())
        lines.push_back(textBlock(printText(numbersKey(), m_facts.language), m_look.body()));
    add(fieldBlock(stackBlock(std::move(lines)), look), 2.6);
}

void Maker::family()
{
    if (m_facts.isChange && m_facts.kk.isEmpty() && m_facts.familyName.isEmpty())
        return; // it is about no family
    section(say("receipt.family"));
    const QString careClass = printedClass(m_facts.careClass);
    if (m_look.isRoll()) {
        add(labelled(say("receipt.head"), m_facts.familyName, true), 0.6);
        add(labelled(say("receipt.kk"), m_facts.kk), 0.6);
        add(labelled(say("receipt.class"), careClass), 0.6);
        add(labelled(say("receipt.segment"), m_facts.segment), 0.6);
        add(labelled(say("receipt.address"), m_facts.address), 0.6);
        add(labelled(say("receipt.phone"), m_facts.phone), 0.6);
        return;
    }
    add(sideBySide(4, BlockColumn{0.44, labelled(say("receipt.head"), m_facts.familyName, true)},
                   BlockColumn{0.24, labelled(say("receipt.kk"), m_facts.kk)},
                   BlockColumn{0.2, labelled(say("receipt.segment"), m_facts.segment)},
                   BlockColumn{0.12, labelled(say("receipt.class"), careClass, true)}),
        1);
    add(sideBySide(4, BlockColumn{0.76, labelled(say("receipt.address"), m_facts.address)},
                   BlockColumn{0.24, labelled(say("receipt.phone"), m_facts.phone)}),
        1);
}

BlockPtr Maker::memberRow(int index) const
{
    const ReceiptMember &member = m_facts.members[index];
    const TextStyle body = m_look.body();
    TextStyle muted = m_look.label();
    muted.lead = body.size * body.lead / muted.size; // stands on the same line as the body
    const bool hasNik = !member.nik.isEmpty();
    const bool hasCard = !member.card.isEmpty();
    TextStyle cardStyle = body;
    cardStyle.bold = true;
    if (m_look.twoLineRows) {
        return sideBySide(
            1.6, BlockColumn{3, lineBlock(QString::number(index + 1), muted)},
            BlockColumn{76,
                        stacked(textBlock(member.name, body),
                                lineBlock(member.relation + u" · "_s + printedDay(member.birthDate),
                                          m_look.label()))},
            BlockColumn{29, lineBlock(hasNik ? member.nik : say("member.no-nik"), hasNik ? body : muted)},
            BlockColumn{
                24, lineBlock(hasCard ? member.card : say("member.no-card"), hasCard ? cardStyle : muted)});
    }
    return sideBySide(
        1.6, BlockColumn{3, lineBlock(QString::number(index + 1), muted)},
        BlockColumn{34, textBlock(member.name, body)}, BlockColumn{20, lineBlock(member.relation, body)},
        BlockColumn{19, lineBlock(printedDay(member.birthDate), body)},
        BlockColumn{29, lineBlock(hasNik ? member.nik : say("member.no-nik"), hasNik ? body : muted)},
        BlockColumn{24,
                    lineBlock(hasCard ? member.card : say("member.no-card"), hasCard ? cardStyle : muted)});
}

BlockPtr Maker::memberSlip(int index) const
{
    const ReceiptMember &member = m_facts.members[index];
    const TextStyle small = m_look.label();
    const QString nik = member.nik.isEmpty() ? say("member.no-nik") : member.nik;
    const QString card = member.card.isEmpty() ? say("member.no-card") : member.card;
    return sideBySide(
        1, BlockColumn{5, lineBlock(QString::number(index + 1), m_look.body())},
        BlockColumn{66,
                    stacked(textBlock(member.name, bold()),
                            textBlock(member.relation + u", "_s + printedDay(member.birthDate), small),
                            textBlock(say("column.nik") + u": "_s + nik, small),
                            textBlock(say("column.card") + u": "_s + card, small))});
}

BlockPtr Maker::memberHead(const TextStyle &style) const
{
    if (m_look.twoLineRows) {
        return sideBySide(1.6, BlockColumn{3, lineBlock(say("column.number"), style)},
                          BlockColumn{76, lineBlock(say("column.name"), style)},
                          BlockColumn{29, lineBlock(say("column.nik"), style)},
                          BlockColumn{24, lineBlock(say("column.card"), style)});
    }
    return sideBySide(1.6, BlockColumn{3, lineBlock(say("column.number"), style)},
                      BlockColumn{34, lineBlock(say("column.name"), style)},
                      BlockColumn{20, lineBlock(say("column.relation"), style)},
                      BlockColumn{19, lineBlock(say("column.birth"), style)},
                      BlockColumn{29, lineBlock(say("column.nik"), style)},
                      BlockColumn{24, lineBlock(say("column.card"), style)});
}

void Maker::members()
{
    if (m_facts.isChange && m_facts.members.isEmpty())
        return;
    section(say(m_facts.isChange ? "receipt.new-members" : "receipt.members").arg(m_facts.members.size()));
    if (!m_look.isRoll()) {
        TextStyle head = m_look.label();
        head.bold = true;
        ReceiptPart top{stacked(memberHead(head), gapBlock(m_look.gap(0.5)), ruleBlock(m_look.muted(), 0.25)),
                        m_look.gap(1)};
        top.keepWithNext = true;
        top.isTableHead = true;
        m_parts.push_back(std::move(top));
    }
    for (int i = 0; i < int(m_facts.members.size()); ++i) {
        const bool isLast = i + 1 == m_facts.members.size();
        BlockPtr line = m_look.isRoll()
            ? memberSlip(i)
            : stacked(memberRow(i), gapBlock(m_look.gap(0.7)),
                      ruleBlock(isLast ? m_look.muted() : m_look.hairline(), isLast ? 0.25 : 0.15));
        ReceiptPart row{std::move(line), m_look.gap(m_look.isRoll() ? 1.2 : 0.7)};
        row.isTableRow = true;
        m_parts.push_back(std::move(row));
    }
}

void Maker::dues()
{
    if (m_facts.isChange && !m_facts.dues)
        return;
    add(receiptDues(m_facts, m_look), 3);
}

void Maker::documents()
{
    if (m_facts.isChange && m_facts.documents.isEmpty())
        return;
    section(say("receipt.documents"));
    const QString list
        = m_facts.documents.isEmpty() ? say("receipt.documents.none") : m_facts.documents.join(u" · "_s);
    add(textBlock(list, m_look.body()), 0.5);
}

void Maker::consent()
{
    if (m_facts.consentVersion.isEmpty())
        return;
    section(say("receipt.consent"));
    const QString statement = m_facts.consentText.isEmpty() ? say("consent.other").arg(m_facts.consentVersion)
                                                            : m_facts.consentText;
    add(textBlock(statement, m_look.body().scaled(kStatement)), 0.5);
    add(textBlock(say("consent.at").arg(printedTime(m_facts.consentAt), m_facts.consentVersion),
                  m_look.label()),
        0.4);
    const QImage signature = QImage::fromData(m_facts.signature, "png");
    if (!signature.isNull()) {
        add(textBlock(say("receipt.signature"), m_look.label()), 1);
        add(pictureBlock(signature, kSignatureHeight), 0.4);
    }
}

BlockPtr Maker::end() const
{
    const TextStyle label = m_look.label();
    TextStyle note = label;
    const auto code = qrModules(m_facts.qrText);
    const double side = m_look.isRoll() ? 34 : 25;
    QString notes = say("receipt.not-card");
    if (m_facts.trial)
        notes += u' ' + say("print.trial.note") + u'.';
    BlockPtr officer = labelled(say("receipt.officer"), m_facts.officer, true);
    BlockPtr office = labelled(say("receipt.office"), m_facts.office);
    BlockPtr printed = labelled(say("receipt.printed"), printedTime(m_facts.printedAt));
    Blocks all;
    all.push_back(ruleBlock(m_look.isRoll() ? m_look.ink() : m_look.hairline(), m_look.isRoll() ? 0.3 : 0.2));
    all.push_back(gapBlock(m_look.gap(1.4)));
    if (m_look.isRoll()) {
        note.align = Qt::AlignHCenter;
        all.push_back(stacked(std::move(officer), gapBlock(0.8), std::move(office), gapBlock(0.8),
                              std::move(printed), gapBlock(1.2)));
        if (code) {
            all.push_back(codeBlock(*code, kQrQuiet, side, Qt::AlignHCenter));
            all.push_back(textBlock(say("receipt.scan"), note));
        }
        all.push_back(gapBlock(1));
        all.push_back(textBlock(notes, note));
        return stackBlock(std::move(all));
    }
    Blocks left;
    left.push_back(
        sideBySide(4, BlockColumn{0.56, std::move(officer)}, BlockColumn{0.44, std::move(printed)}));
    left.push_back(gapBlock(m_look.gap(1)));
    left.push_back(std::move(office));
    left.push_back(gapBlock(m_look.gap(1.6)));
    left.push_back(textBlock(notes, note));
    if (code)
        left.push_back(textBlock(say("receipt.scan"), note));
    const double share = side / kEndWidth;
    all.push_back(sideBySide(
        3, BlockColumn{1 - share, stackBlock(std::move(left))},
        BlockColumn{share, code ? codeBlock(*code, kQrQuiet, side, Qt::AlignRight) : gapBlock(0)}));
    return stackBlock(std::move(all));
}

} // namespace ReceiptMaking

std::vector<ReceiptPart> receiptParts(const ReceiptFacts &facts, const ReceiptLook &look)
{
    ReceiptMaking::Maker maker(facts, look);
    maker.head();
    maker.state();
    maker.family();
    for (ReceiptPart &part : receiptWhat(facts, look))
        maker.add(std::move(part));
    maker.members();
    maker.dues();
    maker.documents();
    maker.consent();
    return maker.take();
}

BlockPtr receiptEnd(const ReceiptFacts &facts, const ReceiptLook &look)
{
    return ReceiptMaking::Maker(facts, look).end();
}

} // namespace Loket
