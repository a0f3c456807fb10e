// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"

#include <QString>

class QLabel;
class QWidget;

namespace Loket {

/// Sets a dynamic property that the style sheet selects on ("role", "tone") and has the widget drawn anew.
void setLook(QWidget *widget, const char *property, const QString &value);

/// "", "ok", "warning", "danger", "info": the words that the style sheet knows.
QString toneWord(Tone);

/// A label with a look of the style sheet: page | section | title | strong | label | muted | small | hint |
/// mono | monoMuted | error | figure.
QLabel *roleLabel(const QString &role, QWidget *parent, const QString &text = {});

/// Makes a dialog this large (pixels at a text size of 100 %), and at most as large as the window behind it.
void resizeOver(QWidget *dialog, int width, int height);

/// A line of one pixel across its layout.
QWidget *ruleLine(QWidget *parent);

} // namespace Loket
