// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/icons.h"

#include <QToolButton>

namespace Loket {

/// One place of the rail: picture, word, and a count.
class NavButton : public QToolButton
{
    Q_OBJECT

public:
    explicit NavButton(Icon icon, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setCount(int count);
    void applyMetrics();

protected:
    void paintEvent(QPaintEvent *) override;

private:
    void nameIt();

    Icon m_icon;
    int m_count = 0;
};

} // namespace Loket
