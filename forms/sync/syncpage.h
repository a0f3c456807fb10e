// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/page.h"
#include "model/store/outboxview.h"

class QLabel;
class QStackedWidget;

namespace Loket {

class CardFrame;
class CaseListModel;
class ChosenCard;
class Dialogs;
class EmptyState;
class FilterStrip;
class LinkButton;
class ListTable;
class Navigator;
class NumberCard;
class Office;
class RunCard;
class WorkStopCard;

/// Where every case of this counter is and what happens next with it, the link to the centre, and what is
/// left of the card numbers.
class SyncPage : public Page
{
    Q_OBJECT

public:
    SyncPage(Office &office, Navigator &navigator, Dialogs &dialogs, QWidget *parent = nullptr);
    ~SyncPage() override;

    QString title() const override;
    bool can(Act) const override;
    void perform(Act) override;
    void cameToFront() override;

protected:
    void changeEvent(QEvent *) override;

private:
    void buildList();
    QWidget *buildSide();
    void reread();
    void showCurrent();
    void openCurrent(int row);
    void showAside();
    void retranslate();

    Office &m_office;
    Navigator &m_navigator;
    Dialogs &m_dialogs;
    CaseListModel *m_model;
    CardFrame *m_list;
    FilterStrip *m_filter;
    QStackedWidget *m_stack;
    ListTable *m_table;
    EmptyState *m_none;
    WorkStopCard *m_workStop;
    RunCard *m_run;
    ChosenCard *m_chosen;
    NumberCard *m_numbers;
    LinkButton *m_aside;
    LinkButton *m_conflicts;
    QLabel *m_late;
    QString m_failure;
};

} // namespace Loket
