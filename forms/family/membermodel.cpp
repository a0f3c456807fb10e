// SPDX-License-Identifier: Apache-2.0
#include "forms/family/membermodel.h"

#include "forms/common/format.h"
#include "forms/common/texts.h"
#include "model/domain/facilities.h"

namespace Loket {

using namespace Qt::StringLiterals;

QString familyPlaceText(const QList<MemberView> &members, qsizetype index)
{
    const MemberView &member = members.at(index);
    QString place = relationText(member.relation, member.kin);
    if (member.relation == "child"_L1) {
        const auto number = std::count_if(members.cbegin(), members.cbegin() + index + 1,
                                          [](const MemberView &one) { return one.relation == "child"_L1; });
        place = FamilyMemberModel::tr("Child no. %1").arg(number);
    }
    return member.citizenship == "WNA"_L1 ? place + u" · WNA"_s : place;
}

FamilyMemberModel::FamilyMemberModel(PhotoReader readPhoto, QObject *parent)
    : QAbstractTableModel(parent)
    , m_readPhoto(std::move(readPhoto))
{
}

void FamilyMemberModel::setFamily(const FamilyView &family, const FacilityIndex *facilities)
{
    beginResetModel();
    m_members = family.members;
    m_fktpNames.clear();
    m_photos.clear();
    for (const MemberView &one : m_members) {
        const auto facility = facilities ? facilities->facility(one.fktp) : std::nullopt;
        m_fktpNames += facility ? facility->name : one.fktp;
        m_photos += one.photo.isEmpty() ? QImage() : QImage::fromData(m_readPhoto(one.photo));
    }
    endResetModel();
}

void FamilyMemberModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_members.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_members.size()) - 1, ColumnCount - 1));
}

int FamilyMemberModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

int FamilyMemberModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString FamilyMemberModel::text(int row, int column) const
{
    const MemberView &one = m_members.at(row);
    switch (column) {
    case Name:
        return personName(one.name);
    case Relation:
        return familyPlaceText(m_members, row);
    case Nik:
        return one.nik.isEmpty() ? u"–"_s : one.nik;
    case Card:
        return one.card.isEmpty() ? u"–"_s : one.card;
    case Born:
        return dateText(one.birthDate);
    case Fktp:
        return m_fktpNames.at(row);
    case Status:
        return one.isPending ? tr("Waits for the centre") : memberStatusText(one.status);
    default:
        return {};
    }
}

QVariant FamilyMemberModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MemberView &one = m_members.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::AccessibleTextRole:
        return column == Photo ? (m_photos.at(index.row()).isNull() ? tr("no photo") : tr("photo"))
                               : text(index.row(), column);
    case CellRole::kPicture:
        return column == Photo ? QVariant(m_photos.at(index.row())) : QVariant();
    case CellRole::kLook:
        return int(column == Name                        ? CellLook::Strong
                       : column == Nik || column == Card ? CellLook::Mono
                                                         : CellLook::Normal);
    case CellRole::kTone:
        if (column != Status)
            return {};
        return int(one.isPending ? Tone::Info : memberStatusTone(one.status));
    case CardNumberRole:
        return one.card;
    case PendingRole:
        return one.isPending;
    default:
        return {};
    }
}

QVariant FamilyMemberModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Relation:
        return tr("Relation");
    case Nik:
        return tr("NIK");
    case Card:
        return tr("Card number");
    case Born:
        return tr("Born");
    case Fktp:
        return tr("FKTP");
    case Status:
        return tr("Status");
    default:
        return QString();
    }
}

} // namespace Loket
