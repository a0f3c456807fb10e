// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace Loket {

/// The right-hand column of a page: cards below each other; scrolls only when they do not fit.
class SideColumn : public QScrollArea
{
    Q_OBJECT

public:
    explicit SideColumn(QWidget *parent = nullptr);

    void add(QWidget *card, int stretch = 0);
    void addStretch();

private:
    void applyMetrics();

    QWidget *m_content;
    QVBoxLayout *m_column;
};

/// The layout of a page: its margins, columns side by side. Follows the text size.
QHBoxLayout *pageLayout(QWidget *page);

} // namespace Loket
