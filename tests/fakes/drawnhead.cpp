// SPDX-License-Identifier: Apache-2.0
#include "tests/fakes/drawnhead.h"

#include <QLinearGradient>
#include <QRadialGradient>
#include <QTransform>

namespace Loket {

// Everything is drawn in a space where the head's middle is (0, 0), the crown at y = -0.5 and the chin at
// 0.5.

namespace {

QTransform placed(const DrawnHead &head)
{
    QTransform map;
    map.translate(head.middle.x(), head.middle.y());
    map.rotate(head.tilt);
    map.scale(head.height, head.height);
    return map;
}

QColor shade(const QColor &colour, double factor, int alpha = 255)
{
    const auto part = [&](int value) { return qBound(0, qRound(value * factor), 255); };
    return QColor(part(colour.red()), part(colour.green()), part(colour.blue()), alpha);
}

double eyeY(const DrawnHead &head)
{
    return head.eyeLine - 0.5;
}

/// Forehead to chin; the crown is hair or cloth.
QPainterPath skull(const DrawnHead &head)
{
    const double w = head.width / 2;
    const double top = head.cover == DrawnHead::Cover::Bald ? -0.5 : -0.46;
    QPainterPath path;
    path.moveTo(0, top);
    path.cubicTo(w * 0.75, top, w, -0.28, w * 0.99, -0.02);
    path.cubicTo(w * 0.97, 0.22, w * 0.70, 0.40, w * 0.38, 0.47);
    path.cubicTo(w * 0.20, 0.51, -w * 0.20, 0.51, -w * 0.38, 0.47);
    path.cubicTo(-w * 0.70, 0.40, -w * 0.97, 0.22, -w * 0.99, -0.02);
    path.cubicTo(-w, -0.28, -w * 0.75, top, 0, top);
    return path;
}

void drawBody(QPainter &painter, const DrawnHead &head)
{
    const double w = head.width / 2;
    QLinearGradient neck(0, 0.38, 0, 0.75);
    neck.setColorAt(0, shade(head.skin, 0.52));
    neck.setColorAt(1, shade(head.skin, 0.80));
    painter.fillRect(QRectF(-w * 0.58, 0.3, w * 1.16, 0.5), neck);
    QPainterPath shoulders;
    shoulders.moveTo(-1.05, 3);
    shoulders.cubicTo(-1.05, 0.95, -0.80, 0.82, -0.30, 0.68);
    shoulders.quadTo(0, 0.86, 0.30, 0.68);
    shoulders.cubicTo(0.80, 0.82, 1.05, 0.95, 1.05, 3);
    QLinearGradient cloth(-1, 0, 1, 0);
    cloth.setColorAt(0, shade(head.cloth, 0.8));
    cloth.setColorAt(0.5, head.cloth);
    cloth.setColorAt(1, shade(head.cloth, 0.75));
    painter.fillPath(shoulders, cloth);
}

/// What lies behind the face: hair down to the neck or shoulders, or the scarf.
void drawBehind(QPainter &painter, const DrawnHead &head)
{
    const double w = head.width / 2;
    QPainterPath path;
    switch (head.cover) {
    case DrawnHead::Cover::Hair:
    case DrawnHead::Cover::Peci:
        path.addEllipse(QPointF(0, -0.12), w * 1.06, 0.38);
        break;
    case DrawnHead::Cover::LongHair:
        path.addEllipse(QPointF(0, -0.10), w * 1.14, 0.40);
        path.addRoundedRect(QRectF(-w * 1.12, -0.10, w * 2.24, 0.85), 0.1, 0.1);
        break;
    case DrawnHead::Cover::Headscarf:
        path.addEllipse(QPointF(0, -0.02), w * 1.20, 0.48);
        path.moveTo(-w * 1.2, 0.0);
        path.cubicTo(-w * 1.3, 0.5, -0.8, 0.8, -0.85, 1.3);
        path.lineTo(0.85, 1.3);
        path.cubicTo(0.8, 0.8, w * 1.3, 0.5, w * 1.2, 0.0);
        break;
    case DrawnHead::Cover::Bald:
        return;
    }
    path.setFillRule(Qt::WindingFill);
    const bool isCloth = head.cover == DrawnHead::Cover::Headscarf;
    painter.fillPath(path, isCloth ? shade(head.cloth, 0.9) : head.hair);
}

void drawSkin(QPainter &painter, const DrawnHead &head)
{
    const double w = head.width / 2;
    if (head.cover != DrawnHead::Cover::Headscarf && head.cover != DrawnHead::Cover::LongHair) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade(head.skin, 0.75));
        painter.drawEllipse(QPointF(-w, eyeY(head) + 0.09), 0.05, 0.10);
        painter.drawEllipse(QPointF(w, eyeY(head) + 0.09), 0.05, 0.10);
    }
    QRadialGradient light(QPointF(0, 0.02), 0.58);
    light.setColorAt(0, shade(head.skin, 1.08));
    light.setColorAt(0.55, head.skin);
    light.setColorAt(1, shade(head.skin, 0.62));
    painter.fillPath(skull(head), light);
}

