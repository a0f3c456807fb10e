// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/capture/ink.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;

namespace Loket {

class ApplicantScreen;
class InkPad;
class KeyButton;

/// "Tanda tangan": the applicant signs what is agreed to, on this screen or on the applicant's. Enter takes
/// it, Ctrl+Z takes the last stroke back, Del begins again, Esc gives up.
class SignatureDialog : public QDialog
{
    Q_OBJECT

public:
    /// `who` signs `statement`. `screen` may be null or off; else it asks there as long as this dialog is
    /// open.
    SignatureDialog(const QString &who, const QString &statement, ApplicantScreen *screen,
                    QWidget *parent = nullptr);
    ~SignatureDialog() override;

    Ink &ink() { return m_ink; }

Q_SIGNALS:
    void signatureReady(const QByteArray &png); ///< once, before accepted()

public Q_SLOTS:
    void accept() override;

protected:
    void keyPressEvent(QKeyEvent *) override;
    void changeEvent(QEvent *) override;

private:
    void askHere();
    void retranslate();
    void refresh();

    const QString m_who;
    QPointer<ApplicantScreen> m_screen;
    Ink m_ink;
    bool m_isFinished = false; // the applicant says so
    QString m_trouble;
    InkPad *m_pad;
    QLabel *m_statement;
    QLabel *m_hint;
    QPushButton *m_clear;
    QPushButton *m_cancel;
    KeyButton *m_accept;
};

} // namespace Loket
