// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>
#include <QList>

namespace Loket {

/// Lays fields out like words of a text: in reading order, as many on a line as fit, each line filled to its
/// end by the stretch of its fields. So a form needs no drawn grid and text can grow.
class FieldFlow : public QLayout
{
public:
    explicit FieldFlow(QWidget *parent = nullptr);
    ~FieldFlow() override;

    /// `width`: the least it needs, in pixels at 100 % text (0: what it wants); `stretch`: its share of what
    /// is left on a line; `startsLine`: never behind another one.
    void addField(QWidget *field, int width, int stretch, bool startsLine = false);
    void insertField(int at, QWidget *field, int width, int stretch);
    void setGaps(int across, int down);
    /// Items of a line stand on its middle instead of its top.
    void setCentred(bool centred) { m_isCentred = centred; }

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_cells.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    struct Cell {
        QLayoutItem *item = nullptr;
        int width = 0;
        int stretch = 0;
        bool startsLine = false;
    };
    int arrange(const QRect &rect, bool move) const;
    qsizetype lineEnd(const QList<Cell> &shown, qsizetype first, int room, int *taken) const;
    int placeLine(const QList<Cell> &line, const QRect &room, int spare, bool move) const;
    int leastWidth(const Cell &cell) const;

    QList<Cell> m_cells;
    int m_across = 10;
    int m_down = 10;
    bool m_isCentred = false;
};

} // namespace Loket
