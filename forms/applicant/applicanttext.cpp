// SPDX-License-Identifier: Apache-2.0
#include "forms/applicant/applicanttext.h"

#include <QFont>
#include <QGuiApplication>
#include <QTextDocument>

#include <algorithm>

namespace Loket {

using namespace Qt::StringLiterals;

namespace ApplicantWriting {

constexpr int kMostColumns = 4; ///< lines that stand side by side
/// Type in parts of the height: from easily read across a desk down to the smallest that still is. What does
/// not fit a page at that size goes on the next one.
constexpr double kLargest = 0.05;
constexpr double kSmallest = 0.022;
constexpr int kSteps = 8;
constexpr int kNameWidth = 24; ///< of 100, where a person's lines stand beside the name

static QString cell(const ApplicantFacts::Line &line, const Tokens &tokens)
{
    return u"<div style='color:%1; font-size:small'>%2</div><div>%3</div>"_s.arg(
        tokens.muted.name(), line.label.toHtmlEscaped(), line.value.toHtmlEscaped());
}

/// Label above value, `columns` beside each other.
static QString grid(const QList<ApplicantFacts::Line> &lines, int columns, const Tokens &tokens)
{
    QString rows;
    for (qsizetype at = 0; at < lines.size(); at += columns) {
        rows += "<tr>"_L1;
        for (qsizetype i = at; i < at + columns; ++i)
            rows += u"<td width='%1%' style='padding-bottom:8px; padding-right:16px'>%2</td>"_s
                        .arg(100 / columns)
                        .arg(i < lines.size() ? cell(lines[i], tokens) : QString());
        rows += "</tr>"_L1;
    }
    return u"<table width='100%' cellspacing='0' cellpadding='0'>%1</table>"_s.arg(rows);
}

/// Below a line across.
static QString section(const QString &title, const QString &body, const Tokens &tokens)
{
    return u"<table width='100%' cellspacing='0' cellpadding='0'><tr><td style='border-top: 2px solid %1; "
           "padding-top: 8px; font-weight: 600; font-size: large'>%2</td></tr></table>%3"_s.arg(
               tokens.line.name(), title.toHtmlEscaped(), body);
}

/// The same with the body beside the title.
static QString row(const QString &title, const QString &body, const Tokens &tokens)
{
    const QString line = u"border-top: 2px solid %1; padding-top: 8px;"_s.arg(tokens.line.name());
    return u"<table width='100%' cellspacing='0' cellpadding='0'><tr>"
           "<td width='%1%' style='%2 padding-right:16px; font-weight:600; font-size:large'>%3</td>"
           "<td width='%4%' style='%2'>%5</td></tr></table>"_s.arg(QString::number(kNameWidth), line,
                                                                   title.toHtmlEscaped(),
                                                                   QString::number(100 - kNameWidth), body);
}

/// What may stand on pages of its own, in order.
static QStringList parts(const ApplicantFacts &facts, int columns, const Tokens &tokens)
{
    QStringList parts;
    QString head
        = u"<div style='color:%1'>%2</div><div style='font-size:xx-large; font-weight:600'>%3</div>"_s.arg(
            tokens.primary.name(), facts.title.toHtmlEscaped(), facts.subject.toHtmlEscaped());
    if (!facts.lines.isEmpty())
        head += grid(facts.lines, std::clamp(int(facts.lines.size()), 1, columns), tokens);
    parts << head;
    for (const ApplicantFacts::Person &person : facts.people)
        parts << (columns == kMostColumns ? row : section)(person.name, grid(person.lines, columns, tokens),
                                                           tokens);
    if (!facts.dues.isEmpty())
        parts << section({}, grid(facts.dues, std::min(int(facts.dues.size()), columns), tokens), tokens);
    return parts;
}

static double heightOf(const QString &html, double width, int size)
{
    QTextDocument document;
    layOutApplicantText(document, html, width, size);
    return document.size().height();
}

static double widthOf(const QString &html, double width, int size)
{
    QTextDocument document;
    layOutApplicantText(document, html, width, size);
    return document.size().width();
}

static QStringList paged(const QStringList &parts, const QSizeF &room, int size)
{
    QStringList pages;
    for (const QString &part : parts) {
        if (!pages.isEmpty() && heightOf(pages.last() + part, room.width(), size) <= room.height())
            pages.last() += part;
        else
            pages << part;
    }
    return pages;
}

} // namespace ApplicantWriting

void layOutApplicantText(QTextDocument &document, const QString &html, double width, int size)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(size);
    document.setDefaultFont(font);
    document.setDocumentMargin(0);
    document.setHtml(html);
    document.setTextWidth(width);
}

ApplicantPages applicantPages(const ApplicantFacts &facts, const QSizeF &room, const Tokens &tokens)
{
    using namespace ApplicantWriting;
    ApplicantPages best;
    for (int step = 0; step <= kSteps; ++step) {
        const int size = qRound(room.height() * (kLargest + (kSmallest - kLargest) * step / kSteps));
        for (int columns = kMostColumns; columns > 0; --columns) {
            const QStringList pages = paged(parts(facts, columns, tokens), room, size);
            const bool isWide = std::any_of(pages.cbegin(), pages.cend(), [&](const QString &page) {
                return widthOf(page, room.width(), size) > room.width() + 1; // rounding
            });
            if (isWide && columns > 1)
                continue; // a long number sticks out: more room for each
            if (best.pages.isEmpty() || pages.size() < best.pages.size())
                best = {pages, size};
            break;
        }
        if (best.pages.size() == 1)
            break;
    }
    return best;
}

} // namespace Loket
