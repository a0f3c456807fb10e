// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/page.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace Loket {

class CardFrame;
class CaseListModel;
class EmptyState;
class KeyButton;
class ListTable;
class Navigator;
class Office;
class Pill;

/// Where every case of this counter is, and "Sinkron sekarang" with its progress and outcome.
class SyncPage : public Page
{
    Q_OBJECT

public:
    SyncPage(Office &office, Navigator &navigator, QWidget *parent = nullptr);
    ~SyncPage() override;

    QString title() const override;
    bool can(Act) const override;
    void perform(Act) override;
    void cameToFront() override;

protected:
    void changeEvent(QEvent *) override;

private:
    QWidget *buildSide();
    void reread();
    void showState();
    void showCurrent();
    void openCurrent(int row);
    void retranslate();
    QString summaryText() const;

    Office &m_office;
    Navigator &m_navigator;
    CaseListModel *m_model;
    CardFrame *m_list;
    QStackedWidget *m_stack;
    ListTable *m_table;
    EmptyState *m_none;
    CardFrame *m_run;
    Pill *m_link;
    QLabel *m_waiting;
    QLabel *m_last;
    QProgressBar *m_progress;
    QLabel *m_outcome;
    KeyButton *m_start;
    QPushButton *m_cancel;
    CardFrame *m_chosen;
    QLabel *m_chosenTitle;
    QLabel *m_chosenReason;
    QPushButton *m_openFamily;
    QPushButton *m_receipt;
    QPushButton *m_correct;
    QString m_failure;
};

} // namespace Loket
