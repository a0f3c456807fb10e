// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/pastedrows.h"

#include "forms/casework/typedinput.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

struct HeaderWord {
    const char16_t *words; ///< lower case letters only, separated by "|"
    const char16_t *field;
};

// Longer and more special words first: "nama" is also inside "nama faskes", "lahir" inside "tempat lahir".
constexpr HeaderWord kHeaderWords[] = {
    {u"tempatlahir|tmplahir|tmptlahir|birthplace|placeofbirth", u"birthPlace"},
    {u"tanggallahir|tgllahir|birthdate|dateofbirth|lahir|born", u"birthDate"},
    {u"statusperkawinan|statuskawin|statusnikah|kawin|marital", u"marital"},
    {u"hubungan|hubkel|shdk|relation|pisa", u"relation"},
    {u"jeniskelamin|kelamin|jk|lp|sex|gender", u"sex"},
    {u"kewarganegaraan|warganegara|citizenship|wniwna|wn", u"citizenship"},
    {u"paspor|passport", u"passport"},
    {u"doktergigi|dentist", u"dentist"},
    {u"kodefaskes|kodefktp|fktp|faskes|facility", u"fktp"},
    {u"npwp", u"npwp"},
    {u"nik|nikkitaskitap|kitas|kitap", u"nik"},
    {u"namalengkap|nama|fullname|name", u"name"},
};

QString headerField(const QString &cell)
{
    QString letters;
    for (const QChar c : cell.toLower()) {
        if (c.isLetter())
            letters += c;
    }
    if (letters.isEmpty())
        return {};
    for (const HeaderWord &header : kHeaderWords) {
        const QStringList words = QString::fromUtf16(header.words).split(u'|');
        const bool isShort = letters.size() <= 3;
        const bool hit = std::any_of(words.cbegin(), words.cend(), [&](const QString &word) {
            return letters == word || (!isShort && word.size() > 3 && letters.contains(word))
                || (word == u"nik" && letters.startsWith(word))
                || (word == u"fktp" && letters.contains(word));
        });
        if (hit && !letters.contains(u"namafaskes"_s) && !letters.startsWith(u"namaayah"_s)
            && !letters.startsWith(u"namaibu"_s))
            return QString::fromUtf16(header.field);
    }
    return {};
}

QStringList headerFields(const QStringList &cells)
{
    QStringList fields;
    for (const QString &cell : cells) {
        const QString field = headerField(cell);
        fields << (fields.contains(field) ? QString() : field);
    }
    const auto named
        = std::count_if(fields.cbegin(), fields.cend(), [](const QString &f) { return !f.isEmpty(); });
    return named >= 2 || (cells.size() == 1 && named == 1) ? fields : QStringList();
}

bool isIsoDate(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate).isValid() && text.size() == 10;
}

QString contentField(const QString &cell, QDate today)
{
    static const QRegularExpression kNikLike(u"^[0-9]{15,17}$"_s);
    static const QRegularExpression kFacility(u"^[0-9]{4}(?:[0-9]{4}|[A-Z][0-9]{3})[a-z]?$"_s);
    static const QRegularExpression kWords(u"^[\\p{L}][\\p{L} .,'’-]*$"_s);
    const QString text = cell.simplified();
    if (text.isEmpty())
        return {};
    if (kNikLike.match(Typed::digits(text)).hasMatch() || Typed::looksLikeStayPermit(text))
        return u"nik"_s;
    if (isIsoDate(Typed::date(text, today)) && text.size() > 8)
        return u"birthDate"_s;
    if (kFacility.match(text).hasMatch())
        return u"fktp"_s;
    if (isIsoDate(Typed::date(text, today)) && text.size() > 5)
        return u"birthDate"_s;
    if (text.size() > 1 || text == u"L" || text == u"P" || text == u"l" || text == u"p") {
        for (const QString &kind : {u"sex"_s, u"citizenship"_s, u"marital"_s, u"relation"_s}) {
            // Whole words only: a name may begin like a code's name.
            const QString code = Typed::choice(kind, text);
            if (Typed::isChoice(kind, code) && (text.size() > 3 || kind == u"sex" || kind == u"citizenship")
                && (text.size() == 1
                    || !Typed::choiceLabel(kind, code, u"id"_s).startsWith(text, Qt::CaseInsensitive)
                    || Typed::choiceLabel(kind, code, u"id"_s).size() - text.size() < 3))
                return kind;
        }
    }
    return kWords.match(text).hasMatch() ? u"words"_s : QString();
}

