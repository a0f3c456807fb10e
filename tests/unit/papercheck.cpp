// SPDX-License-Identifier: Apache-2.0
#include "papercheck.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <ZXing/ReadBarcode.h>

namespace Loket::PaperCheck {

using namespace Qt::StringLiterals;

QString codeIn(const QImage &image, const QString &format)
{
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                int(grey.bytesPerLine()));
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormatFromString(format.toStdString()));
    const ZXing::Result result = ZXing::ReadBarcode(view, hints);
    return result.isValid() ? QString::fromStdString(result.text()) : QString();
}

QString toolSays(const QByteArray &pdf, const QString &tool, const QStringList &arguments)
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"paper.pdf"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QStringList words = arguments;
    words.replaceInStrings(u"FILE"_s, path);
    QProcess process;
    process.start(tool, words);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

QImage pageOf(const QByteArray &pdf, double dotsPerInch, int page)
{
    QTemporaryDir dir;
    const QString picture = dir.filePath(u"page"_s);
    toolSays(pdf, u"pdftoppm"_s,
             {u"-r"_s, QString::number(dotsPerInch), u"-f"_s, QString::number(page), u"-l"_s,
              QString::number(page), u"-singlefile"_s, u"-png"_s, u"FILE"_s, picture});
    return QImage(picture + u".png"_s);
}

QStringList layoutFaults(const PrintDocument &document, double smallest)
{
    QStringList faults;
    for (int page = 0; page < document.pageCount(); ++page) {
        const QList<PlacedText> placed = placedTexts(document, page);
        const QRectF paper(QPointF(), document.pageSize());
        for (qsizetype i = 0; i < placed.size(); ++i) {
            const PlacedText &one = placed[i];
            constexpr double kSlack = 0.02;
            if (!paper.contains(one.used))
                faults += u"page %1: outside the paper: %2"_s.arg(QString::number(page), one.text);
            if (!one.box.adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(one.used))
                faults += u"page %1: outside its box: %2"_s.arg(QString::number(page), one.text);
            if (one.size < smallest)
                faults += u"page %1: %2 mm: %3"_s.arg(QString::number(page), QString::number(one.size),
                                                      one.text);
            for (qsizetype j = 0; j < i; ++j) {
                const QRectF shared = one.used & placed[j].used;
                if (shared.width() > 0.1 && shared.height() > 0.1)
                    faults += u"page %1: '%2' lies over '%3'"_s.arg(QString::number(page), one.text,
                                                                    placed[j].text);
            }
        }
    }
    return faults;
}

QStringList textsOf(const PrintDocument &document)
{
    QStringList texts;
    for (int page = 0; page < document.pageCount(); ++page) {
        for (const PlacedText &placed : placedTexts(document, page))
            texts += placed.text;
    }
    return texts;
}

} // namespace Loket::PaperCheck
