// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QString>

namespace Loket {

/// Why a body can't be unpacked.
enum class PackFault {
    Damaged,        ///< not what the encoding says, cut off, or with something behind its end
    TooLarge,       ///< grows over the limit, or more than any honest text does
    UnknownEncoding ///< neither zstd, gzip nor identity
};
QString packFaultWord(PackFault fault); ///< for logs and the console

struct PackedBody {
    QByteArray bytes;
    QByteArray encoding; ///< "zstd" or, when packing does not help, empty
};

/// Small bodies are worth some milliseconds on a thin line: of twenty families 15 leaves as many bytes as 19
/// (8,732 and 8,729) in a fifth of the time, 6 leaves 4 % more. Large ones are packed fast.
inline constexpr int kThoroughLevel = 15;
inline constexpr int kFastLevel = 3;
PackedBody packBody(const QByteArray &body, int level);

/// What a text may grow by: 1 MiB for nothing, then this many times what came. A zstd bomb stops there.
inline constexpr qsizetype kMostGrowth = 200;

/// `encoding`: the header Content-Encoding, any case; empty: none. `most`: bytes that it may become.
Result<QByteArray, PackFault> unpackBody(const QByteArray &body, const QByteArray &encoding, qsizetype most);

} // namespace Loket
