// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace Loket {

class CardBatchDesk;
class CardBatchModel;
class EmptyState;
class KeyButton;
class ListTable;

/// Prints a batch of cards: choose with Space, Ctrl+P prints or goes on from where it stands, Esc closes the
/// window while the printer goes on. Asks "did card N come out?" where nobody else can tell.
class CardBatch : public QDialog
{
    Q_OBJECT

public:
    explicit CardBatch(CardBatchDesk &desk, QWidget *parent = nullptr);

    void print(); ///< the chosen ones, or on from the first that waits
    void printFromCurrent();
    void done(int) override; ///< forgets a batch that is through

protected:
    void showEvent(QShowEvent *) override;
    void changeEvent(QEvent *) override;
    void keyPressEvent(QKeyEvent *) override;
    bool eventFilter(QObject *watched, QEvent *event) override; ///< Space in the list

private:
    void build();
    QWidget *makeTools();
    QWidget *makeQuestion();
    QWidget *makeFoot();
    void fillPrinters();
    void refresh();
    void retranslate();
    void printFrom(int row);
    void answer(bool cameOut);
    QString standing() const;
    QString message() const;

    CardBatchDesk &m_desk;
    CardBatchModel *m_model;
    QString m_trouble; ///< of the print service
    QLabel *m_title = nullptr;
    QLabel *m_standing = nullptr;
    QLabel *m_stockLabel = nullptr;
    QComboBox *m_stock = nullptr;
    QLabel *m_printerLabel = nullptr;
    QComboBox *m_printer = nullptr;
    QProgressBar *m_progress = nullptr;
    QStackedWidget *m_stack = nullptr;
    ListTable *m_table = nullptr;
    EmptyState *m_none = nullptr;
    QWidget *m_question = nullptr;
    QLabel *m_asked = nullptr;
    QPushButton *m_cameOut = nullptr;
    QPushButton *m_didNot = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_takeBack = nullptr;
    QPushButton *m_end = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_fromHere = nullptr;
    KeyButton *m_print = nullptr;
};

} // namespace Loket
