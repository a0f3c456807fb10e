// SPDX-License-Identifier: Apache-2.0
#include "forms/common/inspectparts.h"

#include <QWidget>

namespace Loket::Inspecting {

using namespace Qt::StringLiterals;

namespace {

bool takesTab(const QWidget *widget, const QWidget &window)
{
    return (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isEnabled()
        && widget->isVisibleTo(&window) && !widget->focusProxy() && !isInside(widget);
}

QList<QWidget *> ancestors(QWidget *widget, const QWidget &window)
{
    QList<QWidget *> line;
    for (QWidget *at = widget; at && at != &window; at = at->parentWidget())
        line.prepend(at);
    return line;
}

QRect placeOf(const QWidget *widget, const QWidget &window)
{
    return {widget->mapTo(&window, QPoint()), widget->size()};
}

/// Whether `second` is read before `first`: in the same row further left, else further up. Compared where the
/// two part ways, so that a card or column is read as a whole.
bool isReadBefore(QWidget *second, QWidget *first, const QWidget &window)
{
    const QList<QWidget *> a = ancestors(first, window);
    const QList<QWidget *> b = ancestors(second, window);
    qsizetype at = 0;
    while (at < a.size() && at < b.size() && a.at(at) == b.at(at))
        ++at;
    if (at == a.size() || at == b.size())
        return false; // one holds the other
    const QRect one = placeOf(a.at(at), window);
    const QRect two = placeOf(b.at(at), window);
    const int common = qMin(one.bottom(), two.bottom()) - qMax(one.top(), two.top()) + 1;
    const bool isSameRow = common * 2 > qMin(one.height(), two.height());
    return isSameRow ? two.right() <= one.left() : two.bottom() <= one.top();
}

} // namespace

void findWrongOrder(QWidget &window, QList<Finding> &found)
{
    QList<QWidget *> chain;
    QWidget *at = &window;
    do {
        if (at != &window && window.isAncestorOf(at) && takesTab(at, window))
            chain += at;
        at = at->nextInFocusChain();
    } while (at && at != &window);
    for (qsizetype i = 1; i < chain.size(); ++i) {
        if (isReadBefore(chain.at(i), chain.at(i - 1), window))
            found += {u"order"_s, pathOf(chain.at(i)),
                      u"comes after %1 but is read before it"_s.arg(pathOf(chain.at(i - 1)))};
    }
}

} // namespace Loket::Inspecting
