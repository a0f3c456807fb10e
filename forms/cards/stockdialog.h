// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/cardviews.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Loket {

class FieldBox;
class Office;

/// Notes blank cards that came, were spoilt, or were counted. Enter notes, Esc closes.
class StockDialog : public QDialog
{
    Q_OBJECT

public:
    StockDialog(Office &office, StockEvent kind, QWidget *parent);

public Q_SLOTS:
    void accept() override;

Q_SIGNALS:
    void noted(const QString &said); ///< it is on disk

private:
    void build();
    void refresh();
    std::optional<int> amount() const;
    StockLevel level() const; ///< of the chosen kind
    bool needsReason() const;

    Office &m_office;
    const StockEvent m_kind;
    QList<StockLevel> m_levels;
    bool m_busy = false;
    QComboBox *m_blank;
    QLineEdit *m_amount;
    QLineEdit *m_box;
    QComboBox *m_code;
    QLineEdit *m_reason;
    FieldBox *m_amountBox = nullptr;
    FieldBox *m_reasonBox = nullptr;
    QLabel *m_trouble = nullptr;
    QPushButton *m_yes = nullptr;
};

} // namespace Loket
