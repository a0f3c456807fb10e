// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "model/store/cardviews.h"

class QLabel;

namespace Loket {

/// How many blank cards of one kind are left, and where the others went.
class StockCard : public CardFrame
{
    Q_OBJECT

public:
    explicit StockCard(QWidget *parent = nullptr);

    /// `few`: fewer than this are told.
    void set(const StockLevel &level, int few);

private:
    QLabel *m_left;
    QLabel *m_rest;
};

/// "left 12 of the white cards: few", for pages that only warn; empty: enough of everything that is kept.
QString fewCardsText(const QList<StockLevel> &levels, int few);

} // namespace Loket
