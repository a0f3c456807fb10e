// SPDX-License-Identifier: Apache-2.0
#include "forms/calc/calcstepsmodel.h"

#include "forms/common/language.h"

namespace Loket {

using namespace Qt::StringLiterals;

void CalcStepsModel::setSteps(const QList<CalcStep> &steps)
{
    beginResetModel();
    m_steps = steps;
    m_lines = calcStepLines(steps, currentLanguage());
    endResetModel();
}

void CalcStepsModel::retranslate()
{
    setSteps(m_steps);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int CalcStepsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int CalcStepsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CalcStepsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CalcLine &line = m_lines.at(index.row());
    const bool hasRule = !line.rule.table.isEmpty();
    if (role == CellRole::kLook) {
        const bool isLast = index.row() == m_lines.size() - 1;
        switch (index.column()) {
        case Value:
            return int(CellLook::Strong);
        case Source:
            return int(CellLook::Muted);
        case Why:
            return int(CellLook::Link);
        default:
            return int(isLast && index.column() == Step ? CellLook::Strong : CellLook::Normal);
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Step:
        return line.label;
    case Sum:
        return line.sum;
    case Value:
        return line.value;
    case Source:
        return line.rule.source;
    case Why:
        return hasRule ? tr("Why?") : QString();
    default:
        return {};
    }
}

QVariant CalcStepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Step:
        return tr("Step");
    case Sum:
        return tr("Sum");
    case Value:
        return tr("Result");
    case Source:
        return tr("Source");
    default:
        return {};
    }
}

} // namespace Loket
