// SPDX-License-Identifier: Apache-2.0
#include "forms/common/theme.h"

#include "forms/common/stylesheet.h"

#include <QApplication>
#include <QPalette>
#include <QPixmapCache>
#include <QStyleFactory>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

Theme *theOnlyTheme = nullptr;

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.header);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.onPrimary);
    palette.setColor(QPalette::Highlight, t.primary);
    palette.setColor(QPalette::HighlightedText, t.onPrimary);
    palette.setColor(QPalette::Link, t.primary);
    palette.setColor(QPalette::LinkVisited, t.primary);
    palette.setColor(QPalette::ToolTipBase, t.text);
    palette.setColor(QPalette::ToolTipText, t.surface);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Midlight, t.line);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.muted);
    palette.setColor(QPalette::Shadow, t.text);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    return palette;
}

} // namespace

Theme::Theme(QApplication &app)
    : m_app(app)
{
    Q_ASSERT_X(!theOnlyTheme, "Theme", "one per program");
    theOnlyTheme = this;
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    apply();
}

Theme::~Theme()
{
    theOnlyTheme = nullptr;
}

Theme &Theme::current()
{
    Q_ASSERT_X(theOnlyTheme, "Theme", "main() makes the theme before any widget");
    return *theOnlyTheme;
}

void Theme::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    apply();
}

void Theme::setScale(int percent)
{
    const int scale = qBound(100, percent, 150);
    if (scale == m_scale)
        return;
    m_scale = scale;
    apply();
}

QFont Theme::font(Type type) const
{
    QFont font;
    const bool mono = type == Type::Mono || type == Type::MonoSmall;
    font.setFamilies(mono ? QStringList{u"DejaVu Sans Mono"_s, u"Noto Sans Mono"_s}
                          : QStringList{u"Noto Sans"_s, u"DejaVu Sans"_s});
    if (mono)
        font.setStyleHint(QFont::Monospace);
    int size = Metric::kFontBase;
    switch (type) {
    case Type::Small:
    case Type::Mono:
        size = Metric::kFontSmall;
        break;
    case Type::Tiny:
    case Type::MonoSmall:
        size = Metric::kFontTiny;
        break;
    case Type::Section:
        size = Metric::kFontSection;
        break;
    case Type::Page:
        size = Metric::kFontPage;
        break;
    case Type::Base:
    case Type::Strong:
        break;
    }
    font.setPixelSize(px(size));
    if (type == Type::Strong || type == Type::Section || type == Type::Page)
        font.setWeight(QFont::DemiBold);
    return font;
}

QIcon Theme::icon(Icon icon) const
{
    return this->icon(icon, tokens().text);
}

QIcon Theme::icon(Icon icon, const QColor &colour) const
{
    return tintedIcon(icon, colour, tokens().disabled, px(Metric::kIcon));
}

void Theme::apply()
{
    QPixmapCache::clear();
    m_app.setFont(font(Type::Base));
    m_app.setPalette(paletteOf(tokens()));
    m_app.setStyleSheet(styleSheet(*this));
    Q_EMIT changed();
}

} // namespace Loket
