// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/when.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> whenNumber(QStringView text)
{
    bool ok = false;
    const qint64 number = text.trimmed().toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

bool looksNumeric(QStringView word)
{
    return word.startsWith(u"<=") || word.startsWith(u">=") || word.contains(u"..");
}

std::optional<std::pair<qint64, qint64>> whenRange(QStringView word)
{
    std::optional<qint64> from = std::numeric_limits<qint64>::min();
    std::optional<qint64> until = std::numeric_limits<qint64>::max();
    if (word.startsWith(u"<=")) {
        until = whenNumber(word.sliced(2));
    } else if (word.startsWith(u">=")) {
        from = whenNumber(word.sliced(2));
    } else {
        const qsizetype dots = word.indexOf(u"..");
        from = whenNumber(word.first(dots));
        until = whenNumber(word.sliced(dots + 2));
    }
    if (!from || !until || *from > *until)
        return std::nullopt;
    return std::pair(*from, *until);
}

Result<When::Part, QString> parsePart(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    // "months>=4" is the same as "months=>=4": the sign belongs to the value.
    const qsizetype sign
        = equals > 0 && (text.at(equals - 1) == u'<' || text.at(equals - 1) == u'>') ? equals - 1 : equals;
    When::Part part;
    part.fact = text.left(sign).trimmed();
    QString value = text.mid(sign == equals ? equals + 1 : sign).trimmed();
    if (equals <= 0 || part.fact.isEmpty() || value.isEmpty())
        return fail(u"'%1' is not fact=value"_s.arg(text.trimmed()));
    part.negated = value.startsWith(u'!');
    if (part.negated)
        value.remove(0, 1);
    for (const QString &word : value.split(u'|')) {
        const QString plain = word.trimmed();
        if (looksNumeric(plain)) {
            const auto range = whenRange(plain);
            if (!range)
                return fail(u"'%1' is not a condition on a number"_s.arg(plain));
            part.ranges += *range;
        } else if (plain.isEmpty() || part.words.contains(plain == "-"_L1 ? QString() : plain)) {
            return fail(u"'%1' is not fact=value"_s.arg(text.trimmed()));
        } else {
            part.words += plain == "-"_L1 ? QString() : plain;
        }
    }
    return part;
}

bool holds(const When::Part &part, const QString &value)
{
    const QString plain = value.trimmed();
    if (part.words.contains(plain))
        return !part.negated;
    bool ok = false;
    const qint64 number = plain.toLongLong(&ok);
    const bool isInside
        = ok && std::any_of(part.ranges.cbegin(), part.ranges.cend(), [number](const auto &range) {
              return range.first <= number && number <= range.second;
          });
    return isInside != part.negated;
}

/// Whether every value that `inner` lets through gets through `outer`: known for plain lists, else only if
/// equal.
bool partCovers(const When::Part &outer, const When::Part &inner)
{
    if (outer == inner)
        return true;
    if (outer.negated || inner.negated || !inner.ranges.isEmpty())
        return false;
    return std::all_of(inner.words.cbegin(), inner.words.cend(),
                       [&outer](const QString &word) { return holds(outer, word); });
}

bool partsMeet(const When::Part &a, const When::Part &b)
{
    const auto meets = [](const When::Part &list, const When::Part &other) {
        return std::any_of(list.words.cbegin(), list.words.cend(),
                           [&other](const QString &word) { return holds(other, word); });
    };
    if (!a.negated && a.ranges.isEmpty())
        return meets(a, b);
    return b.negated || !b.ranges.isEmpty() || meets(b, a);
}

} // namespace

Result<When, QString> When::parse(const QString &cell)
{
    When out;
    for (const QString &text : cell.split(u';', Qt::SkipEmptyParts)) {
        auto part = parsePart(text);
        if (!part)
            return fail(part.error());
        out.m_parts += part.take();
    }
    return out;
}

bool When::matches(const QHash<QString, QString> &facts) const
{
    return std::all_of(m_parts.cbegin(), m_parts.cend(),
                       [&facts](const Part &part) { return holds(part, facts.value(part.fact)); });
}

bool When::covers(const When &other) const
{
    return std::all_of(m_parts.cbegin(), m_parts.cend(), [&other](const Part &mine) {
        return std::any_of(other.m_parts.cbegin(), other.m_parts.cend(), [&mine](const Part &theirs) {
            return mine.fact == theirs.fact && partCovers(mine, theirs);
        });
    });
}

bool When::intersects(const When &other) const
{
    return std::none_of(m_parts.cbegin(), m_parts.cend(), [&other](const Part &mine) {
        return std::any_of(other.m_parts.cbegin(), other.m_parts.cend(), [&mine](const Part &theirs) {
            return mine.fact == theirs.fact && !partsMeet(mine, theirs);
        });
    });
}

} // namespace Loket
