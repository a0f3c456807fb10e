// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace Loket {

/// The keys of the program on one page (F1 or "?"); Esc closes it.
class HelpOverlay : public QDialog
{
    Q_OBJECT

public:
    explicit HelpOverlay(QWidget *parent);
};

} // namespace Loket
