// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/tokens.h"
#include "forms/output/paperservices.h"
#include "forms/output/printchoices.h"
#include "model/print/paperworld.h"
#include "model/store/cardviews.h"

#include <QDialog>

#include <functional>
#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace Loket {

class Dialogs;
class KeyButton;
class Office;
class PaperView;
class Pill;
class PrintDocument;
struct PrintLine;

/// Shows a paper as it will be printed, prints it (Ctrl+P) or saves it as PDF (Ctrl+S); Esc closes. What
/// becomes of the print is told here as long as the window is open; the PrintDesk sees it through in any
/// case.
class PaperDialog : public QDialog
{
    Q_OBJECT

public:
    /// A paper is being noted or saved, or is on its way to the printer.
    bool isBusy() const { return m_busy || isUnderWay(); }

public Q_SLOTS:
    void print();
    void savePdf();
    void reload(); ///< reads the office again

protected:
    /// What is printed, as the store knows it now.
    struct Paper {
        QString title;     ///< of the window
        QString subject;   ///< whose it is
        QString what;      ///< "receipt", "card": key of the print log
        QString reference; ///< in the print log
        QString mark;      ///< state of what is printed, shown as a pill
        Tone markTone = Tone::Neutral;
        QString refusal; ///< why it can't be printed; empty: it can
        int printedBefore = 0;
        bool saysCopy = false; ///< a reprint says so on the paper
        PaperKind kind = PaperKind::Leaflet;
    };

    PaperDialog(Office &office, Dialogs &dialogs, const PaperServices &services, QWidget *parent);

    virtual Paper load() = 0;
    /// The paper for its `copy`-th reprint (0: the first), on the chosen stock. Only after a load() without
    /// refusal.
    virtual std::shared_ptr<const PrintDocument> document(int copy) = 0;
    /// Makes the paper when its place in the log is known, perhaps after this window was closed: everything
    /// it needs is in it. A paper that says which copy it is overrides this.
    virtual std::function<std::shared_ptr<const PrintDocument>(int copy)> printout();
    /// What the print log is told; a kind of paper adds what it knows.
    virtual PrintInput input() const;
    /// Where an officer has still to say something before this is printed or saved; null: nowhere.
    virtual QWidget *firstAsked() const { return nullptr; }
    virtual QStringList choices() const = 0; ///< papers or stocks to choose from
    virtual QString choiceLabel() const = 0;

    int choice() const; ///< index into choices()
    Office &office() const { return m_office; }
    const PaperServices &services() const { return m_services; }
    PaperWorld world() const;
    void refresh();
    void addPanel(QWidget *panel); ///< above the preview

    void showEvent(QShowEvent *) override; ///< the focus where Enter goes on
    void changeEvent(QEvent *) override;
    void keyPressEvent(QKeyEvent *) override;

private:
    void build();
    QWidget *makeHead();
    QWidget *makeTools();
    QWidget *makeFoot();
    void retranslate();
    void fillPrinters();
    void readPrinters(); ///< again from the system
    void writePdf(const QString &path);
    void done(const QString &said, bool isTrouble);
    const PrintLine *sent() const; ///< what was printed last from here; null: nothing
    bool isUnderWay() const;
    void showSent();
    void focusTheWay(); ///< where Enter goes on

    Office &m_office;
    Dialogs &m_dialogs;
    const PaperServices m_services;
    Paper m_paper;
    bool m_busy = false;
    int m_sent = 0;    ///< line of the PrintDesk
    QString m_trouble; ///< of the print service, when the printers were read last

    QLabel *m_title = nullptr;
    QLabel *m_subject = nullptr;
    Pill *m_mark = nullptr;
    Pill *m_copy = nullptr;
    PaperView *m_view = nullptr;
    QLabel *m_refusal = nullptr;
    QLabel *m_choiceLabel = nullptr;
    QComboBox *m_choice = nullptr;
    QLabel *m_printerLabel = nullptr;
    QComboBox *m_printer = nullptr;
    QToolButton *m_zoomIn = nullptr;
    QToolButton *m_zoomOut = nullptr;
    QToolButton *m_fit = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_cameOut = nullptr;
    QPushButton *m_didNot = nullptr;
    QPushButton *m_takeBack = nullptr;
    QPushButton *m_close = nullptr;
    KeyButton *m_save = nullptr;
    KeyButton *m_print = nullptr;
};

} // namespace Loket
