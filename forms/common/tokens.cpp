// SPDX-License-Identifier: Apache-2.0
#include "forms/common/tokens.h"

namespace Loket {

QColor Tokens::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Ok:
        return success;
    case Tone::Warning:
        return warning;
    case Tone::Danger:
        return danger;
    case Tone::Info:
        return info;
    case Tone::Neutral:
        break;
    }
    return muted;
}

QColor Tokens::toneSoft(Tone tone) const
{
    switch (tone) {
    case Tone::Ok:
        return successSoft;
    case Tone::Warning:
        return warningSoft;
    case Tone::Danger:
        return dangerSoft;
    case Tone::Info:
        return infoSoft;
    case Tone::Neutral:
        break;
    }
    return neutralSoft;
}

const Tokens &lightTokens()
{
    static const Tokens tokens = [] {
        Tokens t;
        t.window = QColor(0xF4F6F7);
        t.surface = QColor(0xFFFFFF);
        t.line = QColor(0xD6DDE1);
        t.text = QColor(0x1A2327);
        t.muted = QColor(0x5A6870);
        t.primary = QColor(0x00685E);
        t.primarySoft = QColor(0xE2F1EF);
        t.onPrimary = QColor(0xFFFFFF);
        t.danger = QColor(0xB3261E);
        t.dangerSoft = QColor(0xFBEAE9);
        t.warning = QColor(0x8A5A00);
        t.warningSoft = QColor(0xFFF3D6);
        t.success = QColor(0x1B6E3C);
        t.successSoft = QColor(0xE6F4EB);
        t.info = QColor(0x0B57A4);
        t.infoSoft = QColor(0xE8F1FB);
        t.neutralSoft = QColor(0xE8EDEF);
        t.header = QColor(0xF8FAFB);
        t.disabled = QColor(0x8A969C);
        t.navigation = QColor(0x12332F);
        t.navigationCurrent = QColor(0x1D4A44);
        t.navigationText = QColor(0xE4F0EE);
        t.navigationMark = QColor(0x6FD0C3);
        t.veil = QColor(0, 0, 0, 140);
        t.guide = QColor(255, 255, 255, 190);
        return t;
    }();
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens = [] {
        Tokens t;
        t.window = QColor(0x12181B);
        t.surface = QColor(0x1B2327);
        t.line = QColor(0x324047);
        t.text = QColor(0xE6ECEE);
        t.muted = QColor(0x9FB0B8);
        t.primary = QColor(0x6FD0C3);
        t.primarySoft = QColor(0x16332F);
        t.onPrimary = QColor(0x08201D);
        t.danger = QColor(0xF2B8B5);
        t.dangerSoft = QColor(0x45201E);
        t.warning = QColor(0xF3C969);
        t.warningSoft = QColor(0x3D2F0C);
        t.success = QColor(0x8FD6A9);
        t.successSoft = QColor(0x173323);
        t.info = QColor(0x9CC7F5);
        t.infoSoft = QColor(0x14293F);
        t.neutralSoft = QColor(0x2A353B);
        t.header = QColor(0x20292E);
        t.disabled = QColor(0x6B7A82);
        t.navigation = QColor(0x0C2320);
        t.navigationCurrent = QColor(0x1D4A44);
        t.navigationText = QColor(0xE4F0EE);
        t.navigationMark = QColor(0x6FD0C3);
        t.veil = QColor(0, 0, 0, 140);
        t.guide = QColor(255, 255, 255, 190);
        return t;
    }();
    return tokens;
}

} // namespace Loket
