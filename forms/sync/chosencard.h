// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "model/store/outboxview.h"

#include <optional>

class QLabel;
class QPushButton;

namespace Loket {

class FactGrid;
class Navigator;
class Office;

/// The case that is chosen in the list: where it is, why it waits, what can be done.
class ChosenCard : public CardFrame
{
    Q_OBJECT

public:
    ChosenCard(Office &office, Navigator &navigator, QWidget *parent = nullptr);

    void show(const std::optional<OutboxLine> &line); ///< none: hides

protected:
    void changeEvent(QEvent *) override;

private:
    void fill();
    void retry();

    Office &m_office;
    Navigator &m_navigator;
    std::optional<OutboxLine> m_line;
    QLabel *m_title;
    FactGrid *m_facts;
    QPushButton *m_retry;
    QPushButton *m_correct;
    QPushButton *m_family;
    QPushButton *m_receipt;
};

} // namespace Loket
