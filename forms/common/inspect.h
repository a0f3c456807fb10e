// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace Loket {

/// One thing that is wrong with a shown window.
struct Finding {
    QString rule;   ///< cut | overlap | outside | name | order | contrast | target
    QString widget; ///< path of object names and classes, outermost first
    QString what;   ///< the fact, with its numbers
    QString line() const { return rule + QStringLiteral(": ") + widget + QStringLiteral(": ") + what; }
};

/// Looks over a shown window (and what is visible in it) as a careful reviewer would:
/// - cut: words that do not fit their label, button, field, header or cell. Columns that a view names in its
///   property `mayShorten` (list of column numbers) are left out: their whole text is shown elsewhere. So are
///   columns that a ListTable had to shorten for text larger than 100 %.
/// - overlap, outside: visible siblings on top of each other, children beyond their parent.
/// - name: a control that takes the focus but has no accessible name.
/// - order: Tab leads from a control to one that is read before it (columns left to right, each from its
/// top).
/// - contrast: words under 4.5 : 1 against their ground (3 : 1 for large ones), measured on the picture.
/// - target: something to click smaller than 24 pixels.
/// Internals of Qt's own widgets and what lies over the page on purpose (property `floats`) are left out.
QList<Finding> inspectWindow(QWidget &window);

/// The findings as lines, for a test's message or the tour's log.
QString findingsText(const QList<Finding> &findings);

} // namespace Loket
