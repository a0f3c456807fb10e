// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cells.h"
#include "model/store/views.h"

#include <QAbstractTableModel>
#include <QImage>

#include <functional>

namespace Loket {

class FacilityIndex;

/// The members of one family, head first. Their numbers are shown whole: the family is in front of the
/// officer.
class FamilyMemberModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Photo, Name, Relation, Nik, Card, Born, Fktp, Status, ColumnCount };
    enum Role { CardNumberRole = CellRole::kFirstOwn, PendingRole };
    /// Reads a photo by its "sha256:…" name; empty: not at hand.
    using PhotoReader = std::function<QByteArray(const QString &name)>;

    explicit FamilyMemberModel(PhotoReader readPhoto, QObject *parent = nullptr);

    void setFamily(const FamilyView &family, const FacilityIndex *facilities);
    const MemberView &member(int row) const { return m_members.at(row); }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    PhotoReader m_readPhoto;
    QList<MemberView> m_members;
    QStringList m_relations;
    QStringList m_fktpNames;
    QList<QImage> m_photos;
};

/// "Kepala", "Suami · WNA", "Anak ke-2": the member's place in the family.
QString familyPlaceText(const QList<MemberView> &members, qsizetype index);

} // namespace Loket
