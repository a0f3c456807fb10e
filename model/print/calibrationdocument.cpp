// SPDX-License-Identifier: Apache-2.0
#include "model/print/calibrationdocument.h"

#include "model/print/printtexts.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

constexpr double kCross = 10; ///< from both edges
constexpr double kArm = 4;
constexpr double kThin = 0.12;

QString millimetres(int tenths, const QString &language)
{
    QString text = QString::number(tenths / 10.0, 'f', 1);
    return language == u"en" ? text : text.replace(u'.', u',');
}

} // namespace

CalibrationDocument::CalibrationDocument(QPoint offset, const QSizeF &page, const QString &language)
    : m_offset(offset)
    , m_page(page)
    , m_language(language)
{
}

QString CalibrationDocument::title() const
{
    return u"KALIBRASI"_s;
}

/// Along the left and upper edge, a longer mark every five millimetres.
void CalibrationDocument::paintRulers(Canvas &canvas) const
{
    for (int mm = 0; mm <= int(m_page.width()) - 1; ++mm) {
        const double length = mm % 10 == 0 ? 3 : mm % 5 == 0 ? 2.2 : 1.4;
        canvas.line(QPointF(mm, 0), QPointF(mm, length), Qt::black, kThin);
    }
    for (int mm = 0; mm <= int(m_page.height()) - 1; ++mm) {
        const double length = mm % 10 == 0 ? 3 : mm % 5 == 0 ? 2.2 : 1.4;
        canvas.line(QPointF(0, mm), QPointF(length, mm), Qt::black, kThin);
    }
}

QString CalibrationDocument::sum(const char *key, int now) const
{
    return printText(QLatin1StringView(key), m_language)
        .arg(millimetres(now, m_language), millimetres(int(kCross * 10) + now, m_language));
}

void CalibrationDocument::paint(Canvas &canvas, int) const
{
    paintRulers(canvas);
    const QPointF cross(kCross, kCross);
    canvas.line(cross - QPointF(kArm, 0), cross + QPointF(kArm, 0), Qt::black, kThin);
    canvas.line(cross - QPointF(0, kArm), cross + QPointF(0, kArm), Qt::black, kThin);
    const QRectF far(m_page.width() - kCross, m_page.height() - kCross, 0, 0);
    canvas.line(far.topLeft() - QPointF(kArm, 0), far.topLeft() + QPointF(kArm, 0), Qt::black, kThin);
    canvas.line(far.topLeft() - QPointF(0, kArm), far.topLeft() + QPointF(0, kArm), Qt::black, kThin);

    TextStyle strong;
    strong.size = 3;
    strong.bold = true;
    TextStyle body;
    body.size = 2.6;
    const double left = kCross + kArm + 3;
    const double width = m_page.width() - left - 4;
    double y = 6;
    const std::pair<QString, TextStyle> lines[] = {{printText(u"calibration.title"_s, m_language), strong},
                                                   {printText(u"calibration.how"_s, m_language), body},
                                                   {sum("calibration.x", m_offset.x()), body},
                                                   {sum("calibration.y", m_offset.y()), body}};
    for (const auto &[text, style] : lines) {
        const double height = textHeight(text, style, width);
        canvas.text(QRectF(left, y, width, height), text, style);
        y += height + 1.4;
    }
}

} // namespace Loket
