// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/printdocument.h"

#include <QImage>
#include <QStringList>

// What tests look at on a printed paper: with the eyes of a reader of codes, of the PDF tools, and of layout.
namespace Loket::PaperCheck {

/// The text of the code of a format ("QRCode", "Code128") in an image; null: none is found.
QString codeIn(const QImage &image, const QString &format);

/// Output of a tool on a PDF ("pdftotext -layout FILE -"); FILE stands for the file. Null when it failed.
QString toolSays(const QByteArray &pdf, const QString &tool, const QStringList &arguments);

/// A page of a PDF as pdftoppm paints it.
QImage pageOf(const QByteArray &pdf, double dotsPerInch, int page = 1);

/// Everything wrong with where the texts of a document are: outside the page, outside their box, over one
/// another, or smaller than `smallest` millimetres. Empty: nothing.
QStringList layoutFaults(const PrintDocument &document, double smallest);

/// All texts of all pages.
QStringList textsOf(const PrintDocument &document);

} // namespace Loket::PaperCheck
