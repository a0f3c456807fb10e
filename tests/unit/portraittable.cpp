// SPDX-License-Identifier: Apache-2.0
#include "portraittable.h"

#include <QRandomGenerator>

#include <array>

namespace Loket {
namespace {

using Verdict = PortraitVerdict;
using Background = DrawnPortrait::Background;

constexpr double kHeadPixels = 177; ///< crown to chin at 150 dpi on the card
constexpr double kCardHead = 354;   ///< the same at the card's own 300 dpi

class TableMaker
{
public:
    explicit TableMaker(quint32 seed)
        : m_random(seed)
    {
    }

    QList<PortraitRow> make()
    {
        for (int i = 0; i < 64; ++i)
            add("fine", fine());
        for (int i = 0; i < 40; ++i)
            add("no-face", noFace(), {Verdict::NoFace});
        for (int i = 0; i < 24; ++i)
            add("several", several(), {Verdict::SeveralFaces});
        for (int i = 0; i < 24; ++i)
            add("small", small(), {Verdict::TooSmall});
        for (int i = 0; i < 26; ++i)
            add("dark", dark(), {Verdict::TooDark});
        for (int i = 0; i < 26; ++i)
            addBurnt();
        for (int i = 0; i < 26; ++i)
            add("blurred", blurred(), {Verdict::Blurred});
        for (int i = 0; i < 26; ++i)
            add("tilted", tilted(), {Verdict::Tilted});
        for (int i = 0; i < 28; ++i)
            add("busy", busy(), {Verdict::BackgroundBusy});
        for (int i = 0; i < 8; ++i)
            add("bystander", bystander());
        for (int i = 0; i < 8; ++i)
            add("at-the-edge", atTheEdge());
        return m_rows;
    }

private:
    double between(double low, double high) { return low + m_random.generateDouble() * (high - low); }
    bool oneIn(int n) { return m_random.bounded(n) == 0; }
    double sign() { return oneIn(2) ? 1 : -1; }

    QColor quietColour()
    {
        return QColor::fromHsv(m_random.bounded(360), m_random.bounded(60), 120 + m_random.bounded(120));
    }

    DrawnHead person()
    {
        static const std::array skins{QColor(236, 202, 178), QColor(215, 170, 140), QColor(198, 150, 120),
                                      QColor(168, 120, 90),  QColor(140, 96, 70),   QColor(105, 70, 50),
                                      QColor(72, 48, 36)};
        static const std::array hairs{QColor(28, 23, 22), QColor(45, 34, 30), QColor(70, 50, 38),
                                      QColor(150, 148, 146)};
        DrawnHead head;
        head.cover = DrawnHead::Cover(m_random.bounded(5));
        if (head.cover == DrawnHead::Cover::Bald && !oneIn(3))
            head.cover = DrawnHead::Cover::Hair;
        head.skin = skins[size_t(m_random.bounded(int(skins.size())))];
        head.hair = hairs[size_t(m_random.bounded(int(hairs.size())))];
        head.cloth
            = QColor::fromHsv(m_random.bounded(360), 40 + m_random.bounded(160), 40 + m_random.bounded(200));
        head.hasGlasses = oneIn(4);
        head.hasMoustache = head.cover != DrawnHead::Cover::Headscarf && oneIn(6);
        head.width = between(0.68, 0.76);
        head.eyeLine = between(0.485, 0.515);
        head.eyeDistance = head.width * between(0.40, 0.44);
        head.mouthWidth = between(0.20, 0.27);
        head.browThickness = between(0.014, 0.030);
        head.turn = between(-0.02, 0.02);
        head.tilt = between(-4.5, 4.5);
        return head;
    }

    DrawnPortrait room()
    {
        static const std::array sizes{QSize(640, 480), QSize(640, 480), QSize(1280, 720), QSize(720, 960)};
        DrawnPortrait portrait;
        portrait.size = sizes[size_t(m_random.bounded(int(sizes.size())))];
        portrait.background = Background(m_random.bounded(4));
        portrait.wall = quietColour();
        portrait.exposure = between(0.55, 1.1);
        portrait.side = between(-0.3, 0.3);
        portrait.blur = between(0, 0.8);
        portrait.noise = between(0.5, 4);
        portrait.seed = m_random.generate();
        return portrait;
    }

    /// In the middle third, whole, with room for the crop.
    void seat(DrawnPortrait &portrait, DrawnHead head, double low = 200)
    {
        const QSizeF size(portrait.size);
        const double most = qMin(size.height() * 0.72, size.width() * 0.95);
        head.height = between(low, qMax(low, most));
        const double half = head.height * 0.68;
        head.middle
            = QPointF(between(qMax(half * 0.8, size.width() * 0.35),
                              qMin(size.width() - half * 0.8, size.width() * 0.65)),
                      between(qMin(half, size.height() / 2), qMax(size.height() - half, size.height() / 2)));
        portrait.heads += head;
    }

