// SPDX-License-Identifier: Apache-2.0
#include "forms/family/historymodel.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"

namespace Loket {

using namespace Qt::StringLiterals;

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void HistoryModel::setHistory(const QList<HistoryLine> &lines, const QList<FieldChange> &scheduled,
                              const QHash<QString, QString> &names)
{
    beginResetModel();
    m_lines = lines;
    m_effective.clear();
    for (const FieldChange &change : scheduled) {
        QDate &first = m_effective[change.caseId];
        if (change.effective.isValid() && (!first.isValid() || change.effective < first))
            first = change.effective;
    }
    m_names = names;
    endResetModel();
}

std::optional<HistoryLine> HistoryModel::lastCase() const
{
    for (const HistoryLine &one : m_lines) {
        if (one.kind == HistoryLine::Kind::Case)
            return one;
    }
    return std::nullopt;
}

void HistoryModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_lines.size()) - 1, ColumnCount - 1));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryLine &one = m_lines.at(index.row());
    if (role == CaseIdRole)
        return one.caseId;
    const bool isCase = one.kind == HistoryLine::Kind::Case;
    if (role == CellRole::kTone)
        return index.column() == State && isCase ? QVariant(int(caseStateTone(one.state))) : QVariant();
    if (role == CellRole::kLook) {
        return int(index.column() == Reference ? CellLook::Mono
                       : index.column() == Day || index.column() == Officer || index.column() == Effect
                       ? CellLook::Muted
                       : CellLook::Normal);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Day:
        return longDateText(one.date);
    case Service:
        return one.kind == HistoryLine::Kind::CardPrinted ? tr("Card printed: %1").arg(one.detail)
            : one.kind == HistoryLine::Kind::DuesPaid ? tr("Dues paid until %1").arg(monthText(one.detail))
                                                      : codeLabel(u"service"_s, one.service);
    case State:
        return isCase ? caseStateText(one.state) : QString();
    case Effect: {
        const QDate from = isCase ? m_effective.value(one.caseId) : QDate();
        return from.isValid() ? tr("in force from %1").arg(longDateText(from)) : QString();
    }
    case Reference:
        // A reprint's reason is a code, any other reason an officer's words.
        return one.kind == HistoryLine::Kind::CardPrinted ? codeLabel(u"reprint-reason"_s, one.reference)
                                                          : one.reference;
    case Officer:
        return m_names.value(one.officer, one.officer);
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Day:
        return tr("Day");
    case Service:
        return tr("Service");
    case State:
        return tr("State");
    case Effect:
        return tr("In force");
    case Reference:
        return tr("Reference");
    case Officer:
        return tr("Officer");
    default:
        return {};
    }
}

} // namespace Loket
