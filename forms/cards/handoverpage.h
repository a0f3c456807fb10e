// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/page.h"
#include "model/base/failure.h"

#include <QFuture>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace Loket {

class CardFrame;
class Dialogs;
class EmptyState;
class FilterField;
class HandOverModel;
class KeyButton;
class ListTable;
class Navigator;
class Office;
class RoomStrip;

/// Printed cards that nobody collected yet, those that were collected, and those of which nobody knows
/// whether they came out. Enter hands one over; what was ticked by mistake is taken back with a reason.
class HandOverPage : public Page
{
    Q_OBJECT

public:
    HandOverPage(Office &office, Navigator &navigator, Dialogs &dialogs, QWidget *parent = nullptr);
    ~HandOverPage() override;

    QString title() const override;
    bool can(Act) const override;
    void perform(Act) override;
    void cameToFront() override;

    void showUnclear(); ///< cards of which nobody knows whether they came out
    void handOver();    ///< the chosen card; asks who takes it
    void takeBack();    ///< the chosen card was not collected after all; asks why
    void sayFate();     ///< of a card sent to the printer: came out, did not, or spoilt
    void spoil();       ///< the chosen card is no use; asks what happened
    void printList();   ///< what is listed, as a sheet

protected:
    void changeEvent(QEvent *) override;

private:
    enum Which { Waiting, Collected, Unclear };
    Which which() const;
    void open(); ///< what Enter does with the chosen card
    void told(const QFuture<Outcome<bool>> &answer, const QString &said);
    void build();
    QWidget *buildSide();
    void reread();
    void showCurrent();
    void retranslate();

    Office &m_office;
    Navigator &m_navigator;
    Dialogs &m_dialogs;
    HandOverModel *m_model;
    CardFrame *m_card;
    RoomStrip *m_which = nullptr;
    FilterField *m_find = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_none = nullptr;
    ListTable *m_table = nullptr;
    CardFrame *m_chosen = nullptr;
    QLabel *m_facts = nullptr;
    KeyButton *m_give = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_spoil = nullptr;
    KeyButton *m_print = nullptr;
    QPushButton *m_family = nullptr;
    QString m_failure;
};

} // namespace Loket
