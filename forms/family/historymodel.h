// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cells.h"
#include "model/store/views.h"

#include <QAbstractTableModel>
#include <QHash>

namespace Loket {

/// What happened to one family, newest first.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Day, Service, State, Effect, Reference, Officer, ColumnCount };
    enum Role { CaseIdRole = CellRole::kFirstOwn };

    explicit HistoryModel(QObject *parent = nullptr);

    /// `names`: officers by their id; one who is not there is shown by id.
    /// `scheduled`: changes that are not in force yet; a line says from when its own are.
    void setHistory(const QList<HistoryLine> &lines, const QList<FieldChange> &scheduled,
                    const QHash<QString, QString> &names);
    const HistoryLine &line(int row) const { return m_lines.at(row); }
    std::optional<HistoryLine> lastCase() const; ///< none: the family had no case here
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<HistoryLine> m_lines;
    QHash<QString, QDate> m_effective; ///< by case: the first day of what it changes
    QHash<QString, QString> m_names;
};

} // namespace Loket
