// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"

class QLineEdit;
class QStandardItemModel;

namespace Loket {

class ListTable;

/// The calculators to choose from. What is typed into the line above narrows the list; ↑↓ choose while
/// typing, Enter goes on to the fields.
class CalcList : public CardFrame
{
    Q_OBJECT
public:
    explicit CalcList(QWidget *parent = nullptr);

    QString current() const;
    void setCurrent(const QString &name); ///< shows the whole list again
    void focusFilter();
    void retranslate();

Q_SIGNALS:
    void chosen(const QString &name); ///< another one is current
    void entered();                   ///< Enter: on to its fields

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refill();
    void choose(int row);

    QLineEdit *m_filter;
    ListTable *m_table;
    QStandardItemModel *m_model;
    QString m_current;
    bool m_isFilling = false;
};

} // namespace Loket
