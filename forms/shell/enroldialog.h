// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/failure.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace Loket {

class Dialogs;
class FieldBox;
class LinkButton;
class Office;

/// "Hubungkan ke pusat": address, certificate file and one-time code make a trial store a counter of a
/// centre. Says what happens with what was practised. Stays open while the centre is asked; Esc cancels
/// that first.
class EnrolDialog : public QDialog
{
    Q_OBJECT

public:
    EnrolDialog(Office &office, Dialogs &dialogs, QWidget *parent);

Q_SIGNALS:
    void done(); ///< the counter belongs to the centre now

protected:
    void reject() override;

private:
    FieldBox *field(const QString &label, const char *name);
    void layOut(QWidget *about);
    void chooseFile();
    void refresh();
    void start();
    void finish(const Outcome<Nothing> &answer);
    QString failureWords(const Failure &failure) const;

    Office &m_office;
    Dialogs &m_dialogs;
    bool m_isAsking = false;
    FieldBox *m_url;
    FieldBox *m_file;
    FieldBox *m_code;
    QPushButton *m_choose;
    QProgressBar *m_progress;
    QLabel *m_words;
    LinkButton *m_details;
    QString m_detail; ///< of the last failure, for support
    QPushButton *m_no;
    QPushButton *m_yes;
};

} // namespace Loket
