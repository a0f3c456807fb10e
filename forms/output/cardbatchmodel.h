// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cells.h"

#include <QAbstractTableModel>

namespace Loket {

class CardBatchDesk;

/// The cards of a batch with what became of each.
class CardBatchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Name, Card, State, ColumnCount };

    explicit CardBatchModel(const CardBatchDesk &desk, QObject *parent = nullptr);

    void relist();
    void restate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Words {
        QString text;
        QString more; ///< the whole sentence
        Tone tone = Tone::Neutral;
    };
    Words wordsOf(int row) const;

    const CardBatchDesk &m_desk;
};

} // namespace Loket
