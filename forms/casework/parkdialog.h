// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QDialog>

#include <functional>

class QPushButton;

namespace Loket {

class FieldBox;
class NoteEdit;
class SuggestEdit;

/// Asks for what goes with a draft that is put aside: a note for the back office, and until when the person
/// promised to bring what is missing.
class ParkDialog : public QDialog
{
    Q_OBJECT
public:
    using Answer = std::function<void(const QString &note, QDate promised)>;

    /// `answer` is called once when the officer agrees; `promised` may be null. The dialog goes by itself.
    ParkDialog(QDate today, const QString &note, Answer answer, QWidget *parent);

private:
    void accept() override;
    QDate promised() const;
    void refresh();

    const QDate m_today;
    Answer m_answer;
    NoteEdit *m_note;
    SuggestEdit *m_promised;
    FieldBox *m_promisedBox;
    QPushButton *m_yes;
};

} // namespace Loket