void drawShadow(QPainter &painter, const QPointF &middle, double x, double y, const QColor &colour)
{
    painter.save();
    painter.translate(middle);
    painter.scale(x, y);
    QRadialGradient soft(QPointF(0, 0), 1);
    soft.setColorAt(0, colour);
    QColor gone = colour;
    gone.setAlpha(0);
    soft.setColorAt(1, gone);
    painter.setPen(Qt::NoPen);
    painter.setBrush(soft);
    painter.drawEllipse(QPointF(0, 0), 1, 1);
    painter.restore();
}

void drawEye(QPainter &painter, const DrawnHead &head, double side)
{
    const QPointF eye(head.turn + side * head.eyeDistance / 2, eyeY(head));
    drawShadow(painter, eye + QPointF(0, -0.012), 0.10, 0.075, shade(head.skin, 0.45, 170));
    QPainterPath lid;
    lid.moveTo(eye + QPointF(-0.060, 0.006));
    lid.quadTo(eye + QPointF(0, -0.044), eye + QPointF(0.060, 0.006));
    lid.quadTo(eye + QPointF(0, 0.036), eye + QPointF(-0.060, 0.006));
    painter.fillPath(lid, QColor(216, 211, 206));
    painter.save();
    painter.setClipPath(lid);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(62, 40, 28));
    painter.drawEllipse(eye, 0.030, 0.030);
    painter.setBrush(QColor(12, 10, 10));
    painter.drawEllipse(eye, 0.014, 0.014);
    painter.restore();
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(250, 250, 250));
    painter.drawEllipse(eye + QPointF(0.010, -0.010), 0.006, 0.006);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(30, 22, 20), 0.011, Qt::SolidLine, Qt::RoundCap));
    QPainterPath upper;
    upper.moveTo(eye + QPointF(-0.063, 0.006));
    upper.quadTo(eye + QPointF(0, -0.048), eye + QPointF(0.063, 0.006));
    painter.drawPath(upper);
    QPainterPath brow;
    brow.moveTo(eye + QPointF(side * -0.065, -0.078));
    brow.quadTo(eye + QPointF(side * 0.02, -0.112), eye + QPointF(side * 0.085, -0.070));
    // Brows stay dark when the hair is grey.
    const QColor dark = head.hair.lightness() > 110 ? shade(head.skin, 0.4) : head.hair;
    painter.setPen(QPen(dark, head.browThickness, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(brow);
}

void drawNoseAndMouth(QPainter &painter, const DrawnHead &head)
{
    const double top = eyeY(head);
    const double nose = top + 0.20;
    const double mouth = top + 0.31;
    const double x = head.turn * 1.4;
    drawShadow(painter, QPointF(x, nose - 0.10), 0.026, 0.13, shade(head.skin, 1.30, 150));
    drawShadow(painter, QPointF(x - 0.055, nose - 0.03), 0.025, 0.07, shade(head.skin, 0.6, 110));
    drawShadow(painter, QPointF(x + 0.055, nose - 0.03), 0.025, 0.07, shade(head.skin, 0.6, 110));
    drawShadow(painter, QPointF(x, nose + 0.030), 0.075, 0.030, shade(head.skin, 0.45, 170));
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade(head.skin, 0.28));
    painter.drawEllipse(QPointF(x - 0.027, nose + 0.012), 0.013, 0.008);
    painter.drawEllipse(QPointF(x + 0.027, nose + 0.012), 0.013, 0.008);
    if (head.hasMoustache) {
        QPainterPath hair;
        hair.addRoundedRect(QRectF(x - 0.10, mouth - 0.05, 0.20, 0.032), 0.016, 0.016);
        painter.fillPath(hair, head.hair);
    }
    const double half = head.mouthWidth / 2;
    const QColor lips(shade(QColor(170, 80, 76), 0.55 + head.skin.lightnessF() * 0.6));
    QPainterPath path;
    path.moveTo(x - half, mouth);
    path.cubicTo(x - half * 0.4, mouth - 0.036, x + half * 0.4, mouth - 0.036, x + half, mouth);
    path.cubicTo(x + half * 0.4, mouth + 0.050, x - half * 0.4, mouth + 0.050, x - half, mouth);
    painter.fillPath(path, lips);
    painter.setPen(QPen(shade(lips, 0.4), 0.008));
    painter.drawLine(QPointF(x - half, mouth), QPointF(x + half, mouth));
    drawShadow(painter, QPointF(x, mouth + 0.068), 0.10, 0.025, shade(head.skin, 0.6, 120));
    drawShadow(painter, QPointF(x - 0.19, nose + 0.0), 0.09, 0.09, shade(head.skin, 1.15, 90));
    drawShadow(painter, QPointF(x + 0.19, nose + 0.0), 0.09, 0.09, shade(head.skin, 1.15, 90));
}

