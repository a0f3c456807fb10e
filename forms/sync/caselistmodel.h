// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cells.h"
#include "model/store/outboxview.h"

#include <QAbstractTableModel>

#include <functional>

namespace Loket {

/// Saved cases of this counter, newest first, with where each one is. Fetches further pages when the list is
/// scrolled.
class CaseListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Reference, Family, Service, SavedAt, State, Way, ColumnCount };
    enum Role { CaseIdRole = CellRole::kFirstOwn, StateRole };
    /// Reads cases below a device_seq (0: the newest), as Office::outbox does.
    using Reader = std::function<QList<OutboxLine>(qint64 before, int limit)>;

    explicit CaseListModel(Reader read, QObject *parent = nullptr);

    void reread(const QDateTime &now);
    const OutboxLine &line(int row) const { return m_lines.at(row); }
    int rowOf(const CaseId &id) const; ///< among those fetched; -1: none
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    Reader m_read;
    QList<OutboxLine> m_lines;
    QDateTime m_now;
    bool m_more = false;
};

} // namespace Loket
