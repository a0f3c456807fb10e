// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/common/cardframe.h"
#include "forms/output/paperservices.h"
#include "forms/output/printchoices.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace Loket {

class FieldBox;
class Office;

/// The printers of this workplace: for each kind of paper its printer, paper, tray and copies; for a card
/// printer where its page really begins, with a page to measure that. Whatever is chosen is kept at once.
class PrinterSettings : public CardFrame
{
    Q_OBJECT

public:
    PrinterSettings(Office &office, const PaperServices &services, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *) override; ///< reads the printers again
    void changeEvent(QEvent *) override;

private:
    FieldBox *choiceField(const char *name);
    FieldBox *offsetField(const char *name);
    void wire();
    void readPrinters();
    void refill();
    void keep();
    void keepOffset();
    void printPage(bool isCalibration);
    PaperKind kind() const;
    QString printer() const; ///< the chosen one, or the one that would be used
    const PrinterInfo *info() const;

    Office &m_office;
    const PaperServices m_services;
    PrintChoices m_choices;
    QList<PrinterInfo> m_there;
    QString m_trouble; ///< of the print service
    int m_sent = 0;    ///< line of the PrintDesk
    QGridLayout *m_grid;
    FieldBox *m_kind;
    FieldBox *m_printer;
    FieldBox *m_media;
    FieldBox *m_tray;
    FieldBox *m_copies;
    FieldBox *m_right;
    FieldBox *m_down;
    QPushButton *m_calibrate;
    QPushButton *m_test;
    QLabel *m_words;
};

} // namespace Loket