/// What shines is as bright on any skin: without it dark skin would be drawn flatter than it is.
void drawSheen(QPainter &painter, const DrawnHead &head)
{
    const double nose = eyeY(head) + 0.20;
    const double x = head.turn * 1.2;
    for (const double side : {-1.0, 1.0})
        drawShadow(painter, QPointF(x + side * 0.18, nose - 0.05), 0.10, 0.06, QColor(255, 244, 232, 44));
    drawShadow(painter, QPointF(x, eyeY(head) - 0.19), 0.18, 0.09, QColor(255, 244, 232, 36));
    drawShadow(painter, QPointF(x, nose - 0.08), 0.022, 0.12, QColor(255, 244, 232, 60));
    drawShadow(painter, QPointF(x, eyeY(head) + 0.41), 0.08, 0.04, QColor(255, 244, 232, 30));
}

void drawGlasses(QPainter &painter, const DrawnHead &head)
{
    painter.setBrush(QColor(255, 255, 255, 8));
    painter.setPen(QPen(QColor(25, 25, 28), 0.013));
    const double y = eyeY(head) + 0.008;
    for (const double side : {-1.0, 1.0}) {
        const QPointF middle(head.turn + side * head.eyeDistance / 2, y);
        painter.drawRoundedRect(QRectF(middle.x() - 0.105, y - 0.068, 0.21, 0.136), 0.045, 0.045);
        painter.drawLine(QPointF(middle.x() + side * 0.105, y - 0.02),
                         QPointF(side * head.width / 2, y - 0.01));
    }
    painter.drawLine(QPointF(head.turn - head.eyeDistance / 2 + 0.105, y - 0.015),
                     QPointF(head.turn + head.eyeDistance / 2 - 0.105, y - 0.015));
}

void drawHair(QPainter &painter, const DrawnHead &head)
{
    const double w = head.width / 2;
    QPainterPath cap;
    cap.moveTo(-w * 1.05, 0.02);
    cap.cubicTo(-w * 1.12, -0.36, -w * 0.72, -0.5, 0, -0.5);
    cap.cubicTo(w * 0.72, -0.5, w * 1.12, -0.36, w * 1.05, 0.02);
    cap.cubicTo(w * 0.98, -0.10, w * 0.92, -0.20, w * 0.66, -0.28);
    cap.quadTo(0, -0.36, -w * 0.66, -0.28);
    cap.cubicTo(-w * 0.92, -0.20, -w * 0.98, -0.10, -w * 1.05, 0.02);
    QLinearGradient gloss(0, -0.5, 0, 0);
    gloss.setColorAt(0, shade(head.hair, 1.0));
    gloss.setColorAt(0.35, shade(head.hair, 1.5));
    gloss.setColorAt(1, shade(head.hair, 0.9));
    painter.fillPath(cap, gloss);
}

