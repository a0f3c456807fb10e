// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/typedinput.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Loket::Typed {

namespace {

struct ChoiceWord {
    const char16_t *kind;
    const char16_t *code;
    const char16_t *id;
    const char16_t *en;
    const char16_t *alias; ///< further words, lower case, separated by "|"
};

// The numbers of a kind are those of the paper form: PISA 1-5, sex 1-2, marital 1-4.
constexpr ChoiceWord kChoiceWords[] = {
    {u"relation", u"head", u"Kepala", u"Head", u"peserta|kepala keluarga|kk"},
    {u"relation", u"husband", u"Suami", u"Husband", u""},
    {u"relation", u"wife", u"Istri", u"Wife", u"isteri"},
    {u"relation", u"child", u"Anak", u"Child", u"anak kandung|anak angkat|anak tiri"},
    {u"relation", u"extra", u"Tambahan", u"Extra",
     u"orang tua|mertua|famili|famili lain|lainnya|cucu|menantu"},
    {u"sex", u"L", u"L", u"M", u"l|lk|laki|laki-laki|laki laki|pria|m|male"},
    {u"sex", u"P", u"P", u"F", u"p|pr|perempuan|wanita|w|f|female"},
    {u"marital", u"single", u"Belum", u"Single", u"bk|belum kawin|belum menikah|tk|lajang"},
    {u"marital", u"married", u"Kawin", u"Married",
     u"kawin|menikah|nikah|kawin tercatat|kawin belum tercatat"},
    {u"marital", u"divorced", u"Cerai hidup", u"Divorced", u"ch|cerai|janda|duda"},
    {u"marital", u"widowed", u"Cerai mati", u"Widowed", u"cm|mati"},
    {u"citizenship", u"WNI", u"WNI", u"WNI", u"i|indonesia|id|ina"},
    {u"citizenship", u"WNA", u"WNA", u"WNA", u"a|asing|foreign|f"},
};

QString ofWord(const char16_t *text)
{
    return QString::fromUtf16(text);
}

int yearOf(int shortYear, int month, int day, QDate today)
{
    const int late = today.year() / 100 * 100 + shortYear;
    return QDate(late, month, day).isValid() && QDate(late, month, day) <= today ? late : late - 100;
}

std::optional<QDate> dateOf(int year, int month, int day)
{
    const QDate date(year, month, day);
    // Longer ago than anybody lives, or so far ahead that it is another order of digits.
    if (!date.isValid() || year < 1850 || year > 2199)
        return std::nullopt;
    return date;
}

std::optional<QDate> dateOfDigits(const QString &digits, QDate today)
{
    const int day = digits.left(2).toInt();
    const int month = digits.mid(2, 2).toInt();
    if (digits.size() == 6)
        return dateOf(yearOf(digits.mid(4).toInt(), month, day, today), month, day);
    if (digits.size() != 8)
        return std::nullopt;
    if (const auto date = dateOf(digits.mid(4).toInt(), month, day))
        return date;
    return dateOf(digits.left(4).toInt(), digits.mid(4, 2).toInt(), digits.mid(6).toInt());
}

int monthOf(const QString &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber)
        return number;
    static const QStringList kMonths
        = {u"jan"_s, u"feb|peb"_s,         u"mar"_s, u"apr"_s,     u"mei|may"_s, u"jun"_s,
           u"jul"_s, u"agu|ags|agt|aug"_s, u"sep"_s, u"okt|oct"_s, u"nov|nop"_s, u"des|dec"_s};
    const QString start = text.left(3).toLower();
    for (int i = 0; i < kMonths.size(); ++i) {
        if (kMonths[i].split(u'|').contains(start))
            return i + 1;
    }
    return 0;
}

} // namespace

QString date(const QString &typed, QDate today)
{
    const QString text = typed.simplified();
    static const QRegularExpression kDigits(u"^[0-9]+$"_s);
    static const QRegularExpression kIso(u"^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$"_s);
    static const QRegularExpression kParts(
        u"^([0-9]{1,2})[-/. ]+([0-9]{1,2}|[A-Za-z]{3,})[-/. ]+([0-9]{4}|[0-9]{2})$"_s);
    std::optional<QDate> date;
    if (kDigits.match(text).hasMatch()) {
        date = dateOfDigits(text, today);
    } else if (const auto iso = kIso.match(text); iso.hasMatch()) {
        date = dateOf(iso.captured(1).toInt(), iso.captured(2).toInt(), iso.captured(3).toInt());
    } else if (const auto parts = kParts.match(text); parts.hasMatch()) {
        const int day = parts.captured(1).toInt();
        const int month = monthOf(parts.captured(2));
        const int year = parts.captured(3).toInt();
        date = dateOf(parts.capturedLength(3) == 2 ? yearOf(year, month, day, today) : year, month, day);
    }
    return date ? date->toString(Qt::ISODate) : text;
}

QString shownDate(const QString &iso)
{
    const QDate date = iso.size() == 10 ? QDate::fromString(iso, Qt::ISODate) : QDate();
    return date.isValid() ? date.toString(u"dd-MM-yyyy"_s) : iso;
}

