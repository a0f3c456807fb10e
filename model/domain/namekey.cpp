// SPDX-License-Identifier: Apache-2.0
#include "model/domain/namekey.h"

namespace Loket {

namespace {

bool joinsWord(char32_t c)
{
    return c == U'\'' || c == U'`' || c == 0x2018 || c == 0x2019 || c == 0x02bc || c == 0x00b4;
}

/// Most names are plain ASCII; this spares them the tables of Unicode.
bool appendAsciiKey(QStringView name, QString &key)
{
    bool gap = false;
    for (const QChar c : name) {
        const char16_t u = c.unicode();
        if (u >= 0x80)
            return false;
        const char16_t lower = u >= u'A' && u <= u'Z' ? char16_t(u + (u'a' - u'A')) : u;
        if ((lower >= u'a' && lower <= u'z') || (lower >= u'0' && lower <= u'9')) {
            if (gap && !key.isEmpty())
                key += u' ';
            gap = false;
            key += QChar(lower);
        } else if (!joinsWord(u)) {
            gap = true;
        }
    }
    return true;
}

} // namespace

QString nameKey(QStringView name)
{
    QString key;
    key.reserve(name.size());
    if (appendAsciiKey(name, key))
        return key;

    key.clear();
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

} // namespace Loket
