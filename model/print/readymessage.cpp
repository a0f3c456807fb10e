// SPDX-License-Identifier: Apache-2.0
#include "model/print/readymessage.h"

#include "model/desk/cardrules.h"
#include "model/domain/rupiah.h"
#include "model/print/modules.h"
#include "model/print/printtexts.h"
#include "model/rulebook/codes.h"
#include "model/rulebook/rulebook.h"
#include "model/services/familydues.h"

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSlipWidth = 80;
constexpr double kSlipMargin = 4;
constexpr double kCodeSide = 56;

/// A line of the message. What matters least has the highest rank and goes first when there is no room.
struct ReadyLine {
    int rank = 0; ///< 0: always there
    QString text;
};

class ReadyWording
{
public:
    explicit ReadyWording(const ReadyFacts &facts)
        : m_facts(facts)
    {
        head();
        payment();
        collecting();
    }
    QList<ReadyLine> lines;

private:
    QString say(const char *key) const
    {
        return printText(u"ready."_s + QLatin1StringView(key), m_facts.language);
    }
    void add(int rank, const QString &text)
    {
        if (!text.isEmpty())
            lines += {rank, text};
    }
    void head();
    void payment();
    void collecting();

    const ReadyFacts &m_facts;
};

void ReadyWording::head()
{
    if (m_facts.trial)
        add(0, printText(u"print.trial"_s, m_facts.language));
    add(0, say("title").arg(m_facts.office));
    if (!m_facts.reference.isEmpty())
        add(0, say("reference").arg(m_facts.reference));
    add(4, m_facts.service);
}

void ReadyWording::payment()
{
    const bool isStopped = m_facts.state == CaseState::Rejected || m_facts.state == CaseState::Void;
    if (isStopped) {
        add(0, say("stopped"));
        return;
    }
    add(0, m_facts.va.isEmpty() ? say("va-later") : say("va").arg(m_facts.va));
    if (m_facts.amount > 0)
        add(0, say("amount").arg(Rupiah(m_facts.amount).text()));
    if (m_facts.arrears > 0)
        add(0, say("arrears").arg(Rupiah(m_facts.arrears).text()));
    const QString window = printedSpan(m_facts.payFrom, m_facts.payUntil, m_facts.language);
    if (!window.isEmpty())
        add(0, say("window").arg(window));
    if (!m_facts.paidUntil.isEmpty())
        add(2, say("paid-until").arg(m_facts.paidUntil.mid(5, 2) + u'-' + m_facts.paidUntil.left(4)));
    if (m_facts.numbers == NumberState::Reserved)
        add(1, say("reserved"));
}

void ReadyWording::collecting()
{
    if (m_facts.collects)
        add(1, say("bring"));
    if (!m_facts.bringFor.isEmpty())
        add(3, say("bring-for").arg(m_facts.bringFor.join(u", "_s)));
    add(5, m_facts.advice);
}

/// What an outsider brings to collect a card: the rulebook's documents.
void putBring(ReadyFacts &facts, const PaperWorld &world, QDate today)
{
    if (!world.rulebooks)
        return;
    const Rulebook &rules = world.rulebooks->on(today);
    facts.collects = true;
    for (const ReprintNeed &need : handOverNeeds(rules, true, today, nullptr)) {
        QStringList any;
        for (const QString &code : need.documents)
            any += codeText(u"document"_s, code, facts.language);
        facts.bringFor += any.join(u" / "_s);
    }
}

} // namespace

ReadyFacts readyFacts(const ReceiptFacts &receipt, const PaperWorld &world, QDate today)
{
    ReadyFacts facts;
    facts.language = receipt.language;
    facts.office = receipt.office;
    facts.reference = receipt.reference;
    facts.service = receipt.service;
    facts.state = receipt.state;
    facts.numbers = receipt.isChange ? NumberState::Confirmed : receipt.numbers;
    if (receipt.isChange || receipt.numbers != NumberState::None)
        facts.va = receipt.va;
    facts.amount = receipt.dues ? receipt.dues->member : 0;
    facts.payFrom = receipt.payFrom;
    facts.payUntil = receipt.payUntil;
    facts.advice = receipt.advice;
    facts.trial = receipt.trial;
    if (!receipt.isChange)
        putBring(facts, world, today);
    return facts;
}

ReadyFacts readyFacts(const FamilyView &family, const PaperWorld &world, QDate today)
{
    ReadyFacts facts;
    facts.language = world.language;
    facts.office = world.office;
    facts.state = CaseState::Accepted;
    const bool isKnown = std::any_of(family.members.cbegin(), family.members.cend(),
                                     [](const MemberView &member) { return member.id != 0; });
    facts.numbers = family.va.isEmpty() ? NumberState::None
        : isKnown                       ? NumberState::Confirmed
                                        : NumberState::Reserved;
    facts.va = family.va;
    facts.paidUntil = family.paidUntil;
    facts.payFrom = family.paidUntil.isEmpty() ? family.firstPaymentFrom : QDate();
    facts.payUntil = family.paidUntil.isEmpty() ? family.firstPaymentUntil : QDate();
    facts.trial = world.trial;
    if (world.rulebooks) {
        const Rulebook &rules = world.rulebooks->on(today);
        if (const auto sum = monthlyDues(rules, family, today))
            facts.amount = sum->member;
        if (const auto owed = arrearsUntil(rules, family, today))
            facts.arrears = owed->arrears;
    }
    putBring(facts, world, today);
    return facts;
}

QStringList readyLines(const ReadyFacts &facts, int most)
{
    QList<ReadyLine> lines = ReadyWording(facts).lines;
    const auto bytes = [&lines] {
        qsizetype sum = 0;
        for (const ReadyLine &line : lines)
            sum += line.text.toUtf8().size() + 1;
        return sum;
    };
    while (bytes() > most) {
        const auto least
            = std::max_element(lines.begin(), lines.end(),
                               [](const ReadyLine &a, const ReadyLine &b) { return a.rank < b.rank; });
        if (least == lines.end() || least->rank == 0)
            break;
        lines.erase(least);
    }
    QStringList out;
    for (const ReadyLine &line : lines)
        out += line.text;
    return out;
}

QString readyText(const ReadyFacts &facts, int most)
{
    return readyLines(facts, most).join(u'\n');
}

ReadySlip::ReadySlip(const ReadyFacts &facts)
    : m_title(facts.reference.isEmpty() ? u"Pesan"_s : facts.reference)
{
    const QStringList lines = readyLines(facts);
    TextStyle plain;
    plain.size = 3.4;
    TextStyle strong = plain;
    strong.bold = true;
    Blocks blocks;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool isVa = !facts.va.isEmpty() && lines[i].contains(facts.va);
        blocks.push_back(textBlock(lines[i], i == 0 || isVa ? strong : plain));
        blocks.push_back(gapBlock(0.8));
    }
    if (auto code = qrModules(lines.join(u'\n'))) {
        blocks.push_back(gapBlock(2));
        blocks.push_back(codeBlock(std::move(*code), kQrQuiet, kCodeSide, Qt::AlignHCenter));
    }
    m_block = stackBlock(std::move(blocks));
    const double width = kSlipWidth - 2 * kSlipMargin;
    m_size = QSizeF(kSlipWidth, m_block->height(width) + 2 * kSlipMargin);
}

void ReadySlip::paint(Canvas &canvas, int) const
{
    m_block->paint(canvas, QPointF(kSlipMargin, kSlipMargin), kSlipWidth - 2 * kSlipMargin);
}

} // namespace Loket
