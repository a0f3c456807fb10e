// SPDX-License-Identifier: Apache-2.0
#include "model/domain/digits.h"

#include <algorithm>

namespace Loket {

bool isAsciiDigits(QStringView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

int characterCount(QStringView text)
{
    return static_cast<int>(
        std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); }));
}

QString withoutGrouping(QStringView typed)
{
    QString bare;
    bare.reserve(typed.size());
    for (const QChar c : typed) {
        const bool separates = c.isSpace() || c == u'.' || c == u'-' || c == QChar(0x2010)
            || c == QChar(0x2011) || c == QChar(0x2013) || c == QChar(0x200b) || c == QChar(0xfeff);
        if (!separates)
            bare += c;
    }
    return bare;
}

QString grouped(QStringView digits, int groupSize)
{
    Q_ASSERT(groupSize > 0);
    QString text;
    text.reserve(digits.size() + digits.size() / groupSize);
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % groupSize == 0)
            text += u' ';
        text += digits[i];
    }
    return text;
}

QString masked(QStringView digits, QStringView typed)
{
    const qsizetype size = digits.size();
    const qsizetype head = size <= 8 ? 0 : 4;
    const qsizetype tail = size <= 8 ? 2 : 4;
    const qsizetype shown = typed.isEmpty() ? -1 : digits.indexOf(typed);
    QString hidden = digits.toString();
    for (qsizetype i = head; i < size - tail; ++i) {
        if (shown < 0 || i < shown || i >= shown + typed.size())
            hidden[i] = QChar(0x2022);
    }
    return grouped(hidden);
}

bool hasLuhnCheckDigit(QStringView digits)
{
    int sum = 0;
    bool twice = false;
    for (qsizetype i = digits.size(); i-- > 0; twice = !twice) {
        const int digit = digits[i].unicode() - u'0';
        const int value = twice ? 2 * digit : digit;
        sum += value > 9 ? value - 9 : value;
    }
    return !digits.isEmpty() && sum % 10 == 0;
}

} // namespace Loket
