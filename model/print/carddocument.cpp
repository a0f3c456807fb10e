// SPDX-License-Identifier: Apache-2.0
#include "model/print/carddocument.h"

#include "model/print/printtexts.h"

#include <iterator>

namespace Loket {
namespace CardLayout {

// Millimetres from the upper left corner. Nothing but the background comes nearer than 3 mm to the edge.
constexpr QRectF kHeading{4, 1.4, 50, 4.6};
constexpr QRectF kSubheading{4, 6.1, 50, 2.9};
constexpr QRectF kTrial{59.6, 3.0, 22, 4.6};
constexpr QRectF kNumberLabel{4, 12.3, 56, 2.5};
constexpr QRectF kNumber{4, 14.8, 57, 5.8};
constexpr QRectF kPhoto{63.6, 13.6, 18, 24};
constexpr QRectF kClassLabel{63.6, 38.1, 18, 2.5};
constexpr QRectF kClass{63.6, 40.6, 18, 5.4};
constexpr double kRowsTop = 21.3;
constexpr double kRowsBottom = 43.2;
constexpr double kMostGap = 0.95;
constexpr double kLabelLeft = 4;
constexpr double kLabelWidth = 14.6;
constexpr double kValueLeft = 18.9;
constexpr double kValueWidth = 42.6;
constexpr double kOneLine = 0.85; ///< a value is set this much smaller before it takes a second line
// A module of 0.254 mm is three dots at 300 dpi: the bars stay sharp on the card printer.
constexpr double kModule = 0.254;
constexpr QPointF kCode{4, 44.4}; ///< upper left corner of the quiet zone
constexpr double kCodeHeight = 6.6;

const QColor kInk(0x10, 0x18, 0x1b);
const QColor kLabel(0x3f, 0x50, 0x57);

struct Row {
    Row(const char *name, const QString &text, const TextStyle &style, double most)
        : label(name)
        , value(text)
        , line(style.size * style.lead)
        , fitted(fittedStyle(value, style, QSizeF(kValueWidth, most), kOneLine))
        , height(qMax(line, textHeight(value, fitted, kValueWidth)))
    {
    }
    const char *label;
    QString value;
    double line; ///< height of its first
    TextStyle fitted;
    double height;
};

static TextStyle labelStyle()
{
    TextStyle style;
    style.size = 1.95;
    style.colour = kLabel;
    return style;
}

static TextStyle valueStyle(double size, bool bold)
{
    TextStyle style;
    style.size = size;
    style.bold = bold;
    style.colour = kInk;
    style.lead = 1.2;
    return style;
}

} // namespace CardLayout

CardDocument::CardDocument(CardFacts facts, CardStock stock)
    : m_facts(std::move(facts))
    , m_stock(stock)
    , m_photo(QImage::fromData(m_facts.photo, "jpeg"))
{
}

QString CardDocument::title() const
{
    return m_facts.reference;
}

void CardDocument::paintGround(Canvas &canvas) const
{
    using namespace CardLayout;
    const auto say = [&](const char *key) { return printText(QLatin1String(key), m_facts.language); };
    if (m_stock == CardStock::Blank) {
        canvas.drawing(QRectF(QPointF(), kCardSize), QStringLiteral(":/loket/cards/card-front.svg"));
        TextStyle heading = valueStyle(3.7, true);
        heading.colour = Qt::white;
        canvas.fittedText(kHeading, say("card.heading"), heading);
        TextStyle sub = valueStyle(2.2, false);
        sub.colour = Qt::white;
        canvas.fittedText(kSubheading, say("card.subheading"), sub);
    }
    if (!m_facts.trial)
        return;
    TextStyle mark = valueStyle(8.6, true);
    mark.colour = QColor(0xb3, 0x26, 0x1e, 26);
    canvas.turnedText(QRectF(0, 12, kPhoto.left() + 2, 32), -16, say("print.trial"), mark);
    const QColor ink = m_stock == CardStock::Blank ? QColor(Qt::white) : kInk;
    TextStyle badge = valueStyle(2.3, true);
    badge.colour = ink;
    badge.align = Qt::AlignHCenter;
    canvas.frame(kTrial, ink, 0.25, 0.8);
    canvas.fittedText(kTrial.adjusted(1, 0.92, -1, -0.6), say("print.trial"), badge);
}

void CardDocument::paintRows(Canvas &canvas) const
{
    using namespace CardLayout;
    const auto say = [&](const char *key) { return printText(QLatin1String(key), m_facts.language); };
    const bool labels = m_stock == CardStock::Blank;
    if (labels)
        canvas.fittedText(kNumberLabel, say("card.number"), labelStyle());
    TextStyle number = valueStyle(4.7, true);
    number.tracking = 4;
    canvas.fittedText(kNumber, m_facts.number, number);

    const QString nik = m_facts.nik.isEmpty() ? say("card.no-nik") : m_facts.nik;
    const Row rows[] = {
        {"card.name", m_facts.name, valueStyle(2.9, true), 4.9},
        {"card.birth", printedDay(m_facts.birthDate), valueStyle(2.55, false), 3.1},
        {"card.nik", nik, valueStyle(2.55, false), 3.1},
        {"card.address", m_facts.address, valueStyle(2.3, false), 6.7},
        {"card.fktp", m_facts.fktp, valueStyle(2.45, false), 4.1},
    };
    double used = 0;
    for (const Row &row : rows)
        used += row.height;
    const double gap = qMin(kMostGap, (kRowsBottom - kRowsTop - used) / double(std::size(rows) - 1));
    double y = kRowsTop;
    for (const Row &row : rows) {
        if (labels) { // in lines as high as the value's, so that both stand on one line
            TextStyle label = labelStyle();
            label.lead = row.line / label.size;
            canvas.fittedText(QRectF(kLabelLeft, y, kLabelWidth, label.size * label.lead), say(row.label),
                              label);
        }
        canvas.text(QRectF(kValueLeft, y, kValueWidth, row.height), row.value, row.fitted);
        y += row.height + gap;
    }

    if (labels) {
        TextStyle label = labelStyle();
        label.align = Qt::AlignHCenter;
        canvas.fittedText(kClassLabel, say("card.class"), label);
    }
    TextStyle careClass = valueStyle(4.4, true);
    careClass.align = Qt::AlignHCenter;
    canvas.fittedText(kClass, printedClass(m_facts.careClass), careClass);
}

void CardDocument::paintPhoto(Canvas &canvas) const
{
    using namespace CardLayout;
    if (!m_photo.isNull()) {
        canvas.image(kPhoto, m_photo);
        canvas.frame(kPhoto, QColor(0xff, 0xff, 0xff), 0.35);
        return;
    }
    if (m_stock == CardStock::Preprinted)
        return;
    canvas.fill(kPhoto, QColor(0xf4, 0xf6, 0xf7));
    canvas.frame(kPhoto, QColor(0x9f, 0xb0, 0xb8), 0.2);
    TextStyle style = labelStyle();
    style.align = Qt::AlignHCenter;
    canvas.fittedText(QRectF(kPhoto.left() + 1, kPhoto.center().y() - 1.4, kPhoto.width() - 2, 2.8),
                      printText(QStringLiteral("card.no-photo"), m_facts.language), style);
}

void CardDocument::paintCode(Canvas &canvas) const
{
    using namespace CardLayout;
    const auto code = code128Modules(m_facts.number);
    if (!code)
        return;
    const QRectF bars(kCode.x() + kCode128Quiet * kModule, kCode.y(), code->columns * kModule, kCodeHeight);
    canvas.fill(QRectF(kCode.x(), kCode.y(), bars.width() + 2 * kCode128Quiet * kModule, kCodeHeight),
                Qt::white);
    canvas.modules(bars, *code);
}

void CardDocument::paint(Canvas &canvas, int) const
{
    paintGround(canvas);
    paintPhoto(canvas);
    paintRows(canvas);
    paintCode(canvas);
}

QString blankOf(CardStock stock)
{
    return stock == CardStock::Preprinted ? QStringLiteral("preprinted") : QStringLiteral("white");
}

} // namespace Loket
