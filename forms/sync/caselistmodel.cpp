// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/caselistmodel.h"

#include "forms/common/correction.h"
#include "forms/common/format.h"
#include "forms/common/texts.h"

namespace Loket {

using namespace Qt::StringLiterals;

namespace {
constexpr int kCasePage = 100;
}

CaseListModel::CaseListModel(Reader read, QObject *parent)
    : QAbstractTableModel(parent)
    , m_read(std::move(read))
{
}

void CaseListModel::reread(const QDateTime &now)
{
    beginResetModel();
    m_now = now;
    m_records = m_read(0, kCasePage);
    m_more = m_records.size() == kCasePage;
    endResetModel();
}

bool CaseListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more;
}

void CaseListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const QList<CaseRecord> page = m_read(m_records.last().deviceSeq, kCasePage);
    m_more = page.size() == kCasePage;
    if (page.isEmpty())
        return;
    beginInsertRows({}, int(m_records.size()), int(m_records.size() + page.size()) - 1);
    m_records += page;
    endInsertRows();
}

void CaseListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_records.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_records.size()) - 1, ColumnCount - 1));
}

int CaseListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int CaseListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CaseListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CaseRecord &one = m_records.at(index.row());
    if (role == CaseIdRole)
        return one.id.text();
    if (role == StateRole)
        return caseStateWord(one.state);
    if (role == CellRole::kTone)
        return index.column() == State ? QVariant(int(caseStateTone(one.state))) : QVariant();
    if (role == CellRole::kLook) {
        return int(index.column() == Reference                                 ? CellLook::Mono
                       : index.column() == Family                              ? CellLook::Strong
                       : index.column() == Reason || index.column() == SavedAt ? CellLook::Muted
                                                                               : CellLook::Normal);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Reference:
        return one.reference;
    case Family:
        return familyTitle(one.content);
    case Service:
        return codeLabel(u"service"_s, one.content.service);
    case SavedAt:
        return momentText(one.savedAt, m_now);
    case State:
        return caseStateText(one.state);
    case Reason:
        return one.reason;
    default:
        return {};
    }
}

QVariant CaseListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Reference:
        return tr("Reference");
    case Family:
        return tr("Family");
    case Service:
        return tr("Service");
    case SavedAt:
        return tr("Saved");
    case State:
        return tr("State");
    case Reason:
        return tr("What the centre says");
    default:
        return {};
    }
}

} // namespace Loket
