// SPDX-License-Identifier: Apache-2.0
#include "forms/capture/ink.h"

namespace Loket {

static constexpr qsizetype kMostPoints = 20'000; ///< a minute of a fast tablet; what comes after is not kept

void Ink::begin(const InkPoint &point)
{
    m_strokes.append(Stroke{point});
    Q_EMIT changed();
}

void Ink::extend(const InkPoint &point)
{
    qsizetype points = 0;
    for (const Stroke &stroke : m_strokes)
        points += stroke.size();
    if (m_strokes.isEmpty() || points >= kMostPoints || m_strokes.last().last() == point)
        return;
    m_strokes.last().append(point);
    Q_EMIT changed();
}

void Ink::takeBack()
{
    if (m_strokes.isEmpty())
        return;
    m_strokes.removeLast();
    Q_EMIT changed();
}

void Ink::clear()
{
    if (m_strokes.isEmpty())
        return;
    m_strokes.clear();
    Q_EMIT changed();
}

} // namespace Loket
