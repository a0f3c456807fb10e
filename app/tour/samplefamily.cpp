// SPDX-License-Identifier: Apache-2.0
#include "app/tour/samplefamily.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <array>

namespace Loket {

using namespace Qt::StringLiterals;

TypedData sampleFamily(QDate today)
{
    TypedData data{
        {u"family.kk"_s, u"3174010101220001"_s},
        {u"family.phone"_s, u"081234567890"_s},
        {u"family.email"_s, u"sari@example.id"_s},
        {u"family.class"_s, u"3"_s},
        {u"family.address.line"_s, u"Jl. Tebet Raya 1"_s},
        {u"family.address.rt"_s, u"001"_s},
        {u"family.address.rw"_s, u"002"_s},
        {u"family.address.village"_s, u"tebet timur"_s},
        {u"family.address.postcode"_s, u"12820"_s},
        {u"family.bank.code"_s, u"BRI"_s},
        {u"family.bank.account"_s, u"002301012345501"_s},
        {u"family.bank.holder"_s, u"SARI DEWI"_s},
        {u"family.members[1].passport"_s, u"NL1234567"_s},
        {u"family.members[1].workMonths"_s, u"24"_s},
    };
    const auto member = [&data](int row, std::initializer_list<std::pair<QString, QString>> fields) {
        for (const auto &[field, text] : fields)
            data.insert(u"member.%1.%2"_s.arg(row).arg(field), text);
    };
    member(0,
           {{u"nik"_s, u"3174016909659991"_s},
            {u"name"_s, u"SARI DEWI"_s},
            {u"birthPlace"_s, u"JAKARTA"_s},
            {u"marital"_s, u"k"_s},
            {u"fktp"_s, u"03010701"_s}});
    member(1,
           {{u"relation"_s, u"s"_s},
            {u"nik"_s, u"2C11JE4455"_s},
            {u"name"_s, u"JOHAN PETERS"_s},
            {u"birthPlace"_s, u"UTRECHT"_s},
            {u"birthDate"_s, u"02021963"_s},
            {u"sex"_s, u"l"_s},
            {u"marital"_s, u"k"_s}});
    member(2,
           {{u"relation"_s, u"a"_s},
            {u"nik"_s, u"3174011105049991"_s},
            {u"name"_s, u"BIMA PETERS"_s},
            {u"birthPlace"_s, u"JAKARTA"_s},
            {u"marital"_s, u"b"_s}});
    member(3,
           {{u"relation"_s, u"a"_s},
            {u"name"_s, u"BAYI NY. SARI"_s},
            {u"birthPlace"_s, u"JAKARTA"_s},
            {u"birthDate"_s, today.addDays(-18).toString(u"ddMMyyyy"_s)},
            {u"sex"_s, u"l"_s},
            {u"marital"_s, u"b"_s}});
    return data;
}

QByteArray drawnPortrait(int index)
{
    struct Look {
        QRgb wall, skin, hair, cloth;
        bool scarf;
    };
    static constexpr std::array<Look, 4> looks{Look{0xffcfe3e8, 0xffc58c63, 0xff6a4a7d, 0xff3f5f8a, true},
                                               Look{0xffd8dde3, 0xffe9c1a0, 0xff8a6a44, 0xff35505a, false},
                                               Look{0xffe3d9cf, 0xffd09b72, 0xff2b221d, 0xff7a3b34, false},
                                               Look{0xffdfe9d6, 0xffd9a983, 0xff3a2d26, 0xffe0b64b, false}};
    const Look &look = looks[size_t(index) % looks.size()];
    QImage image(900, 1200, QImage::Format_RGB32);
    image.fill(look.wall);
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(QColor::fromRgb(look.cloth));
    p.drawEllipse(QPointF(450, 1230), 410, 330); // shoulders
    p.setBrush(QColor::fromRgb(look.skin));
    p.drawRect(QRectF(380, 780, 140, 170)); // neck
    p.setBrush(QColor::fromRgb(look.hair));
    p.drawEllipse(QPointF(450, 520), look.scarf ? 300 : 255, look.scarf ? 370 : 320);
    if (look.scarf)
        p.drawRoundedRect(QRectF(230, 560, 440, 420), 160, 160);
    p.setBrush(QColor::fromRgb(look.skin));
    p.drawEllipse(QPointF(450, 570), 215, 280); // face
    p.setBrush(QColor(40, 30, 26));
    for (const int x : {365, 535})
        p.drawEllipse(QPointF(x, 545), 20, 15);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(QColor(60, 40, 34), 9, Qt::SolidLine, Qt::RoundCap));
    for (const int x : {365, 535})
        p.drawArc(QRect(x - 45, 480, 90, 50), 30 * 16, 120 * 16);
    p.drawLine(QPointF(450, 570), QPointF(438, 645));
    p.setPen(QPen(QColor(150, 60, 60), 11, Qt::SolidLine, Qt::RoundCap));
    p.drawArc(QRect(385, 660, 130, 70), 200 * 16, 140 * 16);
    p.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 90);
    return bytes;
}

QImage drawnPage(QSize size)
{
    constexpr QSizeF paper(210, 297); // millimetres
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(72, 62, 54));
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    p.translate(size.width() / 2.0, size.height() / 2.0);
    p.rotate(-4);
    const double scale = size.height() * 0.84 / paper.height();
    p.scale(scale, scale);
    p.translate(-paper.width() / 2, -paper.height() / 2);
    p.fillRect(QRectF(QPointF(), paper), QColor(244, 242, 236));
    p.fillRect(QRectF(20, 18, 22, 22), QColor(60, 96, 140));
    for (int line = 0; line < 3; ++line)
        p.fillRect(QRectF(50, 19 + line * 8, 110 - line * 22, 4), QColor(50, 54, 60));
    p.fillRect(QRectF(20, 48, 170, 0.8), QColor(50, 54, 60));
    for (int line = 0; line < 17; ++line)
        p.fillRect(QRectF(20, 64 + line * 9, line % 6 == 5 ? 70 : 150 + (line * 37) % 20, 2.6),
                   QColor(84, 88, 94));
    p.setPen(QPen(QColor(40, 60, 120), 1.2, Qt::SolidLine, Qt::RoundCap));
    p.drawPolyline(QPolygonF({{130, 258}, {136, 240}, {142, 256}, {150, 246}, {158, 256}, {172, 244}}));
    return image;
}

} // namespace Loket
