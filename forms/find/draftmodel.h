// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cells.h"
#include "model/store/views.h"

#include <QAbstractTableModel>

namespace Loket {

/// Drafts of the officer at work, newest first. A draft that is being thrown away is hidden until that is
/// done or taken back.
class DraftModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, SavedAt, Discard, ColumnCount };
    enum Role { DraftIdRole = CellRole::kFirstOwn };

    explicit DraftModel(QObject *parent = nullptr);

    void setDrafts(const QList<DraftSummary> &drafts, const QDateTime &now);
    void hide(const QString &id);
    void showAgain(const QString &id);
    const DraftSummary &draft(int row) const { return m_shown.at(row); }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refill();

    QList<DraftSummary> m_all;
    QList<DraftSummary> m_shown;
    QStringList m_hidden;
    QDateTime m_now;
};

} // namespace Loket
