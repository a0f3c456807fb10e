// SPDX-License-Identifier: Apache-2.0
#include "hostilebytes.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Loket::Hostile {

namespace {

struct Span {
    qsizetype at = 0;
    qsizetype length = 0;
};

QList<Span> found(const QByteArray &pdf, const QString &pattern)
{
    QList<Span> spans;
    const QString text = QString::fromLatin1(pdf); // one character a byte: places are the same
    auto all = QRegularExpression(pattern).globalMatch(text);
    while (all.hasNext()) {
        const auto match = all.next();
        spans.append({match.capturedStart(1), match.capturedLength(1)});
    }
    return spans;
}

/// Something else in the place of one match of the first group of `pattern`.
void swapOne(QByteArray &pdf, const QString &pattern, const QByteArray &with, QRandomGenerator &random)
{
    const QList<Span> spans = found(pdf, pattern);
    if (spans.isEmpty())
        return;
    const Span span = spans[random.bounded(int(spans.size()))];
    pdf.replace(span.at, span.length, with);
}

QByteArray nastyText(QRandomGenerator &random)
{
    static const QList<QByteArray> kNasty{"-1", "0",     "1e38",  "-99999999999", "0.0000001", "null", "[",
                                          "<<", "(",     "/X",    "4294967296",   "32767",     "true", ">>",
                                          "]",  "3 0 R", "2 0 R", "99 0 R",       "[ 0 0 ]"};
    return random.bounded(2) ? kNasty[random.bounded(int(kNasty.size()))]
                             : QByteArray::number(nastyNumber(random));
}

void damageStream(QByteArray &pdf, QRandomGenerator &random)
{
    const QList<Span> streams = found(pdf, u"stream\\r?\\n([\\s\\S]*?)\\r?\\nendstream"_s);
    if (streams.isEmpty())
        return;
    const Span span = streams[random.bounded(int(streams.size()))];
    QByteArray data = pdf.mid(span.at, span.length);
    scratch(data, random);
    pdf.replace(span.at, span.length, data);
}

void damageObjects(QByteArray &pdf, QRandomGenerator &random)
{
    const QList<Span> objects = found(pdf, u"(\\d+ 0 obj[\\s\\S]*?endobj)"_s);
    if (objects.isEmpty())
        return;
    const Span one = objects[random.bounded(int(objects.size()))];
    const Span other = objects[random.bounded(int(objects.size()))];
    const QByteArray copy = pdf.mid(other.at, other.length);
    if (random.bounded(2))
        pdf.replace(one.at, one.length, copy);
    else
        pdf.remove(one.at, one.length);
}

} // namespace

QByteArray pdfOf(const QList<QByteArray> &objects, const QByteArray &moreTrailer)
{
    QByteArray pdf("%PDF-1.4\n");
    QByteArray table = "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const qsizetype at = pdf.size();
    return pdf + table + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1) + " /Root 1 0 R "
        + moreTrailer + " >>\nstartxref\n" + QByteArray::number(at) + "\n%%EOF\n";
}

QByteArray damagedPdf(const QByteArray &whole, QRandomGenerator &random)
{
    static const QList<QByteArray> kFilters{"/LZWDecode",      "/DCTDecode",
                                            "/JPXDecode",      "/JBIG2Decode",
                                            "/CCITTFaxDecode", "/RunLengthDecode",
                                            "/ASCII85Decode",  "/ASCIIHexDecode",
                                            "/Crypt",          "[ /FlateDecode /FlateDecode ]"};
    static const QList<QByteArray> kOperators{"q",  "Q",  "cm",  "Do",  "sh",      "BT",
                                              "ET", "Tj", "W n", "scn", "BI ID EI"};
    QByteArray pdf = whole;
    switch (random.bounded(14)) {
    case 0: // a place in the cross-reference table
        swapOne(pdf, u"(\\d{10}) \\d{5} n"_s, QByteArray::number(nastyNumber(random)).rightJustified(10, '0'),
                random);
        break;
    case 1:
        swapOne(pdf, u"startxref\\s+(\\d+)"_s, QByteArray::number(random.bounded(int(pdf.size()) + 10)),
                random);
        break;
    case 2: // tables that follow one another in a circle
        swapOne(pdf, u"trailer\\s*<<()"_s,
                " /Prev " + QByteArray::number(qMax<qsizetype>(0, pdf.lastIndexOf("xref\n"))), random);
        break;
    case 3: // one object for another: cycles of pages, forms, lengths
        swapOne(pdf, u"(\\d+) 0 R"_s, QByteArray::number(random.bounded(14)), random);
        break;
    case 4:
        swapOne(pdf, u"(\\d+) 0 obj"_s,
                QByteArray::number(random.bounded(2) ? random.bounded(14) : int(nastyNumber(random))),
                random);
        break;
    case 5:
        swapOne(pdf, u"/Length (\\d+)"_s, random.bounded(2) ? nastyText(random) : QByteArray("4 0 R"),
                random);
        break;
    case 6:
        swapOne(pdf, u"(/FlateDecode)"_s, kFilters[random.bounded(int(kFilters.size()))], random);
        break;
    case 7:
        swapOne(pdf, u"/(?:MediaBox|BBox|Matrix|FontMatrix|Coords|Domain|Widths)\\s*\\[\\s*([-\\d.]+)"_s,
                nastyText(random), random);
        break;
    case 8:
        swapOne(
            pdf,
            u"/(?:Width|Height|BitsPerComponent|Count|Size|XStep|YStep|N|FirstChar|LastChar) ([-\\d.]+)"_s,
            nastyText(random), random);
        break;
    case 9:
        damageStream(pdf, random);
        break;
    case 10:
        damageObjects(pdf, random);
        break;
    case 11:
        swapOne(pdf, u" (q|Q|cm|Do|sh|BT|ET|Tj|re|f|scn|cs)\\s"_s,
                kOperators[random.bounded(int(kOperators.size()))], random);
        break;
    case 12:
        swapOne(pdf, u"[ \\[]([-\\d.]+)[ \\]\\n]"_s, nastyText(random), random);
        break;
    default:
        scratch(pdf, random);
    }
    return pdf;
}

} // namespace Loket::Hostile
