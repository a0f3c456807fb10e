// SPDX-License-Identifier: Apache-2.0
#include "forms/common/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

bool isIndonesian()
{
    return QLocale().language() == QLocale::Indonesian;
}

bool isDigits(const QString &text)
{
    return !text.isEmpty()
        && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

QString dateText(QDate date)
{
    return date.isValid() ? date.toString(u"dd-MM-yyyy"_s) : QString();
}

QString longDateText(QDate date)
{
    return date.isValid() ? QLocale().toString(date, u"d MMM yyyy"_s) : QString();
}

QString dayText(QDate date)
{
    return date.isValid() ? QLocale().toString(date, u"ddd d MMM yyyy"_s) : QString();
}

QString timeText(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    return moment.toLocalTime().time().toString(isIndonesian() ? u"HH.mm"_s : u"HH:mm"_s);
}

QString secondsText(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    return moment.toLocalTime().time().toString(isIndonesian() ? u"HH.mm.ss"_s : u"HH:mm:ss"_s);
}

QString momentText(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid())
        return {};
    const QDate day = moment.toLocalTime().date();
    const QDate today = now.toLocalTime().date();
    if (day == today)
        return timeText(moment);
    if (day.addDays(1) == today)
        return QCoreApplication::translate("Loket::Format", "yesterday %1").arg(timeText(moment));
    const QString pattern = day.year() == today.year() ? u"d MMM"_s : u"d MMM yyyy"_s;
    return QLocale().toString(day, pattern) + u' ' + timeText(moment);
}

QString dateRangeText(QDate from, QDate until)
{
    if (!from.isValid() || !until.isValid() || from == until)
        return longDateText(from.isValid() ? from : until);
    const bool sameYear = from.year() == until.year();
    const bool sameMonth = sameYear && from.month() == until.month();
    const QString first = sameMonth ? QString::number(from.day())
                                    : QLocale().toString(from, sameYear ? u"d MMM"_s : u"d MMM yyyy"_s);
    return sameMonth ? first + u'–' + longDateText(until) : first + u" – "_s + longDateText(until);
}

QString monthText(const QString &isoMonth)
{
    const QDate first = QDate::fromString(isoMonth + u"-01"_s, Qt::ISODate);
    return first.isValid() ? QLocale().toString(first, u"MMMM yyyy"_s) : QString();
}

QString moneyText(qint64 rupiah)
{
    // Both languages write Indonesian money the Indonesian way: it is what the receipt says.
    const QLocale locale(QLocale::Indonesian, QLocale::Indonesia);
    const QString figures = u"Rp"_s + locale.toString(qAbs(rupiah));
    return rupiah < 0 ? u'−' + figures : figures;
}

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

QString romanClass(int careClass)
{
    switch (careClass) {
    case 1:
        return u"I"_s;
    case 2:
        return u"II"_s;
    case 3:
        return u"III"_s;
    default:
        return {};
    }
}

QString groupedDigits(const QString &number, int firstGroup)
{
    if (!isDigits(number))
        return number;
    QString grouped;
    for (qsizetype i = 0; i < number.size(); ++i) {
        if (i >= firstGroup && (i - firstGroup) % 4 == 0)
            grouped += u' ';
        grouped += number.at(i);
    }
    return grouped;
}

QString maskedNumber(const QString &number, const QString &typed)
{
    if (number.size() < 12 || !isDigits(number))
        return number;
    QString digits;
    for (const QChar c : typed) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    const qsizetype shownFrom = digits.size() >= 4 ? number.indexOf(digits) : -1;
    QString masked;
    for (qsizetype i = 0; i < number.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            masked += u' ';
        const bool isEdge = i < 4 || i >= number.size() - 4;
        const bool isTyped = shownFrom >= 0 && i >= shownFrom && i < shownFrom + digits.size();
        masked += isEdge || isTyped ? number.at(i) : QChar(u'•');
    }
    return masked;
}

QString personName(const QString &name)
{
    QString shown = name.toLower();
    bool isStart = true;
    for (QChar &c : shown) {
        if (isStart)
            c = c.toUpper();
        isStart = !c.isLetter() && c != u'\'' && c != u'’';
    }
    return shown;
}

QDate typedDate(const QString &typed, QDate today)
{
    const QString text = typed.trimmed();
    static const QRegularExpression iso(u"^(\\d{4})-(\\d{1,2})-(\\d{1,2})$"_s);
    static const QRegularExpression plain(u"^(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})$"_s);
    static const QRegularExpression packed(u"^(\\d{2})(\\d{2})(\\d{4}|\\d{2})$"_s);
    if (const auto match = iso.match(text); match.hasMatch())
        return QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    auto match = plain.match(text);
    if (!match.hasMatch())
        match = packed.match(text);
    if (!match.hasMatch())
        return {};
    int year = match.captured(3).toInt();
    if (match.capturedLength(3) == 2) {
        year += today.year() / 100 * 100;
        if (QDate(year, match.captured(2).toInt(), match.captured(1).toInt()) > today)
            year -= 100;
    }
    return QDate(year, match.captured(2).toInt(), match.captured(1).toInt());
}

} // namespace Loket
