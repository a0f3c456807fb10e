// SPDX-License-Identifier: Apache-2.0
#include "forms/sync/caselistmodel.h"

#include "forms/common/correction.h"
#include "forms/common/format.h"
#include "forms/common/texts.h"
#include "forms/sync/deliverytext.h"

#include <algorithm>

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
    m_lines = m_read(0, kCasePage);
    m_more = m_lines.size() == kCasePage;
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
    const QList<OutboxLine> page = m_read(m_lines.last().record.deviceSeq, kCasePage);
    m_more = page.size() == kCasePage;
    if (page.isEmpty())
        return;
    beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + page.size()) - 1);
    m_lines += page;
    endInsertRows();
}

int CaseListModel::rowOf(const CaseId &id) const
{
    const auto found = std::find_if(m_lines.cbegin(), m_lines.cend(),
                                    [&](const OutboxLine &line) { return line.record.id == id; });
    return found == m_lines.cend() ? -1 : int(found - m_lines.cbegin());
}

void CaseListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_lines.size()) - 1, ColumnCount - 1));
}

int CaseListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int CaseListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CaseListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CaseRecord &one = m_lines.at(index.row()).record;
    if (role == CaseIdRole)
        return one.id.text();
    if (role == StateRole)
        return caseStateWord(one.state);
    if (role == CellRole::kTone)
        return index.column() == State ? QVariant(int(caseStateTone(one.state))) : QVariant();
    if (role == CellRole::kLook) {
        return int(index.column() == Reference                              ? CellLook::Mono
                       : index.column() == Family                           ? CellLook::Strong
                       : index.column() == Way || index.column() == SavedAt ? CellLook::Muted
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
    case Way:
        return deliveryLine(m_lines.at(index.row()), m_now);
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
    case Way:
        return tr("What happens next");
    default:
        return {};
    }
}

} // namespace Loket
