// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/page.h"
#include "model/store/cardviews.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace Loket {

class CardFrame;
class EmptyState;
class KeyButton;
class ListTable;
class Office;
class StockCard;
class StockModel;

/// Blank cards: what is left of each kind, and everything that happened to them.
class StockPage : public Page
{
    Q_OBJECT

public:
    explicit StockPage(Office &office, QWidget *parent = nullptr);
    ~StockPage() override;

    QString title() const override;
    void cameToFront() override;
    void note(StockEvent kind); ///< opens the dialog for it

protected:
    void changeEvent(QEvent *) override;

private:
    QWidget *buildSide();
    void reread();
    void retranslate();

    Office &m_office;
    StockModel *m_model;
    CardFrame *m_card;
    QStackedWidget *m_stack;
    EmptyState *m_none;
    ListTable *m_table;
    QWidget *m_levels = nullptr;
    QVBoxLayout *m_levelColumn = nullptr;
    QList<StockCard *> m_cards;
    CardFrame *m_acts = nullptr;
    QPushButton *m_received = nullptr;
    QPushButton *m_spoilt = nullptr;
    QPushButton *m_counted = nullptr;
    QLabel *m_said = nullptr;
    QPushButton *m_first = nullptr;
    QString m_failure;
};

} // namespace Loket
