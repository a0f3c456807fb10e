// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"

#include <array>

class QGridLayout;
class QLabel;

namespace Loket {

class Office;

/// "Hari ini": what this counter did today and what waits.
class TodayCard : public CardFrame
{
    Q_OBJECT

public:
    explicit TodayCard(Office &office, QWidget *parent = nullptr);

    void reread();

protected:
    void changeEvent(QEvent *) override;

private:
    void retranslate();

    Office &m_office;
    std::array<QLabel *, 4> m_figures{};
    std::array<QLabel *, 4> m_words{};
    QLabel *m_cards; ///< few blank cards, cards that nobody collects; hidden: neither
};

} // namespace Loket
