// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/modules.h"

#include <QWidget>

namespace Loket {

/// A square code, dark on white whatever the theme is, as large as its room allows in whole pixels a module.
class CodeView : public QWidget
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent = nullptr);

    void setText(const QString &text); ///< too long for a code: nothing is shown
    bool isEmpty() const { return m_modules.columns == 0; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    Modules m_modules;
};

} // namespace Loket
