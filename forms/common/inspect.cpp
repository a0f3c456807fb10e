// SPDX-License-Identifier: Apache-2.0
#include "forms/common/inspect.h"

#include "forms/common/inspectparts.h"
#include "forms/common/keyhint.h"
#include "forms/common/pill.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>

namespace Loket {

using namespace Qt::StringLiterals;

namespace Inspecting {

bool isInside(const QWidget *widget)
{
    if (widget->objectName().startsWith("qt_"_L1))
        return true;
    const QWidget *parent = widget->parentWidget();
    if (!parent)
        return false;
    if (qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QComboBox *>(parent)
        || qobject_cast<const QAbstractSpinBox *>(parent))
        return true;
    // Scroll bars, viewport, headers and corner belong to the area; what lies in a QScrollArea is the page's.
    return qobject_cast<const QAbstractScrollArea *>(parent);
}

QList<QWidget *> ownWidgets(QWidget &window)
{
    QList<QWidget *> own = {&window};
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        bool isOwn = widget->isVisibleTo(&window) && widget->window() == window.window();
        for (const QWidget *at = widget; isOwn && at != &window; at = at->parentWidget()) {
            // A viewport is an inside, but the widget that a QScrollArea shows in it is not.
            const bool isViewport = at != widget && isInside(at);
            isOwn = isViewport || !isInside(at);
            if (at != widget && qobject_cast<const QAbstractItemView *>(at))
                isOwn = false;
            if (qobject_cast<const QComboBox *>(at) && at != widget)
                isOwn = false;
        }
        if (isOwn)
            own += widget;
    }
    return own;
}

QString pathOf(const QWidget *widget)
{
    QStringList names;
    for (const QWidget *at = widget; at; at = at->parentWidget()) {
        const QString type = QString::fromLatin1(at->metaObject()->className()).remove("Loket::"_L1);
        if (!at->objectName().isEmpty() && !at->objectName().startsWith("qt_"_L1))
            names.prepend(at->objectName());
        else if (at == widget)
            names.prepend(type);
        if (at->isWindow())
            break;
    }
    return names.join(u'/');
}

QString wordsOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *pill = qobject_cast<const Pill *>(widget))
        return pill->text();
    if (const auto *key = qobject_cast<const KeyHint *>(widget))
        return key->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->text().isEmpty() ? edit->placeholderText() : edit->text();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    return {};
}

static bool mayLieOver(const QWidget *widget)
{
    return widget->property("floats").toBool() || widget->isWindow();
}

void findOverlaps(QWidget *parent, QList<Finding> &found)
{
    QList<QWidget *> shown;
    for (QObject *child : parent->children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        if (widget && widget->isVisibleTo(parent) && !mayLieOver(widget) && !isInside(widget)
            && !widget->size().isEmpty())
            shown += widget;
    }
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const QRect box = shown.at(i)->geometry();
        const QRect room = parent->rect();
        if (!room.contains(box) && !isInside(parent)) {
            found += {u"outside"_s, pathOf(shown.at(i)),
                      u"%1x%2 at %3,%4 in %5x%6"_s.arg(box.width())
                          .arg(box.height())
                          .arg(box.x())
                          .arg(box.y())
                          .arg(room.width())
                          .arg(room.height())};
        }
        for (qsizetype k = i + 1; k < shown.size(); ++k) {
            const QRect common = box & shown.at(k)->geometry();
            if (!common.isEmpty()) {
                found += {u"overlap"_s, pathOf(shown.at(i)),
                          u"%1x%2 pixels under %3"_s.arg(common.width())
                              .arg(common.height())
                              .arg(pathOf(shown.at(k)))};
            }
        }
    }
}

void findNameless(QWidget *widget, QList<Finding> &found)
{
    if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isEnabled() || widget->focusProxy())
        return;
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    const QString name = interface ? interface->text(QAccessible::Name) : widget->accessibleName();
    if (name.trimmed().isEmpty())
        found += {u"name"_s, pathOf(widget), u"takes the focus without a name"_s};
}

void findSmallTargets(QWidget *widget, QList<Finding> &found)
{
    constexpr int least = 24;
    const bool isTarget = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
        || qobject_cast<QComboBox *>(widget);
    if (isTarget && widget->isEnabled() && (widget->width() < least || widget->height() < least))
        found += {u"target"_s, pathOf(widget), u"%1x%2"_s.arg(widget->width()).arg(widget->height())};
}

} // namespace Inspecting

QList<Finding> inspectWindow(QWidget &window)
{
    using namespace Inspecting;
    // What was just changed is laid out first: a scroll bar that comes changes the width beside it.
    for (int pass = 0; pass < 3; ++pass)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QList<Finding> found;
    const QList<QWidget *> widgets = ownWidgets(window);
    for (QWidget *widget : widgets) {
        findCutText(widget, found);
        findOverlaps(widget, found);
        findNameless(widget, found);
        findSmallTargets(widget, found);
    }
    findWrongOrder(window, found);
    findPoorContrast(window, widgets, found);
    return found;
}

QString findingsText(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines += finding.line();
    return lines.join(u'\n');
}

} // namespace Loket
