// SPDX-License-Identifier: Apache-2.0
#include "model/centre/similar.h"

#include "model/domain/namekey.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Loket {

namespace {

constexpr qsizetype kWordForALetter = 5;

/// One spelling for all: the reform of 1972 and what people write as they hear it.
QString plainSpelling(QString word)
{
    static const std::pair<QString, QString> kSpellings[]
        = {{u"oe"_s, u"u"_s}, {u"dj"_s, u"j"_s}, {u"tj"_s, u"c"_s}, {u"sj"_s, u"sy"_s}, {u"nj"_s, u"ny"_s},
           {u"ch"_s, u"h"_s}, {u"kh"_s, u"h"_s}, {u"ph"_s, u"f"_s}, {u"v"_s, u"f"_s},   {u"q"_s, u"k"_s}};
    for (const auto &[from, to] : kSpellings)
        word.replace(from, to);
    QString single;
    for (const QChar c : word) {
        if (single.isEmpty() || single.back() != c)
            single += c;
    }
    return single;
}

/// At most one letter more, less or other.
bool isOneLetterApart(const QString &a, const QString &b)
{
    const QString &longer = a.size() >= b.size() ? a : b;
    const QString &shorter = a.size() >= b.size() ? b : a;
    if (longer.size() - shorter.size() > 1)
        return false;
    qsizetype front = 0;
    while (front < shorter.size() && longer.at(front) == shorter.at(front))
        ++front;
    const qsizetype skip = longer.size() == shorter.size() ? 1 : 0;
    return longer.mid(front + 1) == shorter.mid(front + skip);
}

bool isSimilarWord(const QString &a, const QString &b)
{
    return a == b || (qMin(a.size(), b.size()) >= kWordForALetter && isOneLetterApart(a, b));
}

QStringList plainWords(const QString &name)
{
    QStringList words = nameKey(name).split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words)
        word = plainSpelling(word);
    std::sort(words.begin(), words.end());
    return words;
}

} // namespace

bool mayBeSameNik(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty())
        return true;
    if (one.size() != other.size() || one.right(kNikSerialDigits) != other.right(kNikSerialDigits))
        return false;
    int differing = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        differing += one.at(i) != other.at(i) ? 1 : 0;
    return differing <= 1;
}

bool isSimilarName(const QString &one, const QString &other)
{
    const QStringList a = plainWords(one);
    QStringList b = plainWords(other);
    if (a.isEmpty() || a.size() != b.size())
        return false;
    return std::all_of(a.cbegin(), a.cend(), [&](const QString &word) {
        const auto found = std::find_if(
            b.begin(), b.end(), [&](const QString &candidate) { return isSimilarWord(word, candidate); });
        if (found == b.end())
            return false;
        b.erase(found);
        return true;
    });
}

} // namespace Loket
