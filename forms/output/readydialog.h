// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/output/paperdialog.h"
#include "model/print/readymessage.h"

#include <QDialog>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Loket {

class CodeView;
class KeyButton;

/// What the applicant takes home: the text beside a large code to photograph. Ctrl+C copies the text, Ctrl+P
/// prints a slip, Esc closes.
class ReadyDialog : public QDialog
{
    Q_OBJECT

public:
    /// Of a saved case, or with an empty `caseId` of the family `kk`.
    ReadyDialog(const QString &caseId, const QString &kk, Office &office, Dialogs &dialogs,
                const PaperServices &services, QWidget *parent = nullptr);

    QString text() const; ///< empty: there is nothing to tell
    void copy();
    void print();

protected:
    void keyPressEvent(QKeyEvent *) override;
    void changeEvent(QEvent *) override;

private:
    std::optional<ReadyFacts> load();
    void build();
    void reread();

    const QString m_caseId;
    const QString m_kk;
    Office &m_office;
    Dialogs &m_dialogs;
    const PaperServices m_services;
    std::optional<ReadyFacts> m_facts;
    QString m_failure;
    QLabel *m_title = nullptr;
    QLabel *m_hint = nullptr;
    CodeView *m_code = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_said = nullptr;
    QPushButton *m_close = nullptr;
    KeyButton *m_copy = nullptr;
    KeyButton *m_print = nullptr;
};

/// The slip with text and code, to print or save.
class ReadyPaper : public PaperDialog
{
    Q_OBJECT

public:
    ReadyPaper(const ReadyFacts &facts, Office &office, Dialogs &dialogs, const PaperServices &services,
               QWidget *parent = nullptr);

protected:
    Paper load() override;
    std::shared_ptr<const PrintDocument> document(int copy) override;
    QStringList choices() const override;
    QString choiceLabel() const override;

private:
    const ReadyFacts m_facts;
};

} // namespace Loket
