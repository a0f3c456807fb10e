// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

namespace Loket {

/// What a mark wants to say. Always shown with a symbol or words too, never by colour alone.
enum class Tone { Neutral, Ok, Warning, Danger, Info };

/// Every colour of the windows, for one of the two looks. This table and `Metric` are the only places that
/// know a colour or a size.
struct Tokens {
    QColor window, surface, line;
    QColor text, muted;
    QColor primary, primarySoft, onPrimary;
    QColor danger, dangerSoft;
    QColor warning, warningSoft;
    QColor success, successSoft;
    QColor info, infoSoft;
    QColor neutralSoft;                    ///< background of counts and quiet pills
    QColor header;                         ///< background of table headers
    QColor disabled;                       ///< text of what can't be used now
    QColor navigation, navigationCurrent;  ///< the rail on the left
    QColor navigationText, navigationMark; ///< its words, and the bar beside the current page
    QColor veil, guide;                    ///< over a picture: what a crop leaves out, and its helping lines

    QColor tone(Tone) const;     ///< text and symbol of a mark
    QColor toneSoft(Tone) const; ///< its background
};

const Tokens &lightTokens();
const Tokens &darkTokens();

/// Sizes in pixels at 100 % text size; Theme::px() scales them.
namespace Metric {
inline constexpr int kSpace1 = 4;
inline constexpr int kSpace2 = 8;
inline constexpr int kSpace3 = 12;
inline constexpr int kSpace4 = 16;
inline constexpr int kSpace6 = 24;
inline constexpr int kInput = 30;
inline constexpr int kRow = 30;
inline constexpr int kPhotoRow = 54;
inline constexpr int kButton = 32;
inline constexpr int kHeader = 48;
inline constexpr int kStatusBar = 26;
inline constexpr int kCardHeader = 38;
inline constexpr int kRail = 76;
inline constexpr int kRailButton = 58;
inline constexpr int kPill = 20;
inline constexpr int kIcon = 16;
inline constexpr int kRailIcon = 20;
inline constexpr int kCorner = 5;
inline constexpr int kCardCorner = 8;
inline constexpr int kSideColumn = 340; ///< width of the right-hand column
inline constexpr int kWidestSide = 400; ///< never wider, however large the text
inline constexpr int kFontTiny = 11;
inline constexpr int kFontSmall = 12;
inline constexpr int kFontBase = 13;
inline constexpr int kFontSection = 15;
inline constexpr int kFontPage = 20;
} // namespace Metric

} // namespace Loket
