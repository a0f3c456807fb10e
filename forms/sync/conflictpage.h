// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/page.h"
#include "model/services/caseservice.h"
#include "model/store/centreinbox.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace Loket {

class CardFrame;
class ConflictSheet;
class EmptyState;
class FieldBox;
class KeyButton;
class Navigator;
class NoteList;
class Office;

/// "Perlu keputusan": cases that the centre could not merge, with who made them and until when they should be
/// decided; beside the list both values of what differs, one choice a group, and the reason. Decided ones
/// stay below, with who decided and when.
class ConflictPage : public Page
{
    Q_OBJECT

public:
    ConflictPage(Office &office, Navigator &navigator, QWidget *parent = nullptr);
    ~ConflictPage() override;

    void choose(const QString &caseId); ///< empty: the first that is open

    QString title() const override;
    bool can(Act) const override;
    void perform(Act) override;
    void cameToFront() override;

protected:
    void changeEvent(QEvent *) override;

private:
    QWidget *buildDecision();
    void reread();
    void fillList();
    void showChosen();
    void refreshDecision();
    void decide();
    void finish(const Outcome<ConflictAnswer> &answer);
    QString decidedText(const ConflictView &one) const; ///< who, when, why
    const ConflictView *chosen() const;                 ///< null: none

    Office &m_office;
    Navigator &m_navigator;
    QList<ConflictView> m_conflicts;
    QList<int> m_rowOf; ///< row of the list -> index of m_conflicts; -1: a heading
    QString m_chosen;   ///< id of its case
    QString m_failure;
    CardFrame *m_listCard;
    NoteList *m_list;
    CardFrame *m_card;
    QStackedWidget *m_stack;
    EmptyState *m_none;
    ConflictSheet *m_sheet;
    QLabel *m_about;
    FieldBox *m_reason;
    QLineEdit *m_reasonEdit;
    QLabel *m_result;
    KeyButton *m_decide;
    QPushButton *m_correct;
};

} // namespace Loket
