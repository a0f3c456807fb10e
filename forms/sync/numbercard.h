// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"

class QLabel;

namespace Loket {

class FactGrid;
class Office;

/// The blocks of card numbers that this counter can still give, and until when.
class NumberCard : public CardFrame
{
    Q_OBJECT

public:
    explicit NumberCard(Office &office, QWidget *parent = nullptr);

    void reread();

protected:
    void changeEvent(QEvent *) override;

private:
    Office &m_office;
    FactGrid *m_blocks;
    QLabel *m_none;
};

} // namespace Loket
