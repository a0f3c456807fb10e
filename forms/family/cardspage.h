// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace Loket {

class CardFrame;
class CardsModel;
class EmptyState;
class KeyButton;
class ListTable;
class Navigator;
class Office;

/// Cards of the families that this counter registered: which can be printed, and what keeps the others.
class CardsPage : public Page
{
    Q_OBJECT

public:
    CardsPage(Office &office, Navigator &navigator, QWidget *parent = nullptr);
    ~CardsPage() override;

    QString title() const override;
    bool can(Act) const override;
    void perform(Act) override;
    void cameToFront() override;

protected:
    void changeEvent(QEvent *) override;

private:
    void reread();
    void print(int row);
    void showCurrent();
    void retranslate();

    Office &m_office;
    Navigator &m_navigator;
    CardsModel *m_model;
    CardFrame *m_card;
    QStackedWidget *m_stack;
    EmptyState *m_none;
    ListTable *m_table;
    CardFrame *m_chosen;
    QLabel *m_who;
    QLabel *m_why;
    KeyButton *m_print;
    QPushButton *m_family;
    QPushButton *m_several;
    QString m_failure;
};

} // namespace Loket
