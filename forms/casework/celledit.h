// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/casework/suggestedit.h"

namespace Loket {

/// The editor of one cell of the member grid: tells the grid where to go on instead of moving the focus.
class CellEdit : public SuggestEdit
{
    Q_OBJECT
public:
    explicit CellEdit(QWidget *parent = nullptr);
    using SuggestEdit::closeList;

Q_SIGNALS:
    /// The cell is done; `key` is the key that ended it (Tab, Backtab, Return, Up, Down).
    void left(int key);
    /// More than one cell is being pasted.
    void rowsPasted();

protected:
    bool leaveBy(QKeyEvent *event) override;
    bool wantsEscape() const override { return true; }
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Loket
