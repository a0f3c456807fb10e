// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"

class QLabel;

namespace Loket {

class KeyButton;
class Navigator;
class Office;
class Pill;

/// What will soon keep this counter from beginning cases, or does so now: too much waits to be sent, or the
/// disk is nearly full. Not there while there is nothing to say.
class LimitCard : public CardFrame
{
    Q_OBJECT

public:
    LimitCard(Office &office, Navigator &navigator, QWidget *parent = nullptr);

    void reread();

protected:
    void changeEvent(QEvent *) override;

private:
    Office &m_office;
    Pill *m_level;
    QLabel *m_unsent;
    QLabel *m_disk;
    KeyButton *m_sync;
};

} // namespace Loket
