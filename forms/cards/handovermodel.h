// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cells.h"
#include "model/store/cardviews.h"

#include <QAbstractTableModel>

namespace Loket {

/// Printed cards that wait for their owners, or those that were collected.
class HandOverModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Nik, CardNumber, PrintedOn, State, ColumnCount };

    explicit HandOverModel(QObject *parent = nullptr);

    /// `typed`: what was looked for, which is not masked. Printed before `overdueBefore`: overdue.
    void setWaiting(const QList<PrintRecord> &cards, const QString &typed, QDate overdueBefore);
    void setHanded(const QList<HandedCard> &cards, const QString &typed);
    const HandedCard &card(int row) const { return m_cards.at(row); }
    bool isOverdue(int row) const;
    int rowOf(qint64 print) const; ///< -1: none
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const HandedCard &card, int column) const;

    QList<HandedCard> m_cards; ///< `given` is empty while a card waits
    QString m_typed;
    QDate m_overdueBefore; ///< null: they were collected
};

/// "sendiri", "keluarga: Bima", "surat kuasa: Joko".
QString collectorText(const HandOverInput &given);

} // namespace Loket
