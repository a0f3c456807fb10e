// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cells.h"
#include "model/store/views.h"

#include <QAbstractTableModel>

namespace Loket {

class FacilityIndex;

/// The members of the family that a case is about, and which of them it concerns.
class KnownMemberModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, Name, Place, Born, Nik, Fktp, Status, ColumnCount };

    explicit KnownMemberModel(QObject *parent = nullptr);

    /// `facilities` may be null. `chosen`: memberKey(), may be empty.
    void setFamily(const FamilyView &family, const FacilityIndex *facilities, const QString &chosen);
    /// One of them can be chosen.
    void setNumbered(bool numbered) { m_isNumbered = numbered; }
    /// Words of a first row, number 0, that stands for none of them; empty: there is no such row.
    void setNobody(const QString &words);
    bool hasNobody() const { return !m_nobody.isEmpty(); }
    /// The row of a number as it is shown; -1: none.
    int rowOfNumber(int number) const;
    QString keyAt(int row) const;        ///< empty: of the first row for nobody, or there is no such row
    int rowOf(const QString &key) const; ///< -1: there is no such row
    int chosenRow() const { return rowOf(m_chosen); }
    /// The first row with a word of the name that begins with `typed`; -1: none.
    int rowNamed(const QString &typed) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;
    int first() const { return hasNobody() ? 1 : 0; } ///< the row of the first member

    QList<MemberView> m_members;
    QStringList m_fktpNames;
    QString m_chosen;
    QString m_nobody;
    bool m_isNumbered = false;
};

} // namespace Loket
