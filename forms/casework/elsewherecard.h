// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "model/print/sheetfacts.h"

class QLabel;
class QPushButton;

namespace Loket {

class CaseDraft;

/// Why a service can't be done at this counter and where the person must go (rulebook, table `elsewhere`, and
/// the channels that offer it). Hidden as long as the counter offers the service.
class ElsewhereCard : public CardFrame
{
    Q_OBJECT
public:
    explicit ElsewhereCard(CaseDraft &draft, QWidget *parent = nullptr);

    QPushButton *printButton() const { return m_print; }
    SheetFacts sheet() const;

Q_SIGNALS:
    void printWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    CaseDraft &m_draft;
    QString m_whyText;
    QString m_whereText;
    QLabel *m_why;
    QLabel *m_where;
    QPushButton *m_print;
};

} // namespace Loket
