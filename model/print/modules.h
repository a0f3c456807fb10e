// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBitArray>
#include <QString>

#include <optional>

namespace Loket {

/// The dark and light modules of a barcode, without quiet zone. A linear code has one row.
struct Modules {
    int columns = 0;
    int rows = 0;
    QBitArray dark; ///< row by row

    bool isDark(int column, int row) const { return dark.testBit(row * columns + column); }
};

/// Modules of light paper that a reader wants around the code.
inline constexpr int kQrQuiet = 4;
inline constexpr int kCode128Quiet = 10;

/// QR code of a text (UTF-8, error correction M); none when it is empty or too long for the format.
std::optional<Modules> qrModules(const QString &text);

/// Code 128 of ASCII text; none when it is empty or holds something else.
std::optional<Modules> code128Modules(const QString &text);

} // namespace Loket