QString month(const QString &typed, QDate today)
{
    const QString text = typed.simplified();
    static const QRegularExpression kIso(u"^([0-9]{4})[-/.]?(0[1-9]|1[0-2])$"_s);
    static const QRegularExpression kDigits(u"^(0[1-9]|1[0-2])([0-9]{4}|[0-9]{2})$"_s);
    static const QRegularExpression kParts(u"^([0-9]{1,2}|[A-Za-z]{3,})[-/. ]+([0-9]{4}|[0-9]{2})$"_s);
    int year = 0;
    int number = 0;
    if (const auto digits = kDigits.match(text); digits.hasMatch()) {
        number = digits.captured(1).toInt();
        year = digits.captured(2).toInt();
    } else if (const auto iso = kIso.match(text); iso.hasMatch()) {
        year = iso.captured(1).toInt();
        number = iso.captured(2).toInt();
    } else if (const auto parts = kParts.match(text); parts.hasMatch()) {
        number = monthOf(parts.captured(1));
        year = parts.captured(2).toInt();
    }
    if (year < 100)
        year += today.year() / 100 * 100;
    const auto first = dateOf(year, number, 1);
    return first && number > 0 ? first->toString(u"yyyy-MM"_s) : text;
}

QString shownMonth(const QString &iso)
{
    const QDate first = iso.size() == 7 ? QDate::fromString(iso + u"-01"_s, Qt::ISODate) : QDate();
    return first.isValid() ? first.toString(u"MM-yyyy"_s) : iso;
}

QString money(const QString &typed)
{
    const QString text = typed.simplified();
    static const QRegularExpression kPlain(
        u"^(?:rp\\.?)? ?([0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+)(?:,00|,-)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kShort(
        u"^(?:rp\\.?)? ?([0-9]{1,6})(?:[,.]([0-9]{1,6}))? ?(rb|ribu|k|jt|juta)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (const auto plain = kPlain.match(text); plain.hasMatch()) {
        QString digits = plain.captured(1);
        return digits.remove(u'.').remove(u' ');
    }
    const auto brief = kShort.match(text);
    if (!brief.hasMatch())
        return text;
    const qsizetype zeros = brief.captured(3).startsWith(u'j', Qt::CaseInsensitive) ? 6 : 3;
    const QString rest = brief.captured(2);
    if (rest.size() > zeros)
        return text;
    return QString::number((brief.captured(1) + rest.leftJustified(zeros, u'0')).toLongLong());
}

QString flag(const QString &typed)
{
    const QString text = typed.simplified();
    static const QStringList kYes = {u"yes"_s, u"ya"_s, u"y"_s, u"1"_s};
    static const QStringList kNo = {u"no"_s, u"tidak"_s, u"tdk"_s, u"t"_s, u"n"_s, u"2"_s};
    return kYes.contains(text.toLower()) ? u"yes"_s : kNo.contains(text.toLower()) ? u"no"_s : text;
}

QStringList choices(const QString &kind)
{
    QStringList codes;
    for (const ChoiceWord &word : kChoiceWords) {
        if (kind == QStringView(word.kind))
            codes << ofWord(word.code);
    }
    return codes;
}

QString choice(const QString &kind, const QString &typed)
{
    const QString text = typed.simplified();
    const QString wanted = text.toLower();
    if (wanted.isEmpty())
        return {};
    const QStringList codes = choices(kind);
    if (text.size() == 1 && text[0].isDigit()) {
        const int number = text.toInt();
        return number >= 1 && number <= codes.size() ? codes[number - 1] : text;
    }
    QString byBeginning;
    for (const ChoiceWord &word : kChoiceWords) {
        if (kind != QStringView(word.kind))
            continue;
        const QStringList names
            = {ofWord(word.code).toLower(), ofWord(word.id).toLower(), ofWord(word.en).toLower()};
        if (names.contains(wanted) || ofWord(word.alias).split(u'|').contains(wanted))
            return ofWord(word.code);
        const auto begins = [&wanted](const QString &name) { return name.startsWith(wanted); };
        // Indonesian names come before English ones: "h" is nobody's first letter there, so it is the head.
        if (byBeginning.isEmpty() && std::any_of(names.begin(), names.end(), begins))
            byBeginning = ofWord(word.code);
    }
    return byBeginning.isEmpty() ? text : byBeginning;
}

QString choiceLabel(const QString &kind, const QString &code, const QString &language)
{
    for (const ChoiceWord &word : kChoiceWords) {
        if (kind == QStringView(word.kind) && code == QStringView(word.code))
            return language == u"en" ? ofWord(word.en) : ofWord(word.id);
    }
    return code;
}

bool isChoice(const QString &kind, const QString &text)
{
    return choices(kind).contains(text);
}

QString name(const QString &typed)
{
    return typed.simplified().toUpper();
}

QString rtRw(const QString &typed)
{
    const QString text = typed.trimmed();
    static const QRegularExpression kShort(u"^[0-9]{1,3}$"_s);
    return kShort.match(text).hasMatch() ? text.rightJustified(3, u'0') : text;
}

QString digits(const QString &typed)
{
    QString plain = typed.trimmed();
    static const QRegularExpression kGrouped(u"^\\+?[0-9][0-9 .-]*$"_s);
    if (kGrouped.match(plain).hasMatch())
        plain.remove(u' ').remove(u'.').remove(u'-');
    return plain;
}

bool looksLikeStayPermit(const QString &typed)
{
    static const QRegularExpression kPermit(u"^[0-9][A-Za-z]{1,2}[0-9]{2}[A-Za-z]{1,2}[0-9-]+"_s);
    return kPermit.match(typed.trimmed()).hasMatch();
}

} // namespace Loket::Typed