/// What most of a column's cells are.
QString columnField(const QList<QStringList> &cells, qsizetype column, QDate today)
{
    QHash<QString, int> votes;
    int filled = 0;
    for (const QStringList &row : cells) {
        if (column >= row.size() || row[column].trimmed().isEmpty())
            continue;
        ++filled;
        ++votes[contentField(row[column], today)];
    }
    for (auto it = votes.cbegin(); it != votes.cend(); ++it) {
        if (!it.key().isEmpty() && it.value() * 2 > filled)
            return it.key();
    }
    return {};
}

QStringList contentFields(const QList<QStringList> &cells, QDate today)
{
    qsizetype columns = 0;
    for (const QStringList &row : cells)
        columns = std::max(columns, row.size());
    QStringList fields;
    for (qsizetype column = 0; column < columns; ++column) {
        QString field = columnField(cells, column, today);
        // Of the columns of plain words the first is the name, the second the place of birth.
        if (field == u"words")
            field = !fields.contains(u"name"_s) ? u"name"_s : u"birthPlace"_s;
        fields << (fields.contains(field) ? QString() : field);
    }
    const auto named
        = std::count_if(fields.cbegin(), fields.cend(), [](const QString &f) { return !f.isEmpty(); });
    return named >= 2 && (fields.contains(u"nik"_s) || fields.contains(u"name"_s)) ? fields : QStringList();
}

} // namespace

QString memberTextFrom(const QString &field, const QString &typed, QDate today)
{
    if (field == u"birthDate")
        return Typed::date(typed, today);
    if (!Typed::choices(field).isEmpty())
        return Typed::choice(field, typed);
    if (field == u"name" || field == u"birthPlace")
        return Typed::name(typed);
    if (field == u"nik")
        return Typed::looksLikeStayPermit(typed) ? typed.trimmed().toUpper() : Typed::digits(typed);
    if (field == u"npwp")
        return Typed::digits(typed);
    return typed.trimmed();
}

QList<QStringList> pastedCells(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool isQuoted = false;
    const auto endRow = [&] {
        row << std::exchange(cell, {});
        if (row.size() > 1 || !row.first().trimmed().isEmpty())
            rows << row;
        row.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            cell += c;
            ++i;
        } else if (c == u'"' && (isQuoted || cell.isEmpty())) {
            isQuoted = !isQuoted;
        } else if (isQuoted) {
            cell += c == u'\n' ? QChar(u' ') : c;
        } else if (c == u'\t') {
            row << std::exchange(cell, {});
        } else if (c == u'\n') {
            endRow();
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty())
        endRow();
    return rows;
}

PastedRows readPastedRows(const QString &text, QDate today)
{
    PastedRows pasted;
    QList<QStringList> cells = pastedCells(text);
    if (cells.isEmpty())
        return pasted;
    pasted.fields = headerFields(cells.first());
    if (!pasted.fields.isEmpty())
        cells.removeFirst();
    else
        pasted.fields = contentFields(cells, today);
    pasted.isRecognised = !pasted.fields.isEmpty();
    for (const QStringList &row : std::as_const(cells)) {
        MemberTexts member;
        for (qsizetype column = 0; column < std::min(row.size(), pasted.fields.size()); ++column) {
            const QString &field = pasted.fields[column];
            const QString value = memberTextFrom(field, row[column], today);
            if (!field.isEmpty() && !value.isEmpty() && value != u"-")
                member.insert(field, value);
        }
        if (!member.isEmpty())
            pasted.rows << member;
    }
    return pasted;
}

} // namespace Loket