    DrawnPortrait fine()
    {
        DrawnPortrait portrait = room();
        seat(portrait, person());
        return portrait;
    }

    DrawnPortrait noFace()
    {
        DrawnPortrait portrait = room();
        portrait.background = Background(m_random.bounded(8));
        if (oneIn(3)) {
            DrawnHead head = person();
            head.isSeenFromBehind = true;
            seat(portrait, head);
        }
        return portrait;
    }

    DrawnPortrait several()
    {
        DrawnPortrait portrait = room();
        portrait.size = oneIn(2) ? QSize(1280, 720) : QSize(960, 720);
        const int count = 2 + m_random.bounded(2);
        const double width = portrait.size.width() / double(count);
        const double height = between(200, 270);
        for (int i = 0; i < count; ++i) {
            DrawnHead head = person();
            head.height = height * between(0.78, 1.15);
            head.middle
                = QPointF(width * (i + between(0.42, 0.58)), portrait.size.height() * between(0.35, 0.55));
            portrait.heads += head;
        }
        return portrait;
    }

    DrawnPortrait bystander()
    {
        DrawnPortrait portrait = room();
        portrait.size = QSize(1280, 720);
        DrawnHead far = person();
        far.height = between(70, 110);
        far.middle = QPointF(between(60, 180), between(150, 300));
        portrait.heads += far;
        DrawnHead head = person();
        head.height = between(300, 460);
        head.middle = QPointF(between(680, 900), 360);
        portrait.heads += head;
        return portrait;
    }

    DrawnPortrait small()
    {
        DrawnPortrait portrait = room();
        DrawnHead head = person();
        head.height = between(qMax(100.0, portrait.size.height() * 0.185), 155);
        head.middle
            = QPointF(portrait.size.width() * between(0.3, 0.7), portrait.size.height() * between(0.3, 0.6));
        portrait.heads += head;
        return portrait;
    }

    DrawnPortrait dark()
    {
        DrawnPortrait portrait = fine();
        portrait.exposure = between(0.03, 0.09);
        return portrait;
    }

    void addBurnt()
    {
        for (;;) { // dark skin takes more light, so the light is drawn until the face is really burnt
            DrawnPortrait portrait = fine();
            portrait.exposure = between(0.9, 1.6);
            portrait.spot = between(1, 7);
            if (burntShare(portrait, drawPortrait(portrait)) >= 0.12)
                return add("burnt", portrait, {Verdict::BurntOut});
        }
    }

    DrawnPortrait blurred()
    {
        DrawnPortrait portrait = fine();
        const double pixel = portrait.head().height / kCardHead; // of the card, in the picture
        if (oneIn(3)) {
            portrait.motion = between(13, 24) * pixel;
        } else {
            portrait.blur = between(3.5, 6.5) * pixel;
        }
        return portrait;
    }

    DrawnPortrait tilted()
    {
        DrawnPortrait portrait = room();
        DrawnHead head = person();
        head.tilt = sign() * between(12, 22);
        seat(portrait, head);
        return portrait;
    }

    DrawnPortrait busy()
    {
        DrawnPortrait portrait = fine();
        portrait.background = Background(int(Background::Shelf) + m_random.bounded(4));
        return portrait;
    }

    DrawnPortrait atTheEdge()
    {
        DrawnPortrait portrait = fine();
        DrawnHead &head = portrait.heads.last();
        head.tilt = 0;
        head.height = qMin(portrait.size.height() * between(0.6, 0.85), portrait.size.width() * 0.9);
        head.middle.setY(head.height / 2 + between(3, 0.05 * head.height));
        return portrait;
    }

    void add(const char *name, const DrawnPortrait &portrait, const QList<Verdict> &truth = {})
    {
        PortraitRow row;
        row.name = QByteArray(name) + ' ' + QByteArray::number(m_rows.size());
        row.portrait = portrait;
        row.truth = truth;
        row.hasFace = !truth.contains(Verdict::NoFace);
        if (row.hasFace) {
            const double half = portrait.head().height / 0.75 / 2;
            const QRectF crop(portrait.head().middle - QPointF(half * 0.75, half),
                              QSizeF(half * 1.5, half * 2));
            row.hasRoom = portrait.head().height >= kHeadPixels
                && QRectF(QPointF(), QSizeF(portrait.size)).contains(crop);
        }
        m_rows += row;
    }

    QRandomGenerator m_random;
    QList<PortraitRow> m_rows;
};

} // namespace

QList<PortraitRow> portraitTable(quint32 seed)
{
    return TableMaker(seed).make();
}

} // namespace Loket