void drawScarf(QPainter &painter, const DrawnHead &head)
{
    const double w = head.width / 2;
    QPainterPath outer;
    outer.moveTo(0, -0.5);
    outer.cubicTo(w * 1.15, -0.5, w * 1.3, -0.2, w * 1.22, 0.1);
    outer.cubicTo(w * 1.2, 0.5, 0.6, 0.72, 0.55, 1.1);
    outer.lineTo(-0.55, 1.1);
    outer.cubicTo(-0.6, 0.72, -w * 1.2, 0.5, -w * 1.22, 0.1);
    outer.cubicTo(-w * 1.3, -0.2, -w * 1.15, -0.5, 0, -0.5);
    QPainterPath face;
    face.addEllipse(QPointF(0, 0.09), w * 0.90, 0.40);
    QLinearGradient folds(-w, 0, w, 0.3);
    for (int i = 0; i <= 6; ++i)
        folds.setColorAt(i / 6.0, shade(head.cloth, i % 2 == 0 ? 0.82 : 1.05));
    painter.fillPath(outer.subtracted(face), folds);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(shade(head.cloth, 0.55, 140), 0.016));
    painter.drawPath(face);
    painter.drawLine(QPointF(-0.22, 0.44), QPointF(0.28, 0.86));
}

void drawPeci(QPainter &painter, const DrawnHead &head)
{
    const double w = head.width / 2;
    QPainterPath cap;
    cap.moveTo(-w * 1.04, -0.22);
    cap.lineTo(-w * 0.94, -0.44);
    cap.quadTo(0, -0.56, w * 0.94, -0.44); // reaches the crown in its middle
    cap.lineTo(w * 1.04, -0.22);
    cap.quadTo(0, -0.33, -w * 1.04, -0.22);
    painter.fillPath(cap, QColor(24, 24, 28));
}

} // namespace

QPointF DrawnHead::leftEye() const
{
    return placed(*this).map(QPointF(turn - eyeDistance / 2, eyeLine - 0.5));
}

QPointF DrawnHead::rightEye() const
{
    return placed(*this).map(QPointF(turn + eyeDistance / 2, eyeLine - 0.5));
}

QPainterPath facePath(const DrawnHead &head)
{
    QPainterPath face;
    face.addEllipse(QPointF(0, 0.08), head.width / 2 * 0.9, 0.38);
    return placed(head).map(face);
}

QRectF headRect(const DrawnHead &head)
{
    QPainterPath outline = skull(head);
    outline.addEllipse(QPointF(0, 0), head.width / 2 * 1.12, 0.5); // ear to ear
    if (head.cover == DrawnHead::Cover::Peci)
        outline.addRect(QRectF(-head.width / 2 * 0.94, -0.44, head.width * 0.94, 0.4));
    return placed(head).map(outline).boundingRect();
}

void drawHead(QPainter &painter, const DrawnHead &head)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(placed(head), true);
    drawBehind(painter, head);
    drawBody(painter, head);
    if (head.isSeenFromBehind) {
        painter.fillPath(skull(head), head.cover == DrawnHead::Cover::Headscarf ? head.cloth : head.hair);
        painter.restore();
        return;
    }
    drawSkin(painter, head);
    drawSheen(painter, head);
    drawEye(painter, head, -1);
    drawEye(painter, head, 1);
    drawNoseAndMouth(painter, head);
    if (head.hasGlasses)
        drawGlasses(painter, head);
    switch (head.cover) {
    case DrawnHead::Cover::Hair:
    case DrawnHead::Cover::LongHair:
        drawHair(painter, head);
        break;
    case DrawnHead::Cover::Headscarf:
        drawScarf(painter, head);
        break;
    case DrawnHead::Cover::Peci:
        drawPeci(painter, head);
        break;
    case DrawnHead::Cover::Bald:
        break;
    }
    painter.restore();
}

} // namespace Loket
