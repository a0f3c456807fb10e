// SPDX-License-Identifier: Apache-2.0
#include "model/domain/strictjson.h"

#include <QJsonDocument>
#include <QSet>
#include <QStringDecoder>

#include <optional>
#include <vector>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

/// Walks over a JSON text once and remembers only where it is; the values are built by Qt afterwards.
class JsonScan
{
public:
    explicit JsonScan(const QByteArray &text)
        : m_text(text)
    {
        if (m_text.startsWith("\xef\xbb\xbf"))
            m_at = 3;
    }

    std::optional<InputError> run();

private:
    struct Level {
        bool isArray = false;
        int index = 0;
        QString key;
        QSet<QString> seen;
    };

    bool atEnd() const { return m_at >= m_text.size(); }
    char here() const { return atEnd() ? '\0' : m_text.at(m_at); }
    bool fault(const QString &what, qsizetype at = -1);
    QString position(qsizetype at) const;
    QString path() const;
    void space();
    bool open(bool isArray);
    bool key();
    bool scalar();
    bool word(const char *expected);
    bool number();
    bool text(QString *out);
    bool escape(QString *out);
    bool hex4(char16_t *unit);
    bool value(bool *opened);
    bool afterValue();

    const QByteArray &m_text;
    qsizetype m_at = 0;
    std::vector<Level> m_levels;
    std::optional<InputError> m_error;
};

QString JsonScan::position(qsizetype at) const
{
    const QByteArrayView before = QByteArrayView(m_text).first(qMin(at, m_text.size()));
    const qsizetype line = before.count('\n') + 1;
    qsizetype column = 1;
    for (qsizetype i = before.lastIndexOf('\n') + 1; i < before.size(); ++i) {
        if ((quint8(before.at(i)) & 0xc0) != 0x80) // count characters, not their continuation bytes
            ++column;
    }
    return u"line %1, column %2"_s.arg(line).arg(column);
}

QString JsonScan::path() const
{
    QString out;
    for (const Level &level : m_levels) {
        if (level.isArray) {
            out += u"[%1]"_s.arg(level.index);
        } else if (!level.key.isEmpty()) {
            if (!out.isEmpty())
                out += u'.';
            out += printableKey(level.key);
        }
    }
    return out;
}

bool JsonScan::fault(const QString &what, qsizetype at)
{
    if (!m_error) {
        const QString where = path();
        const QString position = this->position(at < 0 ? m_at : at);
        m_error = InputError{where.isEmpty() ? position : u"%1 (%2)"_s.arg(where, position), what};
    }
    return false;
}

