// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/outboxview.h"

#include <QWidget>

#include <array>

class QToolButton;

namespace Loket {

/// All · waiting · needs a person: which cases a list shows. Tab reaches each, Space chooses.
class FilterStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FilterStrip(QWidget *parent = nullptr);

    OutboxFilter filter() const { return m_filter; }
    void choose(OutboxFilter filter);

Q_SIGNALS:
    void chosen(Loket::OutboxFilter filter);

protected:
    void changeEvent(QEvent *) override;

private:
    void retranslate();

    std::array<QToolButton *, 3> m_buttons{};
    OutboxFilter m_filter = OutboxFilter::All;
};

} // namespace Loket
