// SPDX-License-Identifier: Apache-2.0
#include "model/print/formdocument.h"

#include "model/domain/rupiah.h"
#include "model/print/pageflow.h"
#include "model/print/printtexts.h"
#include "model/print/receiptlook.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF kForm{210, 297};
constexpr QMarginsF kFormMargins{16, 13, 16, 9};
constexpr double kFormFoot = 5;
constexpr double kSignHigh = 24; ///< room for a signature by hand

QString referenceOf(const FormFacts &facts)
{
    return facts.reference.isEmpty() ? printText(u"form.draft"_s, facts.language) : facts.reference;
}

/// A box to sign in: what for above, whose name below.
class SignBlock final : public Block
{
public:
    SignBlock(const QString &above, const QString &name, const QImage &signature, const ReceiptLook &look)
        : m_above(above)
        , m_name(name)
        , m_signature(signature)
        , m_look(look)
    {
    }
    double height(double width) const override
    {
        return headHeight(width) + kSignHigh + 1.5 + textHeight(m_name, m_look.strong(), width);
    }
    void paint(Canvas &canvas, QPointF at, double width) const override
    {
        const double head = headHeight(width);
        canvas.text(QRectF(at, QSizeF(width, head)), m_above, m_look.label());
        const QRectF room(at.x(), at.y() + head, width, kSignHigh);
        if (!m_signature.isNull()) {
            const QSizeF size = QSizeF(m_signature.size()).scaled(room.size(), Qt::KeepAspectRatio);
            canvas.image(QRectF(QPointF(room.x(), room.bottom() - size.height()), size), m_signature);
        }
        canvas.line(room.bottomLeft(), room.bottomRight(), m_look.ink(), 0.25);
        canvas.text(QRectF(at.x(), room.bottom() + 1.5, width, textHeight(m_name, m_look.strong(), width)),
                    m_name, m_look.strong());
    }

private:
    double headHeight(double width) const { return textHeight(m_above, m_look.label(), width) + 1; }

    QString m_above;
    QString m_name;
    QImage m_signature;
    ReceiptLook m_look;
};

/// Makes the parts of the form from top to bottom.
class FormParts
{
public:
    explicit FormParts(const FormFacts &facts)
        : m_facts(facts)
    {
    }
    std::vector<FlowPart> make()
    {
        head();
        family();
        members();
        dues();
        statement();
        return std::move(m_parts);
    }

private:
    QString say(const char *key) const { return printText(QLatin1StringView(key), m_facts.language); }
    void add(BlockPtr block, double gap, bool keepsNext = false)
    {
        m_parts.push_back({std::move(block), gap, keepsNext});
    }
    void heading(const char *key) { add(textBlock(say(key), m_look.heading()), 4.5, true); }
    /// A name and its value; what is not known leaves a line to write on.
    BlockPtr cell(const char *key, const QString &value) const
    {
        return stacked(textBlock(say(key), m_look.label()),
                       value.isEmpty() ? stacked(gapBlock(3.6), ruleBlock(m_look.hairline(), 0.2))
                                       : textBlock(value, m_look.body()));
    }
    /// Words of which some may be missing.
    static QString joined(const QStringList &words, const QString &between)
    {
        QStringList there;
        for (const QString &word : words) {
            if (!word.isEmpty())
                there += word;
        }
        return there.join(between);
    }

    void head();
    void family();
    void members();
    BlockPtr member(int index) const;
    void dues();
    void statement();

    const FormFacts &m_facts;
    ReceiptLook m_look;
    std::vector<FlowPart> m_parts;
};

void FormParts::head()
{
    TextStyle title = m_look.strong();
    title.size = 6;
    title.colour = m_look.accent();
    title.lead = 1.2;
    TextStyle right = m_look.label();
    right.align = Qt::AlignRight;
    TextStyle rightStrong = m_look.strong();
    rightStrong.align = Qt::AlignRight;
    add(sideBySide(
            6,
            BlockColumn{0.66,
                        stacked(textBlock(m_facts.office, m_look.label()),
                                textBlock(say("form.title"), title),
                                textBlock(m_facts.service, m_look.body()))},
            BlockColumn{0.34,
                        stacked(textBlock(say("receipt.reference"), right),
                                textBlock(referenceOf(m_facts), rightStrong),
                                textBlock(say("receipt.day") + u' ' + printedDay(m_facts.day), right))}),
        0);
    if (m_facts.trial)
        add(textBlock(say("print.trial") + u" – "_s + say("print.trial.note"), m_look.strong()), 1);
    add(ruleBlock(m_look.accent(), 0.6), 2.2);
}

void FormParts::family()
{
    heading("form.family");
    add(sideBySide(5, BlockColumn{0.36, cell("receipt.kk", m_facts.kk)},
                   BlockColumn{0.44, cell("receipt.segment", m_facts.segment)},
                   BlockColumn{0.2, cell("receipt.class", printedClass(m_facts.careClass))}),
        1.2);
    add(cell("form.address", m_facts.address), 1.8);
    add(cell("form.billing",
             m_facts.billingAddress.isEmpty() ? say("form.billing.same") : m_facts.billingAddress),
        1.8);
    add(sideBySide(5, BlockColumn{0.26, cell("receipt.phone", m_facts.phone)},
                   BlockColumn{0.3, cell("form.email", m_facts.email)},
                   BlockColumn{0.44, cell("form.bank", m_facts.bank)}),
        1.8);
}

