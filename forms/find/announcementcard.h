// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "model/store/centreinbox.h"

class QLabel;
class QPushButton;

namespace Loket {

class Navigator;
class Office;
class Pill;

/// What the centre announces: one message at a time, in the language of the window, until somebody says that
/// it was read. Not there when there is none.
class AnnouncementCard : public CardFrame
{
    Q_OBJECT

public:
    AnnouncementCard(Office &office, Navigator &navigator, QWidget *parent = nullptr);

    void reread();

protected:
    void changeEvent(QEvent *) override;

private:
    void fill();
    void markRead();

    Office &m_office;
    Navigator &m_navigator;
    QList<Announcement> m_list;
    Pill *m_level;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_until;
    QPushButton *m_read;
};

} // namespace Loket
