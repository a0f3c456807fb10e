// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cells.h"
#include "model/dues/calctexts.h"

#include <QAbstractTableModel>

namespace Loket {

/// The steps of a sum: what, how, how much, by which source.
class CalcStepsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Step, Sum, Value, Source, Why, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSteps(const QList<CalcStep> &steps);
    const CalcLine &line(int row) const { return m_lines.at(row); }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<CalcStep> m_steps;
    QList<CalcLine> m_lines;
};

} // namespace Loket
