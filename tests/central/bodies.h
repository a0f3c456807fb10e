// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace Loket::Central {

/// More than this is never made of a body, whatever its sender claims.
inline constexpr qsizetype kMostInflated = 8 * 1024 * 1024;
/// As it comes: a piece of an attachment with its frame is the largest.
inline constexpr qsizetype kMostSent = 4 * 1024 * 1024 + 64 * 1024;

/// What was packed as "zstd", "gzip" or not at all (empty, "identity"). None: damaged, cut off, another
/// encoding, or more than kMostInflated.
std::optional<QByteArray> unpackBody(const QByteArray &body, const QByteArray &encoding);

/// With zstd when that is accepted and makes it smaller; `encoding` says what was done, empty: nothing.
QByteArray packBody(const QByteArray &body, const QByteArray &accepted, QByteArray *encoding);

} // namespace Loket::Central