void JsonScan::space()
{
    while (!atEnd() && (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t'))
        ++m_at;
}

bool JsonScan::open(bool isArray)
{
    if (m_levels.size() >= size_t(kMaxJsonDepth))
        return fault(u"nested deeper than %1 levels"_s.arg(kMaxJsonDepth));
    ++m_at;
    m_levels.push_back({isArray, 0, {}, {}});
    return true;
}

bool JsonScan::hex4(char16_t *unit)
{
    if (m_at + 4 > m_text.size())
        return fault(u"the text ends inside a \\u escape"_s);
    bool ok = false;
    const QByteArray digits = m_text.mid(m_at, 4);
    const uint code = digits.toUInt(&ok, 16);
    if (!ok || digits.contains('+') || digits.contains('-') || digits.contains(' '))
        return fault(u"a \\u escape needs four hexadecimal digits"_s);
    *unit = char16_t(code);
    m_at += 4;
    return true;
}

bool JsonScan::escape(QString *out)
{
    const char c = here();
    static constexpr QByteArrayView kLetters = "\"\\/bfnrt";
    static constexpr QByteArrayView kMeaning = "\"\\/\b\f\n\r\t";
    if (const qsizetype i = atEnd() ? -1 : kLetters.indexOf(c); i >= 0) {
        ++m_at;
        *out += QLatin1Char(kMeaning.at(i));
        return true;
    }
    if (c != 'u')
        return fault(u"unknown escape in a text"_s);
    const qsizetype start = m_at - 1;
    ++m_at;
    char16_t unit = 0;
    if (!hex4(&unit))
        return false;
    if (unit == 0)
        return fault(u"a NUL character is not allowed in a text"_s, start);
    *out += QChar(unit);
    if (QChar::isLowSurrogate(unit))
        return fault(u"half of a surrogate pair"_s, start);
    if (!QChar::isHighSurrogate(unit))
        return true;
    if (here() != '\\' || m_at + 1 >= m_text.size() || m_text.at(m_at + 1) != 'u')
        return fault(u"half of a surrogate pair"_s, start);
    m_at += 2;
    if (!hex4(&unit))
        return false;
    if (!QChar::isLowSurrogate(unit))
        return fault(u"half of a surrogate pair"_s, start);
    *out += QChar(unit);
    return true;
}

bool JsonScan::text(QString *out)
{
    const qsizetype start = m_at++;
    qsizetype run = m_at;
    const auto take = [&] { *out += QString::fromUtf8(QByteArrayView(m_text).sliced(run, m_at - run)); };
    while (!atEnd()) {
        const char c = here();
        if (c == '"') {
            take();
            ++m_at;
            return true;
        }
        if (c == '\\') {
            take();
            ++m_at;
            if (!escape(out))
                return false;
            run = m_at;
        } else if (quint8(c) < 0x20) {
            return fault(u"a line break or control character inside a text"_s);
        } else {
            ++m_at;
        }
    }
    return fault(u"this text is not closed"_s, start);
}

bool JsonScan::number()
{
    const qsizetype start = m_at;
    const auto digits = [&] {
        const qsizetype from = m_at;
        while (here() >= '0' && here() <= '9')
            ++m_at;
        return m_at > from;
    };
    if (here() == '-')
        ++m_at;
    const bool leadingZero = here() == '0';
    const qsizetype first = m_at;
    if (!digits())
        return fault(u"not a JSON value"_s, start);
    if (leadingZero && m_at - first > 1)
        return fault(u"a number may not begin with 0"_s, start);
    if (here() == '.') {
        ++m_at;
        if (!digits())
            return fault(u"not a number"_s, start);
    }
    if (here() == 'e' || here() == 'E') {
        ++m_at;
        if (here() == '+' || here() == '-')
            ++m_at;
        if (!digits())
            return fault(u"not a number"_s, start);
    }
    return true;
}

bool JsonScan::word(const char *expected)
{
    const QByteArrayView wanted(expected);
    if (!QByteArrayView(m_text).sliced(m_at).startsWith(wanted))
        return fault(u"not a JSON value"_s);
    m_at += wanted.size();
    return true;
}

bool JsonScan::key()
{
    space();
    Level &level = m_levels.back();
    level.key.clear();
    if (here() != '"')
        return fault(atEnd() ? u"the text ends too early"_s : u"a key in quotes was expected"_s);
    QString name;
    const qsizetype start = m_at;
    if (!text(&name))
        return false;
    level.key = name;
    if (level.seen.contains(name))
        return fault(u"this key is given twice"_s, start);
    level.seen.insert(name);
    space();
    if (here() != ':')
        return fault(atEnd() ? u"the text ends too early"_s : u"':' was expected"_s);
    ++m_at;
    return true;
}

bool JsonScan::scalar()
{
    switch (here()) {
    case '"': {
        QString ignored;
        return text(&ignored);
    }
    case 't':
        return word("true");
    case 'f':
        return word("false");
    case 'n':
        return word("null");
    default:
        return number();
    }
}

/// One value, or only the opening bracket of one (`opened`).
bool JsonScan::value(bool *opened)
{
    space();
    *opened = here() == '{' || here() == '[';
    if (atEnd())
        return fault(u"the text ends too early"_s);
    return *opened ? open(here() == '[') : scalar();
}

/// What may follow a whole value: the next one, or the end of what holds it. False: fault, or all read.
bool JsonScan::afterValue()
{
    while (!m_levels.empty()) {
        space();
        Level &level = m_levels.back();
        const char closing = level.isArray ? ']' : '}';
        if (here() == closing && !atEnd()) {
            ++m_at;
            m_levels.pop_back();
            continue;
        }
        if (here() != ',' || atEnd())
            return fault(atEnd() ? u"the text ends too early"_s
                                 : u"',' or '%1' was expected"_s.arg(QLatin1Char(closing)));
        ++m_at;
        if (level.isArray) {
            ++level.index;
            return true;
        }
        return key();
    }
    return false;
}

std::optional<InputError> JsonScan::run()
{
    space();
    if (atEnd())
        fault(u"empty, a JSON object was expected"_s);
    else if (here() != '{')
        fault(u"a JSON object was expected"_s);
    bool more = !m_error;
    while (more) {
        bool opened = false;
        if (!value(&opened))
            break;
        if (opened) {
            space();
            const bool isArray = m_levels.back().isArray;
            if (here() != (isArray ? ']' : '}')) {
                more = isArray || key();
                continue;
            }
        }
        more = afterValue();
    }
    space();
    if (!m_error && !atEnd())
        fault(u"text after the end of the object"_s);
    return m_error;
}

std::optional<InputError> badUtf8(const QByteArray &json)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(json);
    if (!decoder.hasError())
        return std::nullopt;
    // Rare: find the place by cutting the text in halves.
    qsizetype good = 0;
    qsizetype bad = json.size();
    while (bad - good > 1) {
        const qsizetype middle = (good + bad) / 2;
        QStringDecoder half(QStringDecoder::Utf8);
        const QString part = half(QByteArrayView(json).first(middle));
        (half.hasError() ? bad : good) = middle;
    }
    const qsizetype line = QByteArrayView(json).first(good).count('\n') + 1;
    return InputError{u"line %1, byte %2 of the file"_s.arg(line).arg(good + 1), u"not UTF-8 text"_s};
}

} // namespace

QString printableKey(const QString &key)
{
    QString out;
    for (const QChar c : QStringView(key).first(qMin<qsizetype>(key.size(), 40)))
        out += c.isPrint() && c != u'\n' ? c : QChar(u'?');
    return key.size() > 40 ? out + u"…"_s : out;
}

Result<QJsonObject, InputError> readJsonObject(const QByteArray &json)
{
    if (auto error = badUtf8(json))
        return fail(*error);
    if (auto error = JsonScan(json).run())
        return fail(*error);
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (parse.error != QJsonParseError::NoError || !document.isObject())
        return fail(InputError{u"byte %1 of the file"_s.arg(parse.offset), parse.errorString()});
    return document.object();
}

} // namespace Loket