void FormParts::members()
{
    add(textBlock(say("receipt.members").arg(m_facts.members.size()), m_look.heading()), 4.5, true);
    for (int i = 0; i < m_facts.members.size(); ++i) {
        add(ruleBlock(m_look.hairline(), 0.25), i == 0 ? 1.2 : 2, true);
        add(member(i), 1.4);
    }
}

BlockPtr FormParts::member(int index) const
{
    const FormMember &one = m_facts.members[index];
    const QString nik = one.nik.isEmpty() ? say("member.no-nik") : one.nik;
    const QString birth = joined({one.birthPlace, printedDay(one.birthDate)}, u", "_s);
    const QString person = joined({one.relation, one.sex, one.marital}, u" · "_s);
    const QString nation = joined(
        {one.citizenship, one.passport.isEmpty() ? QString() : say("form.passport").arg(one.passport)},
        u" · "_s);
    const QString photo = one.hasPhoto ? say("form.photo.there")
        : one.noPhoto.isEmpty()        ? say("form.photo.none")
                                       : say("form.photo.waived").arg(one.noPhoto);
    TextStyle number = m_look.heading();
    return sideBySide(
        2, BlockColumn{0.04, textBlock(QString::number(index + 1), number)},
        BlockColumn{
            0.96,
            stacked(sideBySide(4, BlockColumn{0.4, cell("column.name", one.name)},
                               BlockColumn{0.24, cell("column.nik", nik)},
                               BlockColumn{0.36, cell("form.person", person)}),
                    gapBlock(1.2),
                    sideBySide(4, BlockColumn{0.4, cell("form.birth", birth)},
                               BlockColumn{0.24, cell("form.nation", nation)},
                               BlockColumn{0.36, cell("form.photo", photo)}),
                    gapBlock(1.2),
                    sideBySide(
                        4, BlockColumn{0.4, cell("card.fktp", one.fktp)},
                        BlockColumn{0.24, cell("form.dentist", one.dentist)},
                        BlockColumn{0.36,
                                    sideBySide(4, BlockColumn{0.5, cell("form.npwp", one.npwp)},
                                               BlockColumn{0.5, cell("form.insurance", one.insurance)})}))});
}

void FormParts::dues()
{
    if (!m_facts.dues)
        return;
    heading("receipt.dues");
    const QString rate = say("dues.gross").arg(m_facts.members.size()).arg(printedClass(m_facts.careClass));
    const QString window = m_facts.payFrom.isValid()
        ? printedSpan(m_facts.payFrom, m_facts.payUntil, m_facts.language)
        : QString();
    add(sideBySide(5, BlockColumn{0.34, cell("form.rate", rate)},
                   BlockColumn{0.33, cell("dues.member", Rupiah(m_facts.dues->member).text())},
                   BlockColumn{0.33, cell("receipt.window", window)}),
        1.2);
}

void FormParts::statement()
{
    heading("form.statement");
    add(textBlock(m_facts.statement.isEmpty() ? say("form.statement.own") : m_facts.statement, m_look.body()),
        1, true);
    if (!m_facts.statementVersion.isEmpty())
        add(textBlock(say("form.statement.version").arg(m_facts.statementVersion), m_look.label()), 0.8,
            true);
    TextStyle place = m_look.body();
    add(textBlock(say("form.place"), place), 6, true);
    QImage signature;
    if (!m_facts.signature.isEmpty())
        signature.loadFromData(m_facts.signature, "PNG");
    const QString applicant = m_facts.applicantNik.isEmpty()
        ? m_facts.applicant
        : u"%1 (%2)"_s.arg(m_facts.applicant, m_facts.applicantNik);
    const char *who = m_facts.applicantNik.isEmpty() ? "form.sign.applicant" : "form.sign.proxy";
    add(sideBySide(14, BlockColumn{0.5, std::make_unique<SignBlock>(say(who), applicant, signature, m_look)},
                   BlockColumn{0.5,
                               std::make_unique<SignBlock>(say("form.sign.officer"), m_facts.officer,
                                                           QImage(), m_look)}),
        3);
}

} // namespace

struct FormDocument::Layout {
    PageFlow flow;
    explicit Layout(const FormFacts &facts)
        : flow(FormParts(facts).make(), kForm, kFormMargins, kFormFoot)
    {
    }
};

FormDocument::FormDocument(FormFacts facts)
    : m_facts(std::move(facts))
    , m_layout(std::make_unique<Layout>(m_facts))
{
}

FormDocument::~FormDocument() = default;

QString FormDocument::title() const
{
    return m_facts.reference.isEmpty() ? u"FDIP"_s : m_facts.reference;
}

int FormDocument::pageCount() const
{
    return m_layout->flow.pageCount();
}

QSizeF FormDocument::pageSize() const
{
    return kForm;
}

void FormDocument::paint(Canvas &canvas, int page) const
{
    const QString printed
        = printText(u"receipt.printed"_s, m_facts.language) + u' ' + printedTime(m_facts.printedAt);
    m_layout->flow.paint(canvas, page, m_facts.language, referenceOf(m_facts) + u" · "_s + printed);
}

} // namespace Loket
