// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cells.h"
#include "model/store/cardviews.h"

#include <QAbstractTableModel>

namespace Loket {

/// The history of the blank cards, newest first.
class StockModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Event, Blank, Change, Detail, By, ColumnCount };

    explicit StockModel(QObject *parent = nullptr);

    /// `officers`: names by id.
    void setEntries(const QList<StockEntry> &entries, const QDateTime &now,
                    const QHash<QString, QString> &officers);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const StockEntry &entry, int column) const;

    QList<StockEntry> m_entries;
    QDateTime m_now;
    QHash<QString, QString> m_officers;
};

} // namespace Loket
