// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"

class QLabel;

namespace Loket {

class Office;
class Pill;

/// Why no new case can be made here, since when, and what is still possible; or what will stop new cases
/// before long. Not there when there is nothing to say.
class WorkStopCard : public CardFrame
{
    Q_OBJECT

public:
    explicit WorkStopCard(Office &office, QWidget *parent = nullptr);

    void reread();

protected:
    void changeEvent(QEvent *) override;

private:
    Office &m_office;
    Pill *m_mark;
    QLabel *m_text;
    QLabel *m_reason;
    QLabel *m_since;
};

} // namespace Loket
