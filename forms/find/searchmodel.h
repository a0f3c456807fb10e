// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cells.h"
#include "model/store/views.h"

#include <QAbstractTableModel>

namespace Loket {

class FacilityIndex;

/// The participants found by one search. The typed part of a name is bold, a NIK is masked except for what
/// was typed.
class SearchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Nik, Born, Segment, CareClass, Fktp, Status, ColumnCount };
    enum Role { FamilyKkRole = CellRole::kFirstOwn, CaseIdRole, MemberIdRole };

    explicit SearchModel(QObject *parent = nullptr);

    /// `facilities` may be null: then codes are shown.
    void setAnswer(const SearchAnswer &answer, const QString &typed, const FacilityIndex *facilities);
    void clear();
    const SearchHit &hit(int row) const { return m_hits.at(row); }
    /// The one family that all hits belong to; empty: none or several.
    QString onlyFamily() const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Start and length of each part of `name` that a typed word begins a word of.
    static QList<int> matchedParts(const QString &name, const QString &typed);

private:
    QString text(const SearchHit &hit, int column) const;

    QList<SearchHit> m_hits;
    QStringList m_fktpNames;
    QString m_typed;
};

} // namespace Loket
