// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

namespace Loket::Hostile {

enum class Format { Jpeg, Png, Pdf };

/// A small file that every reader accepts, to be damaged.
struct Seedling {
    Format format = Format::Jpeg;
    QByteArray bytes;
};

/// Baseline, progressive, grey, with EXIF, profile or comment; all colour kinds and depths of PNG; PDF with
/// text, pictures, forms and patterns. The same every time.
QList<Seedling> seeds();

/// One to four pieces of damage that know the format's structure.
QByteArray damaged(const Seedling &whole, QRandomGenerator &random);

QByteArray damagedJpeg(const QByteArray &whole, QRandomGenerator &random);
QByteArray damagedPng(const QByteArray &whole, QRandomGenerator &random);
QByteArray damagedPdf(const QByteArray &whole, QRandomGenerator &random);

/// A PDF of these objects (the first is number 1 and the catalogue), with a right table and trailer.
QByteArray pdfOf(const QList<QByteArray> &objects, const QByteArray &moreTrailer = {});

QByteArray pngChunk(const QByteArray &type, const QByteArray &data); ///< with a right checksum
/// A PNG whose head says so and whose pixels are `rows` rows of zeros.
QByteArray pngOfZeros(quint32 width, quint32 height, quint32 rows, char depth, char colourKind,
                      const QByteArray &moreChunks = {});

/// Random values that readers stumble over: 0, 1, -1, edges of 8, 16 and 32 bits, or anything.
quint32 nastyNumber(QRandomGenerator &random);
void put16(QByteArray &bytes, qsizetype at, quint32 value); ///< big-endian; nothing where there is no room
void put32(QByteArray &bytes, qsizetype at, quint32 value);
/// Flips, overwrites, cuts or doubles some bytes of `bytes`.
void scratch(QByteArray &bytes, QRandomGenerator &random);

} // namespace Loket::Hostile
