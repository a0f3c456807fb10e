// SPDX-License-Identifier: Apache-2.0
#include "model/print/printtexts.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QLocale>
#include <QStringList>

namespace Loket {

using namespace Qt::StringLiterals;

namespace PrintTexts {

struct Words {
    QString id;
    QString en;
};

/// The cells of one line; a cell in quotes may hold commas, a doubled quote stands for one.
static QStringList cells(const QString &line)
{
    QStringList out(QString{});
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"')
            out.last() += line[i++];
        else if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            out.append(QString());
        else
            out.last() += c;
    }
    return out;
}

static QHash<QString, Words> read()
{
    QHash<QString, Words> words;
    QFile file(QStringLiteral(":/loket/cards/print-texts.csv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("print-texts.csv is not compiled in");
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList row = cells(line);
        if (row.size() != 3) // compiled in, so a fault of the program
            qFatal("print-texts.csv: not three cells: %s", qPrintable(line));
        words.insert(row[0], {row[1], row[2]});
    }
    return words;
}

static const QHash<QString, Words> &all()
{
    static const QHash<QString, Words> words = read();
    return words;
}

static QLocale localeOf(const QString &language)
{
    return language == u"en" ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                             : QLocale(QLocale::Indonesian, QLocale::Indonesia);
}

} // namespace PrintTexts

bool hasPrintText(const QString &key)
{
    return PrintTexts::all().contains(key);
}

QString printText(const QString &key, const QString &language)
{
    const auto found = PrintTexts::all().constFind(key);
    Q_ASSERT_X(found != PrintTexts::all().cend(), "printText", qPrintable(key));
    if (found == PrintTexts::all().cend())
        return key;
    return language == u"en" ? found->en : found->id;
}

QString printedDay(QDate day)
{
    return day.isValid() ? day.toString(u"dd-MM-yyyy") : QString();
}

QString printedSpan(QDate from, QDate until, const QString &language)
{
    if (!from.isValid() || !until.isValid())
        return {};
    const QLocale locale = PrintTexts::localeOf(language);
    const auto write = [&](QDate day, const char *form) { return locale.toString(day, QLatin1String(form)); };
    if (from == until)
        return write(until, "d MMM yyyy");
    if (from.year() != until.year())
        return write(from, "d MMM yyyy") + u" – "_s + write(until, "d MMM yyyy");
    if (from.month() != until.month())
        return write(from, "d MMM") + u" – "_s + write(until, "d MMM yyyy");
    return QString::number(from.day()) + u"–"_s + write(until, "d MMM yyyy");
}

QString printedTime(const QDateTime &when)
{
    if (!when.isValid())
        return {};
    // A time that came with its offset was the time on the clock at the counter: it stays as it was.
    const QDateTime local = when.timeSpec() == Qt::OffsetFromUTC ? when : when.toLocalTime();
    const QHash<int, QString> zones{{7 * 3600, u"WIB"_s}, {8 * 3600, u"WITA"_s}, {9 * 3600, u"WIT"_s}};
    const QString zone = zones.value(local.offsetFromUtc(), local.timeZoneAbbreviation());
    const QString text = local.toString(u"dd-MM-yyyy HH.mm");
    return zone.isEmpty() || !zone[0].isLetter() ? text : text + u' ' + zone;
}

QString printedClass(int careClass)
{
    switch (careClass) {
    case 1:
        return QStringLiteral("I");
    case 2:
        return QStringLiteral("II");
    case 3:
        return QStringLiteral("III");
    default:
        return {};
    }
}

} // namespace Loket
