// SPDX-License-Identifier: Apache-2.0
#include "model/rulebook/condition.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace Loket {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> conditionNumber(QStringView text)
{
    bool ok = false;
    const qint64 number = text.trimmed().toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace

Result<Condition, QString> Condition::parseNumbers(const QString &cell)
{
    constexpr qint64 lowest = std::numeric_limits<qint64>::min();
    constexpr qint64 highest = std::numeric_limits<qint64>::max();
    Condition out;
    out.m_numeric = true;
    for (const QString &part : cell.split(u'|')) {
        std::optional<qint64> from = lowest;
        std::optional<qint64> until = highest;
        if (part.startsWith(u"<="_s)) {
            until = conditionNumber(QStringView(part).mid(2));
        } else if (part.startsWith(u">="_s)) {
            from = conditionNumber(QStringView(part).mid(2));
        } else if (const qsizetype dots = part.indexOf(u".."_s); dots >= 0) {
            from = conditionNumber(QStringView(part).left(dots));
            until = conditionNumber(QStringView(part).mid(dots + 2));
        } else {
            from = until = conditionNumber(part);
        }
        if (!from || !until || *from > *until)
            return fail(u"'%1' is not a condition on a number"_s.arg(part));
        out.m_ranges += Range(*from, *until);
    }
    return out;
}

Result<Condition, QString> Condition::parse(const QString &cell, const ConditionDomain &domain)
{
    if (cell.isEmpty() || cell == u'*') {
        Condition out;
        out.m_any = true;
        out.m_numeric = domain.numeric;
        return out;
    }
    if (domain.numeric)
        return parseNumbers(cell);
    Condition out;
    out.m_negated = cell.startsWith(u'!');
    const QString list = out.m_negated ? cell.mid(1) : cell;
    for (const QString &part : list.split(u'|')) {
        const QString word = part.trimmed();
        if (!domain.words.contains(word))
            return fail(u"unknown code '%1'"_s.arg(word));
        if (out.m_words.contains(word))
            return fail(u"'%1' stands twice in one cell"_s.arg(word));
        out.m_words += word;
    }
    out.m_accepted.resize(domain.words.size());
    for (qsizetype i = 0; i < domain.words.size(); ++i)
        out.m_accepted.setBit(i, out.m_words.contains(domain.words.at(i)) != out.m_negated);
    return out;
}

bool Condition::matches(QStringView value) const
{
    if (m_any)
        return true;
    if (m_numeric) {
        bool ok = false;
        const qint64 number = value.toLongLong(&ok);
        return ok && std::any_of(m_ranges.cbegin(), m_ranges.cend(), [number](const Range &range) {
                   return range.first <= number && number <= range.second;
               });
    }
    return m_words.contains(value) != m_negated;
}

bool Condition::covers(const Condition &other) const
{
    if (m_any || other.m_any)
        return m_any;
    if (m_numeric) {
        return std::all_of(other.m_ranges.cbegin(), other.m_ranges.cend(), [this](const Range &inner) {
            return std::any_of(m_ranges.cbegin(), m_ranges.cend(), [&inner](const Range &outer) {
                return outer.first <= inner.first && inner.second <= outer.second;
            });
        });
    }
    if (other.m_negated && !m_negated)
        return false; // "!a" also lets values through that no code has
    return (m_accepted & other.m_accepted) == other.m_accepted;
}

bool Condition::intersects(const Condition &other) const
{
    if (m_any || other.m_any)
        return true;
    if (m_numeric) {
        return std::any_of(other.m_ranges.cbegin(), other.m_ranges.cend(), [this](const Range &a) {
            return std::any_of(m_ranges.cbegin(), m_ranges.cend(),
                               [&a](const Range &b) { return a.first <= b.second && b.first <= a.second; });
        });
    }
    return (m_accepted & other.m_accepted).count(true) > 0;
}

} // namespace Loket
