// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace Loket {

class Dialogs;
class HandOverPage;
class Navigator;
class Office;
class RoomStrip;

/// The place "Kartu": cards to print, cards to collect, blank cards. Ctrl+PgDn and Ctrl+PgUp walk through
/// them.
class CardRoom : public Page
{
    Q_OBJECT

public:
    enum Room { ToPrint, ToCollect, Stock };

    CardRoom(Office &office, Navigator &navigator, Dialogs &dialogs, QWidget *parent = nullptr);

    void show(Room room);
    Page *current() const;

    QString title() const override;
    bool can(Act) const override;
    void perform(Act) override;
    void cameToFront() override;
    void leaving() override;

protected:
    void changeEvent(QEvent *) override;

private:
    void retranslate();
    void applyMetrics();

    Office &m_office;
    QWidget *m_top;
    RoomStrip *m_strip;
    QWidget *m_unclear; ///< prints of which nobody knows whether they came out
    QLabel *m_howMany;
    QPushButton *m_settle;
    QStackedWidget *m_stack;
    HandOverPage *m_handOver;
};

} // namespace Loket
