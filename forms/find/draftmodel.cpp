// SPDX-License-Identifier: Apache-2.0
#include "forms/find/draftmodel.h"

#include "forms/common/format.h"
#include "forms/common/icons.h"
#include "forms/common/texts.h"

namespace Loket {

using namespace Qt::StringLiterals;

DraftModel::DraftModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void DraftModel::setDrafts(const QList<DraftSummary> &drafts, const QDateTime &now)
{
    m_all = drafts;
    m_now = now;
    refill();
}

void DraftModel::hide(const QString &id)
{
    m_hidden += id;
    refill();
}

void DraftModel::showAgain(const QString &id)
{
    m_hidden.removeAll(id);
    refill();
}

void DraftModel::refill()
{
    beginResetModel();
    m_shown.clear();
    for (const DraftSummary &one : m_all) {
        if (!m_hidden.contains(one.id))
            m_shown += one;
    }
    endResetModel();
}

void DraftModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_shown.size()) - 1, ColumnCount - 1));
}

int DraftModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int DraftModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DraftModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DraftSummary &one = m_shown.at(index.row());
    if (role == DraftIdRole)
        return one.id;
    switch (index.column()) {
    case Title:
        if (role == Qt::DisplayRole) {
            const QString service = codeLabel(u"service"_s, one.service);
            return one.title.isEmpty() ? service : tr("%1 · %2").arg(personName(one.title), service);
        }
        if (role == CellRole::kBold)
            return QVariant::fromValue(QList<int>{0, int(one.title.size())});
        break;
    case SavedAt:
        if (role == Qt::DisplayRole)
            return momentText(one.savedAt, m_now);
        if (role == CellRole::kLook)
            return int(CellLook::Muted);
        break;
    case Discard:
        if (role == CellRole::kIcon)
            return int(Icon::Delete);
        if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
            return tr("Discard draft (Del)");
        break;
    default:
        break;
    }
    return {};
}

QVariant DraftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Draft");
    case SavedAt:
        return tr("Saved");
    default:
        return QString();
    }
}

} // namespace Loket
