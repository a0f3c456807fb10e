// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "model/store/views.h"

class QLabel;

namespace Loket {

class Navigator;
class Office;

/// "Perlu tindakan": cases that the centre sent back, with its reason and the way to mend them.
class ActionCard : public CardFrame
{
    Q_OBJECT

public:
    ActionCard(Office &office, Navigator &navigator, QWidget *parent = nullptr);

    void reread();
    int count() const { return int(m_cases.size()); }

protected:
    void changeEvent(QEvent *) override;

private:
    void rebuild();
    QWidget *entry(const CaseRecord &record);

    Office &m_office;
    Navigator &m_navigator;
    QList<CaseRecord> m_cases;
    QString m_failure;
    QWidget *m_content = nullptr;
};

} // namespace Loket
