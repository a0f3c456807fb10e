// SPDX-License-Identifier: Apache-2.0
#include "model/domain/namekey.h"

#include <QList>

#include <type_traits>

namespace Loket {

namespace {

bool joinsWord(char32_t c)
{
    return c == U'\'' || c == U'`' || c == 0x2018 || c == 0x2019 || c == 0x02bc || c == 0x00b4;
}

/// Most names are plain ASCII; this spares them the tables of Unicode. False for any other name.
template <typename Text, typename Key>
bool appendAsciiKey(const Text &name, Key &key)
{
    const auto begin = key.size();
    bool gap = false;
    for (const auto c : name) {
        char32_t u;
        if constexpr (std::is_same_v<Text, QStringView>)
            u = c.unicode();
        else
            u = static_cast<unsigned char>(c);
        if (u >= 0x80)
            return false;
        if (u >= U'A' && u <= U'Z')
            u += U'a' - U'A';
        if ((u >= U'a' && u <= U'z') || (u >= U'0' && u <= U'9')) {
            if (gap && key.size() > begin)
                key += ' ';
            gap = false;
            key += static_cast<char>(u);
        } else if (!joinsWord(u)) {
            gap = true;
        }
    }
    return true;
}

/// Takes one UTF-16 unit a character where QString would not take a char.
struct Utf16Key {
    QString text;
    qsizetype size() const { return text.size(); }
    void operator+=(char c) { text += QLatin1Char(c); }
};

} // namespace

QString nameKey(QStringView name)
{
    Utf16Key ascii;
    ascii.text.reserve(name.size());
    if (appendAsciiKey(name, ascii))
        return ascii.text;

    QString key;
    bool gap = false;
    const QList<uint> points = name.toString().normalized(QString::NormalizationForm_KD).toUcs4();
    for (const uint point : points) {
        if (QChar::isMark(point) || joinsWord(point))
            continue;
        if (!QChar::isLetterOrNumber(point)) {
            gap = true;
            continue;
        }
        if (gap && !key.isEmpty())
            key += u' ';
        gap = false;
        const char32_t character = point;
        key += QString::fromUcs4(&character, 1).toLower();
    }
    return key;
}

void appendNameKey(QByteArrayView utf8Name, QByteArray &keys)
{
    const qsizetype before = keys.size();
    if (appendAsciiKey(utf8Name, keys))
        return;
    keys.truncate(before);
    keys += nameKey(QString::fromUtf8(utf8Name)).toUtf8();
}

} // namespace Loket
