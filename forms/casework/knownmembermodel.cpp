// SPDX-License-Identifier: Apache-2.0
#include "forms/casework/knownmembermodel.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"
#include "forms/family/membermodel.h"
#include "model/domain/facilities.h"

using namespace Qt::StringLiterals;

namespace Loket {

KnownMemberModel::KnownMemberModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void KnownMemberModel::setFamily(const FamilyView &family, const FacilityIndex *facilities,
                                 const QString &chosen)
{
    const bool isSameShape = m_members.size() == family.members.size();
    if (!isSameShape)
        beginResetModel();
    m_members = family.members;
    m_chosen = chosen;
    m_fktpNames.clear();
    for (const MemberView &one : m_members) {
        const auto facility = facilities ? facilities->facility(one.fktp) : std::nullopt;
        m_fktpNames += facility ? facility->name : one.fktp;
    }
    if (!isSameShape)
        endResetModel();
    else if (!m_members.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void KnownMemberModel::setNobody(const QString &words)
{
    if (m_nobody == words)
        return;
    beginResetModel();
    m_nobody = words;
    endResetModel();
}

int KnownMemberModel::rowOfNumber(int number) const
{
    const int row = number - 1 + first();
    return row >= 0 && row < rowCount() ? row : -1;
}

QString KnownMemberModel::keyAt(int row) const
{
    const int member = row - first();
    return member >= 0 && member < m_members.size() ? memberKey(m_members.at(member)) : QString();
}

int KnownMemberModel::rowOf(const QString &key) const
{
    if (key.isEmpty())
        return hasNobody() ? 0 : -1;
    for (int row = first(); row < rowCount(); ++row) {
        if (keyAt(row) == key)
            return row;
    }
    return -1;
}

int KnownMemberModel::rowNamed(const QString &typed) const
{
    for (int member = 0; member < m_members.size(); ++member) {
        const QString name = u' ' + m_members.at(member).name.simplified();
        if (!typed.trimmed().isEmpty() && name.contains(u' ' + typed, Qt::CaseInsensitive))
            return member + first();
    }
    return -1;
}

int KnownMemberModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size()) + first();
}

int KnownMemberModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString KnownMemberModel::text(int row, int column) const
{
    if (column == Number)
        return !m_isNumbered ? QString() : row == chosenRow() ? u"✓"_s : QString::number(row + 1 - first());
    const int member = row - first();
    if (member < 0)
        return column == Name ? m_nobody : QString();
    const MemberView &one = m_members.at(member);
    switch (column) {
    case Name:
        return personName(one.name);
    case Place:
        return familyPlaceText(m_members, member);
    case Born:
        return dateText(one.birthDate);
    case Nik:
        return one.nik.isEmpty() ? u"–"_s : one.nik;
    case Fktp:
        return m_fktpNames.at(member);
    default:
        return one.isPending ? tr("Waits for the centre") : memberStatusText(one.status);
    }
}

QVariant KnownMemberModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int column = index.column();
    const bool isChosen = m_isNumbered && index.row() == chosenRow();
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::AccessibleTextRole:
        if (column != Name)
            return text(index.row(), column);
        return isChosen ? tr("%1, chosen").arg(text(index.row(), column)) : text(index.row(), column);
    case CellRole::kTone:
        if (column == Status && index.row() >= first()) {
            const MemberView &one = m_members.at(index.row() - first());
            return int(one.isPending ? Tone::Info : memberStatusTone(one.status));
        }
        return {};
    case CellRole::kLook:
        return int(column == Nik                                          ? CellLook::Mono
                       : (column == Name || column == Number) && isChosen ? CellLook::Strong
                       : column == Number                                 ? CellLook::Muted
                                                                          : CellLook::Normal);
    default:
        return {};
    }
}

QVariant KnownMemberModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Place:
        return tr("Relation");
    case Born:
        return tr("Born");
    case Nik:
        return tr("NIK");
    case Fktp:
        return tr("FKTP");
    case Status:
        return tr("Status");
    default:
        return QString();
    }
}

} // namespace Loket
