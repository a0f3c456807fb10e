// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cells.h"
#include "model/print/cardbuild.h"
#include "model/services/assess.h"

#include <QAbstractTableModel>

namespace Loket {

/// Members of families that this counter registered, with whether their card can be printed. Printable ones
/// first, else as given.
class CardsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, CardNumber, Family, Status, Printable, ColumnCount };
    enum Role { CardNumberRole = CellRole::kFirstOwn, FamilyKkRole, IsPrintableRole };

    explicit CardsModel(QObject *parent = nullptr);

    void setFamilies(const QList<FamilyView> &families, const Context &context);
    const MemberView &member(int row) const { return m_rows.at(row).member; }
    QString kk(int row) const { return m_rows.at(row).kk; }
    const CardStanding &standing(int row) const { return m_rows.at(row).standing; }
    int printable() const { return m_printable; }
    QStringList printableCards() const; ///< their numbers
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        MemberView member;
        QString kk;
        QString head;
        CardStanding standing;
    };
    QList<Row> m_rows;
    int m_printable = 0;
};

} // namespace Loket
