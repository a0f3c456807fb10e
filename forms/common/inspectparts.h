// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside of inspect*.cpp only.

#include "forms/common/inspect.h"

class QAbstractItemView;

namespace Loket::Inspecting {

/// Visible widgets that a page made itself: no scroll bars, viewports or other insides of Qt's widgets.
QList<QWidget *> ownWidgets(QWidget &window);
bool isInside(const QWidget *widget); ///< part of one of Qt's own compound widgets
QString pathOf(const QWidget *widget);
/// What a widget says; empty: nothing.
QString wordsOf(const QWidget *widget);

void findCutText(QWidget *widget, QList<Finding> &found);
void findOverlaps(QWidget *parent, QList<Finding> &found);
void findNameless(QWidget *widget, QList<Finding> &found);
void findSmallTargets(QWidget *widget, QList<Finding> &found);
void findWrongOrder(QWidget &window, QList<Finding> &found);
void findPoorContrast(QWidget &window, const QList<QWidget *> &widgets, QList<Finding> &found);

} // namespace Loket::Inspecting
