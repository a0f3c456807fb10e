// SPDX-License-Identifier: Apache-2.0
#include "forms/common/moneylabel.h"

#include "forms/common/format.h"

namespace Loket {

MoneyLabel::MoneyLabel(QWidget *parent)
    : QLabel(parent)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void MoneyLabel::setAmount(qint64 rupiah)
{
    m_amount = rupiah;
    setText(moneyText(rupiah));
}

} // namespace Loket
