// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace Loket {

/// An amount, "Rp140.000", right-aligned with figures of equal width.
class MoneyLabel : public QLabel
{
    Q_OBJECT

public:
    explicit MoneyLabel(QWidget *parent = nullptr);
    void setAmount(qint64 rupiah);
    qint64 amount() const { return m_amount; }

private:
    qint64 m_amount = 0;
};

} // namespace Loket
