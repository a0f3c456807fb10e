// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/store/cardviews.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace Loket {

class FieldBox;
class Office;

/// Who takes a printed card: the participant, somebody of the family card, or another one with the letter
/// that the rulebook asks of an outsider. Enter hands it over, Esc closes.
class HandOverDialog : public QDialog
{
    Q_OBJECT

public:
    HandOverDialog(Office &office, const PrintRecord &card, QWidget *parent);

public Q_SLOTS:
    void accept() override;

Q_SIGNALS:
    void given(); ///< it is on disk

private:
    QString collector() const;
    bool needsLetter() const;
    void build();
    void refresh();

    Office &m_office;
    const PrintRecord m_print;
    bool m_busy = false;
    QList<QRadioButton *> m_who;
    QLineEdit *m_name;
    QLineEdit *m_letter;
    QComboBox *m_identity;
    QLineEdit *m_note;
    FieldBox *m_nameBox = nullptr;
    FieldBox *m_letterBox = nullptr;
    QLabel *m_trouble = nullptr;
    QPushButton *m_yes = nullptr;
};

} // namespace Loket
